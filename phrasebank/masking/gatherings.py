"""What people gather for, by name: fairs, festivals, contests, courses (灯会、庙会、恳谈会、公开赛)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phrasebank.masking.scan import before
from phrasebank.masking.span import Span
from phrasebank.masking.tokens import Tokens

__all__ = ["find_gatherings"]

_ENDS = (
    "灯会|庙会|恳谈会|公开赛|擂台赛|市集|大集|好物节|敬老节|丰收节|采摘节|美食节|购物节|音乐节|啤酒节|花会|龙舟赛"
    "|邀请赛|锦标赛|联赛|大会战|早餐会|轮训班|敬老宴|百家宴|招聘季|电视电话会议|伙伴大会|年货节|灯光秀"
    "|对接会|品鉴会|故事会"
)
_NAMED = before(
    _ENDS,
    rf"[^\W\d_的了在和与把是有要将对]{{1,3}}(?:（[一-鿿]{{2,6}}）)?[^\W\d_的了在和与把是要将]{{0,10}}?(?:{_ENDS})(?![一-鿿]?[场次届]上)",
    14,
)
_VERBS = re.compile(
    ".*(?:举办|承办|举行|召开|参加|组织|打造|办好|办起|一场|一次|一届|一年一度|还有|每月|每年|每季度|这次|本次|利用|通过|的|办)"
)
_SORTS = re.compile(
    "(?:各类|一些|相关|专题|产销|产业|项目|供需|银企|政银企|企业|民情|农村|乡村|传统|文化|旅游|体育)+$"
)
"""What says only of which sort a gathering is."""


def find_gatherings(text: str, tokens: Tokens) -> Iterator[Span]:
    """Find gatherings that have a name."""
    for match in _NAMED(text):
        start, end = match.span()
        head = _VERBS.match(match[0][:-2])
        if head:
            start += head.end()
        number = tokens.at(start)
        if tokens.starts[number] < start:
            start = tokens.starts[number + 1]
        words = text[start:end]
        tail = next((one for one in _ENDS.split("|") if words.endswith(one)), "")
        name = words[: len(words) - len(tail)]
        if len(name) < 2 or _SORTS.fullmatch(name):
            continue
        yield Span(start, end, "event")
