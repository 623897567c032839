"""A bracket or a quotation mark without its partner."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.matching import has
from drafter.check.rule import Example, Hit, Rule

_PAIRS = {"”": "“", "’": "‘", "》": "《", "）": "（", "】": "【", "〉": "〈", "」": "「", "』": "『"}
_WIDE = {"(": "（", ")": "）"}
_OPENING = frozenset(_PAIRS.values())
_ANY = has("".join((*_PAIRS, *_OPENING)))
#: A quotation over several paragraphs opens each and closes the last (GB/T 15834 4.8.3.5).
_RUNS_ON = frozenset("“‘")


def _unbalanced(text: str) -> Iterator[Hit]:
    if not _ANY(text):
        return
    opened: list[tuple[str, int]] = []
    for at, written in enumerate(text):
        # Of what width a bracket is, is another rule's (P008).
        char = _WIDE.get(written, written)
        if char in _OPENING:
            opened.append((char, at))
        elif char in _PAIRS:
            if opened and opened[-1][0] == _PAIRS[char]:
                opened.pop()
            elif any(mark == _PAIRS[char] for mark, _ in opened):
                while opened[-1][0] != _PAIRS[char]:
                    mark, place = opened.pop()
                    yield Hit(place, place + 1, why=f"“{mark}”没有配对的后一半")
                opened.pop()
            elif not _is_item_number(text, at, char):
                yield Hit(at, at + 1, why=f"“{written}”没有配对的前一半")
    for mark, place in opened:
        if not (mark in _RUNS_ON and place == len(text) - len(text.lstrip())):
            yield Hit(place, place + 1, why=f"“{mark}”没有配对的后一半")


def _is_item_number(text: str, at: int, char: str) -> bool:
    """Whether it closes 1） or 一）, which needs no partner."""
    before = text[:at].rstrip()
    number = before[max(0, len(before) - 2) :]
    return char == "）" and bool(number) and (number[-1].isdigit() or number[-1] in "一二三四五六七八九十")


RULE = Rule(
    code="P010",
    name="引号、括号不成对",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.8、4.9、4.15",
    why="“{text}”不成对",
    about="一段里的引号、括号、书名号要成对。引文跨几段的，每段开头都有前引号，只有最后一段有后引号，这不算错。",
    examples=(
        Example("弘扬“实干精神。"),
        Example("《安全生产法规定，要查隐患。"),
        Example("安全生产含消防）工作"),
    ),
    fine=("弘扬“实干”精神。", "“这是引文的第一段。", "1）查隐患", "（一）提高“认识（思想）”"),
    words=_unbalanced,
)
