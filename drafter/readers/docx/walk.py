"""Walk the body of a Word document in reading order and gather the text that counts.

What Word shows with all changes accepted and hidden text off comes in; everything else that
held text is recorded as dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drafter.readers.docx.counting import Counts
from drafter.readers.docx.drawings import branch_to_read, picture_name
from drafter.readers.docx.fields import Fields
from drafter.readers.docx.formulas import formula_text
from drafter.readers.docx.levels import Numbering
from drafter.readers.docx.markup import MC, VML, Element, M, R, W, all_text, attribute, is_on
from drafter.readers.docx.notes import Notes
from drafter.readers.docx.scripts import lowered, raised
from drafter.readers.docx.story import Line
from drafter.readers.docx.styles import ListPlace, Styles
from drafter.readers.docx.symbols import symbol_text
from drafter.readers.source import Dropped
from drafter.speech.model import Anomaly

__all__ = ["Walk"]

_LONGEST_RECORD = 2000  # characters; more hidden text of one paragraph makes a further record
_BOX_CONTENT = f"{W}txbxContent"


class Walk:
    """One pass over a document body.

    After ``Walk(...).read(body)``: ``lines`` in reading order, ``dropped`` and ``notes``.
    """

    def __init__(self, styles: Styles, numbering: Numbering, notes: Notes) -> None:
        self.lines: list[Line] = []
        self.dropped: list[Dropped] = []
        self.notes: list[Anomaly] = []
        self._styles = styles
        self._numbering = numbering
        self._side_texts = notes
        self._counts = Counts()
        self._number = 0
        self._style = ""
        self._fields = Fields()
        self._line: Line | None = None
        # The w:pPr whose number the open line bears, and the lines of boxes anchored behind text.
        self._bearer: Element | None = None
        self._after: list[Line] = []
        # Of the run being read: hidden text, and w:vertAlign.
        self._hidden = False
        self._position: str | None = None

    def read(self, body: Element) -> None:
        """Gather everything below ``body``."""
        self._children(body)
        self._close()

    def _children(self, parent: Element) -> None:
        for child in parent:
            handler = _HANDLERS.get(child.tag)
            if handler is None:
                self._children(child)
            else:
                handler(self, child)

    # Paragraphs

    def _paragraph(self, element: Element) -> None:
        self._number += 1
        properties = element.find(f"{W}pPr")
        self._style = self._styles.paragraph_style(properties)
        if self._line is None:
            self._line = Line(self._number)
        if not self._line.has_text:
            # A paragraph whose text is all gone leaves its number to the one it runs into.
            self._bearer = properties
        self._children(element)
        if properties is not None and (section := properties.find(f"{W}sectPr")) is not None:
            self._headers(section)
        self._fields.end_paragraph()
        if not self._runs_on(properties):
            self._finish_line()

    def _runs_on(self, properties: Element | None) -> bool:
        """Whether the paragraph's mark is gone, so that the next one goes on in the same line.

        A mark can be deleted or moved away (17.13.5.15, 17.13.5.20), hidden (a style separator
        makes a run-in heading so), or belong to a dropped capital (首字下沉, 17.3.1.11).
        """
        if properties is None:
            return self._styles.run_hidden(self._style, None)
        frame = properties.find(f"{W}framePr")
        if attribute(frame, f"{W}dropCap") in ("drop", "margin"):
            return True
        mark = properties.find(f"{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            return True
        return self._styles.run_hidden(self._style, mark)

    def _finish_line(self) -> None:
        line, self._line = self._line, None
        if line is None:
            return
        style = self._styles.paragraph_style(self._bearer)
        place = self._numbering.place(style, ListPlace.of(self._bearer))
        if place is not None:
            line.marker = self._counts.next_marker(*place)
        if line.pieces or line.marker:
            self.lines.append(line)
        self.lines.extend(self._after)
        self._after.clear()

    def _close(self) -> None:
        """End a container: a line still open goes no further, and one without text never was."""
        if self._line is not None and self._line.has_text:
            self._finish_line()
        self._line = None

    # Text

    def _run(self, element: Element) -> None:
        outer = (self._hidden, self._position)
        properties = element.find(f"{W}rPr")
        self._hidden = self._hidden or self._styles.run_hidden(self._style, properties)
        self._position = None if properties is None else attribute(properties.find(f"{W}vertAlign"))
        self._children(element)
        self._hidden, self._position = outer

    def _add(self, text: str) -> None:
        if not text or self._line is None or self._fields.in_code:
            return
        if self._hidden:
            self._drop("hidden", text)
            return
        self._line.add(text, self._fields.show())

    def _drop(self, reason: str, text: str) -> None:
        """Record what stays out; neighbouring pieces of one kind make one record."""
        last = self.dropped[-1] if self.dropped else None
        together = last is not None and (last.reason, last.line) == (reason, self._number)
        if last is not None and together and reason == "hidden" and len(last.text) < _LONGEST_RECORD:
            self.dropped[-1] = Dropped(reason, last.text + text, self._number)
        elif text.strip():
            self.dropped.append(Dropped(reason, text.strip(), self._number))

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if text.isspace() or text != text.strip():
            # Line ends of pretty-printed XML are white space; without xml:space it is trimmed.
            text = text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
            if attribute(element, "{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                text = text.strip(" ")
        if self._position == "superscript":
            text = raised(text) or text
        elif self._position == "subscript":
            text = lowered(text) or text
        self._add(text)

    def _break(self, _element: Element) -> None:
        self._add("\n")

    def _tab(self, _element: Element) -> None:
        self._add("\t")

    def _hyphen(self, _element: Element) -> None:
        self._add("-")

    def _symbol(self, element: Element) -> None:
        face, code = attribute(element, f"{W}font") or "", attribute(element, f"{W}char") or ""
        text = symbol_text(face, code)
        if text is None:
            self._drop("symbol", f"{face} {code}")
        self._add(text or "")

    def _formula(self, element: Element) -> None:
        self._add(formula_text(element))

    def _ruby(self, element: Element) -> None:
        """Ruby (拼音指南, 17.3.3.25): the characters, not what is written above them."""
        for base in element.iterchildren(f"{W}rubyBase"):
            self._children(base)

    # Fields

    def _field_mark(self, element: Element) -> None:
        self._add(self._fields.mark(attribute(element, f"{W}fldCharType")))

    def _field_code(self, element: Element) -> None:
        self._fields.add_code(element.text or "")

    def _simple_field(self, element: Element) -> None:
        self._fields.open_simple(attribute(element, f"{W}instr") or "")
        self._children(element)
        self._add(self._fields.mark("end"))

    # What was changed or stands elsewhere

    def _deleted(self, element: Element) -> None:
        self._pass_over("deleted", element)

    def _pass_over(self, reason: str, element: Element) -> None:
        """Leave out a whole element, counting the paragraphs in it."""
        paragraphs = sum(1 for _ in element.iter(f"{W}p"))
        first = self._number + min(paragraphs, 1)
        if text := all_text(element):
            self.dropped.append(Dropped(reason, text, first))
        self._number += paragraphs

    def _row(self, element: Element) -> None:
        properties = element.find(f"{W}trPr")
        if properties is not None and properties.find(f"{W}del") is not None:
            self._deleted(element)
        else:
            self._children(element)

    def _cell(self, element: Element) -> None:
        properties = element.find(f"{W}tcPr")
        if properties is not None:
            if properties.find(f"{W}cellDel") is not None:
                self._deleted(element)
                return
            merges = (properties.find(f"{W}vMerge"), properties.find(f"{W}hMerge"))
            if any(merge is not None and attribute(merge) != "restart" for merge in merges):
                # Word shows only the first cell of a merged range.
                self._pass_over("merged-cell", element)
                return
        self._children(element)
        self._close()

    def _table(self, element: Element) -> None:
        self._close()
        self._children(element)
        self._close()

    def _content_control(self, element: Element) -> None:
        properties = element.find(f"{W}sdtPr")
        if properties is not None:
            gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
            if (attribute(gallery) or "").lower() == "table of contents":
                self._pass_over("contents", element)
                return
            if is_on(properties.find(f"{W}showingPlcHdr")):
                self._pass_over("prompt", element)
                return
        for content in element.iterchildren(f"{W}sdtContent"):
            self._children(content)

    def _reference(self, element: Element) -> None:
        """The mark of a footnote, an endnote or a comment: out, and its text with it."""
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        self._drop(kind, self._side_texts.text(kind, attribute(element, f"{W}id") or ""))
        if attribute(element, f"{W}customMarkFollows") in ("1", "true", "on"):
            # The rest of the run is the mark itself (17.11.14); the run sets this back.
            self._hidden = True

    def _headers(self, element: Element) -> None:
        """``w:sectPr``: page headers and footers are no part of the text."""
        for kind in ("header", "footer"):
            for reference in element.iterchildren(f"{W}{kind}Reference"):
                self._drop(kind, self._side_texts.margin(attribute(reference, f"{R}id")))

    def _unread(self, _element: Element) -> None:
        self.notes.append(
            Anomaly("truncated", "文件里嵌着另一份文档，它的内容没有读入；请在 Word 里另存一次再读")
        )

    # Text boxes and pictures

    def _alternates(self, element: Element) -> None:
        """``mc:AlternateContent`` (ECMA-376-3): the same thing said twice, so one of the two."""
        branch = branch_to_read(element)
        if branch is not None:
            self._children(branch)

    def _box(self, element: Element) -> None:
        if self._hidden or self._fields.in_code:
            self._pass_over("hidden", element)
            return
        with self._aside():
            self._children(element)
            self._close()

    def _word_art(self, element: Element) -> None:
        """``v:textpath``: 艺术字 keeps its words in an attribute."""
        text = attribute(element, "string")
        if text and not self._hidden:
            with self._aside():
                self._line = Line(self._number)
                self._line.add(text)
                self._finish_line()

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """Gather lines of a box: before the anchoring line when that has no text yet, else after."""
        outer = (self._line, self._bearer, self._style, self._fields, self._after, self.lines)
        anchor = self._line
        self._line, self._bearer, self._fields, self._after, self.lines = None, None, Fields(), [], []
        yield
        boxed = self.lines
        self._line, self._bearer, self._style, self._fields, self._after, self.lines = outer
        if anchor is not None and anchor.has_text:
            self._after.extend(boxed)
        else:
            self.lines.extend(boxed)

    def _drawing(self, element: Element) -> None:
        self._drop("picture", picture_name(element))
        self._children(element)

    def _embedded(self, element: Element) -> None:
        self._drop("object", "嵌入的对象")
        self._children(element)

    def _skip(self, _element: Element) -> None:
        """Properties and the like, which hold no text."""


_Handler = Callable[[Walk, Element], None]
_HANDLERS: dict[str, _Handler] = {
    f"{W}p": Walk._paragraph,
    f"{W}r": Walk._run,
    f"{W}t": Walk._text,
    f"{W}br": Walk._break,
    f"{W}cr": Walk._break,
    f"{W}tab": Walk._tab,
    f"{W}ptab": Walk._tab,
    f"{W}noBreakHyphen": Walk._hyphen,
    f"{W}sym": Walk._symbol,
    f"{W}ruby": Walk._ruby,
    f"{M}oMath": Walk._formula,
    f"{W}fldChar": Walk._field_mark,
    f"{W}instrText": Walk._field_code,
    f"{W}fldSimple": Walk._simple_field,
    f"{W}del": Walk._deleted,
    f"{W}moveFrom": Walk._skip,
    f"{W}delText": Walk._skip,
    f"{W}delInstrText": Walk._skip,
    f"{W}tbl": Walk._table,
    f"{W}tr": Walk._row,
    f"{W}tc": Walk._cell,
    f"{W}sdt": Walk._content_control,
    f"{W}footnoteReference": Walk._reference,
    f"{W}endnoteReference": Walk._reference,
    f"{W}commentReference": Walk._reference,
    f"{W}sectPr": Walk._headers,
    f"{W}altChunk": Walk._unread,
    f"{W}subDoc": Walk._unread,
    f"{MC}AlternateContent": Walk._alternates,
    _BOX_CONTENT: Walk._box,
    f"{VML}textpath": Walk._word_art,
    f"{W}drawing": Walk._drawing,
    f"{W}pict": Walk._drawing,
    f"{W}object": Walk._embedded,
    f"{W}pPr": Walk._skip,
    f"{W}rPr": Walk._skip,
    f"{W}tblPr": Walk._skip,
    f"{W}tblGrid": Walk._skip,
    f"{W}tblPrEx": Walk._skip,
    f"{W}trPr": Walk._skip,
    f"{W}tcPr": Walk._skip,
}
