"""中共临江市委 here and 松口市政府 there: whose speech is it?"""

import re
from collections import Counter
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.own import own_words
from drafter.check.rule import Example, Hit, Placed, Rule, Settings

_RULED = re.compile(
    r"(?:(?<=[，。；、：“（中共在把为让使到对向])|^)(?P<n>[一-鿿]{2,3})(?P<l>[省市县区镇乡])(?=委(?!员)|政府|人民政府|各级|上下|人大|政协|全[市县区])"
)
_COMMON = re.compile(
    "^(?:[全各本我该][一-鿿]?|[一-鿿]?(?:全|各|本|我|该)|所在|上级|有关|相关|中心|城|开发|高新|自治|辖|老|新|园|景|山|地|牧|林|矿|社|街)$"
)
_TIMES = 3


def _two(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    said: list[tuple[int, int, int, str, str]] = []
    for at, text in enumerate(manuscript.paragraphs):
        said += [
            (at, match.start("n"), match.end("l"), match["n"], match["l"])
            for match in _RULED.finditer(text)
            if not _COMMON.match(match["n"])
        ]
    own = own_words(manuscript.brief) if manuscript.brief else ""
    for level in {one[4] for one in said}:
        counts = Counter(one[3] for one in said if one[4] == level)
        usual, times = counts.most_common(1)[0]
        if len(counts) < 2 or times < _TIMES * max(count for name, count in counts.items() if name != usual):
            continue
        for at, start, end, name, its_level in said:
            if its_level == level and name != usual and f"{name}{level}" not in own:
                why = f"全稿说的是{usual}{level}，这里是{name}{level}"
                yield Placed(at, Hit(start, end, f"{usual}{level}", why))


RULE = Rule(
    code="G002",
    name="同一级的地方有两个",
    severity=Severity.WARNING,
    source="公文校核",
    why="同一级的地方有两个",
    about="全稿反复说“某市委”“某市政府”，个别地方却是另一个市，多半是套用别处的稿子没有改完。",
    examples=(
        Example(
            "临江市委高度重视。\n临江市政府作了部署。\n临江市各级要抓落实。\n在松口市委坚强领导下，再创佳绩。"
        ),
    ),
    fine=("临江市委高度重视。\n临江市政府作了部署。\n全市各级要抓落实。",),
    whole=_two,
)
