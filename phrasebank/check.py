"""What is wrong with a phrase: the gate that it passes before it may be accepted (contract 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import read_text
from phrasebank.handwritten import Entry, read_entries
from phrasebank.model import Phrase, Unit, phrase_id
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import LEVELS, REQUIRED_SLOTS, ROLE_FREE, ROLES, SLOT_PATTERN, slots_of

__all__ = ["LONGEST", "check_entries", "check_file", "check_phrase", "check_text"]

LONGEST = 120
"""Characters a phrase may have; a sentence beyond some ninety cannot be read aloud in one breath."""

_LONGER = {Unit.PASSAGE: 300, Unit.OUTLINE: 600}
"""What is several sentences or headings may have more; as in ``phrasebank.units``."""

# What the message of each kind of specific calls it.
_SPECIFIC_NAMES = {
    "P030": "数字",
    "P031": "日期",
    "P032": "地名",
    "P033": "法规文件名",
    "P034": "人名或单位名",
}

_BLANK = "□"
"""Stands for a slot's value when the words around it are judged."""

_EDGE = re.compile(r"^[。！？；，、：）”』》…\s]|[。！？；，、：（“『《\s]$")
_HALF_WIDTH = re.compile(r"[,;:!?()\"'<>\[\]~`.…]")
_ELLIPSIS = re.compile(r"(?:……)+")
_UNPRINTABLE = re.compile(r"[\s\x00-\x1f\x7f\u200b-\u200f\ufeff\ufffd]")
_PLACEHOLDER = re.compile(r"[×＊*]|[Xx]{2,}|某某|＿|_|【")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "【": "】", "「": "」"}
_FULL_STOP = re.compile(r"[。！？]")
_ONE_SENTENCE = frozenset({Unit.HEADING, Unit.LEAD, Unit.SENTENCE, Unit.PHRASE, Unit.PARALLEL, Unit.TITLE})

# 加强加强, 的的; not 一步一步 and 实实在在, which are Chinese.
_STUTTER = re.compile(r"(?!一)([一-鿿]{2,4})\1|的的|了了|着着|(?<!实实)在在|和和|要要|是是|把把|对对")
_CLAUSE_END = re.compile(r"[，；：、。！？—]")
_ECHO_LENGTH = 4
"""Han characters that, said twice in one sentence, are heard as an echo."""


def check_file(path: Path) -> tuple[Problem, ...]:
    """Check every phrase of a file, hand-written or in the exchange form; see ``check_text``.

    Raises:
        CodedError: P001 the file cannot be read.
    """
    return check_text(read_text(path), file=str(path))


def check_text(text: str, *, file: str = "") -> tuple[Problem, ...]:
    """Check phrases written one a line; everything that is wrong, in order of lines.

    Arguments:
        text: JSON Lines, hand-written (docs/phrases.md) or in the exchange form.
        file: its name for messages.
    """
    try:
        entries = read_entries(text, file=file)
    except CodedError as error:
        return error.problems
    return check_entries(entries, file=file)


def check_entries(entries: tuple[Entry, ...], *, file: str = "") -> tuple[Problem, ...]:
    """Check entries that have been read, and whether two of them say the same."""
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for entry in entries:
        problems += check_phrase(entry.phrase, file=file, line=entry.line)
        line = first.setdefault(phrase_id(entry.phrase.text), entry.line)
        if line != entry.line:
            problems.append(Problem("P050", f"与第{line}行是同一句话", file, entry.line, mend="删去一句"))
    return tuple(problems)


def check_phrase(phrase: Phrase, *, file: str = "", line: int | None = None) -> tuple[Problem, ...]:
    """Check one phrase.

    Returns:
        Problems of filing (P014 level, P015 family, P016 a slot its move needs), of form (P020 edge,
        P021 half-width, P022 pairs, P023 unprintable or placeholder, P024 too many sentences, P025
        slots that do not answer to the text, P026 id), of specifics outside a slot (P030–P034) and
        of style (P040 length, P041 echo, P042 stutter).
    """
    if len(phrase.text) > _MOST:  # the other rules are for sentences, and some grow with the square
        message = f"有{len(phrase.text)}字，不是一条短语"
        return (Problem("P040", message, file, line, key=phrase.text[:12], mend="拆成几条"),)
    return tuple(
        Problem(code, message, file, line, key=phrase.text[:12], mend=mend)
        for code, message, mend in (*_filing(phrase), *_form(phrase), *_specifics(phrase), *_style(phrase))
    )


_MOST = 10_000
_Found = Iterator[tuple[str, str, str]]


def _filing(phrase: Phrase) -> _Found:
    for level in phrase.levels:
        if level not in LEVELS:
            yield "P014", f"没有“{level}”这个层级", f"可用：{'、'.join(LEVELS)}"
    if phrase.unit is Unit.HEADING:
        role, _, pattern = phrase.family.partition("/")
        if not pattern or (role != ROLE_FREE and role not in ROLES):
            yield "P015", "标题的 family 应写成 角色/句式", f"角色可用：{'、'.join((*ROLES, ROLE_FREE))}"
        elif role in ROLES and ROLES[role] is not phrase.move:
            yield "P015", f"“{role}”标题的 move 应为 {ROLES[role].value}", ""
    needed = REQUIRED_SLOTS.get(phrase.move)
    if needed and needed not in {slot.name for slot in phrase.slots}:
        yield "P016", f"{phrase.move.value} 须含 {{{needed}}}", "提纲才知道的事要留空位"


def _form(phrase: Phrase) -> _Found:
    text = SLOT_PATTERN.sub(_BLANK, phrase.text)
    if not text:
        yield "P020", "没有文字", ""
    if edge := _EDGE.search(text):
        yield "P020", f"首尾不应有“{edge[0]}”", "词条不带句末标点"
    if half := _HALF_WIDTH.search(_ELLIPSIS.sub("", text)):
        yield "P021", f"有半角或不规范的标点“{half[0]}”", "改为全角"
    if pair := _unbalanced(text):
        yield "P022", f"“{pair}”没有配对", ""
    if _UNPRINTABLE.search(text):
        yield "P023", "有空白或不可见字符", "删去"
    if placeholder := _PLACEHOLDER.search(text):
        yield "P023", f"有占位符“{placeholder[0]}”", "改用空位 {名称}"
    if phrase.unit in _ONE_SENTENCE and _FULL_STOP.search(text):
        yield "P024", "一个词条一句话，中间不应有句号", "几句连在一起的请标为 passage"
    expected = slots_of(phrase.text)
    if [(slot.name, slot.type) for slot in phrase.slots] != [(slot.name, slot.type) for slot in expected]:
        yield "P025", "slots 与文字里的空位对不上", "请用 phrasebank tidy 整理"
    if phrase.id != phrase_id(phrase.text):
        yield "P026", "id 与文字对不上", "请用 phrasebank tidy 整理"


def _specifics(phrase: Phrase) -> _Found:
    for found in find_specifics(SLOT_PATTERN.sub(_BLANK, phrase.text)):
        yield found.code, f"空位之外有{_SPECIFIC_NAMES[found.code]}“{found.text}”", "改用空位，或删去"


def _style(phrase: Phrase) -> _Found:
    text = SLOT_PATTERN.sub(_BLANK, phrase.text)
    longest = _LONGER.get(phrase.unit, LONGEST)
    if len(text) > longest:
        yield "P040", f"有{len(text)}字，超过{longest}字", "拆成两句"
    if stutter := _STUTTER.search(text):
        yield "P042", f"“{stutter[0]}”连说两遍", ""
    if phrase.unit not in (Unit.PASSAGE, Unit.PARALLEL, Unit.OUTLINE):
        if echo := _echo(text):
            yield "P041", f"“{echo}”一句里说了两遍", "换一个说法"
        # 全{level}上下…，让全{level}百姓…: one syllable that grammar asks for is no echo.
        names = [match[1] for match in SLOT_PATTERN.finditer(phrase.text) if match[1] != "level"]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield "P041", f"空位 {{{name}}} 一句里用了两遍", "第二处换一个说法"


def _unbalanced(text: str) -> str:
    """The first mark of a pair whose partner is missing, or ""."""
    closers = {closer: opener for opener, closer in _PAIRS.items()}
    open_marks: list[str] = []
    for mark in text:
        if mark in _PAIRS:
            open_marks.append(mark)
        elif mark in closers:
            if not open_marks or open_marks[-1] != closers[mark]:
                return mark
            open_marks.pop()
    return open_marks[-1] if open_marks else ""


def _echo(text: str) -> str:
    """The first run of Han characters that is heard twice, or "".

    Clauses built alike (抓项目就是抓发展，谋项目就是谋未来) repeat their frame on purpose: a run that
    stands at the same place of two clauses, counted from either end, is no echo.
    """
    seen: dict[str, tuple[int, int, int]] = {}
    for number, clause in enumerate(_CLAUSE_END.split(text)):
        for start in range(len(clause) - _ECHO_LENGTH + 1):
            run = clause[start : start + _ECHO_LENGTH]
            if run[0] == "一" or not all("一" <= mark <= "鿿" for mark in run):  # 一件事接着一件事
                continue
            rest = len(clause) - start
            first, first_start, first_rest = seen.setdefault(run, (number, start, rest))
            if first == number and start - first_start < _ECHO_LENGTH:
                continue
            alike = first != number and (abs(start - first_start) <= 1 or abs(rest - first_rest) <= 1)
            if not alike:
                return run
    return ""
