"""“…“…”…”: a quotation within a quotation takes single marks."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule


def _nested(text: str) -> Iterator[Hit]:
    if "“" not in text:
        return
    depth = 0
    for at, char in enumerate(text):
        if char == "“":
            depth += 1
            if depth == 2:
                close = text.find("”", at)
                outer = text.find("”", close + 1) if close > 0 else -1
                between = text[close + 1 : outer]
                whole = close > 0 and outer > 0 and "“" not in between and "“" not in text[at + 1 : close]
                yield Hit(
                    at, close + 1 if close > 0 else at + 1, f"‘{text[at + 1 : close]}’" if whole else None
                )
        elif char == "”":
            depth = max(0, depth - 1)


RULE = Rule(
    code="P014",
    name="引号里面再用引号",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 4.8.3.3",
    why="双引号里面再用引号，里面一层用单引号",
    about="引文里面又有引文，外面用双引号，里面用单引号。",
    examples=(Example("他说：“要弘扬“实干”精神。”", "他说：“要弘扬‘实干’精神。”"),),
    fine=("他说：“要弘扬‘实干’精神。”", "“实干”“担当”"),
    words=_nested,
    certain=True,
)
