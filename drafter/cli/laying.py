"""A file laid before the checker, and the same file with what was found mended or remarked on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.errors import Problem, WriteError

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.check import Finding, Manuscript
    from drafter.readers.gathering import Gathered

__all__ = ["Form", "Laid", "lay", "mended_file", "paragraphs_of", "relaid", "remarked_file"]

_ZIP = b"PK\x03\x04"


class Form(Enum):
    """What can be done with a file besides reading it."""

    WORD = auto()
    TEXT = auto()
    OTHER = auto()


@dataclass(frozen=True, eq=False)
class Laid:
    """A file to be checked.

    Arguments:
        path: of it; None inside a zip and from the standard input.
        data: its bytes.
        form: what it is.
        manuscript: what the checker sees.
        text: of a text file its characters, else "".
    """

    path: Path | None
    data: bytes
    form: Form
    manuscript: Manuscript
    text: str = ""


def lay(
    found: Gathered,
    *,
    brief: Brief | None = None,
    date: dt.date | None = None,
    source: Sequence[str] = (),
    banned: Mapping[str, str] | None = None,
    quotes: Sequence[str] = (),
) -> Laid:
    """Read a file for the checker: its paragraphs as they stand, its structure, its layout.

    Arguments:
        found: the file.
        brief: its brief.
        date: the day of the speech, where it is known.
        source: paragraphs of the text that its obligations must agree with.
        banned: what is not to be said, with the status that says so.
        quotes: quotations whose source the bank knows, letters only.

    Raises:
        ReadError: it cannot be read.
    """
    from drafter.check import manuscript_of
    from drafter.readers import read_speech_bytes

    data, name = found.data, found.name
    form, paragraphs, text = _paragraphs(data, name)
    looks = None
    if form is Form.WORD:
        from drafter.readers.docx.looks import read_looks

        looks = read_looks(data, name)
    manuscript = manuscript_of(
        paragraphs,
        name,
        brief=brief,
        date=date,
        source=source,
        looks=looks,
        speech=read_speech_bytes(data, name),
        banned=banned,
        quotes=quotes,
    )
    return Laid(found.path, data, form, manuscript, text)


def relaid(laid: Laid, data: bytes) -> Laid:
    """The same file with other bytes, laid before the checker again."""
    from drafter.check import manuscript_of
    from drafter.readers import read_speech_bytes

    old = laid.manuscript
    _, paragraphs, text = _paragraphs(data, old.name)
    manuscript = manuscript_of(
        paragraphs,
        old.name,
        brief=old.brief,
        date=old.date,
        source=old.source,
        looks=old.looks,
        speech=read_speech_bytes(data, old.name),
        banned=old.banned,
        quotes=old.quotes,
    )
    return replace(laid, data=data, manuscript=manuscript, text=text)


def paragraphs_of(path: Path) -> list[str]:
    """The paragraphs of a file as they stand, those without text passed over."""
    from drafter.readers import read_file_bytes

    return [text for text in _paragraphs(read_file_bytes(path), str(path))[1] if text.strip()]


def _paragraphs(data: bytes, name: str) -> tuple[Form, list[str], str]:
    from drafter.readers import decode, read_as_written

    source = read_as_written(data, name)
    if data.startswith(_ZIP):
        from drafter.safezip import PackageError
        from drafter.writers.docx_file import DocxFile
        from drafter.writers.docx_paragraphs import paragraphs_with_text

        try:
            held = paragraphs_with_text(DocxFile(data).document)
        except PackageError:
            return Form.OTHER, list(source.paragraphs), ""
        return Form.WORD, [paragraph.text for paragraph in held], ""
    if source.trusted:
        return Form.OTHER, list(source.paragraphs), ""
    text = decode(data).text
    return Form.TEXT, [line.rstrip("\r") for line in text.split("\n")], text


def mended_file(laid: Laid, findings: Sequence[Finding]) -> bytes:
    """The file with certain suggestions put in; of a Word file every other byte of the text part stays.

    Arguments:
        laid: the file.
        findings: in order, not overlapping, all with a suggestion.

    Raises:
        WriteError: W030 such a file cannot be mended; W022 words of it cannot be changed.
    """
    if laid.form is Form.TEXT:
        return _mended_text(laid, findings)
    if laid.form is not Form.WORD:
        mend = "请先存成 .docx 或 .txt"
        raise WriteError(Problem("W030", "只有 .docx 和纯文本能改", laid.manuscript.name, mend=mend))
    from drafter.safezip import PackageError
    from drafter.writers.docx_file import DocxFile
    from drafter.writers.docx_rewrite import Rewording, rewrite

    wanted = [Rewording(one.paragraph, one.start, one.end, one.suggestion) for one in findings]
    try:
        file = DocxFile(laid.data)
        file.change(file.main, rewrite(file.document, wanted))
        return file.save()
    except PackageError as error:
        raise WriteError(
            Problem("W022", f"改不了：{error}", laid.manuscript.name, mend="请在 Word 里改这一处")
        ) from error


def _mended_text(laid: Laid, findings: Sequence[Finding]) -> bytes:
    from drafter.check import mended

    lines = laid.text.split("\n")
    held = [number for number, line in enumerate(lines) if line.strip()]
    texts = mended(laid.manuscript.paragraphs, findings)
    for number, text in zip(held, texts, strict=True):
        lines[number] = text + "\r" * lines[number].endswith("\r")
    return "\n".join(lines).encode()


def remarked_file(laid: Laid, findings: Sequence[Finding], date: dt.date | None) -> bytes:
    """The Word file with a comment on the words of each finding.

    Raises:
        WriteError: W031 it is no Word file; W020 it cannot be annotated.
    """
    if laid.form is not Form.WORD:
        mend = "请先用 drafter format 排成 .docx"
        raise WriteError(Problem("W031", "批注只能写进 .docx", laid.manuscript.name, mend=mend))
    from drafter.writers.docx_comments import Comment, add_comments

    comments = [Comment(one.paragraph, tuple(_remark(one)), one.start, one.end) for one in findings]
    return add_comments(laid.data, comments, date)


def _remark(finding: Finding) -> list[str]:
    names = {"error": "必错", "warning": "疑似", "info": "提示"}
    lines = [f"{names[finding.severity.value]} {finding.code}：{finding.message}"]
    if finding.suggestion:
        lines.append(f"建议：{finding.suggestion}")
    return [*lines, f"依据：{finding.source}"]
