"""The words that official headings and limbs (分句) begin with, and what of a clause is its frame."""

from __future__ import annotations

import re

from phrasebank.units.lexicon import ADVERBS, LEAD_VERBS, NOT_SINGLE, SINGLE_VERBS

__all__ = ["BLANK", "clause_frame", "starts_with_verb"]

BLANK = "～"
"""Stands for the content words of a frame (句式)."""


def _alternatives(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))


_HEAD = re.compile(
    rf"(?P<adverbs>(?:{_alternatives(ADVERBS)}){{0,4}})"
    rf"(?:(?P<verb>{_alternatives(LEAD_VERBS)})"
    rf"|(?P<single>(?!{_alternatives(NOT_SINGLE)})[{SINGLE_VERBS}])(?=[一-鿿{{“《]))"
)
_CLAUSE = re.compile(r"[，；、：]")
_PAIRED = {
    "以": re.compile(r"(?:作?为|促|推动|带动|引领)(?=[一-鿿]|$)"),
    "把": re.compile(r"作为|放在|摆在|纳入|贯穿|落到|落实到|抓在|转化为|变成|做(?:实|细|优|强|大)"),
    "将": re.compile(r"作为|放在|摆在|纳入|贯穿|落到|落实到"),
    "在": re.compile(r"[上中下里前](?=.)"),
    "从": re.compile(r"[上中]|入手|做起|抓起"),
    "向": re.compile(r"要|看齐|聚焦|发力|延伸|进军"),
    "为": re.compile(r"而|提供|注入|增添|贡献"),
    "对": re.compile(r"要"),
    "让": re.compile(r"成为|更"),
}
_ADVERB_BEFORE = "稳步|持续|全面|加快|扎实|深入|明显|显著|不断|进一步|更加|有序|有力|有效|大幅|步伐|再"
# What closes a clause that begins with its subject.
_PREDICATE = (
    "提升|提高|推进|改善|增强|加强|优化|发展|完善|加快|深化|拓展|进步|向好|见效|显现|凸显|显著|明显|扎实|稳固|巩固|突破|进展|提速|"
    "完成|落实|落地|到位|跃升|增长|为先|为本|至上|优先|先行|下功夫|见成效|求突破|再发力|新突破|新成效|新进展|新台阶|新提升"
)
_TAIL = re.compile(
    rf"(?:(?:{_ADVERB_BEFORE})?(?:{_PREDICATE})|回顾|任务|安排|要求|目标|重点|打算|意见|体会|建议|情况)$"
)
_SUBJECT_FIRST = re.compile(rf"(?:{_ADVERB_BEFORE})(?:{_PREDICATE})$")
# Lead verbs that are as often the subject: 创新水平大幅跃升.
_OFTEN_NOUNS = frozenset(
    [
        "创新",
        "发展",
        "建设",
        "服务",
        "改革",
        "保障",
        "教育",
        "监督",
        "治理",
        "开放",
        "整治",
        "监管",
        "组织",
        "培训",
        "宣传",
        "协调",
        "应用",
    ]
)


def starts_with_verb(clause: str) -> bool:
    """Whether a clause begins with a verb, adverbs and auxiliaries before it allowed."""
    return _HEAD.match(clause) is not None


def clause_frame(text: str) -> str:
    """The frame of a heading or lead: what stays when its content words are taken out.

    Verbs that lead a clause, what goes before them (进一步 要 切实) and the partner of a preposition
    (以～为～, 把～作为～) stay, the rest is ``BLANK``. A clause with no leading verb keeps its closing
    predicate (～稳步提升).

    Arguments:
        text: a masked heading or lead.

    Returns:
        the frame, such as ``运用～，进一步强化～``; ``～`` where nothing but content is there.
    """
    parts: list[str] = []
    at = 0
    for mark in _CLAUSE.finditer(text):
        parts += [_one(text[at : mark.start()]), mark[0]]
        at = mark.end()
    parts.append(_one(text[at:]))
    return "".join(parts)


def _one(clause: str) -> str:
    head = _HEAD.match(clause)
    if head and not head["adverbs"] and head["verb"] in _OFTEN_NOUNS and _SUBJECT_FIRST.search(clause):
        head = None
    if head is None:
        tail = _TAIL.search(clause)
        return BLANK + tail[0] if tail and tail.start() else BLANK
    rest = clause[head.end() :]
    if not rest:
        return head[0]
    partner = _PAIRED.get(head["single"] or "")
    found = partner.search(rest, 1) if partner else None
    if found is None:
        return head[0] + BLANK
    return head[0] + BLANK + found[0] + (BLANK if found.end() < len(rest) else "")
