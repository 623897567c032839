"""The named styles of a speech in Word: styles.xml from a profile.

Element order within w:pPr and w:rPr is that of ECMA-376 part 1, 17.3.1.26 and 17.3.2.28. Theme font
attributes are never written: they would win over the named faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from drafter.writers.profile import Face, Profile

__all__ = ["HEADING_STYLES", "W_NAMESPACE", "Style", "speech_styles", "style_xml", "styles_part"]

W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

HEADING_STYLES = ("Heading1", "Heading2", "Heading3", "Heading4")
"""Style ids of own-line headings by level; deeper ones are set as body text."""


@dataclass(frozen=True, slots=True)
class Style:
    """One named style.

    Arguments:
        id: styleId, what paragraphs refer to.
        name: what Word shows; built-in styles keep Word's own English name, which Chinese Word
            translates (Title 标题, Salutation 称呼, Body Text 正文文本).
        face: face and size.
        layout: inner XML of w:pPr in schema order.
        kind: paragraph or character.
        following: the style of the paragraph typed after it, or "".
        builtin: whether Word knows the style by its name.
    """

    id: str
    name: str
    face: Face
    layout: str = ""
    kind: Literal["paragraph", "character"] = "paragraph"
    following: str = ""
    builtin: bool = True


def speech_styles(profile: Profile) -> tuple[Style, ...]:
    """Every style a speech uses, without Normal and the footer."""
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{profile.first_line}"/>'
    flush = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    centred = '<w:jc w:val="center"/>'
    headings = tuple(
        Style(
            id=style_id,
            name=f"heading {level + 1}",
            face=face,
            layout=f'<w:keepNext/><w:keepLines/>{indent}<w:outlineLvl w:val="{level}"/>',
            following="BodyText",
        )
        for level, (style_id, face) in enumerate(zip(HEADING_STYLES, profile.headings, strict=True))
    )
    return (
        Style("BodyText", "Body Text", profile.body, indent),
        Style("Title", "Title", profile.title, f"<w:keepNext/><w:keepLines/>{centred}", following="Subtitle"),
        Style("Subtitle", "Subtitle", profile.subtitle, f"<w:keepNext/>{centred}", following="BodyText"),
        Style("SpeechDate", "讲话日期", profile.front, centred, following="BodyText", builtin=False),
        Style("SpeechSpeaker", "讲话人", profile.front, centred, following="BodyText", builtin=False),
        Style("Salutation", "Salutation", profile.body, f'{flush}<w:jc w:val="left"/>', following="BodyText"),
        *headings,
        Style("LeadSentence", "段首句", profile.lead, kind="character", builtin=False),
    )


def style_xml(style: Style, profile: Profile, *, based_on: str = "Normal", complete: bool = False) -> str:
    """One w:style element, without namespace declaration.

    Arguments:
        style: what to write.
        profile: the profile it belongs to.
        based_on: styleId of the parent of a paragraph style, or "" for none.
        complete: also write the line height, for a document whose Normal is not ours.
    """
    parts = [f'<w:style w:type="{style.kind}"{"" if style.builtin else _CUSTOM} w:styleId="{style.id}">']
    parts.append(f'<w:name w:val="{style.name}"/>')
    if style.kind == "paragraph":
        parts.append(f'<w:basedOn w:val="{based_on}"/>' if based_on else "")
        parts.append(f'<w:next w:val="{style.following}"/>' if style.following else "")
    else:
        parts.append('<w:basedOn w:val="DefaultParagraphFont"/>' if not complete else "")
    parts.append('<w:uiPriority w:val="1"/><w:qFormat/>')
    if style.kind == "paragraph":
        layout = style.layout
        if complete:
            line = _exact_line(profile)
            at = min(layout.find(tag) for tag in ("<w:ind ", "<w:jc ", "<w:outlineLvl ") if tag in layout)
            layout = f"{layout[:at]}{line}{layout[at:]}"
        parts.append(f"<w:pPr>{layout}</w:pPr>" if layout else "")
    parts.append(f"<w:rPr>{_character(style, profile)}</w:rPr></w:style>")
    return "".join(parts)


def styles_part(profile: Profile) -> str:
    """The whole styles.xml of a document of our own."""
    body = profile.body
    digits = profile.page_number
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{W_NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f"{_fonts(body.font, profile.latin)}{_condensed(profile)}"
        f'<w:kern w:val="0"/>{_size(body)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        f"{_LATENT}"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'{_exact_line(profile)}<w:jc w:val="both"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        f"{''.join(style_xml(style, profile) for style in speech_styles(profile))}"
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="99"/><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
        f'<w:rPr>{_fonts(digits.font, digits.font)}<w:spacing w:val="0"/>{_size(digits)}</w:rPr></w:style>'
        "</w:styles>"
    )


_CUSTOM = ' w:customStyle="1"'
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)


def _character(style: Style, profile: Profile) -> str:
    """Inner XML of w:rPr.

    Bold is a toggle (17.7.3): a character style cannot switch a bold paragraph style off, so the lead
    sentence's weight is left to its run.
    """
    bold = "<w:b/><w:bCs/>" if style.face.bold and style.kind == "paragraph" else ""
    spacing = _condensed(profile) if style.kind == "paragraph" else ""
    size = _size(style.face) if style.kind == "paragraph" else ""
    return f"{_fonts(style.face.font, profile.latin)}{bold}{spacing}{size}"


def _fonts(chinese: str, latin: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{chinese}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _size(face: Face) -> str:
    half_points = round(face.size * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _condensed(profile: Profile) -> str:
    return f'<w:spacing w:val="{profile.condense}"/>'


def _exact_line(profile: Profile) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{profile.line_pitch}" w:lineRule="exact"/>'
