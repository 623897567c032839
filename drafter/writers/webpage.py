"""Speech to one self-contained HTML page: no network, no script, printed nearly as Word prints it."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from drafter.speech.blocks import Block, Role, speech_paragraphs
from drafter.speech.model import Speech
from drafter.writers.clean import clean_speech
from drafter.writers.front import FRONT_ROLES, front_lines
from drafter.writers.profile import GB, PAGE, Face, Profile
from drafter.writers.title_lines import balance

__all__ = ["write_html"]

_PAGE = Path(__file__).with_name("webpage.html")
_MISSING = re.compile("(【待补[^】]*】)")
_TWIPS_PER_MM = 1440 / 25.4

# Each licensed face with the free or bundled faces that come nearest, by operating system.
_FALLBACKS = {
    "方正小标宋简体": '"方正小标宋_GBK","华文中宋",STZhongsong,"Noto Serif CJK SC","Songti SC",SimSun,serif',
    "仿宋_GB2312": '"仿宋",FangSong,STFangsong,"华文仿宋",FandolFang,serif',
    "楷体_GB2312": '"楷体",KaiTi,STKaiti,"华文楷体",FandolKai,"AR PL KaitiM GB",serif',
    "黑体": 'SimHei,"Heiti SC",STHeiti,"Noto Sans CJK SC",FandolHei,sans-serif',
    "宋体": 'SimSun,"Songti SC",STSong,"Noto Serif CJK SC",FandolSong,serif',
}


def write_html(speech: Speech, *, profile: Profile = GB) -> str:
    """The speech as a whole page with its own styles.

    Arguments:
        speech: what to write.
        profile: faces, sizes and spacing, the same as in Word.
    """
    speech, _ = clean_speech(speech)
    blocks = speech_paragraphs(speech)
    front = front_lines(blocks, profile)
    room = PAGE.text_width / (profile.title.size * 20 + profile.condense)
    lines = ["<header>", *(_front_line(block, room) for block in front), "</header>"] if front else []
    lines += [_paragraph(block) for block in blocks if block.role not in FRONT_ROLES]
    return _template().substitute(
        title=escape(" ".join((speech.title or "讲话稿").split())),
        top=_mm(PAGE.top),
        right=_mm(PAGE.right),
        bottom=_mm(PAGE.bottom),
        left=_mm(PAGE.left),
        width=_mm(PAGE.text_width),
        latin=profile.latin,
        line=f"{profile.line_pitch / 20:g}pt",
        condense=f"{profile.condense / 20:g}pt",
        title_face=_face(profile.title, profile),
        subtitle_face=_face(profile.subtitle, profile),
        front_face=_face(profile.front, profile),
        body_face=_face(profile.body, profile),
        h2_face=_face(profile.headings[0], profile),
        h3_face=_face(profile.headings[1], profile),
        h4_face=_face(profile.headings[2], profile),
        lead_family=_family(profile.lead, profile),
        lead_weight="bold" if profile.lead.bold else "normal",
        number_face=_face(profile.page_number, profile),
        body="\n".join(lines),
    )


@cache
def _template() -> Template:
    return Template(_PAGE.read_text(encoding="utf-8"))


def _front_line(block: Block, room: float) -> str:
    if block.role is Role.TITLE:
        return f"<h1>{'<br>'.join(map(_text, balance(block.text, room)))}</h1>"
    return f'<p class="{block.role.value}">{_text(block.text)}</p>'


def _paragraph(block: Block) -> str:
    if block.role is Role.HEADING and block.level <= 4:
        return f"<h{block.level + 1}>{_text(block.text)}</h{block.level + 1}>"
    if block.role is Role.RUN_IN:
        return f'<p><span class="lead">{_text(block.lead)}</span>{_text(block.rest)}</p>'
    if block.role is Role.SALUTATION:
        return f'<p class="salutation">{_text(block.text)}</p>'
    return f"<p>{_text(block.text)}</p>"


def _text(text: str) -> str:
    marked = _MISSING.sub(r"<mark>\1</mark>", escape(text, quote=False))
    return marked.replace("\n", "<br>")


def _family(face: Face, profile: Profile) -> str:
    """The page's own "latin" face, which holds ASCII only, then the Chinese one and its kin."""
    latin = "latin," if face != profile.page_number else ""
    return f'{latin}"{face.font}",{_FALLBACKS.get(face.font, "serif")}'


def _face(face: Face, profile: Profile) -> str:
    weight = "bold" if face.bold else "normal"
    return f"font: {weight} {face.size:g}pt/{profile.line_pitch / 20:g}pt {_family(face, profile)}"


def _mm(twips: int) -> str:
    return f"{twips / _TWIPS_PER_MM:.1f}mm"
