"""Places: divisions by the table, towns and villages and whatever lies in them by their form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from phrasebank.masking.divisions import divisions
from phrasebank.masking.pairs import seeking
from phrasebank.masking.scan import Scan, before
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words
from phrasebank.masking.tokens import Tokens, is_word
from phrasebank.name_words import GENERIC_BEFORE, NEVER_IN_A_NAME
from phrasebank.tokeniser import REMEMBERED, tokeniser

__all__ = ["find_places", "name_start", "stems_of"]

_LONGEST = 6
_NO_NAME = frozenset("pcudryeoqwxtm")
"""First letters of tags of words that no name holds: prepositions, conjunctions, particles, adverbs …"""
_NEVER = frozenset(
    "到在去来归问劲先回进出看问找喊带往等做有是要把从向于对为与和及或的了着过之其此每各该这那哪某多几让给"
    "被使由至自跟同连请叫走跑住抓建管办评获当联帮访驻用强一二四六十两祝愿"
    "全我本再又也都就还才只不没很更最能会可应须将已正先后即若如因但并而且"
)
_STRICT = frozenset("各个到归问带的了是在和与把被让")
_NUMERALS = frozenset("三五七八九")
"""Characters that by themselves are no part of a name before a suffix."""

# What follows 市 or 区 where it opens a word of its own: 市场, 区域.
_WORD_BEHIND = {
    "市": "场民值容面价况级直辖",
    "区": "域间块别分位级直",
    "县": "域级直乡",
    "村": "民庄级支两落居务官集里",
    "乡": "村镇亲土音愁情贤里",
    "镇": "区村级里",
    "州": "",
    "省": "级直会份心亲优",
    "街道": "办",
    "社区": "矫工卫",
}


@cache
def _admin() -> re.Pattern[str]:
    branches = []
    for suffix, behind in _WORD_BEHIND.items():
        no = GENERIC_BEFORE.get(suffix, "全我本各该入到进") + NEVER_IN_A_NAME
        ahead = f"(?![{behind}])" if behind else ""
        tail = suffix[1:]
        branches.append(rf"(?<![{no}]{suffix[0]})(?<=[一-鿿]{suffix[0]}){tail}{ahead}")
    # The class first, so that ``re`` skips by it; then what stands before and behind the suffix.
    return re.compile(f"[{''.join(suffix[0] for suffix in _WORD_BEHIND)}](?:{'|'.join(branches)})")


@cache
def _plain() -> frozenset[str]:
    return frozenset(words("places.txt", "plain"))


def name_start(tokens: Tokens, at: int, least: int, plain: frozenset[str]) -> int:
    """Where the name before a suffix begins.

    Arguments:
        tokens: of the text.
        at: 0-based start of the suffix.
        least: characters a name needs at least.
        plain: words that make no name.

    Returns:
        0-based start of the name; -1 where there is none.
    """
    number = tokens.at(at)
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    start = starts[number]
    while at - start < least:
        number -= 1
        if number < 0:
            return -1
        word, tag = words_[number], tags[number]
        if not "一" <= word[0] <= "鿿":
            return -1
        if len(word) == 1:
            if word in _NEVER:
                return -1
        elif (
            (tag[0] == "f" and is_word(word) and word[0] != "沿")
            or tag[0] in _NO_NAME
            or (tag[0] in "vad" and is_word(word))
            or word in plain
        ):
            return -1
        start = starts[number]
    if (
        number > 1
        and len(words_[number - 1]) == 1
        and "一" <= words_[number - 1] <= "鿿"
        and words_[number - 1] not in _NEVER
        and not "一" <= words_[number - 2][-1] <= "鿿"
        and tags[number - 1][0] not in _NO_NAME
    ):
        # 石/门坎/隧道: one more character where the clause begins.
        start = starts[number - 1]
    name = tokens.text[start:at]
    if not _STRICT.isdisjoint(name):
        # 在岚/州市: the tokeniser drew a preposition into the name.
        start += 1 + max(name.rfind(mark) for mark in _STRICT)
        name = tokens.text[start:at]
    if not least <= at - start <= _LONGEST or name in plain:
        return -1
    if (
        name[:2] in plain
        or (len(name) > 1 and _is_doing(name[-2:]))
        or (len(name) > 2 and _is_doing(name[:2]))
    ):
        return -1
    if name[0] in _NUMERALS and (len(name) < 3 or name[1] in "个级条座家类批种位名"):
        return -1
    return start


@lru_cache(maxsize=REMEMBERED)
def _is_doing(word: str) -> bool:
    """Whether a word says what is done or how, and so ends no name: 严格执行市…."""
    tagged = tokeniser().tag(word)
    return len(tagged) == 1 and tagged[0][1][0] in "vadp" and tagged[0][1] != "vn" and is_word(word)


def stems_of(places: list[str]) -> set[str]:
    """What places are called by once they have been named: 望川镇 → 望川; no word of everyday speech."""
    stems = set()
    for place in places:
        stem = re.sub(
            r"(?:街道|社区|古镇|古城|工业园区?|新区|新城|开发区|片区|流域|[省市县区镇乡村州湖河江湾山])$",
            "",
            place,
        )
        if (
            stem != place
            and 2 <= len(stem) <= 4
            and stem not in _common()
            and (not is_word(stem) or stem in _named_words(stem))
        ):
            stems.add(stem)
    return stems


@lru_cache(maxsize=REMEMBERED)
def _named_words(stem: str) -> frozenset[str]:
    """The stem itself where the dictionary has it as the name of a place."""
    return frozenset({stem} if tokeniser().tag(stem)[0][1] == "ns" and stem not in _ordinary() else ())


@cache
def _common() -> frozenset[str]:
    return frozenset(words("ordinary_words.txt"))


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(words("ordinary_places.txt"))


@cache
def _blocked() -> frozenset[str]:
    """Divisions whose suffix stands behind a character that mostly makes an ordinary word: 滨湖区."""
    return frozenset(
        name
        for name in divisions().full
        if 2 < len(name) < 5 and name[-2] in GENERIC_BEFORE.get(name[-1], "") + NEVER_IN_A_NAME
    )


_SUFFIX = re.compile("[市县区州旗]")


def _behind_generic(text: str) -> Iterator[Span]:
    blocked = _blocked()
    for match in _SUFFIX.finditer(text):
        end = match.end()
        for length in (4, 3):
            if end >= length and text[end - length : end] in blocked:
                yield Span(end - length, end, "elsewhere")
                break


def find_places(text: str, tokens: Tokens) -> list[Span]:
    """Find places other than the speech's own, which the caller knows by name; the longest win."""
    features = list(_features()[0](text))
    found = [
        *_behind_generic(text),
        *_divisions(text, tokens),
        *_short(tokens),
        *_named(text, tokens, features),
        *_rivers(text),
    ]
    starts = {span.end: span.start for span in found}
    # 沉香湖/科学城: what lies at a place and is called by it.
    found += (
        Span(starts[match.start()], match.end(), "elsewhere")
        for match in features
        if match.start() in starts and match.end() - match.start() > 1
    )
    found = [span for span in found if not text[span.start - 1 : span.start].isdigit()]
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def _divisions(text: str, tokens: Tokens) -> Iterator[Span]:
    full = divisions().full
    plain = _plain()
    for match in _admin().finditer(text):
        at, end = match.span()
        for length in range(7, 2, -1):
            if text[end - length : end] in full and end >= length:
                yield Span(end - length, end, "elsewhere")
                break
        else:
            start = name_start(tokens, at, 2, plain)
            if start < 0 or (
                match[0] in "省市县区州"
                and is_word(text[start:at])
                and not _is_place_word(text[start:at], match[0])
            ):
                continue
            yield Span(start, end, "elsewhere")


@lru_cache(maxsize=REMEMBERED)
def _is_place_word(word: str, suffix: str) -> bool:
    tag = tokeniser().tag(word)[0][1]
    return tag in _NAMES or (suffix in "县州" and tag[0] in "ng")


def _short(tokens: Tokens) -> Iterator[Span]:
    short = divisions().short.intersection(tokens.words)
    starts = tokens.starts
    for number in [number for number, word in enumerate(tokens.words) if word in short]:
        yield Span(starts[number], starts[number + 1], "elsewhere")


@cache
def _features() -> tuple[Scan, frozenset[str], frozenset[str]]:
    bare = words("places.txt", "water") + words("places.txt", "hill")
    nature = frozenset(word for word in bare if len(word) == 1)
    listed = bare + words("places.txt", "area") + words("places.txt", "works")
    known = frozenset(words("places.txt", "known"))
    return seeking(listed, alternatives(listed)), nature, known


_NAMES = ("ns", "nr", "nz", "nrt", "nrfg", "nt")


def _far_start(tokens: Tokens, at: int, plain: frozenset[str]) -> int:
    """Where a name begins that has nouns between it and its suffix: 云壑/硅光/产业园; -1 where none does."""
    number = tokens.at(at)
    if tokens.starts[number] != at:
        return -1
    best = -1
    while number > 0 and at - tokens.starts[number - 1] <= _FAR:
        number -= 1
        word, tag = tokens.words[number], tokens.tags[number]
        if not "一" <= word[0] <= "鿿" or tag[0] not in "nvjgxfs" or (tag[0] == "v" and tag != "vn"):
            break
        named = len(word) > 1 and not is_word(word) and word not in plain and word not in _common()
        if named and tag[0] in "nx" and not _is_doing(word[:2]) and _STRICT.isdisjoint(word):
            best = tokens.starts[number]
    return best


_FAR = 8
_SIDES = frozenset("东西南北老新")
_SIGHTS = frozenset(
    ("大桥", "隧道", "水库", "广场", "公园", "景区", "湿地", "水厂", "码头", "机场", "大道", "新村")
)
"""Suffixes of what has a name of its own, be it a word: 鼓楼广场."""
_YARDS = frozenset(("货场", "粮库", "食堂", "码头", "厂房", "校区"))
_RARE = frozenset("桥街巷弄寨垭洼屯圩埠闸岭铺")
"""Suffixes that hardly end an ordinary word: what stands before them may be one."""


def _natural_start(text: str, tokens: Tokens, at: int, end: int) -> int:
    """Where the name of a river, a hill, a road begins, whose suffix is one character; -1 where none does."""
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    suffix, known, plain = text[at:end], _features()[2], _plain()
    number = tokens.at(at)
    start, token = starts[number], words_[number]
    if start + len(token) != end:
        return -1
    road = suffix in "路街" and text[start:at] in known
    if start < at:
        if tags[number] not in _NAMES and not road:
            return -1
    else:
        # 老鸦/岭, 三里/铺: a name of two or three characters before it.
        if number == 0:
            return -1
        number -= 1
        token, start = words_[number], starts[number]
        road = suffix in "路街" and token in known
        rare = suffix in _RARE and tags[number][0] == "n"
        if len(token) < 2 or (is_word(token) and tags[number] not in _NAMES and not road and not rare):
            return -1
    if token in plain or text[start:at] in plain or not "一" <= token[0] <= "鿿":
        return -1
    if is_word(text[start:end]) and tags[number] != "ns" and not (road and end - start > 2):
        return -1
    if token in _common() or token[0] in "入涉依跨往这那一哪多各" or (len(token) > 3 and is_word(token)):
        return -1
    if len(token) == 2 and number > 0 and len(words_[number - 1]) == 1 and words_[number - 1] not in _NEVER:
        # 望/湖岭: one more character where the clause, or a name, can begin.
        before = text[start - 2 : start - 1]
        if start < 2 or not "一" <= before <= "鿿" or before in "的在到把从和":
            start -= "一" <= text[start - 1] <= "鿿"
    return start


def _named(text: str, tokens: Tokens, features: Iterable[re.Match[str]]) -> Iterator[Span]:
    _, nature, known = _features()
    plain = _plain()
    starts, words_, tags = tokens.starts, tokens.words, tokens.tags
    for match in features:
        at, end = match.span()
        suffix = match[0]
        if suffix[:2] in ("火车", "客运") and suffix[2] in "东西南北":
            yield Span(at, end, "elsewhere")
            continue
        if at == 0 or not "一" <= text[at - 1] <= "鿿":
            continue
        number = tokens.at(at)
        start = starts[number]
        if suffix in nature or len(suffix) == 1:
            start = _natural_start(text, tokens, at, end)
            if start >= 0:
                yield Span(start, end, "elsewhere")
            continue
        if (
            start == at
            and number
            and suffix in known
            and (words_[number - 1] in known or (words_[number - 1] in _SIDES and suffix in _YARDS))
        ):
            yield Span(starts[number - 1], end, "elsewhere")
            continue
        start = _far_start(tokens, at, plain) if len(suffix) > 1 else -1
        if start >= 0:
            yield Span(start, end, "elsewhere")
            continue
        start = name_start(tokens, at, 2, plain)
        if start < 0:
            continue
        name = text[start:at]
        tag = tags[tokens.at(start)]
        if not is_word(name) or tag in _NAMES or suffix in known or (suffix in _SIGHTS and tag[0] == "n"):
            yield Span(start, end, "elsewhere")


_RIVER = (
    r"(?:(?<![一-鿿])"
    r"|(?<=[在到沿从由跨过对把让和与、]))[^\W\d_大小山运江内外过治护一清引母冰银两海长黄湖河中我的是全各](?"
    r":河|江|湖|溪)(?=[的边畔两上下沿岸水流之北南东西])"
)


# 黄泥渡, 三里铺: a hamlet where a name can stand and end.
_HAMLET = (
    r"(?:(?<![一-鿿])"
    r"|(?<=[在到、从和去把连]))[^\W\d_a-z的了是在有个不这那]{2}[渡铺洼沟湾寨岭坡垭坪坝塘屯堡埠圩坑滩洲峪庄]"
    r"(?=[、，。的一等占在里上到]|两处|那)"
)


_road = re.compile(
    "(?:国道|省道|县道)[GSX]?[0-9]{1,4}线?(?:[一-鿿]{2,4}段)?|"
    "高新区|经开区|综保区|保税区|经济技术开发区|(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})号(?:斜井|泊位|楼|院|线"
    "|井|矿|厂房|车间|仓库|库|码头|门)|[GSXYC][0-9]{1,4}(?:国道|省道|县道|乡道|线"
    "|高速)?(?:[一-鿿]{2,4}段)?"
)
# Every alternative begins with one character of its own, by which ``re`` skips.
_ROADS = before(
    "国道|省道|县道|高新区|经开区|综保区|保税区|经济技术开发区|号[斜泊楼院线井矿厂车仓库码门]"
    "|G[0-9]|S[0-9]|X[0-9]|Y[0-9]|C[0-9]",
    _road.pattern,
    3,
    24,
)
_HOMESTEADS = before(
    "家(?=[庄湾坪沟岭坝院寨屯营店桥坡洼堡河塘窑坳垸圩集铺村堰渡口垭台冲])",
    "(?:[老大小上下东西南北])?[^\\W\\d的了在是有各大全国人公专回自管独东赢买卖][家][庄湾坪沟岭坝院寨屯营"
    "店桥坡洼堡河塘窑坳垸圩集铺村堰渡口垭]",
    1,
    1,
)
_rivers_in = before("[河江湖溪](?=[的边畔两上下沿岸水流之北南东西])", _RIVER, 1, 1)
_hamlets_in = before(
    "[渡铺洼沟湾寨岭坡垭坪坝塘屯堡埠圩坑滩洲峪庄冲桥台](?=[、，。的一等占在里上两那到])", _HAMLET, 2, 2
)


def _rivers(text: str) -> Iterator[Span]:
    for match in _rivers_in(text):
        yield Span(match.start(), match.end(), "elsewhere")
    for match in _ROADS(text):
        yield Span(match.start(), match.end(), "elsewhere")
    for match in _HOMESTEADS(text):
        yield Span(match.start(), match.end(), "elsewhere")
    for match in _hamlets_in(text):
        if not is_word(match[0]) and not (is_word(match[0][1:]) and match[0][0] in _NEVER):
            yield Span(match.start(), match.end(), "elsewhere")
