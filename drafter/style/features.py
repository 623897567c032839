"""What is measured of a text's manner (风格): its small words, marks, sentences and paragraphs.

Small words and punctuation tell hands apart where subjects differ (Burrows, "Delta": a measure of
stylistic difference, Literary and Linguistic Computing 17(3), 2002); lengths tell how it is read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from statistics import fmean, pstdev

__all__ = ["FEATURES", "WORDS", "features_of"]

#: Words whose rate (per 1,000 characters) is measured.
_WORDS = (
    # how it presses
    "要", "必须", "务必", "坚决", "切实", "严禁", "不得", "一律", "确保", "绝不", "决不", "不能",
    # whom it speaks to, and as whom
    "我们", "大家", "同志们", "各位", "你们", "我", "咱们", "自己", "谁",
    # how it joins
    "同时", "此外", "特别是", "因此", "所以", "因为", "但", "而且", "不仅", "既", "又",
    "还", "就", "才", "也", "都",
    "如果", "只有", "只要", "比如", "一方面", "首先", "最后", "这", "那", "什么", "怎么",
    # its grammar
    "的", "了", "着", "过", "把", "被", "对", "在", "从", "让", "不", "没有",
    "没", "更", "最", "很", "是", "有", "去", "来",
    "一个", "一次", "一条", "进一步", "全面", "着力", "推动", "加强", "强化", "提高", "开展",
)  # fmt: skip
WORDS: tuple[str, ...] = _WORDS
"""The features that are words or parts of words."""

_MARKS = ("，", "。", "、", "；", "：", "？", "！", "“", "《", "——", "……", "（")
_SENTENCE = re.compile(r"[^。！？]+[。！？]")
_CLAUSE = re.compile(r"[^，。！？；：]+")
#: Sentences up to this long are short ones, from this on long ones, in characters.
_SHORT, _LONG = 15, 60
_FAMILIES = {
    "第N": r"^第[一二三四五六七八九十]+[，、]",
    "N要": r"^[一二三四五六七八九十]要",
    "N是": r"^[一二三四五六七八九十]是",
    "（N）": r"^（[一二三四五六七八九十]+）",
    "N、": r"^[一二三四五六七八九十]+、",
    "首先": r"^(?:首先|其次|再次|最后)，",
}
_FAMILY = {name: re.compile(pattern, re.MULTILINE) for name, pattern in _FAMILIES.items()}
_PER = 1000

FEATURES: tuple[str, ...] = (
    *_WORDS, *_MARKS, *_FAMILIES,
    "句长", "句长变化", "短句", "长句", "分句长", "段长", "标题长",
)  # fmt: skip
"""Names of all features, in the order of ``features_of``."""


def features_of(text: str) -> Mapping[str, float]:
    """Every feature of a text.

    Rates are per 1,000 characters; 句长, 分句长, 段长, 标题长 are means in characters, 句长变化 the standard
    deviation over the mean, 短句 and 长句 shares of the sentences.

    Arguments:
        text: one paragraph a line.
    """
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    said = [line for line in paragraphs if "。" in line]
    whole = "\n".join(paragraphs)
    size = max(1, len(whole)) / _PER
    found = {word: whole.count(word) / size for word in (*_WORDS, *_MARKS)}
    found |= {name: len(pattern.findall(whole)) / size for name, pattern in _FAMILY.items()}
    lengths = [len(sentence) for line in said for sentence in _SENTENCE.findall(line)] or [0]
    mean = fmean(lengths)
    clauses = [len(clause) for line in said for clause in _CLAUSE.findall(line)] or [0]
    headings = [len(line) for line in paragraphs if _FAMILY["N、"].match(line) and "。" not in line] or [0]
    found["句长"] = mean
    found["句长变化"] = pstdev(lengths) / mean if mean else 0.0
    found["短句"] = sum(length <= _SHORT for length in lengths) / len(lengths)
    found["长句"] = sum(length >= _LONG for length in lengths) / len(lengths)
    found["分句长"] = fmean(clauses)
    found["段长"] = fmean([len(line) for line in said] or [0])
    found["标题长"] = fmean(headings)
    return found
