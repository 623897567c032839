"""The paragraphs of a document.xml with the place of every byte, so that one can be changed alone.

A document that somebody has worked on is not written anew: whatever is not changed stays the bytes
it was. So paragraphs, runs and texts are found with their offsets (expat tells them) and edits are
made in the bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.parsers import expat

from drafter.safezip import PackageError
from drafter.writers.docx_styles import W_NAMESPACE

__all__ = ["Edit", "Paragraph", "Run", "TextPiece", "apply_edits", "find_paragraphs", "paragraphs_with_text"]

_W = f"{W_NAMESPACE} "
_PARAGRAPH, _RUN, _TEXT, _LAYOUT, _INK = (_W + name for name in ("p", "r", "t", "pPr", "rPr"))
#: What stands in the text as a character, and as which.
_SIGNS = {_W + "br": "\n", _W + "cr": "\n", _W + "tab": "\t", _W + "noBreakHyphen": "-"}
#: Deleted or moved away: shown as a change, no part of the text. Its texts that are not w:delText.
_GONE = (_W + "del", _W + "moveFrom", _W + "pPr")
#: A copy of the same drawing for old readers would be met twice.
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
#: Deeper than Word ever nests (text boxes within tables within text boxes).
_DEEPEST = 256


@dataclass(slots=True)
class Run:
    """A w:r.

    Arguments:
        start: offset of its first byte.
        end: offset behind its last byte.
        ink: bytes of its w:rPr, or b"".
    """

    start: int
    end: int = 0
    ink: bytes = b""


@dataclass(slots=True)
class TextPiece:
    """A w:t, or an element that stands for one character (w:br, w:tab).

    Arguments:
        text: the characters.
        start: offset of the element's first byte.
        end: offset behind its last byte.
        run: the run that holds it.
        sign: whether it is such an element and no w:t.
    """

    text: str
    start: int
    end: int = 0
    run: Run | None = None
    sign: bool = False


@dataclass(slots=True)
class Paragraph:
    """A w:p.

    Arguments:
        start: offset of its first byte.
        body: offset behind its start tag and its w:pPr: where content begins.
        close: offset of its end tag.
        end: offset behind its last byte.
        runs: its runs in order, without those of text boxes in it.
        pieces: its texts in order.
    """

    start: int
    body: int = 0
    close: int = 0
    end: int = 0
    runs: list[Run] = field(default_factory=list)
    pieces: list[TextPiece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words as Word shows them with all changes accepted, line breaks as ``\\n``."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Edit:
    """Bytes to be put in the place of others.

    Arguments:
        start: offset of the first byte that goes.
        end: offset behind the last; equal to ``start`` where nothing goes.
        data: what comes.
    """

    start: int
    end: int
    data: bytes


def find_paragraphs(document: bytes) -> list[Paragraph]:
    """Every paragraph in the order in which they begin.

    Arguments:
        document: bytes of word/document.xml.

    Raises:
        PackageError: not well-formed UTF-8, with a DOCTYPE, nested too deeply, or with another
            prefix than ``w:`` for Word's own elements.
    """
    finder = _Finder(document)
    finder.read()
    return finder.paragraphs


def paragraphs_with_text(document: bytes) -> list[Paragraph]:
    """The paragraphs that hold text, as users count them; errors as ``find_paragraphs``."""
    return [one for one in find_paragraphs(document) if one.text.strip()]


def apply_edits(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with edits made that do not overlap; of insertions at one place the first stays first."""
    pieces: list[bytes] = []
    position = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < position:
            raise ValueError("edits overlap")
        pieces += [data[position : edit.start], edit.data]
        position = edit.end
    pieces.append(data[position:])
    return b"".join(pieces)


class _Finder:
    """One pass of expat over a document."""

    def __init__(self, document: bytes) -> None:
        self._data = document
        self.paragraphs: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._runs: list[Run] = []
        self._piece: TextPiece | None = None
        self._gone = self._depth = 0
        self._ink: int | None = None
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartNamespaceDeclHandler = self._namespace

    def read(self) -> None:
        head = self._data[:200].lower()
        if b"encoding=" in head and b"utf-8" not in head:
            raise PackageError("正文不是 UTF-8 编码")
        try:
            self._parser.Parse(self._data, True)
        except (expat.ExpatError, ValueError) as error:
            raise PackageError("正文不是完好的 XML") from error

    def _refuse_doctype(self, *_: object) -> None:
        raise PackageError("正文里有 DOCTYPE 声明，Office 文件不该有")

    def _namespace(self, prefix: str | None, address: str) -> None:
        if (prefix == "w") != (address == W_NAMESPACE):
            raise PackageError("正文的写法不是 Word 惯用的（可能是“Strict Open XML”）")

    def _start(self, name: str, attributes: Sequence[str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PackageError("正文嵌套太深")
        at = self._parser.CurrentByteIndex
        if name in _GONE or name == _FALLBACK:
            self._gone += 1
        elif name == _PARAGRAPH:
            self._open.append(Paragraph(at, body=self._tag_end(at)))
            self.paragraphs.append(self._open[-1])
        elif self._gone or not self._open:
            return
        elif name == _RUN:
            self._runs.append(Run(at))
        elif name == _INK and self._runs:
            self._ink = at
        elif name == _TEXT:
            self._piece = TextPiece("", at, run=self._runs[-1] if self._runs else None)
        elif name in _SIGNS and self._runs and self._ink is None:
            sign = TextPiece(_SIGNS[name], at, self._tag_end(at), self._runs[-1], sign=True)
            self._open[-1].pieces.append(sign)

    def _end(self, name: str) -> None:
        self._depth -= 1
        at = self._parser.CurrentByteIndex
        if name in _GONE or name == _FALLBACK:
            self._gone -= 1
            if name == _LAYOUT and self._open and not self._gone and not self._open[-1].runs:
                self._open[-1].body = self._close_end(at)
        elif name == _PARAGRAPH:
            paragraph = self._open.pop()
            paragraph.close, paragraph.end = at, self._close_end(at)
        elif self._gone or not self._open:
            return
        elif name == _RUN and self._runs:
            run = self._runs.pop()
            run.end = self._close_end(at)
            self._open[-1].runs.append(run)
        elif name == _INK and self._ink is not None:
            self._runs[-1].ink = self._data[self._ink : self._close_end(at)]
            self._ink = None
        elif name == _TEXT and self._piece is not None:
            self._piece.end = self._close_end(at)
            self._open[-1].pieces.append(self._piece)
            self._piece = None

    def _characters(self, text: str) -> None:
        if self._piece is not None:
            self._piece.text += text

    def _tag_end(self, at: int) -> int:
        """Offset behind the start tag at an offset; a > may stand in a quoted attribute."""
        quote = 0
        for offset in range(at, len(self._data)):
            byte = self._data[offset]
            if quote:
                quote = 0 if byte == quote else quote
            elif byte in b"\"'":
                quote = byte
            elif byte == ord(">"):
                return offset + 1
        raise PackageError("正文不是完好的 XML")

    def _close_end(self, at: int) -> int:
        """Offset behind the end tag at an offset; of an empty element that is its only tag."""
        return self._data.index(b">", at) + 1 if self._data.startswith(b"</", at) else self._tag_end(at)
