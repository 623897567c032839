"""Names that nothing beside them gives away: a person's is masked, another left, and both are in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from phrasebank.masking.divisions import divisions
from phrasebank.masking.persons import FUNCTION, NEVER_GIVEN, PERSON_TAGS, surnames
from phrasebank.masking.scan import Scan, anchored
from phrasebank.masking.span import Span
from phrasebank.masking.tables import words
from phrasebank.masking.tokens import Tokens, is_word

__all__ = ["find_unsaid"]

_NO_NAME_END = re.compile(
    "[路街河江湖山镇村乡县市区省州岭桥湾港城站厂社会局院校园业化性力者率型度制案法产品量企党委办号级个万"
    "亿元年月日线网权等]$"
)


@cache
def _standing() -> Scan:
    """Three characters where a name can stand: what is said of them can only be said of a person, or not."""
    return anchored(
        surnames()[0],
        "(?P<surely>(?:(?<![一-鿿])|(?<=[的、叫”和]))[一-鿿]{3}(?=说|讲了|挂帅|带着|带领|讲道|告诉|回忆|感慨|坦言"
        "|一家|夫妇|母子|父子|父女|两口子|生前)|(?<=叫)[一-鿿]{3}(?=的)"
        "|(?<=[以像向跟给请])[一-鿿]{3}(?=为代表|这样|那样|一样|学习|他们|两位|三位|同志))"
        "|(?:(?<=[的、”和是叫有])|(?<![一-鿿]))[一-鿿]{3}(?=[，、（\\n]|$|说|讲|告诉|回忆|感慨|坦言|一家|夫妇"
        "|老人|母子|父子|父女|兄弟|姐妹|两口子|等[一二三四五六七八九十0-9]|生前|家里|的(?:爱人|丈夫|妻子|母亲"
        "|父亲|家|手))",
        "(?:(?<=[的、叫”和是有以像向跟给请].)|(?<![一-鿿].))",
    )


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(words("ordinary_words.txt"))


def find_unsaid(text: str, tokens: Tokens) -> Iterator[Span]:
    """Find words that read as a person's name, to be masked, and as another name, to be looked at."""
    for start, end in _candidates(text, tokens):
        yield Span(start, end, "person", f"可能有人名“{text[start:end]}”")
    starts, words_ = tokens.starts, tokens.words
    for number in [number for number, tag in enumerate(tokens.tags) if tag in _NAME_TAGS]:
        word = words_[number]
        if _is_odd_name(word):
            yield Span(starts[number], starts[number + 1], "elsewhere", f"可能有专名“{word}”", bare=True)


@lru_cache(maxsize=100_000)
def _is_odd_name(word: str) -> bool:
    """Whether a word that the tokeniser takes for a name is in no dictionary."""
    return 2 <= len(word) <= 4 and not is_word(word) and word not in _ordinary() and not _NO_NAME.search(word)


_NAME_TAGS = frozenset(("ns", "nt", "nz"))
_NO_NAME = re.compile(
    "[的了在是有和与把被让得着过个各每这那不就也还都要会能再又我你他她它们一二两三四五六七八九十]"
)


def _candidates(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    common = _common()
    last = len(tags) - 1
    persons = frozenset(PERSON_TAGS)
    for number in [
        number
        for number, tag in enumerate(tags)
        if tag in persons or (words_[number] in common and number < last and len(words_[number + 1]) == 2)
    ]:
        if tags[number] in persons:
            before = text[starts[number] - 1 : starts[number]]
            if _is_tagged_name(words_[number], before):
                yield starts[number], starts[number + 1]
        elif _is_given(words_[number], words_[number + 1]):
            yield starts[number], starts[number + 2]
    places = divisions().short
    for match in _standing()(text):
        name = match[0]
        if NEVER_GIVEN.search(name) or is_word(name) or is_word(name[:2]):
            continue
        if match["surely"] or not (name in places or _NO_NAME_END.search(name) or is_word(name[1:])):
            yield match.span()


@cache
def _common() -> frozenset[str]:
    return frozenset(surnames()[0])


@lru_cache(maxsize=100_000)
def _is_tagged_name(word: str, before: str) -> bool:
    """Whether a word that the tokeniser takes for a name may be one."""
    common, careful, _ = surnames()
    if not 2 <= len(word) <= 3 or is_word(word) or word in _ordinary() or word in divisions().short:
        return False
    if word[0] in "向和边同从" or (
        word[0] not in common and not (len(word) == 3 and word[0] in careful and before in "的、，由")
    ):
        return False
    return not FUNCTION.search(word[1:]) and not _NO_NAME_END.search(word)


@lru_cache(maxsize=100_000)
def _is_given(surname: str, given: str) -> bool:
    """Whether two characters that are no word stand behind a surname as a given name: 余/慕云."""
    if len(given) != 2 or is_word(given) or not "一" <= given[0] <= "鿿" or FUNCTION.search(given):
        return False
    name = surname + given
    if _NO_NAME_END.search(name) or is_word(name[:2]) or given in _ordinary():
        return False
    return name not in divisions().short
