"""Words at which a phrase may not begin or end, and words that no phrase of several speeches holds.

A run of words that is frequent need not be a phrase: 生态环境质量持续 is cut off, 和社会发展 begins in the
middle. The lists (``edge_words.toml``) are ours; the tags are jieba's (ICTCLAS). Verbs that need an object
may close a phrase behind their object (基础设施建设): how often clauses end there decides.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from phrasebank.specifics import find_specifics
from phrasebank.tokeniser import read_words, tokeniser
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["Edge", "edge_of", "is_break", "is_slot", "is_sound", "is_whole_clause"]

_LISTS = tomllib.loads(Path(__file__).with_name("edge_words.toml").read_text("utf-8"))
_NEVER_FIRST, _NEVER_LAST, _ADVERBIAL, _NEVER_OPENS, _NEVER_CLOSES = (
    frozenset(_LISTS[name].split())
    for name in ("never_first", "never_last", "adverbial", "never_opens", "never_closes")
)
_TAGS_NEVER_FIRST = frozenset(
    {"uj", "ul", "uz", "ug", "ud", "uv", "y", "e", "o", "k", "q", "f", "c", "p", "r", "m", "mq", "tg", "t"}
)
_TAGS_NEVER_LAST = frozenset(
    {"uj", "uv", "ud", "c", "p", "d", "df", "r", "m", "mq", "y", "e", "o", "ad", "h", "tg", "t"}
)
_ADVERBIAL_TAGS = frozenset({"d", "ad", "zg"})
_ADVERBIAL_HEADS = tuple(word for word in _ADVERBIAL if len(word) > 1)
_IDIOM_TAGS = frozenset({"l", "v"})
_NOMINAL_TAGS = "nabjlsz"


class Edge(NamedTuple):
    """What a word may be in a phrase.

    Arguments:
        first, last: whether a phrase may begin, end with it.
        adverbial: whether it modifies the verb behind it.
        verbal: whether it is a verb by itself, wanting an object.
        idiom: whether it is a set phrase (成语, 习用语) and says something alone.
        nominal: whether it names something, so that a noun behind it belongs to it.
    """

    first: bool
    last: bool
    adverbial: bool
    verbal: bool
    idiom: bool
    nominal: bool


@cache
def edge_of(word: str) -> Edge:
    """What a word may be in a phrase.

    Arguments:
        word: a token of masked text, no slot and no break.
    """
    parts = tokeniser().tag(word)
    head, tail = parts[0][1], parts[-1][1]
    # 深入开展 is one word to the tokeniser and two to a reader.
    modified = len(word) > 3 and word.startswith(_ADVERBIAL_HEADS)
    return Edge(
        first=word not in _NEVER_FIRST and head not in _TAGS_NEVER_FIRST,
        last=word not in _NEVER_LAST and tail not in _TAGS_NEVER_LAST,
        adverbial=word in _ADVERBIAL or head in _ADVERBIAL_TAGS,
        verbal=tail == "v" or modified,
        idiom=len(word) > 3 and not modified and (tail == "i" or word in _own_idioms()),
        nominal=tail[0] in _NOMINAL_TAGS or tail == "vn",
    )


@cache
def _own_idioms() -> frozenset[str]:
    return frozenset(word.text for word in read_words() if word.tag in _IDIOM_TAGS)


def is_whole_clause(first: str, last: str) -> bool:
    """Whether whole clauses that begin and end with these words need nothing before or behind them.

    Where a clause begins and ends a phrase may not be cut, so that less is asked of its edges.
    """
    return first not in _NEVER_OPENS and last not in _NEVER_CLOSES


def is_slot(word: str) -> bool:
    """Whether a token is a slot."""
    return word[:1] == "{"


def is_break(word: str) -> bool:
    """Whether no phrase goes across a token: punctuation, figures, foreign words, the end of a sentence."""
    return not ("一" <= word[:1] <= "鿿" or is_slot(word))


# 科学发展观为指导 has lost its 以.
_HALF_FRAME = re.compile(
    r"^(?!.*[以把将])[^，]*[一-鿿]{2}(?:作?为(?:指导|主线|核心|主体|引领|重点|抓手|目标|中心|支撑|载体|统领|根本|导向|基础|契机|龙头"
    r"|牵引|先导|依托|保障|主题|己任|首要|第一))"
)
_BLANK = "□"


def is_sound(text: str) -> bool:
    """Whether nothing specific stands in words outside their slots, and no frame is cut in two.

    Arguments:
        text: masked words.
    """
    if _HALF_FRAME.match(text):
        return False
    return next(find_specifics(SLOT_PATTERN.sub(_BLANK, text)), None) is None
