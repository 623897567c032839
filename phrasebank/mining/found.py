"""What mining one speech gives: rows of plain strings that travel between processes and machines."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["About", "Found", "Mined"]


class About(NamedTuple):
    """What a speech is about, as far as its words tell.

    Arguments:
        kind: 文种 (工作部署 …), or "".
        topics: subjects, the main one first; may be empty.
        level: 层级 (省 市 县 区 乡镇 部门 企业 学校), or "".
        place: its own jurisdiction or body by name (临江市, 江南航运集团), or "".
    """

    kind: str = ""
    topics: tuple[str, ...] = ()
    level: str = ""
    place: str = ""


class Found(NamedTuple):
    """One phrase met at one place of one speech.

    All values are strings, numbers and tuples of strings, so that a row pickles fast and maps to an
    Arrow record. Enumerations are written by value.

    Arguments:
        id: ``phrase_id(text)``.
        text: masked words, as ``Phrase.text``.
        unit: ``Unit`` value.
        move: ``Move`` value.
        themes: as ``Phrase.themes``.
        family: as ``Phrase.family``.
        moves: as ``Phrase.moves``, values.
        groups: as ``Phrase.groups``.
        doubts: as ``Phrase.doubts``.
        quality: 0 to 1, how complete and how general the words are by themselves.
        paragraph: 0-based paragraph of its speech.
        start, end: 0-based characters within the printed paragraph.
        topics: topics of this phrase where they are narrower than the speech's; () for the speech's.
    """

    id: str
    text: str
    unit: str
    move: str
    themes: tuple[str, ...]
    family: str
    moves: tuple[str, ...]
    groups: tuple[str, ...]
    doubts: tuple[str, ...]
    quality: float
    paragraph: int
    start: int
    end: int
    topics: tuple[str, ...] = ()


class Mined(NamedTuple):
    """Everything mined from one speech.

    Arguments:
        source, digest: as ``Document``.
        about: what the speech is about.
        found: its phrases, in order of the text.
        clauses: the speech's masked sentences for counting across speeches, as
            ``phrasebank.counting.clauses_of`` writes them: where each stands and what it does, and its
            tokens; a slot is one token, its name in braces.
    """

    source: str
    digest: str
    about: About
    found: tuple[Found, ...]
    clauses: str
