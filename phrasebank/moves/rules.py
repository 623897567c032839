"""Where place and wording decide a move by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phrasebank.mining import Role
from phrasebank.model import Move
from phrasebank.moves.situated import Situated

__all__ = ["ruled"]

_LATE = 5
"""Lines from the end of a speech within which it takes leave."""
_EARLY = 12
"""Lines from its beginning within which it says what it will speak about."""
_DEEP = 2
"""Level from which numbered units are points (（一） under 一、)."""

_ANNOUNCES = re.compile(
    r"^(?:下面|接下来|在此|在这里|借此机会|借这个机会)?，?(?:我(?:再|想|就)?|重点|着重|主要)[^。！？]{0,24}"
    r"(?:讲|谈|说|强调|提|汇报|补充|交流)(?:一下)?(?:以下)?(?:\{count\}|几)(?:点|个|句|层|条|项|方面|件)"
)
_THANKS = re.compile(r"^(?:再次|再一次|衷心|最后)?，?(?:谢谢|感谢)(?:大家|各位|你们|同志们)?[！。]?$")
_WISHES = re.compile(r"^(?:最后|在此)?，?(?:预祝|祝(?!贺|福|词)|祝愿|祝福)")
_CALLS = re.compile(r"^(?:最后)?，?让我们(?![^。！]{0,8}(?:掌声|欢迎))[^？]*！$")


def ruled(speech: Sequence[Situated]) -> Iterator[tuple[int, Move]]:
    """Find the lines whose move their place and wording decide.

    Arguments:
        speech: the lines of one speech in order, limbs left out.

    Returns:
        numbers of lines, each with its move.
    """
    late = len(speech) - _LATE
    for number, line in enumerate(speech):
        if line.role is Role.TITLE:
            yield number, Move.OPENING_PURPOSE
        elif line.lead:
            if len(line.path) >= _DEEP:
                yield number, Move.POINT_LEAD
        elif number < _EARLY and not line.path and _ANNOUNCES.search(line.text):
            yield number, Move.OPENING_ANNOUNCE
        elif number >= late:
            if _THANKS.search(line.text):
                yield number, Move.CLOSING_THANKS
            elif _WISHES.search(line.text):
                yield number, Move.CLOSING_WISH
            elif _CALLS.search(line.text):
                yield number, Move.CLOSING_CALL
