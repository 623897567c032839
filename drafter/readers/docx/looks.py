"""How a Word document is laid out: what Word makes of styles and of what paragraphs say themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter.readers.docx.markup import MC, Element, R, W, attribute, integer, is_on
from drafter.readers.docx.package import WordPackage
from drafter.readers.looks import Look, Looks, Page

__all__ = ["read_looks"]

_TWIPS_A_MM = 1440 / 25.4
_TWIPS_A_POINT = 20
_HAN = re.compile("[一-鿿]")
#: Share of a paragraph's characters that must look alike for the paragraph to be said to look so.
_ALIKE = 0.8
#: basedOn chains in real files are 1-6 long.
_LONGEST_CHAIN = 32


@dataclass(frozen=True, slots=True)
class _Ink:
    """Properties of characters, None where not told."""

    face: str | None = None
    size: float | None = None
    bold: bool | None = None

    def over(self, below: _Ink) -> _Ink:
        return _Ink(
            below.face if self.face is None else self.face,
            below.size if self.size is None else self.size,
            below.bold if self.bold is None else self.bold,
        )


@dataclass(frozen=True, slots=True)
class _Setting:
    """Properties of a paragraph, None where not told; twips and hundredths of characters."""

    line: float | None = None
    first: int | None = None
    first_chars: int | None = None
    centred: bool | None = None

    def over(self, below: _Setting) -> _Setting:
        return _Setting(
            below.line if self.line is None else self.line,
            below.first if self.first is None else self.first,
            below.first_chars if self.first_chars is None else self.first_chars,
            below.centred if self.centred is None else self.centred,
        )


def read_looks(data: bytes, name: str) -> Looks | None:
    """The layout of a document, a look for each paragraph that holds text; None where it has no page.

    Arguments:
        data: a .docx.
        name: what to call it in messages.

    Raises:
        ReadError: as the Word reader raises.
    """
    package = WordPackage(data, name)
    section = next(iter(reversed(list(package.document.iter(f"{W}sectPr")))), None)
    if section is None:
        return None
    sheet = _Sheet(package.part("styles"))
    looks = [
        sheet.look(paragraph, runs)
        for paragraph in package.document.iter(f"{W}p")
        if not _is_copy(paragraph)
        and (runs := list(_runs(paragraph)))
        and "".join(t for t, _ in runs).strip()
    ]
    return Looks(_page(section, package), tuple(looks))


def _is_copy(paragraph: Element) -> bool:
    """Whether it stands in what old readers are shown instead of a drawing."""
    return any(above.tag == f"{MC}Fallback" for above in paragraph.iterancestors())


def _runs(paragraph: Element) -> Iterator[tuple[str, Element | None]]:
    """Text and properties of the paragraph's own runs, without what was deleted."""
    for run in paragraph.iter(f"{W}r"):
        owner = next(run.iterancestors(f"{W}p"), None)
        gone = any(above.tag in (f"{W}del", f"{W}moveFrom") for above in run.iterancestors())
        if owner is not paragraph or gone:
            continue
        text = "".join(child.text or "" for child in run.iterchildren(f"{W}t"))
        if text:
            yield text, run.find(f"{W}rPr")


class _Sheet:
    """The style sheet, resolved as far as looks go."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._ink, self._setting, self._usual = _Ink(), _Setting(), ""
        if root is None:
            return
        defaults = root.find(f"{W}docDefaults")
        if defaults is not None:
            self._ink = _ink(defaults.find(f"{W}rPrDefault/{W}rPr"))
            self._setting = _setting(defaults.find(f"{W}pPrDefault/{W}pPr"))
        for style in root.iterchildren(f"{W}style"):
            identifier = style.get(f"{W}styleId") or ""
            self._styles[identifier] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._usual = identifier

    def look(self, paragraph: Element, runs: list[tuple[str, Element | None]]) -> Look:
        properties = paragraph.find(f"{W}pPr")
        named = None if properties is None else attribute(properties.find(f"{W}pStyle"))
        ink, setting = self._styled(named or self._usual, self._ink, self._setting)
        setting = _setting(properties).over(setting)
        inks: Counter[_Ink] = Counter()
        for text, own in runs:
            style = None if own is None else attribute(own.find(f"{W}rStyle"))
            base = self._styled(style, ink, _Setting())[0] if style else ink
            # The faces of digits and Latin letters are another matter.
            inks[_ink(own).over(base)] += len(_HAN.findall(text))
        return _look(inks, setting)

    def _styled(self, name: str, ink: _Ink, setting: _Setting) -> tuple[_Ink, _Setting]:
        chain: list[Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = attribute(self._styles[name].find(f"{W}basedOn")) or ""
        for style in reversed(chain):
            ink = _ink(style.find(f"{W}rPr")).over(ink)
            setting = _setting(style.find(f"{W}pPr")).over(setting)
        return ink, setting


def _look(inks: Counter[_Ink], setting: _Setting) -> Look:
    whole = inks.total()
    usual = inks.most_common(1)[0][0] if whole else _Ink()

    def most(key: str) -> object:
        counts: Counter[object] = Counter()
        for ink, count in inks.items():
            counts[getattr(ink, key)] += count
        value, count = counts.most_common(1)[0] if counts else (None, 0)
        return value if whole and count >= _ALIKE * whole else None

    face, size = most("face"), most("size")
    bold = all(ink.bold for ink, count in inks.items() if count) if whole else bool(usual.bold)
    points = size if isinstance(size, float) else 0.0
    indent = 0.0
    if setting.first_chars:
        indent = setting.first_chars / 100
    elif setting.first and points:
        indent = setting.first / _TWIPS_A_POINT / points
    return Look(
        face=face if isinstance(face, str) else "",
        size=points,
        bold=bold,
        line=setting.line or 0.0,
        indent=round(indent, 2),
        centred=bool(setting.centred),
    )


def _ink(properties: Element | None) -> _Ink:
    if properties is None:
        return _Ink()
    fonts, size, bold = (properties.find(f"{W}{key}") for key in ("rFonts", "sz", "b"))
    half = integer(attribute(size))
    return _Ink(
        None if fonts is None else fonts.get(f"{W}eastAsia"),
        None if half is None else half / 2,
        None if bold is None else is_on(bold),
    )


def _setting(properties: Element | None) -> _Setting:
    if properties is None:
        return _Setting()
    found = _Setting()
    spacing, indent, side = (properties.find(f"{W}{key}") for key in ("spacing", "ind", "jc"))
    if spacing is not None and (line := integer(spacing.get(f"{W}line"))) is not None:
        exact = spacing.get(f"{W}lineRule") == "exact"
        found = replace(found, line=line / _TWIPS_A_POINT if exact else 0.0)
    if indent is not None:
        first, chars = integer(indent.get(f"{W}firstLine")), integer(indent.get(f"{W}firstLineChars"))
        hanging = integer(indent.get(f"{W}hanging"))
        found = replace(found, first=-hanging if hanging else first, first_chars=chars)
    if side is not None:
        found = replace(found, centred=attribute(side) == "center")
    return found


def _page(section: Element, package: WordPackage) -> Page:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def millimetres(element: Element | None, key: str) -> float:
        value = None if element is None else integer(element.get(f"{W}{key}"))
        return round((value or 0) / _TWIPS_A_MM, 1)

    footers = (package.part_by_id(one.get(f"{R}id")) for one in section.iterchildren(f"{W}footerReference"))
    return Page(
        width=millimetres(size, "w"),
        height=millimetres(size, "h"),
        top=millimetres(margin, "top"),
        bottom=millimetres(margin, "bottom"),
        left=millimetres(margin, "left"),
        right=millimetres(margin, "right"),
        numbered=any(_numbers(footer) for footer in footers if footer is not None),
    )


def _numbers(footer: Element) -> bool:
    """Whether a footer holds a PAGE field."""
    fields = [one.text or "" for one in footer.iter(f"{W}instrText")]
    fields += [one.get(f"{W}instr") or "" for one in footer.iter(f"{W}fldSimple")]
    return any(re.match(r"\s*PAGE\b", field) for field in fields)
