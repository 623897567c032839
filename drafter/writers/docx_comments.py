"""Comments (批注) put into a Word document: on a paragraph or on words of it, the text untouched."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from drafter.errors import Problem, WriteError
from drafter.safezip import PackageError
from drafter.writers.clean import clean_text
from drafter.writers.docx_cuts import Cut, can_cut, cut_runs
from drafter.writers.docx_file import DocxFile
from drafter.writers.docx_paragraphs import Edit, apply_edits, paragraphs_with_text
from drafter.writers.docx_runs import escape
from drafter.writers.docx_styles import W_NAMESPACE

__all__ = ["AUTHOR", "Comment", "add_comments", "comment_ids", "replace_comments"]

AUTHOR = "讲稿"
"""Who a comment of ours is by."""

_INITIALS = "稿"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_ID = re.compile(rb'<w:comment\s[^>]*?w:id="(\d{1,9})"')
_CLOSING = re.compile(rb"</w:comments\s*>\s*$")
_START = re.compile(rb'<w:commentRangeStart\s[^>]*?w:id="(\d{1,9})"')
#: Where no date is given: a comment carries no clock, and Word shows comments without a date badly.
_NO_DATE = dt.date(2000, 1, 1)
#: Small upright letters whatever the document's own default is; lines as high as they need.
_LAYOUT = (
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/></w:pPr>'
)
_INK = (
    '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:b w:val="0"/><w:bCs w:val="0"/>'
    '<w:spacing w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>'
)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on one paragraph, or on some words of it.

    Arguments:
        paragraph: 0-based count among the document's paragraphs that hold text.
        lines: its words, a paragraph each.
        start, end: the characters meant; equal where the whole paragraph is.
    """

    paragraph: int
    lines: tuple[str, ...]
    start: int = 0
    end: int = 0


def add_comments(data: bytes, comments: Sequence[Comment], date: dt.date | None = None) -> bytes:
    """The document with comments on some of its paragraphs; comments that are there stay.

    Arguments:
        data: a .docx.
        comments: those to add; a paragraph that is not there gets none.
        date: what they are dated; a fixed day when None, since no clock is read.

    Raises:
        WriteError: W020 the document cannot be annotated.
    """
    try:
        return _annotate(DocxFile(data), comments, date or _NO_DATE)
    except PackageError as error:
        raise WriteError(
            Problem("W020", f"批注写不进去：{error}", mend="请用 Word 或 WPS 打开后另存为 .docx 再试")
        ) from error


def _annotate(file: DocxFile, comments: Sequence[Comment], date: dt.date) -> bytes:
    document = file.document
    paragraphs = paragraphs_with_text(document)
    name = file.related("comments")
    existing = b"" if name is None else file.read(name)
    number = max((int(found) for found in _ID.findall(existing)), default=-1) + 1
    edits: list[Edit] = []
    cuts: dict[int, list[Cut]] = {}
    written: list[str] = []
    for comment in comments:
        if not 0 <= comment.paragraph < len(paragraphs) or not comment.lines:
            continue
        paragraph = paragraphs[comment.paragraph]
        start = f'<w:commentRangeStart w:id="{number}"/>'
        end = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        if comment.start < comment.end <= len(paragraph.text) and can_cut(paragraph):
            cuts.setdefault(comment.paragraph, []).extend(
                (Cut(comment.start, start.encode(), opens=True), Cut(comment.end, end.encode(), opens=False))
            )
        else:
            edits += [
                Edit(paragraph.body, paragraph.body, start.encode()),
                Edit(paragraph.close, paragraph.close, end.encode()),
            ]
        written.append(_comment(number, comment.lines, date))
        number += 1
    if not written:
        return file.save()
    for place, among in cuts.items():
        edits += cut_runs(paragraphs[place], among)
    file.change(file.main, apply_edits(document, edits))
    body = "".join(written).encode()
    if name is None:
        whole = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{W_NAMESPACE}">'
        ).encode()
        whole += body + b"</w:comments>"
        file.add("word/comments.xml", whole, content_type=_TYPE, kind="comments", of=file.main)
    else:
        closing = _CLOSING.search(existing)
        if closing is None:
            raise PackageError(f"“{name}”的写法不是 Word 惯用的")
        file.change(name, existing[: closing.start()] + body + existing[closing.start() :])
    return file.save()


def _comment(number: int, lines: Sequence[str], date: dt.date) -> str:
    head = (
        f'<w:comment w:id="{number}" w:author="{AUTHOR}" w:date="{date.isoformat()}T00:00:00Z"'
        f' w:initials="{_INITIALS}">'
    )
    return f"{head}{_lines(lines)}</w:comment>"


def _lines(lines: Sequence[str]) -> str:
    texts = (escape(clean_text(line)[0].replace("\n", " ")) for line in lines)
    return "".join(
        f'<w:p>{_LAYOUT}<w:r>{_INK}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts
    )


def comment_ids(paragraph: bytes) -> list[int]:
    """Ids of the comments that begin in a paragraph's bytes."""
    return [int(found) for found in _START.findall(paragraph)]


def replace_comments(file: DocxFile, lines_by_id: Mapping[int, Sequence[str]]) -> None:
    """Word comments of ours anew; those of other authors and ids that are not there stay as they are.

    Arguments:
        file: the document, which is changed.
        lines_by_id: the new lines of each comment.
    """
    name = file.related("comments")
    if name is None or not lines_by_id:
        return
    data = file.read(name)

    def anew(found: re.Match[bytes]) -> bytes:
        lines = lines_by_id.get(int(found[2]))
        ours = f'w:author="{AUTHOR}"'.encode() in found[1]
        return found[1] + _lines(lines).encode() + b"</w:comment>" if lines and ours else found[0]

    pattern = rb'(<w:comment\s[^>]*?w:id="(\d{1,9})"[^>]*>)((?:(?!</w:comment>).)*)</w:comment>'
    file.change(name, re.sub(pattern, anew, data, flags=re.DOTALL))
