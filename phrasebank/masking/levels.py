"""Words for the level of the speech's own jurisdiction: 全县, 我市, 区级, 市里 (层级)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phrasebank.masking.scan import anchored
from phrasebank.masking.span import Span
from phrasebank.name_words import GENERIC_BEFORE, NEVER_IN_A_NAME

__all__ = ["find_levels"]

_WORDS = "省|市|县|区|州|盟|旗|镇|乡|街道"


def _before(word: str) -> str:
    return "".join(mark for mark in GENERIC_BEFORE[word] if mark not in "到出进入在各")


# What a level word needs before it to be no suffix; 在 把 给 … may well stand before 县里.
_NEVER_BEFORE = "".join(mark for mark in NEVER_IN_A_NAME if mark not in "在把了是给和与") + "方家民压"
_INSIDE = (
    "|".join(
        rf"(?<![{_before(word)}{_NEVER_BEFORE}]){word}(?=里(?!面|程|手))"
        for word in ("省", "市", "县", "区", "镇", "乡")
    )
    + rf"|(?<![{_before('镇')}])镇(?=上)"
)
_SELF = anchored(
    "省市县区州盟旗镇乡街公集系校院局厅学厂矿村社",
    rf"(?<=[全我本])(?:{_WORDS}|集团公司|公司|集团|系统|校|院|厅|厂|矿|村|社区"
    rf"|(?<=[我本])局)(?![域长委面力]|政府|务院|级机关)|(?<=[全我本])(?:省|市|县|区|州|镇|乡)(?=委|政府"
    rf"|域)"
    rf"|(?<=[我咱]们)(?:省|市|县|区|州|镇|乡|街道|学校|学院|公司|集团|局|厂|村|社区)(?![场民政长级委])"
    rf"|{_INSIDE}|(?<![一-鿿])[省市县区](?=四套)|(?<=由)[省市县区](?=四套)"
    r"|(?<![省地城都县乡上到各级一-鿿])[省市县区镇乡州](?=级(?:领导|层面|部门|财政|干部|单位))"
    r"|(?<=[由的])[省市县区镇乡州](?=级(?:领导|干部))",
    "(?:(?<=[全我本们].)|(?=里|上|级|四套))",
)
_BUREAU = re.compile("(?<=全)局(?!面|势|部|性)")
_OF_LEVEL = {
    "厂": "企业",
    "矿": "企业",
    "集团公司": "企业",
    "学院": "学校",
    "学校": "学校",
    "省": "省",
    "市": "市",
    "州": "市",
    "盟": "市",
    "县": "县",
    "旗": "县",
    "区": "区",
    "镇": "乡镇",
    "乡": "乡镇",
    "街道": "乡镇",
    "公司": "企业",
    "集团": "企业",
    "系统": "部门",
    "局": "部门",
    "厅": "部门",
    "校": "学校",
    "院": "学校",
}


def find_levels(text: str, level: str) -> Iterator[Span]:
    """Find words for a level.

    Arguments:
        text: any text.
        level: of the speech, or ""; a word for another one is {level2}, which no brief fills.
    """
    if level == "部门":
        # 全局 is an ordinary word anywhere but in a bureau.
        for match in _BUREAU.finditer(text):
            yield Span(match.start(), match.end(), "level")
    for match in _SELF(text):
        own = not level or _OF_LEVEL.get(match[0], "") == level
        yield Span(match.start(), match.end(), "level" if own else "level2")
