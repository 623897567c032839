"""《…《…》…》 → 《…〈…〉…》."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="P015",
    name="书名号里面再用书名号",
    severity=Severity.WARNING,
    source="GB/T 15834—2011 4.15.3.5",
    why="书名号里面再用书名号，里面一层用单书名号",
    about="标题里面又有书名，外面用双书名号，里面用单书名号：《关于印发〈办法〉的通知》。",
    examples=(Example("《关于印发《办法》的通知》", "《关于印发〈办法〉的通知》"),),
    fine=("《关于印发〈办法〉的通知》", "《甲》《乙》"),
    words=finder("(?<=《)(?P<a>[^《》]*)《(?P<b>[^《》]*)》(?=[^《》]*》)", "\\g<a>〈\\g<b>〉", needs="《"),
    certain=True,
)
