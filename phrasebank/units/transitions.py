"""Sentences that carry a speech from one part to the next (过渡语)."""

from __future__ import annotations

import re

from phrasebank.model import Move
from phrasebank.units.manuscript import Line

__all__ = ["is_transition"]

_LONGEST = 60
_SIGNS = re.compile(
    r"^(?:下面|接下来|下一步|这里|在这里|在此|借此机会|具体(?:来)?(?:讲|说)|总的(?:来)?(?:看|说)|归结起来|为此|最后)，?"
    r"[^。]{0,40}(?:讲|谈|说|强调|提|通报|报告|安排|介绍|部署|分析|归纳|概括)"
    r"|(?:重点|着重|主要|着力|切实|集中)[一-鿿]{0,4}(?:抓好|做好|讲|强调|谈|做了)[^。]{0,10}(?:以下|如下|\{count\}|几)"
    r"|(?:再|还要|想|就)[一-鿿，]{0,20}(?:强调|讲|谈|提|说)(?:\{count\}|几)(?:点|个|句|条|方面)"
    r"|^在(?:充分)?(?:肯定|看到)[^，]{2,12}的同时"
)


def is_transition(line: Line) -> bool:
    """Whether a sentence connects rather than says: by its move, or by how it begins."""
    if len(line.text) > _LONGEST:
        return False
    return line.move == Move.BODY_TRANSITION.value or _SIGNS.search(line.text) is not None
