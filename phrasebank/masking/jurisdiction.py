"""Whose speech it is: the level (层级) and the name of its own place or body, from its words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from phrasebank.masking.divisions import divisions, short_of
from phrasebank.masking.tokens import is_word
from phrasebank.name_words import GENERIC_BEFORE
from phrasebank.tokeniser import REMEMBERED, tokeniser

__all__ = ["Jurisdiction", "jurisdiction_of"]


class Jurisdiction(NamedTuple):
    """Level as in the brief (contract 2) and name; "" where nothing tells."""

    level: str
    place: str


# 全省第一, 居全省前列: a level that one is compared with is not one's own.
_COMPARED = (
    "(?!第|前|首|率先|唯一|先进|领先|平均|排名|最|示范|试点|通报|推广|[一二三四五六七八九十两]等|倒数)"
)
_NOT_COMPARED = "(?<![居列在入到占为获获评与和超全])"
_LEVELS = tuple(
    (level, re.compile(words))
    for level, words in (
        ("省", rf"{_NOT_COMPARED}全省{_COMPARED}|我省|省委|省政府"),
        ("市", rf"{_NOT_COMPARED}全[市州]{_COMPARED}|我[市州]|[市州]委|[市州]政府"),
        ("县", rf"{_NOT_COMPARED}全[县旗]{_COMPARED}|我县|我们县|[县旗]委|县政府"),
        ("区", rf"{_NOT_COMPARED}全区{_COMPARED}|我区|我们区|区委|区政府"),
        ("乡镇", r"全镇|我镇|我们镇|镇党委|镇政府|全乡|我乡|乡党委|乡政府|全街道|街道党工委|街道办事处"),
        ("学校", r"全校|我校|我们学校|校党委|全院师生|学院党委|全体师生|校友|母校"),
        ("企业", r"全公司|公司党委|集团公司|本公司|我公司|我们公司|全集团|全体员工"),
        ("部门", r"全局|我局|局党组|局党委|全系统|我厅|厅党组|市局|县局|省局|区局"),
    )
)
_NATIONAL = re.compile("国务院总理|全国人民代表大会|中共中央总书记|国家主席")
_TITLE_LEVEL = re.compile(r"全(省|市|县|区|州|旗|镇|乡|校|公司|集团|系统|局)")
_OF_WORD = {
    "省": "省",
    "市": "市",
    "州": "市",
    "盟": "市",
    "县": "县",
    "旗": "县",
    "区": "区",
    "镇": "乡镇",
    "乡": "乡镇",
    "校": "学校",
    "公司": "企业",
    "集团": "企业",
    "系统": "部门",
    "局": "部门",
}
_POST_LEVEL = re.compile(
    r"(省|市|县|区|州|旗|镇|乡)(?:委|长|党委|人民政府|政府)|街道(党工委)|(院长|校长)|(董事长|总经理)"
    r"|(?:局|厅)(?:党[组委])?(?:副?书记|副?局长|长)"
)
_BODY = re.compile(
    r"[一-鿿]{2,10}?(?:应急管理局|局|厅|委员会)(?=党[组委]|局长|副局长|厅长|主任)|[一-鿿]{2,8}(?:学院"
    r"|大学|学校|中学)(?=党委|校长|院长|副校长|$)|[一-鿿]{2,10}(?:集团|公司)(?=党委|董事长|总经理|$)"
)
_SCHOOL = re.compile(
    "(?<=[，。为是在到、的])[一-鿿]{2}(?:师范|理工|农业|医科|职业技术|科技|财经|工程)?(?:学院|大学|中学"
    "|学校)(?![生路])"
)
_BODIES = frozenset(("部门", "学校", "企业"))
_SUFFIXES = {"省": "省", "市": "市州盟", "县": "县旗", "区": "区", "乡镇": "镇乡"}
# In a heading the body that sits names the place: 在临江市第八届人民代表大会…, 临江市人民政府市长.
_SEAT = re.compile(
    "(?:自治[区州县旗]|街道|[省市州盟县旗区镇乡])(?=第?[一二三四五六七八九十0-9]{1,3}届(?:人民代表大会|人大)"
    "|(?:人民)?政府(?:代|代理)?(?:[省市州盟县旗区镇乡]长|主席|工作报告)|委(?:副?书记|常委)|政府工作报告"
    "|(?:党委|党工委)(?:副?书记)|代?[省市州盟县旗区镇乡]长)"
)
_LONGEST = 15
"""Characters of the longest name of the table of divisions."""
_OPENING = 200
"""Characters of a body in which a report says whose it is: 我代表临江市人民政府向大会报告."""
_ON_BEHALF = re.compile("代表(自治区|[省市县区州旗镇乡])(?:人民)?政府")
_REGION = re.compile("自治区(?:党委|人民政府|政府|人大|政协)")
_REGION_LEAST = 2
"""Mentions of its bodies from which 全区 is an autonomous region."""
_FROM_POST = 15
_FROM_TITLE = 8
_SAID_LEAST = 2
"""What a level has to score at least: one word may be of somebody else."""


def jurisdiction_of(title: str, front: str, body: str) -> Jurisdiction:
    """Say whose speech it is.

    Arguments:
        title: title and subtitle, or "".
        front: speaker, date and salutation, a line each, or "".
        body: the rest, or the beginning of it.

    Returns:
        level and place; the level of a place with a suffix is that of the suffix.
    """
    head = f"{title}\n{front}"
    if _NATIONAL.search(head):
        return Jurisdiction("", "")
    seat = _seat(f"{head}\n{body[:_OPENING]}")
    level = _level(title, front, body)
    if seat and level not in _BODIES:
        return Jurisdiction(_level_of(seat) or level, seat)
    place = _body(title, front, body, level) if level in _BODIES else _place(head, body, level)
    if place in divisions().provinces and level == "区":
        level = "省"
    return Jurisdiction(level, place)


def _level_of(place: str) -> str:
    """The level that the suffix of a place tells, or ""."""
    if place.endswith(("自治区", "特别行政区")) or place in divisions().provinces:
        return "市" if place.endswith("市") else "省"
    return "乡镇" if place.endswith("街道") else _OF_WORD.get(place[-1], "")


def _seat(head: str) -> str:
    """The place whose assembly, government or committee is named with it, or ""."""
    table = divisions()
    for match in _SEAT.finditer(head):
        end = match.end()
        for length in range(min(_LONGEST, end), 2, -1):
            name = head[end - length : end]
            if name in table.full or (name[-1] == "州" and name[:-1] in table.short):
                return name
    return ""


def _level(title: str, front: str, body: str) -> str:
    score: Counter[str] = Counter()
    post = _POST_LEVEL.search(front)
    if post:
        said = post[1] and _OF_WORD[post[1]]
        score[said or (post[2] and "乡镇") or (post[3] and "学校") or (post[4] and "企业") or "部门"] += (
            _FROM_POST
        )
    entitled = _TITLE_LEVEL.search(title)
    if entitled:
        score[_OF_WORD[entitled[1]]] += _FROM_TITLE
    behalf = _ON_BEHALF.search(body, 0, _OPENING)
    if behalf:
        score["省" if behalf[1] == "自治区" else _OF_WORD[behalf[1]]] += _FROM_POST
    for level, words in _LEVELS:
        score[level] += len(words.findall(title)) * 4 + min(len(words.findall(body)), 60)
    level, count = max(score.items(), key=lambda item: item[1])
    if level == "区" and len(_REGION.findall(body)) >= _REGION_LEAST:
        return "省"
    return level if count >= _SAID_LEAST else ""


def _body(title: str, front: str, body: str, level: str) -> str:
    found = _BODY.search(front) or _BODY.search(title)
    if found:
        return found[0]
    if level != "学校":
        return ""
    named = Counter(match[0] for match in _SCHOOL.finditer(f"{title}\n{body}") if not is_word(match[0][:2]))
    return max(named, key=lambda name: (named[name], -len(name)), default="")


def _place(head: str, body: str, level: str) -> str:
    if level not in _SUFFIXES:
        return ""
    text = f"{head}\n{body}"
    listed, named = _of_table(head, text, level), _by_name(head, text, level)
    if listed and named and named in head and listed not in head:
        listed = ""
    return listed or named or _by_stem(body, level)


@cache
def _shorts(level: str) -> dict[str, str]:
    """The divisions of a level by their short names of two characters."""
    table = divisions()
    names = (name for name in sorted(table.full) if _level_of(name) == level)
    return {
        short_of(name): name
        for name in names
        if level == "省" or (short_of(name) in table.short and name not in table.provinces)
    }


_REAL_LEAST = 4
"""Mentions from which a division of the table may be a speech's own."""


def _of_table(head: str, text: str, level: str) -> str:
    """The division of the table that a speech names most, by its full name or its short one."""
    table = divisions().full
    score: Counter[str] = Counter()
    for match in re.finditer(f"[{_SUFFIXES[level]}]", text):
        end = match.end()
        for length in range(min(_LONGEST, end), 2, -1):
            name = text[end - length : end]
            if name in table and _level_of(name) == level:
                score[name] += _IN_THE_HEAD if end <= len(head) else 1
                break
    shorts = _shorts(level)
    score.update(
        {
            name: count + _IN_THE_HEAD * (short in head)
            for short, name in shorts.items()
            if (count := text.count(short)) and (count >= _REAL_LEAST or name in score)
        }
    )
    name, count = max(score.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return name if count >= _REAL_LEAST else ""


_IN_THE_HEAD = 10
"""What a name before the first paragraph counts, in mentions."""


# Words that begin with a suffix: what stands before them is no name of it.
_SUFFIX_WORDS = "(?![场民域级区属内政容县直里辖])(?!村(?!委|里))"


def _by_name(head: str, text: str, level: str) -> str:
    """The place of no table that a speech names: two characters and a suffix, again and again."""
    score: Counter[str] = Counter()
    suffix = f"[{_SUFFIXES[level]}]" + ("|街道" if level == "乡镇" else "")
    pattern = f"(?=([一-鿿]{{2}}(?:{suffix}){_SUFFIX_WORDS}))"
    for match in re.finditer(pattern, text):
        name = match[1]
        if name[-2] not in GENERIC_BEFORE.get(name[-1], ""):
            score[name] += _IN_THE_HEAD * 2 if match.end() <= len(head) else 1
    best = ("", _BY_NAME_LEAST - 1)
    for name, count in score.most_common(_CANDIDATES):
        stem = name.removesuffix("街道") if name.endswith("街道") else name[:-1]
        if count + text.count(stem) > best[1] and _is_stem(stem):
            best = (name, count + text.count(stem))
    return _whole(best[0], text)


def _whole(name: str, text: str) -> str:
    """A name with the character that always stands before it: 苦竹坪镇 where 竹坪镇 was found."""
    stem = name[:2]
    before = {text[match.start() - 1 : match.start()] for match in re.finditer(stem, text)} if name else set()
    first = before.pop() if len(before) == 1 else ""
    if "一" <= first <= "鿿" and text.count(stem) > 1 and not _NO_STEM.match(first):
        return first + name
    return name


_CANDIDATES = 40
_BY_NAME_LEAST = 4
_STEM_LEAST = 3
_AT_HOME = re.compile(
    r"([一-鿿]{2})(?=人(?:[民自的心，。、会为都一]|$)|百姓|大地|企业|干部|父老|的(?:山|水|明天|今天|发展"
    r"|未来|政治|土地|百姓|老百姓|老人|干部|基层|天气|气温|街|变化)"
    r"|供电公司|银行|支行|侨联|台商|一小|一中|经开区|高新区|经济开发区|产业引导|好物节|人才节|水建|乡贤)"
    r"|(?<=[开设心进爱愿起根到持表给在新届])([一-鿿]{2})(?=[的，。发人再立走])"
)
_DOING = ("v", "a", "d", "p", "c", "u", "r", "m")
_NO_STEM = re.compile(
    "[全各我本的是了和与在把个这那有于一几中大小老新第每该从向到由为以及等城都地上下届副省市县区镇治]"
)


def _by_stem(body: str, level: str) -> str:
    """The place that its people call by a name without a suffix: 瑶川人民, 瑶川供电公司."""
    stems: Counter[str] = Counter()
    for match in _AT_HOME.finditer(body):
        stem = match[1] or match[2]
        if not is_word(stem) and _is_stem(stem):
            stems[stem] += 1
    for stem, count in stems.most_common(3):
        if count + body.count(stem) >= _STEM_LEAST:
            return _whole(stem + (level if len(level) == 1 else "镇"), body)
    return ""


@lru_cache(maxsize=REMEMBERED)
def _is_stem(stem: str) -> bool:
    if _NO_STEM.search(stem) is not None or (is_word(stem) and stem not in divisions().short):
        return False
    # 续改善市, 源配置市: the tail of a sentence before 市.
    return not any(
        len(word) > 1 and tag.startswith(_DOING) and is_word(word) for word, tag in tokeniser().tag(stem)
    )
