"""比重提高1%: of a rate the change is told in percentage points."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_RATE = "(?:[一-鿿]{0,8}(?:率|比重|占比|比例|覆盖面))"

RULE = Rule(
    code="N012",
    name="比率的升降用百分点",
    severity=Severity.WARNING,
    source="统计用语惯例（国家统计局《统计用词》）",
    why="比率的升降应当说“{right}”",
    about="率、比重、占比的变动用“百分点”；说“%”是相对于原来的比率，多半是写错。增长率、利率下浮一类的除外。",
    examples=(
        Example("覆盖率比上年提高1.2%", "覆盖率比上年提高1.2个百分点"),
        Example("占比同比上升3%", "占比同比上升3个百分点"),
    ),
    fine=(
        "覆盖率提高1.2个百分点",
        "覆盖率提高到95%",
        "覆盖率达到95%",
        "生产率提高5%",
        "效率提高20%",
        "利率下浮10%",
        "汇率下跌2%",
    ),
    words=finder(
        rf"{_RATE}(?:[一-鿿]{{0,3}}(?:比上年|比去年|同比|环比|较上年|较去年)(?:同期)?)?(?:提高|上升|提升|增加|下降|降低|回落|增长|减少)了?(?:\d+(?:\.\d+)?)(?P<w>[%％])",
        "个百分点",
        needs="率比例面",
        unless=lambda match: any(
            word in match[0]
            for word in (
                "生产率",
                "效率",
                "利率",
                "汇率",
                "费率",
                "税率",
                "概率",
                "频率",
                "功率",
                "速率",
                "面积",
            )
        ),
    ),
)
