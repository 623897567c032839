"""A speech as it lies before a checker: its paragraphs as they stand, and what each of them is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from drafter.brief import Brief
from drafter.readers.looks import Looks
from drafter.speech import Block, Part, Role, Speech, parse_speech, speech_paragraphs

__all__ = ["Manuscript", "manuscript_of"]

_WORDS = re.compile(r"[^0-9A-Za-z一-鿿〇]+")
#: Blocks looked through for the one that a paragraph is; front matter may stand in another order.
_REACH = 8


@dataclass(frozen=True)
class Manuscript:
    """A document to be checked.

    Arguments:
        name: what to call it in messages.
        paragraphs: those that hold text, raw: nothing is cleaned away, for what is to be found is
            what a cleaner would mend.
        speech: its structure.
        brief: what it was written from, or None.
        date: of the speech: given, or told in its front matter, or None.
        source: the text it goes back to (``--against``), paragraph by paragraph, or ().
        looks: how it is laid out, or None for a file without layout.
        banned: words that the user's banks forbid or call obsolete → forbidden, obsolete.
        quotes: quotations with a source that the banks hold, characters alone.
    """

    name: str
    paragraphs: tuple[str, ...]
    speech: Speech
    brief: Brief | None = None
    date: dt.date | None = None
    source: tuple[str, ...] = ()
    looks: Looks | None = None
    banned: Mapping[str, str] = field(default_factory=dict)
    quotes: tuple[str, ...] = ()

    @cached_property
    def printed(self) -> tuple[Block, ...]:
        """The speech's paragraphs as they would be printed."""
        return tuple(speech_paragraphs(self.speech))

    @cached_property
    def _block_at(self) -> dict[int, int]:
        return _aligned(self.paragraphs, self.printed)

    @cached_property
    def blocks(self) -> dict[int, Block]:
        """What each paragraph is, by its index; a paragraph that nothing was read of is missing."""
        return {at: self.printed[number] for at, number in self._block_at.items()}

    @cached_property
    def _place(self) -> dict[int, int]:
        return {number: at for at, number in self._block_at.items()}

    def role(self, paragraph: int) -> Role | None:
        """What a paragraph is, or None where nobody can tell."""
        block = self.blocks.get(paragraph)
        return block.role if block else None

    def part(self, paragraph: int) -> Part | None:
        """Where it stands, or None."""
        block = self.blocks.get(paragraph)
        return block.part if block else None

    def place_of(self, printed: int) -> int:
        """The index of the paragraph that is printed as the speech's paragraph of this 0-based count."""
        return self._place.get(printed, min(printed, len(self.paragraphs) - 1))


def manuscript_of(
    paragraphs: Sequence[str],
    name: str,
    *,
    brief: Brief | None = None,
    date: dt.date | None = None,
    source: Sequence[str] = (),
    looks: Looks | None = None,
    speech: Speech | None = None,
    banned: Mapping[str, str] | None = None,
    quotes: Sequence[str] = (),
) -> Manuscript:
    """Lay a document before the checker.

    Arguments:
        paragraphs: its paragraphs in order; those without text are passed over.
        name: what to call it in messages.
        brief: what it was written from.
        date: of the speech; without one the brief's, and else what stands below the title.
        source: the paragraphs it goes back to.
        looks: its layout, one look for each paragraph that holds text.
        speech: its structure where it is known, as of a Word file with automatic numbers.
        banned, quotes: as of ``Manuscript``.
    """
    held = tuple(paragraph for paragraph in paragraphs if paragraph.strip())
    known = speech or parse_speech([paragraph.replace("\n", "") for paragraph in held])
    when = date or (brief.date if brief else None) or _date_of(known)
    return Manuscript(name, held, known, brief, when, tuple(source), looks, banned or {}, tuple(quotes))


def _date_of(speech: Speech) -> dt.date | None:
    from drafter.brief.dates import parse_date

    if not speech.date:
        return None
    try:
        return parse_date(speech.date)
    except ValueError:
        return None


def _aligned(paragraphs: Sequence[str], blocks: Sequence[Block]) -> dict[int, int]:
    """Paragraph → block, in order: each paragraph the next block that says the same."""
    said = [_WORDS.sub("", paragraph) for paragraph in paragraphs]
    held = [_WORDS.sub("", block.text) for block in blocks]
    found: dict[int, int] = {}
    taken: set[int] = set()
    behind = 0
    for at, words in enumerate(said):
        reach = range(behind, min(behind + _REACH, len(held)))
        near = next((n for n in reach if n not in taken and _same(words, held[n])), None)
        if near is None:
            continue
        found[at] = near
        taken.add(near)
        while behind in taken:
            behind += 1
    return found


def _same(words: str, block: str) -> bool:
    """Whether a paragraph is a block: word for word, or but for a number that Word counts itself."""
    return words == block or (len(words) > 1 and len(block) - len(words) <= 4 and block.endswith(words))
