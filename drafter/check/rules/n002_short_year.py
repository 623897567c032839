"""24年3月 → 2024年3月."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="N002",
    name="年份要写全",
    severity=Severity.WARNING,
    source="GB/T 15835—2011 5.1.1；GB/T 9704—2012 7.3.5",
    why="年份应当写四位",
    about="年份用四位数字。“干了24年”“24年前”是年数，不算；只看后面跟着月份、年底、年度的。",
    examples=(Example("24年3月启动", "2024年3月启动"), Example("到25年底", "到2025年底")),
    fine=("2024年3月", "24年前", "干了24年", "12年级", "满15年度"),
    words=finder(
        r"(?<![\d.第满共约近])([12]\d)年(?=\d{1,2}月|底|初|末|[上下]半年|全年|[一二三四]季度)",
        "20\\1年",
        needs="年",
    ),
    certain=True,
)
