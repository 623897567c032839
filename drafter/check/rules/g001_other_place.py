"""The name of a place of another jurisdiction."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.own import own_words
from drafter.check.rule import Example, Hit, Placed, Rule, Settings


def _elsewhere(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if manuscript.brief is None:
        return
    from phrasebank.specifics import find_specifics

    own = own_words(manuscript.brief)
    granted = frozenset(settings["places"])
    for at, text in enumerate(manuscript.paragraphs):
        for found in find_specifics(text):
            if found.code != "P032" or found.text in own or found.text in granted:
                continue
            yield Placed(at, Hit(found.start, found.start + len(found.text)))


RULE = Rule(
    code="G001",
    name="别处的地名",
    severity=Severity.WARNING,
    source="全国县级以上行政区划名称（phrasebank/divisions）",
    why="“{text}”不是本地的地名，提纲里也没有",
    about="套用别处的稿子最怕地名没有改。提纲（--brief）里没有写到的、全国县级以上的地名都指出来。settings：places 不算的地名。",
    examples=(
        Example(
            "要学习浙江的做法。", brief="文种: 工作部署\n主题: 安全生产\n地区: {名称: 临江市, 层级: 市}\n"
        ),
    ),
    fine=("要学习浙江的做法。",),
    whole=_elsewhere,
    settings={"places": []},
)
