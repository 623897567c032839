"""《甲》、《乙》: no pause mark between titles in a row."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P002",
    name="并列的书名号之间不用顿号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.5.3.5",
    why="并列的书名号之间通常不用顿号",
    about="标有书名号的并列成分之间通常不用顿号；后面带着括注（如修订年份）的可以用。",
    examples=(Example("学习《安全生产法》、《消防法》", "学习《安全生产法》《消防法》"),),
    fine=("学习《安全生产法》（2021年修正）、《消防法》", "《甲》和《乙》"),
    words=finder("(?<=》)、(?=《)", "", needs="、"),
    certain=True,
)
