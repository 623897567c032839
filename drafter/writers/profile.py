"""How a speech is set (排版方案): faces, sizes and spacing, for the standard and for reading aloud.

Sizes are in points, positions and pitches in twips (1/20 point), as WordprocessingML counts them.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["GB", "PAGE", "PROFILES", "READING", "Face", "Page", "Profile"]

_XIAOBIAOSONG = "方正小标宋简体"
_FANGSONG = "仿宋_GB2312"
_KAITI = "楷体_GB2312"
_HEITI = "黑体"
_SONGTI = "宋体"


@dataclass(frozen=True, slots=True)
class Face:
    """A Chinese face at a size.

    Arguments:
        font: its name in Word.
        size: points (字号: 二号 22, 小二 18, 三号 16, 四号 14).
        bold: whether it is set bold.
    """

    font: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and type area (版心) in twips.

    GB/T 9704-2012 5.1–5.2: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm; bottom 35 mm and right
    26 mm follow from these. ``footer`` puts the dash of the page number 7 mm below the type area.
    """

    width: int = 11906
    height: int = 16838
    top: int = 2098
    right: int = 1474
    bottom: int = 1984
    left: int = 1588
    header: int = 851
    footer: int = 1400

    @property
    def text_width(self) -> int:
        """Width of the type area in twips."""
        return self.width - self.left - self.right


PAGE = Page()


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of setting a speech.

    Arguments:
        name: as given to ``--profile``.
        label: its Chinese name.
        title: the main title (标题).
        subtitle: the —— line below it (副标题).
        front: date and speaker below the title (题注).
        body: body text, salutation and headings of the fifth level and deeper.
        headings: own-line headings of the first to the fourth level.
        lead: the run-in lead sentence (段首句), a character style.
        page_number: digits and dashes of the footer.
        latin: the face of digits and Latin letters.
        line_pitch: exact line height in twips.
        first_line: first-line indent of two characters in twips; Word takes the two characters,
            LibreOffice only this.
        condense: character spacing in twips, negative for closer.
        front_order: the order of the lines below the title.
        date_form: how the date is written there, ``{}`` for the date.
        speaker_form: how the speaker is written there, ``{}`` for the speaker.
    """

    name: str
    label: str
    title: Face
    subtitle: Face
    front: Face
    body: Face
    headings: tuple[Face, Face, Face, Face]
    lead: Face
    page_number: Face = Face(_SONGTI, 14)
    latin: str = "Times New Roman"
    line_pitch: int = 579
    first_line: int = 632
    condense: int = 0
    front_order: tuple[str, ...] = ("date", "speaker")
    date_form: str = "（{}）"
    speaker_form: str = "{}"


# 22 lines × 28 characters of 16 pt fill 156 × 225 mm only when condensed: 12756 twips / 22 = 579.8,
# and 580 already gives 21 lines in LibreOffice; 28 × 16 pt is wider than 442.2 pt by 0.2 pt a
# character, and -4 gives 27 (measured with LibreOffice 7.4). Headings are not bold in the standard.
GB = Profile(
    name="gb",
    label="国标",
    title=Face(_XIAOBIAOSONG, 22),
    subtitle=Face(_KAITI, 18),
    front=Face(_KAITI, 16),
    body=Face(_FANGSONG, 16),
    headings=(Face(_HEITI, 16), Face(_KAITI, 16), Face(_FANGSONG, 16), Face(_FANGSONG, 16)),
    lead=Face(_KAITI, 16),
    line_pitch=579,
    first_line=632,
    condense=-5,
)

# What offices lay on the lectern: everything larger and dark. The lead is told from the bold
# body by face alone and stays light, since a bold run-in in bold text says nothing.
READING = Profile(
    name="reading",
    label="朗读件",
    title=Face(_XIAOBIAOSONG, 24),
    subtitle=Face(_KAITI, 20),
    front=Face(_KAITI, 18),
    body=Face(_FANGSONG, 18, bold=True),
    headings=(
        Face(_HEITI, 18, bold=True),
        Face(_KAITI, 18, bold=True),
        Face(_FANGSONG, 18, bold=True),
        Face(_FANGSONG, 18, bold=True),
    ),
    lead=Face(_KAITI, 18),
    line_pitch=660,
    first_line=720,
)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (GB, READING)}
