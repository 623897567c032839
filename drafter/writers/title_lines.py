"""Break a long title into balanced lines (梯形、菱形) where a reader would pause.

GB/T 9704-2012 7.3.1 asks that a title over several lines keep words whole, stand symmetrical and
form a trapezium or a diamond. No segmenter is loaded (jieba needs 0.65 s and splits 营商/环境):
a list of title words gives the places where a line may end, each with a cost, and a dynamic
programme weighs them against the shape.

1. What must stay whole becomes one token: 《…》, “…”, （…）, a figure with its unit, a Latin word.
2. The rest is cut into the fewest pieces over ``title_words.toml``; unlisted characters that
   stand together (临江, a person's name) are one token, since nothing is known about them.
3. A boundary is free after a space or a comma, cheap between two listed words where a phrase
   ends or begins, dear beside an unlisted token, and closed after 在 or before 上的讲话.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import ceil, inf
from pathlib import Path

__all__ = ["balance", "width_of"]

_WORDS = Path(__file__).with_name("title_words.toml")

_WHOLE = re.compile(
    "《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|【[^】]*】"
    "|[0-9]{2,4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}月[0-9]{1,2}日"
    "|第?[0-9０-９]+(?:[.·][0-9]+)*(?:[%％‰]|个百分点)?[年月日届次期号周级类型个项条大]*(?:度)?"
    "|第[〇零一二三四五六七八九十百]+[届次期号季批个]度?(?:全会|会议)?"
    "|[〇零一二三四五六七八九]{4}年度?"
    "|[A-Za-z][A-Za-z0-9+./-]*"
)
_CLOSING = "，。、；：！？”’）》】…—·"
_OPENING = "“‘（《【"
_PLACE_END = "省市县区州旗镇乡村街局厅委办院校"

# Costs of ending a line at a boundary, on the scale of the shape cost below: 0.06 is what
# 14 + 10 characters cost more than 12 + 12.
_AT_PAUSE = -0.25
_AT_PHRASE = 0.0
_AT_WORD = 0.12
_AT_UNLISTED = 0.2
_AFTER_MODIFIER = 0.35
_INSIDE = 3.0
_PER_LINE = 0.25
_HOURGLASS = 0.5
_RECTANGLE = 0.04
_SHORT_LAST = 0.6

_SPACES = 2.0
"""Room granted for spaces that fall away at line ends."""

_MOST = 20
"""Lines beyond which nothing is balanced."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece that is not broken; ``kind`` is its table, "whole", "unlisted", "mark" or "space"."""

    text: str
    kind: str


def width_of(text: str) -> float:
    """Width in characters: Latin letters, digits and ASCII marks take half of one."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)


def balance(title: str, room: float) -> tuple[str, ...]:
    """The lines of a title; joined they are the title again, but for spaces at line ends.

    Arguments:
        title: the whole title; line ends in it count as spaces.
        room: characters that fit on a line.
    """
    title = " ".join(title.split())
    if width_of(title) <= room:
        return (title,) if title else ()
    tokens = _fit(_tokens(title), room)
    fewest = ceil(width_of(title) / room)
    # Of the counts of lines that go, the two smallest are worth trying. A text of a page is no
    # title, and filling its lines is all that can be done.
    plans: list[tuple[float, list[str]]] = []
    for count in range(fewest, 2 * fewest + 2) if fewest <= _MOST else ():
        cost, lines = _best(tokens, count, room)
        if lines:
            plans.append((cost, lines))
        if len(plans) == 2:
            break
    lines = min(plans)[1] if plans else _filled(tokens, room)
    return tuple(line for line in (line.strip() for line in lines) if line)


@cache
def _tables() -> dict[str, str]:
    """Kind by word; the first table that lists a word counts."""
    import tomllib

    kinds: dict[str, str] = {}
    for kind, words in tomllib.loads(_WORDS.read_text(encoding="utf-8")).items():
        for word in words.split():
            kinds.setdefault(word, kind)
    return kinds


@cache
def _longest() -> int:
    return max(map(len, _tables()))


def _tokens(title: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    for whole in _WHOLE.finditer(title):
        tokens += _words(title[at : whole.start()])
        tokens.append(_Token(whole.group(), "whole"))
        at = whole.end()
    return tokens + _words(title[at:])


def _words(text: str) -> list[_Token]:
    """Fewest pieces over the word list; an unlisted character counts a little more than a word."""
    kinds = _tables()
    size = len(text)
    cost = [0.0] * (size + 1)
    step = [1] * (size + 1)
    for start in range(size - 1, -1, -1):
        cost[start] = 1.4 + cost[start + 1]
        for length in range(1, min(_longest(), size - start) + 1):
            if text[start : start + length] in kinds and 1.0 + cost[start + length] < cost[start]:
                cost[start] = 1.0 + cost[start + length]
                step[start] = length
    tokens: list[_Token] = []
    at = 0
    while at < size:
        piece = text[at : at + step[at]]
        at += len(piece)
        kind = kinds.get(piece, "")
        if not kind:
            kind = "space" if piece == " " else "mark" if piece in _CLOSING + _OPENING else "unlisted"
        if kind == "unlisted" and tokens and tokens[-1].kind == "unlisted":
            tokens[-1] = _Token(tokens[-1].text + piece, kind)
        else:
            tokens.append(_Token(piece, kind))
    return tokens


def _fit(tokens: list[_Token], room: float) -> list[_Token]:
    """Tokens wider than a line give way: 《…》 into its words, anything else into characters."""
    fitted: list[_Token] = []
    for token in tokens:
        text = token.text
        if width_of(text) <= room:
            fitted.append(token)
        elif text[0] in _OPENING and text[-1] in _CLOSING:
            marks = _Token(text[0], "mark"), _Token(text[-1], "mark")
            fitted += _fit([marks[0], *_tokens(text[1:-1]), marks[1]], room)
        else:
            fitted += [_Token(character, "piece") for character in text]
    return fitted


def _boundary(before: _Token, after: _Token) -> float:
    """What it costs to end a line between two tokens."""
    if before.kind == "space" or before.text[-1] in "，；：！？":
        return inf if after.kind in ("mark", "space") and after.text[0] in _CLOSING else _AT_PAUSE
    if after.kind == "space":
        return inf
    if after.kind == "tails" or (after.text[0] in _CLOSING and after.kind == "mark"):
        return inf
    if before.kind == "prefixes" or before.text[-1] in _OPENING:
        return inf
    if "piece" in (before.kind, after.kind):
        return _INSIDE
    if before.kind == "joints" or after.kind == "joints":
        return _AT_PHRASE
    if before.kind == "modifiers" or (before.kind == "whole" and before.text[-1] in "届次"):
        return _AFTER_MODIFIER
    if before.kind not in ("openers", "unlisted") and after.kind in ("openers", "prefixes"):
        return _AT_PHRASE
    if before.kind == "unlisted":
        return _AT_WORD if before.text[-1] in _PLACE_END else _AT_UNLISTED
    if after.kind == "unlisted":
        return _AT_UNLISTED
    if before.kind == "whole" or after.kind == "whole":
        return _AT_WORD
    return _AT_PHRASE if before.kind == "heads" and after.kind != "heads" else _AT_WORD


def _best(tokens: list[_Token], count: int, room: float) -> tuple[float, list[str]]:
    """The cheapest way to set the tokens in ``count`` lines, and its cost."""
    widths = [width_of(token.text) for token in tokens]
    total = sum(widths)
    mean = total / count
    below = list(accumulate(reversed(widths), initial=0.0))[::-1]
    ends = [_boundary(before, after) for before, after in pairwise(tokens)] + [0.0]

    @cache
    def rest(start: int, left: int, above: float, narrowed: bool) -> tuple[float, tuple[int, ...]]:
        """Cheapest ends of the remaining lines, under a line of width ``above``."""
        best: tuple[float, tuple[int, ...]] = (inf, ())
        full = 0.0
        for end in range(start + 1, len(tokens) + 1):
            full += widths[end - 1]
            # A space at the end of a line falls away.
            width = full - (widths[end - 1] if tokens[end - 1].kind == "space" else 0.0)
            if width > room:
                break
            last = end == len(tokens)
            too_full = below[end] > (left - 1) * room + _SPACES
            if last != (left == 1) or too_full or ends[end - 1] == inf:
                continue
            cost = ends[end - 1] + ((width - mean) / mean) ** 2
            if above:
                cost += _HOURGLASS if narrowed and width > above else 0.0
                cost += _RECTANGLE if width == above else 0.0
            if last:
                cost += inf if width < 2 else _SHORT_LAST if width < 4 else 0.0
                tail: tuple[float, tuple[int, ...]] = (0.0, ())
            else:
                tail = rest(end, left - 1, width, narrowed or (above > 0 and width < above))
            if cost + tail[0] < best[0]:
                best = (cost + tail[0], (end, *tail[1]))
        return best

    cost, stops = rest(0, count, 0.0, False)
    lines = []
    start = 0
    for stop in stops:
        lines.append("".join(token.text for token in tokens[start:stop]))
        start = stop
    return cost + _PER_LINE * count, lines


def _filled(tokens: list[_Token], room: float) -> list[str]:
    """Lines filled to the brim, each ended at the last boundary that is open."""
    lines = []
    start = 0
    while start < len(tokens):
        width = 0.0
        stop = start + 1
        for end in range(start + 1, len(tokens) + 1):
            width += width_of(tokens[end - 1].text)
            if width > room:
                break
            if end == len(tokens) or _boundary(tokens[end - 1], tokens[end]) < inf:
                stop = end
        lines.append("".join(token.text for token in tokens[start:stop]))
        start = stop
    return lines
