"""要 in sentence after sentence."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]")
_ORDER = re.compile("^(?:[一-鿿]{0,12}?(?:要|必须|务必))")
_IN_A_ROW = 5


def _orders(text: str) -> Iterator[Hit]:
    if text.count("要") + text.count("必须") < _IN_A_ROW:
        return
    row: list[re.Match[str]] = []
    for match in _SENTENCE.finditer(text):
        if _ORDER.match(match[0]):
            row.append(match)
            continue
        if len(row) >= _IN_A_ROW:
            yield Hit(row[0].start(), row[-1].end(), why=f"连着{len(row)}句都是“要…”，换换说法")
        row = []
    if len(row) >= _IN_A_ROW:
        yield Hit(row[0].start(), row[-1].end(), why=f"连着{len(row)}句都是“要…”，换换说法")


RULE = Rule(
    code="R003",
    name="句句都是“要”",
    severity=Severity.INFO,
    source="讲话稿写作惯例",
    why="句句都是“要”",
    about="一段里连着五句以上都以“要”“必须”开头，听起来只剩口号。",
    examples=(Example("要抓领导。要抓责任。要抓检查。要抓整改。要抓考核。"),),
    fine=("要抓领导。责任要到人。检查不留死角。要抓整改。",),
    words=_orders,
)
