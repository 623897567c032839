"""How many points the opening says will follow (下面，我讲三点意见)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from drafter.speech.numerals import read_chinese_numeral

__all__ = ["announces", "find_announced"]

# Larger figures count deeds reported (实施了77项任务), not points to come.
_MOST_POINTS = 20
# Characters between the verb and its count (讲一讲对当前形势的三点看法), of the words
# counted, and of a sentence that are looked at on either side.
_FARTHEST_VERB = 14
_LONGEST_NOUN = 14
_FARTHEST_CONTEXT = 80

_SENTENCE = re.compile(r"[^。！？]*[。！？：]?")
_COUNT = re.compile(
    r"(?<![第几数上百千万一二三四五六七八九十\d.])(?P<number>[一二三四五六七八九十]{1,3}|两|几|\d{1,2})"
    r"(?=[个大点条项件句层方部问道])"
)


@cache
def _points() -> re.Pattern[str]:
    """What is counted where a speech's points are: 三点, 四个方面, 五句话, 三层意思."""
    nouns = (
        "方面|问题|部分|层面|重点|关键词|词|要求|专题|环节|观点|字|意见|话题|内容|想法|意思|故事|建议|希望|感受|体会|认识"
        "|任务|题目|主题|课题|板块|角度|关系|看法|思考|要点|议题(?=谈|讲|作)|关键字|打算|期待|期望|心愿|请求|倡议"
    )
    return re.compile(
        rf"个(?:大|重要|主要|具体|关键|突出|重点|基本|不成熟的?)?(?:{nouns})|大?(?:方面|问题|部分|任务)|层(?:意思|含义|面)?|句[^，。；]{{0,4}}话|句"
        r"|点(?!半|钟|[\d一二三四五六七八九])|条(?![路线河街道])|项(?!议程|议题|程序)|件(?:[小大实]?事(?:情|儿)?|$)?|道题"
    )


# Words that give a count its direction: it is about to be said …
_SAYS = re.compile(
    r"讲(?!话|政治)|谈|提(?![高升振速供拔质])|说|强调|汇报|报告|交流|分享|部署|明确|要求|(?<!工)作(?![为风用])|回应|回答|送|表达|安排|布置"
    r"|嘱咐|叮嘱|嘱托|拜托|探讨|研讨|讨论|聊|阐述|阐明|梳理|剖析|解读|介绍|通报|学习(?!贯彻|宣传)|补充|承诺|弄(?:明白|清楚?)"
)
_CHATS = re.compile(r"(?:讲|谈|说|聊|提|交流|汇报|表达|分享)$")
# … or is what the work will be about, which may as well be a plain statement.
_DOES = re.compile(
    r"抓|做|办|干|突出|围绕|聚焦|把握|处理好|落实|推进|打好|解决|完成|实现|注重|搞好|守住|用好|注意|有|是"
)
_POINTS_AHEAD = re.compile(
    r"将|请|继续|全力|重点|着重|主要|核心|关键|就是|集中|切实|认真|下面|接下来|今天|下一步|以下|如下|下列|需要|必须|要|务必"
)
# A count that these words stand before is told of (取得了五个方面的成绩, 省委提出的五项要求).
_TOLD = re.compile(r"(?:[了过得]|[^我己人身们]的)(?:这|那|如下)?[“‘]?$")
_DONE = re.compile(r"[抓做办]了$")
_OTHERS = re.compile(
    r"刚才|听了|议程|同志(?:讲|提|谈)|指示|讲话(?:从|围绕|提出)|书记(?:讲|提|从)|(?<![我的])(?:报告|发言)(?:从|分)"
    r"|(?:省|市|县|区|中央|部)[委里](?:提|要求|部署|明确|安排)|(?:县长|市长|区长|省长|主任|局长)(?:讲|提|从)"
)
#: 听了大家的发言，我也谈三点体会: others are told of, and then the speaker turns to what he will say himself.
_I_SAY = re.compile(r"我[^，。；]{0,6}?(?:讲|谈|说|提|强调|补充|交流|汇报|承诺)(?:以下|下面|如下)?$")
_POINTER = re.compile(r"(?:以下|下面|如下|下列)$")
_ABOUT = re.compile(r"(?:下面|今天|这里|我)[^。；！？]{0,14}?(?:围绕|针对|就)$")
_PARTS = re.compile(r"(?:分|分为|分成)$")
_FROM = re.compile(r"从(?:以下|下面|这)?$")
_PARTS_NOUN = re.compile(r"个?大?(?:部分|方面|层面|专题|板块|单元)")
_FROM_NOUN = re.compile(r"个?大?(?:方面|层面|角度|部分|维度)")
_WORDS_OF_ONES_OWN = re.compile(
    r"(?:个方面|点|条|项|句话|个)[^，。；]{0,4}?的?(?:意见|建议|要求|希望|看法|体会|想法|感受|认识|内容|情况|打算|嘱托|感悟"
    r"|期望|期待|寄语|倡议|思考|心得|启示|心里话|请求|心愿|工作)"
)
_INLINE_LIST = re.compile(r"[：:。，,—]*(?:[一其]是|首先|第一|一要|其一|一、|（一）|①|1[.．、])")
_PAUSE = re.compile("[，：,:]")
_TRAILING = re.compile(r"[^，。；：！？、]*[。：！？]?”?$")


class _Forward(Enum):
    """Whether a count points to what is still to be said; MAYBE when the units bear it out."""

    SURELY = auto()
    MAYBE = auto()
    NO = auto()


def announces(paragraph: str) -> bool:
    """Whether a paragraph announces points, be it only by words that may as well state."""
    return any(
        _points_forward(*_around(paragraph, sentence, count)) is not _Forward.NO
        for sentence in _SENTENCE.finditer(paragraph)
        for count in _COUNT.finditer(paragraph, sentence.start(), sentence.end())
    )


def find_announced(opening: Sequence[str], units: int = 0) -> int | None:
    """The number of points announced.

    The last announcement before the first unit counts: earlier ones tell of other people's
    speeches or of the meeting's business. 几点 gives None.

    Arguments:
        opening: the paragraphs before the first unit.
        units: how many units of the highest level follow. With units, a count whose list stands in
            the opening itself announces that list only; and words that announce as often as they
            state (抓好六项工作, 讲三个榜样) announce when the units bear them out.
    """
    for place, paragraph in enumerate(reversed(opening)):
        for back, sentence in enumerate(reversed(list(_SENTENCE.finditer(paragraph)))):
            is_last = place == 0 and back <= 1
            for count in reversed(list(_COUNT.finditer(paragraph, sentence.start(), sentence.end()))):
                before, behind = _around(paragraph, sentence, count)
                number = _value(count["number"])
                forward = _points_forward(before, behind)
                if number == 1 or forward is _Forward.NO:
                    continue
                if units and _lists_inline(paragraph, sentence, count):
                    continue
                leads_in = is_last and behind.endswith("：") and _TOLD.search(before) is None
                if forward is _Forward.SURELY or leads_in:
                    return number
                if is_last and number is not None and number == units:
                    return number
    return None


def _around(paragraph: str, sentence: re.Match[str], count: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a count in its sentence, as far as it matters."""
    before = paragraph[max(sentence.start(), count.start() - _FARTHEST_CONTEXT) : count.start()]
    behind = paragraph[count.end() : min(sentence.end(), count.end() + _FARTHEST_CONTEXT)]
    return before, behind


def _points_forward(before: str, behind: str) -> _Forward:
    """Read what stands before and behind a count in its sentence."""
    near = re.split("[，；：:,]", before)[-1][-_FARTHEST_VERB:]
    if _OTHERS.search(before) is not None:
        own = _I_SAY.search(near) is not None and _points().match(behind) is not None
        return _Forward.SURELY if own else _Forward.NO
    if _TOLD.search(before) is not None:
        # 一年来，我们重点抓了五个方面的工作： what is told of may be told at length right behind.
        return _Forward.MAYBE if _DONE.search(before) is not None and behind.endswith("：") else _Forward.NO
    quoted = before.endswith(("“", "‘", '"'))
    points = not quoted and _points().match(behind) is not None
    says = _says(near)
    if points and (says or _POINTER.search(near) is not None or _ABOUT.search(before[-24:]) is not None):
        return _Forward.SURELY
    if _PARTS.search(near) is not None and _PARTS_NOUN.match(behind) is not None:
        return _Forward.SURELY
    if _FROM.search(near) is not None and _FROM_NOUN.match(behind) is not None:
        return _Forward.SURELY
    if _WORDS_OF_ONES_OWN.match(behind) is not None and not _DOES.search(near.replace("有", "")):
        return _Forward.SURELY
    if not _ends_soon(behind, quoted):
        return _Forward.NO
    if says or _CHATS.search(near) is not None:
        return _Forward.MAYBE
    does = _DOES.search(near) is not None and _POINTS_AHEAD.search(before) is not None
    return _Forward.MAYBE if does or _POINTER.search(near) is not None else _Forward.NO


def _says(near: str) -> bool:
    """Whether a verb of saying stands before the count, not yet done (讲了) nor another's (讲的)."""
    verbs = list(_SAYS.finditer(near))
    return (
        bool(verbs) and re.match(r"[了到过得](?!的)|的(?!有|是|就|主要|话)", near[verbs[-1].end() :]) is None
    )


def _ends_soon(behind: str, quoted: bool) -> bool:
    """Whether the words counted end the sentence."""
    if quoted:
        behind = behind.replace("”", "", 1).replace("’", "", 1).replace('"', "", 1)
    tail = _TRAILING.match(behind)
    return tail is not None and len(tail[0]) <= _LONGEST_NOUN


def _lists_inline(paragraph: str, sentence: re.Match[str], count: re.Match[str]) -> bool:
    """Whether the list that is counted follows in the paragraph itself (强调三点：一是…；二是…)."""
    pause = _PAUSE.search(paragraph, count.end(), sentence.end())
    ends = [sentence.end(), *([pause.start()] if pause else [])]
    return any(_INLINE_LIST.match(paragraph, end) is not None for end in ends)


def _value(words: str) -> int | None:
    number = int(words) if words.isdecimal() else 2 if words == "两" else read_chinese_numeral(words)
    return number if number is not None and number <= _MOST_POINTS else None
