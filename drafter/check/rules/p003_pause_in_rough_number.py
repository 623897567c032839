"""三、四个月: numbers side by side that stand for about so many take no pause mark."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_NEXT = "一、二|二、三|三、四|四、五|五、六|六、七|七、八|八、九"

RULE = Rule(
    code="P003",
    name="概数中间不用顿号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.5.3.5；GB/T 15835—2011 5.2",
    why="相邻两个数字连用表示概数，中间不用顿号",
    about="“三四个月”是三个月到四个月。“一、二季度”“二、三产业”是两个分开的数，要用顿号。",
    examples=(
        Example("用三、四个月时间", "用三四个月时间"),
        Example("来了七、八十人", "来了七八十人"),
    ),
    fine=("一、二季度", "第二、三产业", "三四个月", "一、二、三个月", "抓好一、二两个环节", "一、二是关键"),
    words=finder(
        f"(?<![第、一二三四五六七八九十百])(?:{_NEXT})(?=十?(?:个[月星小多]|天|年[来里前后时]|公里|里路|人(?!员)|次|遍|倍|岁|百|千|万|十))",
        lambda match: match[0].replace("、", ""),
        needs="、",
    ),
    certain=True,
)
