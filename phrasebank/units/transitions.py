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


# A sentence that turns: what the move says is a transition must also sound like one.
_TURNS = re.compile(
    r"(?:但|但是|然而|不过|可是|当然|同时|与此同时|另一方面|反过来|话说回来|回过头|说到底|以上|上面|上述|前面|刚才|说完|讲完|讲了|看了|"
    r"成绩|账要|功劳|在(?:充分)?(?:肯定|看到)|肯定成绩|总的|归根|正因为|为此|因此|所以|基于|面对|有了|接下来|下面|下一步|今后|今年)"
    r"|[^，]{2,12}(?:只是|不等于|固然|虽然|说明|告诉我们)|.*(?:也要看到|还要看到|更要看到|两面(?:看|算)|另一面|往下(?:讲|说)|怎么办|从哪里来|该怎么)"
)


def is_transition(line: Line) -> bool:
    """Whether a sentence connects rather than says: by how it begins, and by its move where it turns."""
    if len(line.text) > _LONGEST:
        return False
    if _SIGNS.search(line.text):
        return True
    return line.move == Move.BODY_TRANSITION.value and _TURNS.match(line.text) is not None
