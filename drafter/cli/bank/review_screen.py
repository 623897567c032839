"""What a reviewer sees: a phrase, its sources in context, what is doubtful, what is near it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.cli.bank.context import Context
from drafter.cli.bank.lines import ID_LENGTH
from phrasebank.curation.names import MOVE_NAMES, STATUS_MARKS, STATUS_NAMES, UNIT_NAMES
from phrasebank.harmless import harmless
from phrasebank.model import Phrase, Source, Status
from phrasebank.terminal.columns import columns, pad, shorten, wrap

if TYPE_CHECKING:
    from phrasebank.curation.review import Progress, Shown

__all__ = ["HELP", "KEYS", "Paint", "plain", "screen"]

KEYS = "a采用 x不用 空格跳过 e改 t主题 m语步 f禁用 退格撤销 ?帮助 q退出"
"""The line at the bottom."""

HELP = (
    ("a", "采用：起草时可以用。有疑点的要按两次；过不了关的先改"),
    ("x", "不用：话没有错，库里不要"),
    ("空格", "跳过：别的看完再来"),
    ("e", "改文字：空位写成 {task}，只接动词的写成 {task:verb}；改完还要定夺"),
    ("t", "改主题：几个用、隔开，清空就是什么主题都能用"),
    ("m", "改语步：写 point.measure，或写 措施、号召"),
    ("f", "禁用：谁也不能这样说；要写原因，和应当改说什么"),
    ("退格", "撤销上一步，可以连着按；也可以按 u"),
    ("q", "退出。每一步都已存进库里，下次接着审"),
    ("编辑时", "回车 确定，Esc 放弃，左右键、Home、End 移动，Ctrl-U 清到行首"),
)
"""Keys and what they do."""

Paint = Callable[[str, str], str]
"""Colours a text: the text and the name of a style (bold, dim, warning, bad, good)."""

_MOST_NEAR = 3
#: Characters shown around the words of a source.
_BEFORE, _AFTER = 60, 80
_INDENT = "    "


def plain(text: str, _style: str) -> str:
    """No colours at all."""
    return text


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    style: str = ""


def screen(
    shown: Shown,
    progress: Progress,
    *,
    bank: str,
    by: str,
    context: Callable[[Source], Context | None],
    size: tuple[int, int],
    paint: Paint = plain,
) -> list[str]:
    """The lines of the screen, all but the last two, which belong to messages and keys.

    Arguments:
        shown: the phrase.
        progress: how far the work is.
        bank, by: for the head line.
        context: reads a source with the words around it.
        size: columns and rows of the terminal.
        paint: colours a text.
    """
    width, height = size
    room = height - 3
    head = [_Line(_status_line(progress, bank, by, width), "dim"), _Line("")]
    lines = [*head, *_text(shown.held.phrase, width), _Line(""), *_filing(shown, width)]
    near = list(_near(shown, width))
    # The neighbours come last but are short: of the sources as much is shown as leaves them their place.
    lines += _cut(list(_sources(shown, context, width)), room - len(lines) - len(near))
    lines += near
    cut = [_Line(harmless(line.text), line.style) for line in _cut(lines, room)]
    return [paint(line.text, line.style) if line.style else line.text for line in cut]


def _cut(lines: Sequence[_Line], room: int) -> list[_Line]:
    if len(lines) <= room:
        return list(lines)
    return [*lines[: max(room - 1, 0)], _Line("……", "dim")] if room > 0 else []


def _status_line(progress: Progress, bank: str, by: str, width: int) -> str:
    pace = f"（每小时约{progress.pace}条）" if progress.pace else ""
    left = f"待审 {progress.remaining}　今天 {progress.today}　本次 {progress.done}{pace}"
    room = width - columns(left) - columns(by) - 6
    right = f"{by} · {_end_of(bank, room)}" if room > 0 else ""
    return f"{pad(left, width - columns(right) - 1)}{right}".rstrip()


def _text(phrase: Phrase, width: int) -> Iterator[_Line]:
    for line in wrap(phrase.text, width - 2):
        yield _Line(line, "bold")


def _filing(shown: Shown, width: int) -> Iterator[_Line]:
    held = shown.held
    phrase = held.phrase
    status = "" if phrase.status is Status.CANDIDATE else f"{STATUS_NAMES[phrase.status]}　"
    counted = f"{phrase.sample_count}篇{held.occurrences}处" if held.occurrences else "没有出处"
    codes = (
        f"{UNIT_NAMES[phrase.unit]} {phrase.unit.value}",
        f"{MOVE_NAMES[phrase.move]} {phrase.move.value}",
    )
    facts = [
        f"{status}{'　'.join(codes)}　评分 {phrase.score:.2f}　{counted}",
        "　".join(
            f"{name}：{'、'.join(words) or '不限'}"
            for name, words in (("主题", phrase.topics), ("文种", phrase.kinds), ("层级", phrase.levels))
        ),
    ]
    if phrase.themes:
        facts.append(f"配词：{'、'.join(phrase.themes)}")
    if phrase.family:
        facts.append(f"句式：{phrase.family}")
    if phrase.slots:
        facts.append("空位：" + "、".join(f"{{{slot.name}}} {slot.type.value}" for slot in phrase.slots))
    if phrase.moves:
        facts.append("各句：" + "、".join(MOVE_NAMES[move] for move in phrase.moves))
    if phrase.note:
        facts.append("备注：" + "；".join(phrase.note.splitlines()))
    for fact in facts:
        yield from (_Line(line) for line in wrap(fact, width - 2))
    for doubt in phrase.doubts:
        yield from (_Line(line, "warning") for line in wrap(f"疑点：{doubt}", width - 2))
    for problem in shown.problems:
        mend = f"（{problem.mend}）" if problem.mend else ""
        yield from (_Line(line, "bad") for line in wrap(f"过不了关：{problem.message}{mend}", width - 2))


def _sources(shown: Shown, context: Callable[[Source], Context | None], width: int) -> Iterator[_Line]:
    for source in shown.held.phrase.sources:
        place = f"第{source.paragraph + 1}段"
        name = _end_of(source.file, width - columns(place) - 8)
        yield _Line(f"出处 {name} {place}", "dim")
        found = context(source)
        if found is None:
            yield _Line(f"{_INDENT}（原稿找不到了，或已改动）", "dim")
        else:
            yield from (
                _Line(f"{_INDENT}{line}")
                for line in wrap(_marked(found, shown.held.phrase), width - len(_INDENT) - 2)
            )


def _marked(found: Context, phrase: Phrase) -> str:
    """The words in their surroundings, cut to what is read at a glance.

    A phrase that was counted across speeches is known by the sentence it stands in: its own words are
    what is marked.
    """
    before, words, after = found.before, found.words, found.after
    start = words.find(phrase.text)
    if start >= 0:
        before += words[:start]
        after = words[start + len(phrase.text) :] + after
        words = phrase.text
    if len(before) > _BEFORE:
        before = f"……{before[-_BEFORE:].lstrip('…')}"
    if len(after) > _AFTER:
        after = f"{after[:_AFTER].rstrip('…')}……"
    return f"{before}【{words}】{after}"


def _near(shown: Shown, width: int) -> Iterator[_Line]:
    for held in shown.near[:_MOST_NEAR]:
        mark = STATUS_MARKS[held.phrase.status]
        text = f"相近 {mark} {held.phrase.id[:ID_LENGTH]} {held.phrase.text}"
        yield _Line(shorten(text, width - 1), "dim")


def _end_of(name: str, width: int) -> str:
    """The end of a file's name, which tells more than the folders before it."""
    if columns(name) <= width:
        return name
    while name and columns(name) > width - 1:
        name = name[1:]
    return f"…{name}"
