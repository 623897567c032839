"""Elements put between two characters of a paragraph: the run that holds both is closed and opened again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from drafter.writers.docx_paragraphs import Edit, Paragraph, TextPiece
from drafter.writers.docx_runs import escape

__all__ = ["Cut", "can_cut", "cut_runs"]


@dataclass(frozen=True, slots=True)
class Cut:
    """Elements for a place between two characters.

    Arguments:
        place: characters before it in the paragraph.
        elements: what is put there, between runs.
        opens: whether it begins something (it then stands before the next character, not behind the last).
    """

    place: int
    elements: bytes
    opens: bool


def can_cut(paragraph: Paragraph) -> bool:
    """Whether every text of a paragraph stands in a run of its own paragraph."""
    return all(piece.run is not None for piece in paragraph.pieces)


def cut_runs(paragraph: Paragraph, cuts: Sequence[Cut]) -> Iterator[Edit]:
    """The edits that put elements into a paragraph; no character changes.

    Arguments:
        paragraph: one that ``can_cut``.
        cuts: in any order; those at one place stay in the order given, what ends before what begins.
    """
    starts = [0, *accumulate(len(piece.text) for piece in paragraph.pieces)]
    pieces = [(piece, at) for piece, at in zip(paragraph.pieces, starts, strict=False) if piece.text]
    by_piece: dict[int, list[Cut]] = {}
    for cut in sorted(cuts, key=lambda one: (one.place, one.opens)):
        for number, (piece, at) in enumerate(pieces):
            end = at + len(piece.text)
            if at <= cut.place < end if cut.opens else at < cut.place <= end:
                by_piece.setdefault(number, []).append(cut)
                break
    for number, among in by_piece.items():
        piece, at = pieces[number]
        yield Edit(piece.start, piece.end, _parted(paragraph, piece, at, among))


def _parted(paragraph: Paragraph, piece: TextPiece, at: int, cuts: Sequence[Cut]) -> bytes:
    assert piece.run is not None
    again = b"<w:r>" + piece.run.ink
    said = b""
    behind = 0
    for cut in cuts:
        place = cut.place - at
        said += _text(piece, behind, place) + b"</w:r>" + cut.elements + again
        behind = place
    return said + _text(piece, behind, len(piece.text))


def _text(piece: TextPiece, start: int, end: int) -> bytes:
    if start >= end:
        return b""
    if piece.sign:
        return _SIGNS[piece.text]
    return f'<w:t xml:space="preserve">{escape(piece.text[start:end])}</w:t>'.encode()


_SIGNS = {"\n": b"<w:br/>", "\t": b"<w:tab/>", "-": b"<w:noBreakHyphen/>"}
