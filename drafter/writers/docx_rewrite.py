"""Other words in a paragraph of a Word document that is there already; all other bytes stay.

What is said anew takes the look of the words that it replaces; Chinese marks get a run of their own
in the Chinese face, and 【待补：…】 its yellow, as when the document was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from drafter.safezip import PackageError
from drafter.writers.docx_paragraphs import (
    Edit,
    Paragraph,
    Run,
    TextPiece,
    apply_edits,
    paragraphs_with_text,
)
from drafter.writers.docx_runs import Ink, escape, is_marks, runs

__all__ = ["Rewording", "rewrite"]

_HIGHLIGHT = re.compile(rb"<w:highlight\b[^>]*?/>")
_STYLE = re.compile(rb"<w:rStyle\b[^>]*?/>")
_FONTS = re.compile(rb"<w:rFonts\b[^>]*?/>")
_INNER = re.compile(rb"^<w:rPr\b[^>]*>(.*)</w:rPr\s*>$", re.DOTALL)
_EAST_ASIA = b'<w:rFonts w:hint="eastAsia"/>'
_MISSING = "【待补"
_YELLOW = b'<w:highlight w:val="yellow"/>'


@dataclass(frozen=True, slots=True)
class Rewording:
    """Characters of a paragraph and what shall stand there.

    Arguments:
        paragraph: 0-based count among the paragraphs that hold text.
        start: offset of the first character that goes.
        end: offset behind the last.
        text: the new words.
    """

    paragraph: int
    start: int
    end: int
    text: str


def rewrite(document: bytes, rewordings: Sequence[Rewording]) -> bytes:
    """The document.xml with paragraphs reworded.

    Arguments:
        document: its bytes.
        rewordings: within one paragraph they must not overlap.

    Raises:
        PackageError: it cannot be read, or its markup is such that the words cannot be changed.
    """
    waiting = [
        sorted(group, key=lambda one: -one.start)
        for _, group in groupby(sorted(rewordings, key=lambda one: one.paragraph), lambda one: one.paragraph)
    ]
    # One of every paragraph at a time, the last first: offsets of those before it still hold.
    while waiting:
        paragraphs = paragraphs_with_text(document)
        now = [group.pop(0) for group in waiting]
        waiting = [group for group in waiting if group]
        edits = [edit for one in now for edit in _edits(paragraphs[one.paragraph], one)]
        wanted = {
            one.paragraph: _spliced(paragraphs[one.paragraph].text, one.start, one.end, one.text)
            for one in now
        }
        document = apply_edits(document, edits)
        after = paragraphs_with_text(document)
        if any(after[number].text != text for number, text in wanted.items() if text.strip()):
            raise PackageError("这一段里有改不动的内容")
    return document


def _spliced(text: str, start: int, end: int, new: str) -> str:
    return text[:start] + new + text[end:]


def _edits(paragraph: Paragraph, wanted: Rewording) -> Iterator[Edit]:
    """The edits of one rewording; what old and new words begin and end with alike is not touched."""
    old, new = paragraph.text[wanted.start : wanted.end], wanted.text
    # The yellow of 【待补：…】 goes with the whole of it.
    whole = _MISSING in old or _MISSING in new
    ahead = 0 if whole else _shared(old, new)
    behind = 0 if whole else _shared(old[ahead:][::-1], new[ahead:][::-1])
    start, end = wanted.start + ahead, wanted.end - behind
    new = new[ahead : len(new) - behind]
    if start == end and not new:
        return
    starts = [0, *accumulate(len(piece.text) for piece in paragraph.pieces)]
    placed = list(zip(paragraph.pieces, starts, strict=False))
    touched = [
        (piece, at) for piece, at in placed if at < end and at + len(piece.text) > start and piece.text
    ]
    if not touched:
        touched = [_beside(placed, start, at_start=ahead == 0)]
    anchor = next((one for one in touched if not one[0].sign and not is_marks(one[0].text)), None)
    anchor = anchor or next((one for one in touched if not one[0].sign), None) or _beside(placed, start)
    if anchor not in touched:
        touched.append(anchor)
    for piece, at in touched:
        before, after = piece.text[: max(start - at, 0)], piece.text[max(end - at, 0) :]
        if piece is anchor[0]:
            yield Edit(piece.start, piece.end, _around(paragraph, piece, before, new, after))
        elif piece.sign:
            yield Edit(piece.start, piece.end, b"")
        else:
            yield Edit(piece.start, piece.end, _text(before + after))


def _shared(one: str, other: str) -> int:
    """Characters that two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _beside(
    placed: Sequence[tuple[TextPiece, int]], start: int, *, at_start: bool = False
) -> tuple[TextPiece, int]:
    """The text that an insertion joins: the one before it, or behind where the wording begins there."""
    words = [(piece, at) for piece, at in placed if not piece.sign and piece.text]
    if not words:
        raise PackageError("这一段里没有可改的文字")
    if at_start and (behind := [one for one in words if one[1] >= start]):
        return behind[0]
    return next((one for one in reversed(words) if one[1] < start), words[0])


def _text(text: str) -> bytes:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'.encode()


def _around(paragraph: Paragraph, piece: TextPiece, before: str, new: str, after: str) -> bytes:
    """A w:t with new words in it; where they need another look its run is closed and opened again."""
    run = piece.run
    if run is None:
        raise PackageError("这一段里有不在字符块里的文字")
    plain = _plain_ink(paragraph, run)
    special = _MISSING in new or "\n" in new or "\t" in new or any(map(is_marks, new))
    if not special and plain == run.ink:
        return _text(before + new + after)
    marks = _marks_ink(paragraph, run)
    ink = Ink(*(_opening(one) for one in (plain, marks, _with(plain, _YELLOW), _with(marks, _YELLOW))))
    middle = runs(new, ink).encode()
    head = _text(before) if before else b""
    tail = _text(after) if after else b""
    return head + b"</w:r>" + middle + b"<w:r>" + run.ink + tail


def _opening(ink: bytes) -> str:
    return f'<w:r>{ink.decode()}<w:t xml:space="preserve">'


def _plain_ink(paragraph: Paragraph, run: Run) -> bytes:
    """Look of ordinary words beside this run: of the run itself unless it is one of marks alone."""
    if is_marks(_words(paragraph, run)):
        like = (other for other in paragraph.runs if _style(other) == _style(run))
        words = (other for other in like if (text := _words(paragraph, other)) and not is_marks(text))
        other = next(words, None)
        return _without_yellow(other.ink if other else _FONTS.sub(b"", run.ink))
    return _without_yellow(run.ink)


def _marks_ink(paragraph: Paragraph, run: Run) -> bytes:
    """Look of Chinese marks beside this run."""
    like = (other for other in paragraph.runs if _style(other) == _style(run))
    found = next((other for other in like if is_marks(_words(paragraph, other))), None)
    if found is not None:
        return _without_yellow(found.ink)
    ink = _without_yellow(run.ink)
    if _FONTS.search(ink):
        return ink
    style = _STYLE.search(ink)
    if style is None:
        return b"<w:rPr>" + _EAST_ASIA + _inner(ink) + b"</w:rPr>"
    return ink[: style.end()] + _EAST_ASIA + ink[style.end() :]


def _words(paragraph: Paragraph, run: Run) -> str:
    return "".join(piece.text for piece in paragraph.pieces if piece.run is run)


def _style(run: Run) -> bytes:
    found = _STYLE.search(run.ink)
    return found.group() if found else b""


def _without_yellow(ink: bytes) -> bytes:
    return _HIGHLIGHT.sub(b"", ink)


def _inner(ink: bytes) -> bytes:
    found = _INNER.match(ink)
    return found.group(1) if found else b""


def _with(ink: bytes, element: bytes) -> bytes:
    return b"<w:rPr>" + _inner(ink) + element + b"</w:rPr>"
