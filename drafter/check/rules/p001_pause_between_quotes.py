"""“实干”、“担当”: no pause mark between quoted words in a row."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P001",
    name="并列的引号之间不用顿号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.5.3.5",
    why="并列的引号之间通常不用顿号",
    about="标有引号的并列成分之间通常不用顿号；中间夹着别的话（如括号里的说明）才用。标准说的是“通常”，所以只提醒。",
    examples=(Example("坚持“实干”、“担当”、“奉献”", "坚持“实干”“担当”“奉献”"),),
    fine=("坚持“实干”（苦干）、“担当”", "“实干”和“担当”"),
    words=finder("(?<=”)、(?=“)", "", needs="、"),
    certain=True,
)
