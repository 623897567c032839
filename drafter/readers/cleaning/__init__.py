"""Clean text out of what users paste: one kind of noise a module, one pipeline over all.

The law: cleaning what is clean changes nothing, and nothing is lost silently.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drafter.readers.cleaning.characters import drop_noise, split_lines, use_common_forms
from drafter.readers.cleaning.chrome import drop_chrome
from drafter.readers.cleaning.contents import drop_contents
from drafter.readers.cleaning.damage import find_damage
from drafter.readers.cleaning.footnotes import drop_footnote_marks
from drafter.readers.cleaning.front_matter import drop_front_matter
from drafter.readers.cleaning.glued import take_apart
from drafter.readers.cleaning.markdown import strip_markdown
from drafter.readers.cleaning.pages import drop_page_furniture
from drafter.readers.cleaning.punctuation import widen_punctuation
from drafter.readers.cleaning.quotes import curl_quotes
from drafter.readers.cleaning.salutation import part_salutation
from drafter.readers.cleaning.sheet import Sheet
from drafter.readers.cleaning.spaces import tidy_spaces
from drafter.readers.cleaning.titles import drop_repeated_titles
from drafter.readers.cleaning.wrapped import join_lines
from drafter.readers.source import SourceText

__all__ = ["STEPS", "clean"]

STEPS: tuple[Callable[[Sheet], None], ...] = (
    drop_noise,
    use_common_forms,
    drop_front_matter,
    drop_page_furniture,
    strip_markdown,
    drop_chrome,
    drop_contents,
    drop_repeated_titles,
    take_apart,
    join_lines,
    tidy_spaces,
    widen_punctuation,
    curl_quotes,
    part_salutation,
    drop_footnote_marks,
)
"""The steps in their order: what frames the text goes first, then lines, then characters."""

# A step may bring to light what an earlier one looks for (a title under a page number), so all
# are run until nothing changes. Two rounds do in practice, the second one only looks.
_MOST_ROUNDS = 4


def clean(source: SourceText) -> SourceText:
    """Take the noise out of a text.

    Arguments:
        source: the text as its reader found it.

    Returns:
        The paragraphs of the speech, with what was dropped and what is damaged; to clean it
        again changes nothing.
    """
    lines, numbers = _lines(source)
    sheet = Sheet(lines, numbers, source.trusted, list(source.dropped))
    for _ in range(_MOST_ROUNDS):
        before = [line for line in sheet.lines if line]
        for step in STEPS:
            step(sheet)
        sheet.drop_blank()
        if sheet.lines == before:
            break
    paragraphs = tuple(sheet.lines)
    notes = find_damage(
        paragraphs, cut_after=[_paragraph_at(sheet.numbers, line) for line in sheet.cut_after]
    )
    return replace(
        source,
        paragraphs=paragraphs,
        dropped=tuple(sorted(sheet.dropped, key=lambda run: run.line)),
        notes=(*source.notes, *notes) if paragraphs else source.notes,
    )


def _lines(source: SourceText) -> tuple[list[str], list[int]]:
    """The source's lines with their numbers; a soft break inside a paragraph makes two lines."""
    lines: list[str] = []
    numbers: list[int] = []
    for number, paragraph in enumerate(source.paragraphs, 1):
        parts = split_lines(paragraph)
        lines += parts
        numbers += [number] * len(parts)
    return lines, numbers


def _paragraph_at(numbers: list[int], line: int) -> int:
    """Index of the last paragraph that begins on or before a source line."""
    return max((i for i, number in enumerate(numbers) if number <= line), default=0)
