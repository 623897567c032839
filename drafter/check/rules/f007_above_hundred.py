"""覆盖率达到120%."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="F007",
    name="比率超过百分之百",
    severity=Severity.ERROR,
    source="指标定义",
    why="“{text}”：这个比率不会超过100%",
    about="覆盖率、合格率、满意度、达标率、办结率、整改率、知晓率一类的比率不会超过100%。完成率、增长率可以超过，不算。",
    examples=(Example("监管覆盖率达到120%"), Example("群众满意度105.3%")),
    fine=("监管覆盖率达到100%", "计划完成率120%", "毛入学率102%", "产能覆盖率提高120%"),
    words=finder(
        r"(?:(?<!拨备)覆盖率|合格率|优良率|满意度|满意率|达标率|办结率|整改率|知晓率|到位率|好评率|普及率)(?:已经?)?(?:达到?了?|为|是|升至|保持在)?(?P<w>(?:1[0-9]\d|[2-9]\d\d)(?:\.\d+)?[%％])",
        needs="率度",
        unless=lambda match: match["w"][:3] == "100" and not match["w"][3:].strip(".0%％"),
    ),
)
