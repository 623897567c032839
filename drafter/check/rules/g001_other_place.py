"""The name of a place of another jurisdiction."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.check.bank_tables import words_in
from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.own import own_words
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_SUFFIX = re.compile("[省市县区州盟旗]")
_LONGEST = 12
#: 内蒙古自治区 and the like are called by their first words; 台湾同胞 is nobody's own.
_SHORT = re.compile("(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$")
_GENERIC = re.compile("^(?:城|郊|矿|市辖|市中|新|老|开发|高新|[东西南北中])+[市县区]$")


@cache
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    """Full names of divisions, and a pattern for the short names of provinces."""
    ordinary = words_in("place_stems.txt", "ordinary")
    names = {name for name in words_in("masking/divisions.txt") if len(name) > 2}
    provinces = sorted(_SHORT.sub("", name) for name in words_in("masking/divisions.txt", "province"))
    pattern = re.compile(f"(?:{'|'.join(provinces)})(?!同胞|地区)")
    return frozenset(name for name in names - ordinary if not _GENERIC.match(name)), pattern


def places_in(text: str) -> Iterator[tuple[int, int]]:
    """Where names of divisions stand, the longest of those that end at one character."""
    names, provinces = _names()
    taken = -1
    for match in _SUFFIX.finditer(text):
        end = match.end()
        for start in range(max(0, end - _LONGEST), end - 2):
            if text[start:end] in names:
                yield start, end
                taken = end
                break
    for match in provinces.finditer(text):
        if match.end() > taken or taken < 0:
            yield match.span()


def _elsewhere(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if manuscript.brief is None:
        return
    own = own_words(manuscript.brief)
    granted = frozenset(settings["places"])
    for at, text in enumerate(manuscript.paragraphs):
        reached = -1
        for start, end in sorted(places_in(text), key=lambda span: (span[0], -span[1])):
            if start < reached or text[start:end] in own or text[start:end] in granted:
                continue
            reached = end
            yield Placed(at, Hit(start, end))


RULE = Rule(
    code="G001",
    name="别处的地名",
    severity=Severity.WARNING,
    source="全国县级以上行政区划名称（国家统计局《统计用区划代码》2023年）",
    why="“{text}”不是本地的地名，提纲里也没有",
    about="套用别处的稿子最怕地名没有改。提纲（--brief）里没有写到的、全国县级以上的地名都指出来。settings：places 不算的地名。",
    examples=(
        Example(
            "要学习浙江的做法，到绍兴市看一看。",
            brief="文种: 工作部署\n主题: 安全生产\n地区: {名称: 临江市, 层级: 市}\n",
        ),
    ),
    fine=("要学习浙江的做法。",),
    whole=_elsewhere,
    settings={"places": []},
)
