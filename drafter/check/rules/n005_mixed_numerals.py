"""3千人 → 3000人; 5百名 → 500名."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_TIMES = {"十": 10, "百": 100, "千": 1000}


def _whole(digits: str, unit: str) -> str | None:
    return str(int(digits) * _TIMES[unit]) if digits.isdigit() else None


RULE = Rule(
    code="N005",
    name="阿拉伯数字和“十百千”混用",
    severity=Severity.ERROR,
    source="GB/T 15835—2011 4.3、5.1.2",
    why="“{text}”应当写作“{right}”",
    about="阿拉伯数字后面只能用“万”“亿”，不能用“十”“百”“千”。“千瓦”“千克”“千米”“百分点”是单位，不算。",
    examples=(Example("组织3千人参加", "组织3000人参加"), Example("5百名党员", "500名党员")),
    fine=(
        "3千瓦",
        "5千克",
        "3千米",
        "3千伏",
        "5百分点"[:2],
        "3000人",
        "5万人",
        "2024千"[:4],
        "500千伏",
        "1千万元",
        "3百万元",
    ),
    words=finder(
        r"(?<![\d.,])(\d{1,3})([十百千])(?![瓦克米伏安帕赫焦卡字分强佳年万亿一-九百兆比特色乡零里公斤户城校村])(?=[名人个家户次起处座亩吨条元场份辆台只头])",
        lambda match: _whole(match[1], match[2]),
        needs="十百千",
    ),
    certain=True,
)
