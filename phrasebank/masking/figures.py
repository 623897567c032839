"""Figures, money, shares, counts, dates and periods: everything that begins with a numeral, or is a word
for a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from phrasebank.masking.pairs import Pairs
from phrasebank.masking.scan import before
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words

__all__ = ["find_figures"]

_D = "[0-9０-９]"
_A = rf"{_D}+(?:[.．,]{_D}+)*"
_N = "[一二三四五六七八九十百千万亿两零〇几]"
_NUMERALS = "二三四五六七八九十百千万亿两零〇几数半○"
_HAN_NUMERALS = frozenset(f"{_NUMERALS}一")
_ONE = "[二三四五六七八九十两]"
_JOIN = "(?:[—\\-~～－–×∶:]+|[至到])"
_SCALE = "[十百千万亿]*"
_VAGUE = "(?:多|余|几|来)?"
_AROUND = "(?:以上|以下|以内|之内|之间|左右|上下|开外|内(?![部外容需生涵在陆河蒙]))?"
_YEAR = rf"(?:{_D}{{4}}|[〇零○一二三四五六七八九]{{4}}|(?<!{_D}){_D}{{2}}(?=年(?:以来|底|初)))"
_EDGE = (
    "(?:[上中下]旬|年?(?:底|末|初|中(?![央国共心小旬])))?(?:以前|之前|前(?![列往所期景进提沿瞻三])|以后"
    "|之后|后(?![续期来勤])|起(?![来步点到草])|以来|止)?"
)
_MONTH = rf"{_D}{{1,2}}月份?"
_HAN_MONTH = (
    "[一二三四五六七八九十]{1,2}月(?=份|底|初|末|[上中下]旬|以前|之前|前"
    "|[一二三四五六七八九十]{1,3}[日号])份?"
)
_DAY = rf"(?:{_D}{{1,2}}|[一二三四五六七八九十]{{1,3}})[日号]"
_MORNING = "(?:凌晨|上午|下午|晚上?|中午|夜间)?(?:[一二三四五六七八九十]{1,2}点(?:半|钟)?前?)?"

_SPEECH = (
    "点意见|点要求|点建议|点|个方面|方面|个问题|层意思|层|句话|句|条意见|条要求|条|件事|个字|个意见|个建议"
    "|项|个关键词|个关键"
)

# 讲三点意见: what a speaker announces.
_COUNT = (
    rf"(?:(?<=[讲谈说提讨])|(?<=强调)|(?<=交流)|(?<=汇报)|(?<=[讲谈提说]了)|(?<=[讲谈提说]好)|(?<=以下)"
    rf"|(?<=如下)|(?<=补充))"
    rf"(?:[二两三四五六七八九十]{{1,2}}|{_D}{{1,2}})(?={_SPEECH})"
    rf"|(?<=有)[两三四五六七八九](?=条线|件事|句话|个“|个字|条底线|条红线)"
    rf"|(?<![一-鿿])[两三四五六七八九](?=个“)|[两三四五六七八九](?=个“不)"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What to look for where a digit, a numeral or a word for a time stands."""
    money = alternatives(words("units.txt", "money"))
    unit = alternatives([unit for part in ("time", "measure", "count") for unit in words("units.txt", part)])
    weighed = alternatives(words("units.txt", "weighed"))
    named = alternatives(
        [word for part in ("years", "months", "seasons") for word in words("periods.txt", part)]
    )
    halves = alternatives(words("periods.txt", "halves"))
    feasts = alternatives(words("periods.txt", "feasts"))
    kept = alternatives(words("set_numerals.txt", "sayings") + words("set_numerals.txt", "national"))
    quarter = rf"(?:第?[一二三四]|{_D}|[前头][一二三]个?|前三)季度(?!开门红)"
    share = "(?:个?百分点|个点|[%％‰]|倍|成(?![为立效果长功熟品套交员绩]))"
    of_money = rf"(?:/(?:吨|人|亩|年|月|平方米|平米|户))?{_AROUND}"
    size = "(?:（[次套间台]）|多?[深长宽高厚](?![度质新级标安速层压]))?"
    dated = (
        rf"{_YEAR}年(?:{_MONTH}|[一二三四五六七八九十]{{1,2}}月)(?:{_DAY})?"
        rf"(?:{_JOIN}(?:{_YEAR}年)?(?:{_MONTH})?(?:{_DAY})?)?{_EDGE}{_MORNING}"
    )
    yearly = (
        rf"{_YEAR}(?:{_JOIN}{_YEAR})?年(?:度|间)?(?:{quarter}|{halves}"
        rf"|[春夏秋冬][天季])?{_EDGE}(?:{_JOIN}{_YEAR}年{_EDGE})?"
    )
    digit = {
        "date": (
            rf"{dated}|{_MONTH}(?:{_DAY}(?:{_JOIN}(?:{_MONTH})?{_DAY})?)?{_EDGE}"
            rf"(?:{_JOIN}(?:次年)?{_MONTH}(?:{_DAY})?{_EDGE})?{_MORNING}"
            rf"|{_D}{{1,2}}[日号](?!楼|线|院|库|站|地块|文|内){_EDGE}{_MORNING}"
        ),
        "period": (
            rf"{yearly}|{_D}{{1,2}}{_JOIN}{_D}{{1,2}}月份?|{_MONTH}{_JOIN}次年{_MONTH}|{_D}季度(?:末|底"
            rf"|初|以来)?|{_D}{{1,3}}多?年(?:以来|来(?!自)|前)"
        ),
        "percent": (
            rf"{_A}[%％‰]{_JOIN}{_A}[%％‰]{_AROUND}|{_D}+分之{_D}+"
            rf"|{_A}(?:{_JOIN}{_A})?{_SCALE}{_VAGUE}{share}[半多]?{_AROUND}"
        ),
        "money": (
            rf"{_A}(?:{_JOIN}{_A})?{_SCALE}{_VAGUE}{_SCALE}{money}(?:{_JOIN}{_A}{_SCALE}{money})?{of_money}"
        ),
        "number": rf"{_A}(?:{_JOIN}{_A})*(?:{_SCALE}{_VAGUE}{_SCALE}{unit}{size}{_AROUND}|{_SCALE}{_VAGUE})",
    }
    numeral = {
        "season": rf"[一二三四五六七八九十]{{1,2}}点(?:半|钟|三刻|一刻)(?!意)|两会期间|三伏天"
        rf"|{feasts}(?:节)?(?:长假|假期|小长假)?(?:前夕|前后|期间|之前|之后|以前|以后|前(?!夕)|后"
        rf"|来临之际|将至)",
        "keep": rf"{kept}|十分(?!钟|之)",
        "count": _COUNT,
        "date": rf"{dated}|{_HAN_MONTH}(?:{_DAY})?{_EDGE}{_MORNING}",
        "period": (
            rf"{yearly}|(?:十[一二]|[二三四五六七八九十])月(?![一-鿿]?一次)(?:份|里)?|半个月(?:以来|前)"
            rf"|{quarter}(?:末|底|初|以来|之前|内|前(?![列往所期景进提沿瞻三]))?|{_N}{{1,3}}多?年(?:以来|来(?!自)|间(?!隔)|内(?!部)|前)"
            rf"|[二两三四五六七八九]年(?=行动|规划|计划)"
            rf"|十[一二三四五六七八九]五(?:时期|期间|末|以来|开局之年|收官之年)?"
        ),
        "percent": (
            rf"一半{_AROUND}|百分之(?:{_N}|点|{_D}|[.．])+{_AROUND}"
            rf"|{_N}+(?:{_JOIN}{_N}+)?{_VAGUE}(?:个?百分点|倍){_AROUND}"
            rf"|[二两三四五六七八九几一](?:[到至][二三四五六七八九])?成[一二三四五六七八九半多]?(?![为立"
            rf"效果长功熟品套交员绩天本]){_AROUND}"
            rf"|{_N}{{1,3}}分之{_N}{{1,3}}(?:点{_N}+)?{_AROUND}"
        ),
        "money": (
            rf"[几数]?{_N}*[十百千万亿二三四五六七八九两]{_VAGUE}{_SCALE}{money}{of_money}"
            rf"|[数几][十百千万亿]+{money}{of_money}"
        ),
        "number": (
            rf"{_N}*{_ONE}{_N}*(?:[到至]{_N}+)?{_VAGUE}{unit}(?:零{_N}+(?:个月|天"
            rf"|个))?{size}(?:半(?![年天月个]))?{_AROUND}"
            rf"|[几数]?[十百千万亿]{{1,3}}{_VAGUE}{weighed}级?{_AROUND}|[几数][十百千万亿]+{_VAGUE}{unit}"
            rf"|一[百千万]{_N}*{_VAGUE}{unit}{_AROUND}|半(?:天|年)(?!会)|一(?:个(?:来月|多?小时|多?星期"
            rf"|季度|礼拜|半月)|刻钟|年半|个半(?:小时|月)?|小时|分钟|年零{_N}+个月){_AROUND}"
            rf"|半(?:个(?:小时|月)|小时){_AROUND}|[百千万亿](?=级|元)|百(?=强)"
            rf"|[二三四五六七八九十两]+[十百千万]+[一二三四五六七八九十百千万零]*多?{_AROUND}"
            rf"|[十百]+{_ONE}+{_AROUND}|{_N}{{3,}}"
        ),
    }
    terms = alternatives(words("periods.txt", "terms"))
    years = rf"(?:{_D}{{1,3}}|[一二三四五六七八九十百两]{{1,3}})多?年"
    word = {
        "number": rf"每小时{_A}{unit}|第{_A}(?:位|名|条|批|期|次|个|届)"
        rf"|[上近][百千万]+(?!分之){_VAGUE}{unit}",
        "percent": rf"近{_N}{{1,2}}成|近{_N}{{1,3}}倍{_AROUND}|翻上?[一两二三四]番",
        "period": (
            rf"(?:正月|腊月)(?:初|廿|二十)?[一二三四五六七八九十]+{_EDGE}|(?:早上|早晨|晚上|上午|下午"
            rf"|凌晨|夜里|中午)(?:{_N}{{1,3}}|{_D}{{1,2}})[点时](?:半|钟|整|{_N}{{1,3}}分"
            rf"|{_D}+分)?(?:到(?:凌晨|晚上|次日)?{_N}{{1,3}}点)?(?:以前|之前|前)?|事故(?:当晚|当天|当日)"
            rf"|(?:元月|次年{_D}{{1,2}}月|次年){_EDGE}|(?:{terms})(?:前后|之前|之后|前|后|以来)"
            rf"|(?:今|去|明|前|上|当|同)年(?:{feasts}{_EDGE}|[春夏秋冬][天季]|(?:这个时候|此时)"
            rf"|{_D}{{1,2}}(?:{_JOIN}{_D}{{1,2}})?月份?(?:{_DAY})?{_EDGE}|{_HAN_MONTH}{_EDGE}"
            rf"|(?:{quarter}|{halves}){_EDGE})"
            rf"|(?:(?:最|新)?近|过去|今后|往后|未来|最后|[前后头这]|持续|连续|此后|接下来|再用"
            rf"|再过){years}(?:时间)?(?:以来|来(?!自)|间|里|内)?"
            rf"|(?:最后|连续|最近|过去|未来|今后|接下来)(?:{_N}{{1,3}}|{_D}+)(?:天|个月|个季度|周|个星期)"
            rf"|{feasts}(?:长假|假期|小长假)?(?:前夕|前后|期间|之前|之后|以前|以后|前(?!夕)|后|来临之际"
            rf"|将至)|{feasts}(?:长假|假期|小长假)"
            rf"|(?:整个)?{named}(?:期间)?{_EDGE}|{halves}(?:以来|之前|前(?![列往所期景进提沿瞻三]))?"
            rf"|{quarter}(?:末|底|初|以来|之前|内|前(?![列往所期景进提沿瞻三]))?"
            rf"|(?<![一每])周[一二三四五六日](?![清次会])|[下上]一(?:个创建周期|轮|届任期|个年度)"
            rf"|“十[一二三四五六七八九]五”(?:时期|期间|末|以来|开局之年|收官之年)?"
        ),
    }
    return {
        name: re.compile("|".join(f"(?P<{part}>{pattern})" for part, pattern in parts.items()))
        for name, parts in {"digit": digit, "numeral": numeral, "word": word}.items()
    }


def _heads() -> dict[str, set[str]]:
    """The first characters of words for a time, each with those that may follow."""
    heads: dict[str, set[str]] = {}
    for section in ("years", "months", "halves", "seasons", "feasts", "terms"):
        for word in words("periods.txt", section):
            if word[0] not in _NUMERALS:
                heads.setdefault(word[0], set()).add(word[1])
    for word in (
        "近十",
        "最近",
        "新近",
        "过去",
        "今后",
        "未来",
        "最后",
        "持续",
        "连续",
        "此后",
        "接下",
        "再用",
        "再过",
        "每小",
        "下一",
        "上一",
        "“十",
        "翻两",
        "翻一",
        "翻上",
        "同年",
        "正月",
        "腊月",
        "元月",
        "次年",
        "整个",
        "事故",
        "早上",
        "早晨",
        "晚上",
        "上午",
        "下午",
        "凌晨",
        "夜里",
        "中午",
        "往后",
        *words("periods.txt", "terms"),
        *(f"近{n}" for n in "一二三四五六七八九"),
        *(f"周{day}" for day in "一二三四五六日"),
    ):
        heads.setdefault(word[0], set()).add(word[1])
    heads.setdefault("上", set()).update("百千万")
    for head in "近前后头这第":
        heads.setdefault(head, set()).update(f"{_NUMERALS}一0123456789")
    return heads


@cache
def _starts() -> tuple[Pairs, frozenset[str]]:
    """Where a figure or a time may begin: by its first character, and for words by the second too."""
    heads = _heads()
    marks = [mark for mark in f"0123456789０１２３４５６７８９{_NUMERALS}" if mark not in heads]
    followed = {"一": _BEHIND_ONE, **heads}
    listed = [*marks, *(head + second for head, seconds in followed.items() for second in seconds)]
    return Pairs(listed), frozenset(heads)


# 每月曝光一次, 至少接访一天: the one time that is asked for.
_cadences = before(
    "一(?=[次天遍期轮回场篇件个条名家台公处位])",
    r"(?:每(?:年|半年|季度|季|月|半月|半个月|旬|周|天|日)|至少|不少于|不低于|只有|仅有|不到|每隔"
    r"|不足)[一-鿿]{0,8}?(一(?:次|天|遍|期|轮|回|场|篇|件|个|条|名|家|台|公里|处|位))(?![一-鿿]?[个一])",
    14,
    3,
)
_ranks = before(
    "第",
    r"(?:倒数|排名?|位列|位居|居|列|排在)[^，。；]{0,6}?第([一二三四五六七八九十]{1,3}|[0-9]+)(?:位|名)?"
    r"|第([一二三四五六七八九十百千零]{1,6}[位名期](?![一-鿿]?书记))",
    10,
    6,
)
_BEHIND_ONE = frozenset("个刻年小分百千万二三四五六七八九十成季倍半点")


def find_figures(text: str) -> Iterator[Span]:
    """Find figures, counts, dates and periods.

    Arguments:
        text: any text; spans come in order, not overlapping but for ranks and cadences, which come last.
    """
    patterns = _patterns()
    digit, numeral, word = patterns["digit"].match, patterns["numeral"].match, patterns["word"].match
    starts, heads = _starts()
    last = 0
    for at in starts.places(text):
        if at < last:
            continue
        mark = text[at]
        if mark in heads:
            match = word(text, at)
        elif mark in _HAN_NUMERALS:
            match = numeral(text, at)
        else:
            match = digit(text, at)
        if match is not None:
            last = match.end()
            name = match.lastgroup
            if (
                name == "keep"
                or name is None
                or (
                    name == "number"
                    and text[at - 1 : at] == "第"
                    and text[last - 1] not in "趟次条期届"
                    and not (last - at > 2 and text[last - 1] == "个")
                )
            ):
                continue
            yield Span(at, last, "period" if name == "season" else name)
    for match in _cadences(text):
        yield Span(match.start(1), match.end(1), "number")
    for match in _ranks(text):
        yield Span(match.start(match.lastindex or 0), match.end(), "number")
