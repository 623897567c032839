"""Bodies without the usual form: bureaus by two characters, teams sent by a committee, sections, hot lines."""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from phrasebank.masking.pairs import seeking
from phrasebank.masking.scan import Scan, before
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words

__all__ = ["find_short_bodies"]

_N = "[一二三四五六七八九十]"
_TEAMS = before(
    "组(?![织成合建长])|专班",
    rf"(?:中央|国家|[省市县区州旗](?:委|政府)|省|市)(?:第?{_N}{{1,3}})?(?:[^\W\d的了在是和与及对把将由，]{{0,8}}?)"
    rf"(?:督查|督察|巡视|巡察|督导|调研|考核|检查|核查|暗访|工作|指导)(?:第?{_N}{{1,2}})?组"
    rf"|[省市县区](?:委|政府)?(?:第?{_N}{{1,3}})?(?:巡视|巡察){_N}组",
    18,
)
_OTHERS = re.compile(
    r"街道(?:党工委|办事处)(?:、(?:办事处|党工委|人大工委))?(?!书记|副书记|主任|副主任)"
    r"|(?:乡|镇|街道|县|市|区|省)(?:党委|政府)?(?:[0-9]{5}热线|一二三四五热线|便民服务中心)"
    r"|[省市县区](?:纪委(?:监委)?|政府|委|住建局|公安局)(?:信访室|常务会议?|常委会议?|质监站|办公会议?)"
    r"|12345(?:政务服务)?(?:便民)?热线"
    r"|(?<![一-鿿])厅[^\W\d的了在是和与及对把将由]{2,6}处(?![理置于在罚])"
)


@cache
def _bureaus() -> Scan:
    name = alternatives(words("bodies.txt", "short"))
    listed = [*words("bodies.txt", "short"), *words("bodies.txt", "department")]
    any_name = alternatives(listed)
    ends = "(?![局委厅部系统保障领域行业业工作政策])"
    return seeking(
        listed,
        rf"(?:{name}(?:[、和及]{any_name})+|{any_name}(?:[、和及]{any_name})*[、和及]{name}"
        rf"|{name}(?=牵头|负责|对接|派人|要(?!求)|抓紧|等部门|部门|口的|[，、]))"
        rf"{ends}",
    )


def find_short_bodies(text: str) -> Iterator[Span]:
    """Find bodies that are called by a short form."""
    for match in _bureaus()(text):
        at = match.start()
        for name in re.split("([、和及])", match[0]):
            if len(name) > 1:
                yield Span(at, at + len(name), "body")
            at += len(name)
    for match in _TEAMS(text):
        yield Span(match.start(), match.end(), "body")
    for match in _OTHERS.finditer(text):
        yield Span(match.start(), match.end(), "body")
