"""Times and figures in the manner of speech: 前十个月, 除夕夜, 上世纪五十年代, 一天一夜, 升到第二."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from phrasebank.masking.scan import Scan, anchored
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words

__all__ = ["find_more_times"]

_N = "[一二三四五六七八九十百两几]"
_D = "[0-9０-９]"
_ANY = f"(?:{_N}{{1,4}}|{_D}{{1,4}})"
_CLOCK = f"(?:每天|每晚|每日)?(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上?|夜里|半夜)?{_ANY}[点时](?:半|钟|{_ANY}分)?"  # noqa: E501


@cache
def _periods() -> Scan:
    feasts = alternatives(words("periods.txt", "feasts"))
    edge = "(?:以前|之前|前后|前夕|前(?![列往所期景进提沿瞻三])|以后|之后|后(?![续期来勤])|以来|期间|当天|当晚|夜)?"  # noqa: E501
    return anchored(
        "前后头上下这那去今明每凌清早中傍晚夜半民新本最近过0-9０-９一二三四五六七八九十除春夏秋冬元清端国重五当两几",
        rf"[前后头]{_ANY}(?:个多?月|个季度|周|天|季度)(?![一-鿿]?一)"
        rf"|[上下]{_ANY}?个?(?:礼拜|星期|周末|学年|年度|冬天|春天|夏天|秋天)[一二三四五六日天末]?{edge}"
        rf"|[上下]一年度|(?<![一-鿿0-9]){_ANY}(?:天|个月|年|周)(?:之?内)(?![部外容需生涵在陆])"
        rf"|这(?:半|两|三|几)个?(?:年|个月|月)(?:来|间|里)?"
        rf"|(?:上个?世纪|20世纪|二十世纪|本世纪){_ANY}年代(?:初|末|中期|初期|末期)?|{_N}{{1,2}}十年代(?:初|末|中期)?"
        rf"|民国年间|除夕(?:夜|当晚|晚上|那天)|(?:{feasts})(?:假期|长假|小长假){edge}"
        rf"|(?:{feasts})(?:前后|期间)"
        rf"|(?:今|去|明|前)年“[^”\n]{{1,6}}”(?:期间|前后|假期)?"
        rf"|(?:今|去|明|前)年(?:一入|入|开)?[春夏秋冬](?:天|季)?{edge}"
        rf"|{_D}{{4}}年(?:[春夏秋冬][天季]?|暑假|寒假|暑期|汛期|腊月)(?![一-鿿]?[季节]){edge}"
        rf"|(?:下个?月|上个?月|本月)初?{_N}{{1,3}}(?=[就是日号，、前])[日号]?{edge}"
        rf"|(?:春播|夏播|秋播|春种|秋种|秋收|夏收|春节|元旦|清明|五一|端午|中秋|国庆|重阳|年|汛|入冬|入汛|入夏|开春)"
        rf"(?:前(?![列往所期景进提沿瞻三])|后(?![续期来勤])|之前|之后|以前)(?=[，。；、通完全必要把启开投建交])"
        rf"|[春秋]季开学{edge}"
        rf"|{_CLOCK}[到至—－~～-](?:次日|第二天)?{_CLOCK}",
    )


_FIGURES = anchored(
    "一二三四五六七八九十两几数前第ⅠⅡⅢⅣⅤ0-9",
    rf"一[天冬年][两一][夜春]|{_N}天{_N}夜|一冬一春"
    rf"|{_N}?[二三四五六七八九十两几]{{1,2}}(?:茬|稿|声|样(?=[，。都不东])|头(?=[^一-鿿]|[牛羊猪耕奶])|张画)"
    rf"|一两(?=[年个天件次分名位])(?:个月|分钟|小时|年|个|天|件|次|名|位)"
    rf"|{_N}{{1,3}}多?[万亿]多?(?=乡亲|百姓|群众|人民|人口|父老|市民|居民|职工|农民|老百姓)"
    rf"|[ⅠⅡⅢⅣⅤ]{{1,2}}类|前{_N}{{1,3}}强"
    rf"|{_N}{{1,3}}个(?:小时|钟头){_N}{{1,3}}分|[一二三四五]级(?=以上[医班])"
    rf"|{_N}块{_N}(?=[，。一、；])|{_D}{{1,3}}年期",
)
_RANK = re.compile(
    rf"(?:升至|升到|上升到|提升到|跃居|跃升到?|追到了?|进到|落到|跌到|退到|掉到|排到|降到)(?:全[国省市县区]|倒数)?第({_N}{{1,3}})(?![一-鿿个]?阶段)"
    rf"|由全?[省市县区]?第({_N}{{1,3}})"
)


def find_more_times(text: str) -> Iterator[Span]:
    """Find times and figures that a speaker says without the usual form."""
    for match in _periods()(text):
        yield Span(match.start(), match.end(), "period")
    for match in _FIGURES(text):
        money = "块" in match[0]
        yield Span(match.start(), match.end(), "money" if money else "number")
    for match in _RANK.finditer(text):
        yield Span(match.start(match.lastindex or 0), match.end(match.lastindex or 0), "number")
