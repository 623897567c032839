"""Specifics that a phrase may only hold in a slot: figures, dates, places, laws, names.

A phrase goes into other people's speeches. A figure or a place left in it would be said there as
if it were theirs, so the gate (contract 4) rather stops a harmless phrase than lets one through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from phrasebank.name_words import GENERIC_BEFORE, SURNAMES
from phrasebank.place_names import find_place_names

__all__ = ["Specific", "find_specifics"]

_HAN = "一-鿿"
_NUMERAL = "一二三四五六七八九十百千万亿两〇零"

_PROVINCE = re.compile(
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川"
    "|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆|(?:台湾|香港|澳门)(?!同胞)"
)
"""The 34 provincial divisions of China (民政部, 行政区划), short names. 台湾同胞 is nobody's own."""

# A character before which a bureau is one body of one place: 市应急管理局, but not 全市, 各县.
_BUREAU = re.compile(rf"(?<![全各我本上下])[国省市县区镇](?P<name>[{_HAN}]{{2,10}}[局厅])(?![面限势部])")
_NO_BUREAU = re.compile(r"(?:大|全|格|布|结|时|政|战|开|变|僵|当|搅)局$|(?:客|大|餐)厅$")

_LAW = re.compile(
    rf"《[^》]*》|〔[^〕]*〕|[{_HAN}]{{2,}}条例|[{_HAN}]{{3}}法(?![{_HAN}]|治)|[{_HAN}]{{3}}法(?=的|和|规定)"
)
# 板凳工作法, 做好加减法: a way of doing, no law.
_NO_LAW = re.compile(r"(?:有关|相关|各项|这些)条例$|(?:工作|[加减乘除算打找靠烧换设无教学唱])法$")

_TITLE = "同志|书记|市长|县长|区长|省长|镇长|乡长|局长|厅长|主任|主席|总理|部长|校长|董事长|总经理|先生|女士"
_NAME = re.compile(
    rf"(?:(?<![{_HAN}])|(?<=[由请和与及让据]))(?!谢谢)[{SURNAMES}][{_HAN}]{{0,2}}(?:副|常务副)?(?:{_TITLE})|总书记"
)

_FIGURE = re.compile(
    r"[0-9０-９]+(?:[.．,][0-9０-９]+)*[%％‰]?|百分之(?!百)"
    rf"|(?<!两个)(?<!两个“)(?!亿万人)[{_NUMERAL}]{{2,}}(?:年|个月|天|日|起|人|户|家|名|元|万|公里|米|吨|亩|公顷|平方|个百分点|倍|％|%)"
    r"|[二三四五六七八九两]成(?!熟|立|为|效|果|长|功)|翻[一两二三四]番"
)
_DATE = re.compile(
    r"[〇一二三四五六七八九]{4}年|[一二三四五六七八九十]{1,2}月(?:份|底|初|中|上|下|以前|之前|前|[一二三四五六七八九十])"
    r"|[二三四五六七八九两]年(?:行动|规划|计划|内)|十[一二三四五六七八九]五|第?[一二三四]季度(?!开门红)"
    r"|第?[一二三四五六七八九十]{1,3}(?:届(?!届)|次全国)|党的[一二三四五六七八九十]{2,3}大"
)


@dataclass(frozen=True, slots=True)
class Specific:
    """Something specific outside a slot.

    Arguments:
        code: P030 figure, P031 date, P032 place, P033 law or document, P034 name of person or body.
        text: the words.
        start: 0-based character offset.
    """

    code: str
    text: str
    start: int


def find_specifics(text: str) -> Iterator[Specific]:
    """Find figures, dates, places, laws and names in a text whose slots are already blanked out."""
    for match in _DATE.finditer(text):
        yield Specific("P031", match[0], match.start())
    for match in _FIGURE.finditer(text):
        yield Specific("P030", match[0], match.start())
    for match in _PROVINCE.finditer(text):
        yield Specific("P032", match[0], match.start())
    for start, end in find_place_names(text):
        yield Specific("P032", text[start:end], start)
    for match in _LAW.finditer(text):
        if not (_NO_LAW.search(match[0]) or (match[0][-1] == "法" and match[0][-2] in GENERIC_BEFORE["法"])):
            yield Specific("P033", match[0], match.start())
    for match in _BUREAU.finditer(text):
        if not _NO_BUREAU.search(match[0]):
            yield Specific("P034", match[0], match.start())
    for match in _NAME.finditer(text):
        yield Specific("P034", match[0], match.start())
