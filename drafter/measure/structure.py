"""Whether a draft has the parts that its brief asks for, and is built without slips."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.brief import Brief
from drafter.measure.written import Written
from drafter.speech import Speech

__all__ = ["TOLERANCE", "Lack", "lacks_of"]

TOLERANCE = 0.1
"""A length within a tenth of what was asked for is as asked."""
#: A report may take leave in the paragraph of its last point.
_LEAVE = re.compile("(?:汇报|报告|发言|讲话)完毕|恳请|以上汇报|谢谢(?:大家)?[！。]$")
_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is not as it should be.

    Arguments:
        what: 标题 称谓 部分 要点 结尾 预告 编号 待补 篇幅.
        message: one Chinese sentence.
        paragraph: 0-based index of the paragraph, or None where it concerns the whole.
    """

    what: str
    message: str
    paragraph: int | None = None


def lacks_of(
    written: Written, brief: Brief | None = None, *, numbered: str = "parts", length: int | None = None
) -> list[Lack]:
    """Everything that a draft lacks.

    Arguments:
        written: the draft.
        brief: its brief; without one only what the text itself shows is judged.
        numbered: what of its kind is numbered: ``parts`` (and points), ``points`` alone or ``nothing``.
        length: characters asked for, instead of the brief's 篇幅.
    """
    found = list(_own(written))
    if brief is not None:
        found += _asked(written, brief)
        if numbered == "parts":
            found += _parts(written.speech, brief)
        found += _headings(written, brief)
    found += _length(written, length or (brief.length if brief else None))
    return found


def _own(written: Written) -> Iterator[Lack]:
    """What the text shows by itself."""
    for anomaly in written.speech.anomalies:
        yield Lack("编号" if "numbering" in anomaly.code else "预告", anomaly.message, anomaly.paragraph)
    for index, paragraph in enumerate(written.paragraphs):
        if "【待补" in paragraph:
            yield Lack("待补", "还有待补的内容", index)


def _asked(written: Written, brief: Brief) -> Iterator[Lack]:
    speech = written.speech
    if not speech.title:
        yield Lack("标题", "没有标题")
    called = brief.salutation[:2]
    if not speech.salutation and not (called and speech.opening and called in speech.opening[0]):
        yield Lack("称谓", "没有称谓")
    unnumbered = not speech.sections and len(speech.opening) > 1
    if not (speech.closing or unnumbered or _LEAVE.search("".join(written.paragraphs[-1:]))):
        yield Lack("结尾", "没有结尾")


def _parts(speech: Speech, brief: Brief) -> Iterator[Lack]:
    if brief.parts and len(speech.sections) != len(brief.parts):
        yield Lack("部分", f"提纲有{len(brief.parts)}个部分，稿子有{len(speech.sections)}个")
        return
    for section, part in zip(speech.sections, brief.parts, strict=False):
        if len(part.points) > 1 and len(section.sections) != len(part.points):
            yield Lack(
                "要点", f"“{section.heading}”应有{len(part.points)}个要点，稿子有{len(section.sections)}个"
            )


def _headings(written: Written, brief: Brief) -> Iterator[Lack]:
    for part in brief.parts:
        fixed = [part.heading, *(point.heading for point in part.points)]
        for heading in filter(None, fixed):
            pieces = [re.escape(piece.strip("。 ")) for piece in _EXPRESSION.split(heading)]
            if not re.search(".{0,40}?".join(pieces), written.text):
                yield Lack("部分", f"写定的标题“{heading}”不在稿子里")


def _length(written: Written, asked: int | None) -> Iterator[Lack]:
    if asked and abs(written.length - asked) > TOLERANCE * asked:
        yield Lack("篇幅", f"要{asked}字，写了{written.length}字，差{(written.length - asked) / asked:+.0%}")
