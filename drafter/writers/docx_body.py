"""Blocks of a speech to the paragraphs (w:p) of document.xml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drafter.writers.blocks import Block
from drafter.writers.docx_runs import Ink, runs
from drafter.writers.docx_styles import HEADING_STYLES, speech_styles
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
    front = [block for block in blocks if block.role in _FRONT]
    rest = [block for block in blocks if block.role not in _FRONT]
    order = {role: at for at, role in enumerate(("title", "subtitle", *profile.front_order))}
    front = sorted((block for block in front if block.role in order), key=lambda block: order[block.role])
    paragraphs = [_front_line(block, profile, look, last=block is front[-1]) for block in front]
    openings = {style_id: _opening(use) for style_id, use in look.styles.items()}
    inks = {style_id: use.ink for style_id, use in look.styles.items()}
    body, body_ink = openings["BodyText"], inks["BodyText"]
    for block in rest:
        if block.role == "body":
            paragraphs.append(f"{body}{runs(block.text, body_ink)}</w:p>")
        elif block.role == "run_in":
            tail = block.text[len(block.lead) :]
            paragraphs.append(f"{body}{runs(block.lead, look.lead)}{runs(tail, body_ink)}</w:p>")
        else:
            style_id = _style_of(block)
            paragraphs.append(f"{openings[style_id]}{runs(block.text, inks[style_id])}</w:p>")
    return "".join(paragraphs)


_FRONT = {
    "title": "Title",
    "subtitle": "Subtitle",
    "date": "SpeechDate",
    "speaker": "SpeechSpeaker",
}


def _style_of(block: Block) -> str:
    if block.role == "salutation":
        return "Salutation"
    if block.role == "heading" and block.level <= len(HEADING_STYLES):
        return HEADING_STYLES[block.level - 1]
    return "BodyText"


def _front_line(block: Block, profile: Profile, look: Look, *, last: bool) -> str:
    use = look.styles[_FRONT[block.role]]
    text = block.text
    if block.role == "title":
        text = "\n".join(balance(text, look.title_width))
    elif block.role == "date":
        text = profile.date_form.format(text)
    elif block.role == "speaker":
        text = profile.speaker_form.format(text)
    if last:
        use = replace(use, layout=f'{use.layout}<w:spacing w:after="{look.blank_line}"/>')
    return f"{_opening(use)}{runs(text, use.ink)}</w:p>"


def _opening(use: StyleUse) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{use.id}"/>{use.layout}</w:pPr>'
