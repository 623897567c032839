"""How many points the opening says will follow (下面，我讲三点意见)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.speech.numerals import CHINESE_NUMERAL, read_chinese_numeral

__all__ = ["find_announced"]


def _number(place: int) -> str:
    return rf"(?P<number{place}>{CHINESE_NUMERAL}|两|几|\d{{1,2}})"


_UNIT = (
    r"(?:个(?:大)?(?:方面|问题|部分|层面|重点|关键词|词|要求|专题|环节|观点|字|意见|话题|内容|想法|意思|故事)|大?方面|点|条|项|件事?|句话|"
    r"层(?:意思)?|部分|问题|件)"
)
_SAY = r"(?:讲|谈|提|说|强调|汇报|报告|交流|分享|探讨|研讨|讨论|部署|明确|提出|要求|作|着重讲|重点讲|简要讲|回应|回答|送)"
_FORWARD = re.compile(
    rf"(?:{_SAY}(?![了到过得])[^。；！？讲谈]{{0,12}}?{_number(1)}{_UNIT}"
    rf"|(?:以下|下面|如下){_number(2)}{_UNIT}"
    rf"|(?:下面|今天|这里|我)[^。；！？]{{0,12}}?(?:围绕|针对|就){_number(6)}{_UNIT}"
    rf"|分(?:为|成)?{_number(3)}个?(?:大)?(?:部分|方面|层面|专题)"
    rf"|从{_number(4)}个?(?:大)?(?:方面|层面|角度|部分)"
    rf"|{_number(5)}(?:个方面|点|条|项|句话)的?(?:意见|建议|要求|希望|看法|体会|想法|感受|认识|内容|情况|工作|打算|嘱托))"
)
# Larger figures count deeds reported (实施了77项任务), not points to come.
_MOST_POINTS = 20
_BACKWARD = re.compile(
    r"刚才|听了|议程|同志(?:讲|提|谈)|指示|讲话(?:从|围绕|提出)|书记(?:讲|提|从)|(?:报告|发言)(?:从|分)"
)
_SENTENCE = re.compile(r"[^。！？]*[。！？：]?")


def find_announced(opening: Sequence[str]) -> int | None:
    """The number of points announced.

    The last announcement before the first unit counts: earlier ones tell of other people's
    speeches or of the meeting's business. 几点 gives None.

    Arguments:
        opening: the paragraphs before the first unit.
    """
    for paragraph in reversed(opening):
        for sentence in reversed(_SENTENCE.findall(paragraph)):
            said = list(_FORWARD.finditer(sentence))
            if said and _BACKWARD.search(sentence[: said[-1].start()]) is None:
                return _value(said[-1])
    return None


def _value(match: re.Match[str]) -> int | None:
    words = next((text for name, text in match.groupdict().items() if text and name.startswith("number")), "")
    number = int(words) if words.isdecimal() else 2 if words == "两" else read_chinese_numeral(words)
    return number if number is not None and 1 < number <= _MOST_POINTS else None
