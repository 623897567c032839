"""Blocks of a speech to the paragraphs (w:p) of document.xml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.speech.blocks import Block, Role
from drafter.writers.docx_runs import Ink, runs
from drafter.writers.docx_styles import HEADING_STYLES, speech_styles
from drafter.writers.front import front_lines
from drafter.writers.profile import PAGE, Profile
from drafter.writers.title_lines import balance

__all__ = ["Look", "StyleUse", "body_xml", "own_look"]


@dataclass(frozen=True, slots=True)
class StyleUse:
    """How paragraphs of one style are written.

    Arguments:
        id: styleId in the document written.
        ink: how its runs begin.
        layout: direct paragraph formatting that the style needs undone, inner XML of w:pPr.
    """

    id: str
    ink: Ink
    layout: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """What the body needs to know of the document it is put into.

    Arguments:
        styles: how each of our paragraph styles is used, by our styleId.
        lead: ink of a run-in lead sentence.
        title_width: characters of the title that fit on a line.
        blank_line: one line in twips, left empty between the heading block and the text.
    """

    styles: Mapping[str, StyleUse]
    lead: Ink
    title_width: float
    blank_line: int


def own_look(profile: Profile) -> Look:
    """The look of a document with our own styles."""
    styles = {
        style.id: StyleUse(style.id, Ink.of(fonts=chinese_marks(style.face.font)))
        for style in speech_styles(profile)
        if style.kind == "paragraph"
    }
    em = profile.title.size * 20 + profile.condense
    return Look(
        styles=styles,
        lead=lead_ink(profile, "LeadSentence"),
        title_width=PAGE.text_width / em,
        blank_line=profile.line_pitch,
    )


def lead_ink(profile: Profile, style_id: str) -> Ink:
    """Ink of the lead sentence; in a bold body its own weight is said on the run (17.7.3)."""
    weight = ""
    if profile.body.bold != profile.lead.bold:
        state = "" if profile.lead.bold else ' w:val="0"'
        weight = f"<w:b{state}/><w:bCs{state}/>"
    return Ink.of(
        style=f'<w:rStyle w:val="{style_id}"/>', fonts=chinese_marks(profile.lead.font), weight=weight
    )


def chinese_marks(font: str) -> str:
    """The w:rFonts that sets quotes, dashes and ellipses in a Chinese face."""
    return f'<w:rFonts w:hint="eastAsia" w:ascii="{font}" w:hAnsi="{font}"/>'


def body_xml(blocks: Sequence[Block], profile: Profile, look: Look) -> str:
    """The paragraphs of a speech, without w:body and w:sectPr.

    Raises:
        WriteError: W002 a paragraph too long for any reader.
    """
    front = front_lines(blocks, profile)
    paragraphs = [_front_line(block, look, last=block is front[-1]) for block in front]
    openings = {style_id: _opening(use) for style_id, use in look.styles.items()}
    inks = {style_id: use.ink for style_id, use in look.styles.items()}
    body, body_ink = openings["BodyText"], inks["BodyText"]
    for block in blocks:
        if block.role is Role.BODY:
            paragraphs.append(f"{body}{runs(block.text, body_ink)}</w:p>")
        elif block.role is Role.RUN_IN:
            paragraphs.append(f"{body}{runs(block.lead, look.lead)}{runs(block.rest, body_ink)}</w:p>")
        elif block.role not in _FRONT:
            style_id = _style_of(block)
            paragraphs.append(f"{openings[style_id]}{runs(block.text, inks[style_id])}</w:p>")
    return "".join(paragraphs)


_FRONT = {
    Role.TITLE: "Title",
    Role.SUBTITLE: "Subtitle",
    Role.DATE: "SpeechDate",
    Role.SPEAKER: "SpeechSpeaker",
}


def _style_of(block: Block) -> str:
    if block.role is Role.SALUTATION:
        return "Salutation"
    return HEADING_STYLES[block.level - 1] if block.level <= len(HEADING_STYLES) else "BodyText"


def _front_line(block: Block, look: Look, *, last: bool) -> str:
    use = look.styles[_FRONT[block.role]]
    text = "\n".join(balance(block.text, look.title_width)) if block.role is Role.TITLE else block.text
    if last:
        use = replace(use, layout=f'{use.layout}<w:spacing w:after="{look.blank_line}"/>')
    return f"{_opening(use)}{runs(text, use.ink)}</w:p>"


def _opening(use: StyleUse) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{use.id}"/>{use.layout}</w:pPr>'
