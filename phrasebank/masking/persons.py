"""Persons and their posts (人名、职务)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from phrasebank.masking.pairs import find_literally, seeking
from phrasebank.masking.scan import Scan, anchored, before
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words
from phrasebank.masking.tokens import Tokens, is_word
from phrasebank.tokeniser import REMEMBERED, tokeniser

__all__ = ["FUNCTION", "NEVER_GIVEN", "PERSON_TAGS", "find_persons", "surnames"]

PERSON_TAGS = ("nr", "nrfg", "nrt")


@cache
def surnames() -> tuple[str, str, str]:
    """Characters that begin a name anywhere, those that do beside a title, and double ones for a pattern."""
    common = "".join(words("surnames.txt", "common"))
    careful = "".join(words("surnames.txt", "careful"))
    return common, careful, "|".join(words("surnames.txt", "double"))


@cache
def _addresses() -> Scan:
    listed = [*words("posts.txt", "address"), "代表", "总", "副", "常务副"]
    return seeking(listed, rf"{alternatives(listed)}(?!们)")


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    common, careful, double = surnames()
    return frozenset(common), frozenset(careful), frozenset(double.split("|"))


@cache
def _familiar() -> Scan:
    common, _, _ = surnames()
    listed = common + "马高方金石龙"
    return anchored(
        "老小",
        rf"(?:(?<![一-鿿])"
        rf"|(?<=[的打找由和请让向是、弟给跟叫有员工长]))(?:老[{listed}](?=[，、的说讲把在对是告和通汇要就"
        rf"也一])|小[{listed}](?=[，、的说讲把在对是告和念带守要就也一从每干跑做])"
        rf"|[老小][{listed}](?![一-鿿]))",
    )


@cache
def _posts() -> Scan:
    listed = words("posts.txt", "post")
    return seeking(listed, alternatives(listed))


@cache
def _head() -> re.Pattern[str]:
    """What belongs to a post before its last word: 县委常委、常务副."""
    post = alternatives(words("posts.txt", "post"))
    body = (
        "(?:(?:中共)?[一-鿿]{0,4}?[省市县区州镇乡旗](?:委|政府|人大常委会|人大|政协|纪委监委|纪委|监委"
        "|党委|政法委)?"
        "|[一-鿿]{1,10}?(?:党组|党委|党工委|管委会|政法委|指挥部|委员会|局|厅|部|处|科|室|队|车间|公司"
        "|集团|街道|村|社区)|组织部|宣传部|统战部|政法委)"
    )
    return re.compile(
        rf"(?:(?:{body}|兼|一级|二级|三级)?(?:常务)?{post}(?:、|兼|，)?)*(?:{body}|兼|分管|常务|第一"
        rf"|党支部|党总支|党|党委|党组|党工委|总支|支部|副)*$"
    )


_LEADER = re.compile("习近平(?:同志|总书记|主席)|总书记|习近平(?!新时代|法治|经济|生态|文化|外交|强军)")
_DOUBLE = re.compile(
    "(?:欧阳|上官|司马|诸葛|司徒|皇甫|夏侯|慕容|令狐|端木|尉迟|公冶|公孙|宇文|轩辕|钟离|申屠|淳于|呼延|澹台|赫连)[一-鿿](?:(?![，。、；：说讲的在把带是])[一-鿿])?"
)
_SOMEBODY = re.compile("[一-鿿](?:某(?![些个种一类项])[某甲乙丙]?)")
_IN_CHARGE = re.compile("分管副?[省市县区]长")


def find_persons(text: str, tokens: Tokens) -> Iterator[Span]:
    """Find persons beside a post or title, then every other mention of them by full name."""
    names: set[str] = set()
    ends: set[int] = set()
    begins: set[int] = set()
    for span in _beside(text, tokens):
        yield span
        if span.slot == "person":
            ends.add(span.end)
            begins.add(span.start)
        if span.slot == "person" and 2 <= span.end - span.start <= 4:
            names.add(text[span.start : span.end])
    for start in sorted(ends):
        # 郑秀芬、钱大有: who stands in a list with a person.
        end = _name_end(text, start + 1) if text[start : start + 1] in ("、", "和") else 0
        if end:
            yield Span(start + 1, end, "person")
            names.add(text[start + 1 : end])
    for start, end in _listed_before(text, begins):
        yield Span(start, end, "person")
        names.add(text[start:end])
    names = {name for name in names if not is_word(name) and "总书记" not in name}
    for begin, end in find_literally(text, names):
        yield Span(begin, end, "person")


_KIN = frozenset(
    ("师傅", "老师", "大姐", "大爷", "大妈", "大娘", "奶奶", "爷爷", "阿姨", "叔叔", "大叔", "大伯")
)
_NO_CHIEF = "体结是的数量共会理书队工部站则指编经局"
_RANKED = (
    "书记",
    "市长",
    "县长",
    "区长",
    "省长",
    "主任",
    "局长",
    "部长",
    "镇长",
    "乡长",
    "院长",
    "校长",
    "主席",
    "经理",
    "厅长",
)


def _listed_before(text: str, begins: set[int]) -> Iterator[tuple[int, int]]:
    """Who stands in a list before a person: 麦秋阳、房玉衡、葛天民同志."""
    common, careful, _ = _heads()
    for begin in sorted(begins):
        end = begin - 1
        while end > 2 and text[end] == "、":
            for length in (3, 2):
                name = text[end - length : end]
                edge = text[end - length - 1 : end - length]
                if name[0] not in common and name[0] not in careful:
                    continue
                if edge in "、由，让请和的" and _NAME.fullmatch(name) and not NEVER_GIVEN.search(name):
                    yield end - length, end
                    end -= length + 1
                    break
            else:
                break


_NAME = re.compile("[一-鿿]{2,3}")
_LINKS = frozenset("和与向同从请由给的")


def _length_before(text: str, at: int, tokens: Tokens) -> int:
    """How many characters of a name stand before a title, the first a surname: 3, 2, 1 or 0."""
    common, careful, double = _heads()
    for length in (3, 2):
        if at < length or text[at - length] in _LINKS:
            continue
        if text[at - length] in common or text[at - length] in careful:
            name = text[at - length : at]
            if "一" <= name[1] <= "鿿" and "一" <= name[-1] <= "鿿" and not FUNCTION.search(name[1:]):
                number = tokens.at(at - length)
                begins = tokens.starts[number] == at - length or not is_word(tokens.words[number])
                other = len(name) == 3 and is_word(name[:2]) and len(tokens.words[number]) < 3
                if begins and name[0] != name[1] and not other:
                    return length
    if text[max(at - 3, 0) : at - 1] in double or text[max(at - 2, 0) : at] in double:
        return 3 if text[max(at - 3, 0) : at - 1] in double else 2
    return 1 if at and (text[at - 1] in common or text[at - 1] in careful) else 0


def _beside(text: str, tokens: Tokens) -> Iterator[Span]:
    for match in _LEADER.finditer(text):
        yield Span(match.start(), match.end(), "person")
    yield from _after_posts(text, tokens)
    for match in _DOUBLE.finditer(text):
        yield Span(match.start(), match.end(), "person")
    for match in _SOMEBODY.finditer(text):
        if match[0][0] in _heads()[0] or match[0][0] in _heads()[1]:
            yield Span(match.start(), match.end(), "person")
    for match in _IN_CHARGE.finditer(text):
        yield Span(match.start(), match.end(), "post")
    for match in _addresses()(text):
        at, title = match.start(), match[0]
        length = _length_before(text, at, tokens)
        if not length:
            continue
        start = at - length
        number = tokens.at(start)
        inside = tokens.starts[number] != start
        if (
            inside
            and is_word(tokens.words[number])
            and not _POST_BEFORE.search(text, max(start - 4, 0), start)
        ):
            continue
        if length > 1:
            name = text[start:at]
            if title in ("总", "副", "常务副") and not text.startswith(_RANKED, match.end()):
                continue
            if (start and text[start - 1].isdigit()) or FUNCTION.search(name[1:]):
                continue
            comrade = title == "同志" and name not in _NO_COMRADE
            if _is_name(name, comrade or inside or tokens.tags[number]):
                yield Span(start, at, "person")
        elif title not in ("副", "常务副") and (title in _KIN or not is_word(text[start : match.end()])):
            before = text[start - 1 : start]
            if title == "总" and (
                text[at + 1 : at + 2] in _NO_CHIEF
                or (before not in "的和与、，。；由请向是" and "一" <= before <= "鿿")
            ):
                continue
            if title == "代表" and text[at + 2 : at + 3] not in "有说讲的提问":
                continue
            if title == "总" or _ends_word(tokens, match.end()):
                yield Span(start, match.end(), "person")
    for match in _FAMILIAR_BIG.finditer(text):
        yield Span(match.start(), match.end(), "person")
    for match in _AH.finditer(text) if "阿" in text else ():
        yield Span(match.start(), match.end(), "person")
    for match in _KINFOLK(text):
        if match[0][0] in _heads()[0] and not is_word(match[0]):
            yield Span(match.start(), match.end(), "person")
    for match in _LITTLE.finditer(text):
        start = match.start()
        if (
            text[start + 1] in _heads()[0]
            and tokens.starts[tokens.at(start)] == start
            and not is_word(match[0])
        ):
            yield Span(start, match.end(), "person")
    for match in _familiar()(text):
        if not is_word(match[0]) or match[0][0] == "老":
            yield Span(match.start(), match.end(), "person")


_FAMILIAR_BIG = re.compile("(?<=[员的、叫人])大[刘李王张赵陈周孙吴郭宋胡朱林何](?=[、，一说的和])")
_KINFOLK = before(
    "姐|哥|叔|婶|嫂|姨|爷|伯|工(?![业作程人厂地会商信])",
    "(?:(?<![一-鿿])|(?<=[的由请和与让向是、找给跟]))[一-鿿][姐哥叔婶嫂姨爷伯工](?![一-鿿]?[妹弟子父母姐哥叔婶嫂姨爷伯业作程人厂地会商信])",
    1,
    4,
)
_AH = re.compile("(?:(?<=[和、的由请])|(?<![一-鿿]))阿[一-鿿](?=[、，。说和带姐哥叔婶嫂])")
_LITTLE = re.compile("[小老][一-鿿](?=[、，说讲和的]|一[家趟次]|$)")
_NO_COMRADE = frozenset(
    ("许多", "何种", "广大", "全体", "有关", "相关", "部分", "多数", "少数", "年轻", "女性")
)
_POST_BEFORE = re.compile(r"(?:书记|长|主任|主席|常委|委员|经理|的)$")
FUNCTION = re.compile("[的了和与是都要会在把同各大家们有为请让不也就对向这那位一二三四五六七八九十个些]")


def _ends_word(tokens: Tokens, end: int) -> bool:
    return tokens.starts[tokens.at(end - 1) + 1] == end


def _is_name(name: str, context: str | bool) -> bool:
    """Whether a surname with one or two characters is a name rather than words that happen to begin so."""
    common, careful, _ = surnames()
    if FUNCTION.search(name[1:]) or (is_word(name) and context is not True and context not in PERSON_TAGS):
        return False
    if name[0] in careful and name[0] not in common and context is not True:
        return context in PERSON_TAGS
    return not is_word(name[1:]) or _tag(name) in PERSON_TAGS or len(name) == 3


@lru_cache(maxsize=REMEMBERED)
def _tag(name: str) -> str:
    tagged = tokeniser().tag(name)
    return str(tagged[0][1]) if len(tagged) == 1 else ""


# A post, and two or three characters before 同志, are a name whatever the surname.
_COMRADE = re.compile("(?!们|等|和|的|各|同|以及|有关|负责|分管)[一-鿿]{2,3}(?=同志(?!们))")


@cache
def _occupations() -> Scan:
    listed = words("posts.txt", "occupation")
    return seeking(listed, alternatives(listed))


def _after_posts(text: str, tokens: Tokens) -> Iterator[Span]:
    for match in _occupations()(text):
        end = _name_end(text, match.end())
        if end and text[match.end()] in surnames()[0] and not is_word(text[match.end() : match.end() + 2]):
            yield Span(match.end(), end, "person")
    for match in _posts()(text):
        at = match.end()
        if text[at : at + 1] in (" ", "\u3000", "："):
            at += 1
        end = _name_end(text, at)
        if not end and (comrade := _COMRADE.match(text, at)) is not None:
            end = comrade.end()
        if end:
            begin = max(text.rfind("\n", 0, match.start()) + 1, match.start() - 24)
            head = _head().search(text, begin, match.start())
            yield Span(head.start() if head else match.start(), match.end(), "post")
            yield Span(at, end, "person")


_BEHIND = re.compile(
    r"同志|书记|市长|县长|主任|[、，。；（\n 　”等的]|$|两位"
    r"|[任负牵同分就代作出宣主讲参传通带赶为汇亲担吗呢吧啊总要是将已先正从也都把向对每又还两三等这说盯守召兼挂抓统督联签审]"
)


NEVER_GIVEN = re.compile("[的了和与是都会在把这那个些们请让也就对向要]")


def _name_end(text: str, at: int) -> int:
    """The end of a full name that begins at a character, or 0."""
    common, careful, double = _heads()
    if at >= len(text):
        return 0
    first = text[at]
    if text[at : at + 2] in double:
        return at + 3 if "一" <= text[at + 2 : at + 3] <= "鿿" else 0
    if first not in common and first not in careful:
        return 0
    for length in (3, 2):
        name = text[at : at + length]
        if len(name) == length and all("一" <= mark <= "鿿" for mark in name):
            behind = _BEHIND.match(text, at + length)
            if behind is None or (behind[0] not in ("同志", "", "\n") and NEVER_GIVEN.search(name[1:])):
                continue
            if behind[0] == "同志":
                return at + length
            if is_word(name) or is_word(name[-2:] + text[at + length : at + length + 1]):
                continue
            if first in common or behind[0] in ("", "\n") or _tag(name) in PERSON_TAGS:
                return at + length
    name = text[at : at + 3]
    if (
        len(name) == 3
        and first in common
        and all("一" <= mark <= "鿿" for mark in name)
        and not FUNCTION.search(name)
        and not any(map(is_word, (name, name[:2], text[at + 2 : at + 4])))
    ):
        return at + 3
    window = text[at : at + 6]
    word, tag = tokeniser().tag(window)[0]
    if tag in PERSON_TAGS and 2 <= len(word) <= 3 and not is_word(word):
        return at + len(word)
    return 0
