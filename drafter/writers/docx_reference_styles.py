"""Our styles mapped to those of a reference document; what it lacks is added from ours."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from drafter.writers.docx_body import Look, StyleUse
from drafter.writers.docx_runs import Ink, escape
from drafter.writers.docx_styles import W_NAMESPACE, Style, speech_styles, style_xml
from drafter.writers.profile import Profile

__all__ = ["fit_styles", "number_of"]

_W = f"{{{W_NAMESPACE}}}"
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,6})?")

_NAMES: dict[str, tuple[str, ...]] = {
    "Title": ("title", "标题", "主标题", "大标题", "公文标题", "文件标题", "讲话标题"),
    "Subtitle": ("subtitle", "副标题"),
    "SpeechDate": ("讲话日期", "讲话时间"),
    "SpeechSpeaker": ("讲话人", "署名"),
    "Salutation": ("salutation", "称呼", "称谓", "主送机关"),
    "BodyText": (
        *("公文正文", "讲话正文", "正文内容", "body text first indent", "正文首行缩进", "正文文本首行缩进"),
        *("body text", "正文文本", "body text indent", "正文文本缩进", "normal indent", "正文缩进"),
    ),
    "LeadSentence": ("段首句",),
} | {
    f"Heading{level}": (f"heading {level}", f"标题 {level}", f"标题{level}", f"{numeral}级标题")
    for level, numeral in enumerate("一二三四", 1)
}
"""Names under which offices keep a style, the likeliest first; compared without case."""

_NO_NUMBERING = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
"""Our text carries its own 一、; a style that numbers would print it twice."""


class _Sheet:
    """The styles of the reference document."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.by_id = {style.get(f"{_W}styleId", ""): style for style in root.iterfind(f"{_W}style")}
        self.by_name: dict[str, str] = {}
        for style_id, style in self.by_id.items():
            for name in _names(style):
                self.by_name.setdefault(name, style_id)
        self.normal = next(
            (
                style_id
                for style_id, style in self.by_id.items()
                if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on")
            ),
            "",
        )

    def find(self, style: Style) -> str:
        """The id of the office's own style that stands for ours, or ""."""
        for name in _NAMES[style.id]:
            style_id = self.by_name.get(name, "")
            if style_id and self.by_id[style_id].get(f"{_W}type", "paragraph") == style.kind:
                return style_id
        return ""

    def chain(self, style_id: str) -> list[etree._Element]:
        """A style and those it is based on, nearest first, the defaults last."""
        found: list[etree._Element] = []
        while style_id in self.by_id and self.by_id[style_id] not in found:
            style = self.by_id[style_id]
            found.append(style)
            parent = style.find(f"{_W}basedOn")
            style_id = "" if parent is None else parent.get(f"{_W}val", "")
        found += self.root.findall(f"{_W}docDefaults/{_W}pPrDefault")
        return found + self.root.findall(f"{_W}docDefaults/{_W}rPrDefault")

    def value(self, style_id: str, path: str, attribute: str = "val") -> str:
        """The nearest value of a property such as ``rPr/sz``, or ""."""
        where = "/".join(f"{_W}{step}" for step in path.split("/"))
        for style in self.chain(style_id):
            element = style.find(where)
            if element is not None and f"{_W}{attribute}" in element.attrib:
                return str(element.get(f"{_W}{attribute}"))
        return ""

    def number(self, style_id: str, path: str, attribute: str, otherwise: float) -> float:
        """The same as a number (see ``number_of``)."""
        return number_of(self.value(style_id, path, attribute), otherwise)

    def add(self, style: Style, profile: Profile, *, based_on: str = "", complete: bool = True) -> str:
        """Append one of our styles under an id that is free, and give that id."""
        style_id = style.id
        while style_id in self.by_id:
            style_id += "Jianggao"
        known = style.following in self.by_id
        added = replace(style, id=style_id, following=style.following if known else "")
        xml = style_xml(added, profile, based_on=based_on, complete=complete)
        element = etree.fromstring(f'<w:styles xmlns:w="{W_NAMESPACE}">{xml}</w:styles>')[0]
        self.root.append(element)
        self.by_id[style_id] = element
        return style_id


def number_of(value: str, otherwise: float) -> float:
    """A measure as somebody else's file gives it; what is none, or absurd, counts as not given."""
    return float(value) if _NUMBER.fullmatch(value) else otherwise


def fit_styles(root: etree._Element, profile: Profile, text_width: float) -> Look:
    """Complete a style sheet in place and say how a speech is written with it.

    Arguments:
        root: w:styles of the reference document.
        profile: where missing styles come from.
        text_width: width of its type area in twips.
    """
    sheet = _Sheet(root)
    ours = {style.id: style for style in speech_styles(profile)}
    uses = {"BodyText": _body(sheet, ours["BodyText"], profile)}
    for style_id, style in ours.items():
        if style.kind == "character" or style_id == "BodyText":
            continue
        theirs = sheet.find(style)
        if not theirs and style_id == "Salutation":
            theirs = _salutation(sheet, style, uses["BodyText"].id)
        uses[style_id] = _use(sheet, theirs or sheet.add(style, profile))
    lead = sheet.find(ours["LeadSentence"]) or sheet.add(ours["LeadSentence"], profile)
    title, body = uses["Title"].id, uses["BodyText"].id
    size = sheet.number(title, "rPr/sz", "val", 20.0)
    return Look(
        styles=uses,
        lead=Ink.of(style=f'<w:rStyle w:val="{escape(lead)}"/>', fonts=_marks(sheet, lead)),
        title_width=text_width / max(size * 10, 1.0),
        blank_line=_line(sheet, body),
    )


def _body(sheet: _Sheet, ours: Style, profile: Profile) -> StyleUse:
    """The style of body text.

    The office's own when it has one by name; else its Normal, given the two-character indent it may
    lack; else, when Normal is as the factory made it and says nothing, ours.
    """
    named = sheet.find(ours)
    if named:
        use = _use(sheet, named)
        return use if _indented(sheet, named) else replace(use, layout=use.layout + _indent(sheet, named))
    if not sheet.normal or not _says_something(sheet.by_id[sheet.normal]):
        return _use(sheet, sheet.add(ours, profile))
    if _indented(sheet, sheet.normal):
        return _use(sheet, sheet.normal)
    return _use(sheet, _derive(sheet, "SpeechBody", "讲话正文", sheet.normal, _indent(sheet, sheet.normal)))


def _indent(sheet: _Sheet, style_id: str) -> str:
    """Two characters of the style's own size: Word counts the characters, LibreOffice the twips."""
    twips = round(sheet.number(style_id, "rPr/sz", "val", 20.0) * 20)
    return f'<w:ind w:firstLineChars="200" w:firstLine="{twips}"/>'


def _salutation(sheet: _Sheet, ours: Style, body: str) -> str:
    """Their body text, flush left."""
    return _derive(sheet, ours.id, ours.name, body, '<w:ind w:firstLineChars="0" w:firstLine="0"/>')


def _derive(sheet: _Sheet, style_id: str, name: str, based_on: str, layout: str) -> str:
    """Append a style that differs from another only in its layout, and give its id."""
    while style_id in sheet.by_id:
        style_id += "Jianggao"
    custom = ' w:customStyle="1"' if name == "讲话正文" else ""
    element = etree.fromstring(
        f'<w:styles xmlns:w="{W_NAMESPACE}"><w:style w:type="paragraph"{custom} w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{escape(based_on)}"/><w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr></w:style></w:styles>"
    )[0]
    sheet.root.append(element)
    sheet.by_id[style_id] = element
    return style_id


def _use(sheet: _Sheet, style_id: str) -> StyleUse:
    numbered = sheet.value(style_id, "pPr/numPr/numId") not in ("", "0")
    return StyleUse(
        id=escape(style_id),
        ink=Ink.of(fonts=_marks(sheet, style_id)),
        layout=_NO_NUMBERING if numbered else "",
    )


def _marks(sheet: _Sheet, style_id: str) -> str:
    """The w:rFonts for Chinese marks: the East Asian face that the style comes to.

    Here, and only here, a theme font may be named: when it is the office's own choice.
    """
    for style in sheet.chain(style_id):
        fonts = style.find(f"{_W}rPr/{_W}rFonts")
        if fonts is None:
            continue
        theme = fonts.get(f"{_W}eastAsiaTheme")
        if theme:
            return (
                f'<w:rFonts w:hint="eastAsia" w:asciiTheme="{escape(theme)}" w:hAnsiTheme="{escape(theme)}"/>'
            )
        font = fonts.get(f"{_W}eastAsia")
        if font:
            return f'<w:rFonts w:hint="eastAsia" w:ascii="{escape(font)}" w:hAnsi="{escape(font)}"/>'
    return '<w:rFonts w:hint="eastAsia"/>'


def _line(sheet: _Sheet, style_id: str) -> int:
    """One line of body text in twips; unless exact, a line is 1.3 times its size."""
    line = sheet.number(style_id, "pPr/spacing", "line", 240.0)
    if sheet.value(style_id, "pPr/spacing", "lineRule") in ("exact", "atLeast"):
        return round(line)
    return round(sheet.number(style_id, "rPr/sz", "val", 20.0) * 10 * 1.3 * line / 240)


def _indented(sheet: _Sheet, style_id: str) -> bool:
    return any(
        sheet.number(style_id, "pPr/ind", attribute, 0.0) > 0 for attribute in ("firstLineChars", "firstLine")
    )


def _says_something(style: etree._Element) -> bool:
    wanted = ("rPr/rFonts", "rPr/sz", "pPr/ind", "pPr/spacing")
    return any(style.find("/".join(f"{_W}{step}" for step in path.split("/"))) is not None for path in wanted)


def _names(style: etree._Element) -> list[str]:
    """A style's name and aliases, in lower case."""
    values = [
        element.get(f"{_W}val", "")
        for element in (style.find(f"{_W}name"), style.find(f"{_W}aliases"))
        if element is not None
    ]
    return [name.strip().lower() for value in values for name in value.split(",")]
