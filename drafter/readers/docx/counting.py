"""Count numbered paragraphs as Word does, and print each one's marker (序号)."""

from __future__ import annotations

import re
from collections import defaultdict

from drafter.readers.docx.levels import Level, ListDefinition
from drafter.readers.docx.numerals import format_number

__all__ = ["Counts"]

_PLACEHOLDER = re.compile(r"%([1-9])")
# What w:isLgl (17.9.4) leaves alone: Word prints Section 1.01 with a decimalZero; a bullet has no count.
_ARABIC = ("decimal", "decimalZero", "bullet", "none")
_DASHES = re.compile(r"[—―─⸺]+")
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
# After these the text follows at once; after 1. or 第一章 a gap keeps 1. and 5亿元 apart.
_CLOSED = tuple("、。，．：；）】》〉」』—")


class Counts:
    """The running counts of all lists in a document."""

    def __init__(self) -> None:
        # Shared by all w:num of one w:abstractNum, as Word counts.
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._overridden: set[tuple[int, int]] = set()

    def next_marker(self, definition: ListDefinition, level: int) -> str:
        """Count one more paragraph at ``level`` and give what Word prints before it.

        Returns:
            The marker with the gap that follows it where one is needed (``一、``, ``1. ``); ""
            for a bullet, except that a dash bullet is the dash item ——.
        """
        counts = self._counts[definition.counters]
        self._step(counts, definition, level)
        rule = definition.levels.get(level)
        if rule is None or rule.hidden:
            return ""
        if rule.number_format == "bullet":
            return _bullet(rule.text)
        marker = _PLACEHOLDER.sub(
            lambda match: _one_count(counts, definition, rule, int(match[1]) - 1), rule.text
        )
        return _with_gap(marker, rule.suffix)

    def _step(self, counts: dict[int, int], definition: ListDefinition, level: int) -> None:
        override = definition.restarts.get(level)
        if override is not None and (definition.num_id, level) not in self._overridden:
            self._overridden.add((definition.num_id, level))
            counts[level] = override
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = _start(definition, level)
        for deeper in [one for one in counts if one > level]:
            rule = definition.levels.get(deeper)
            restart = rule.restart if rule is not None else None
            # 17.9.10 lvlRestart: 0 never; n, counted from 1, only under level n or above it.
            if restart is None or level < restart:
                del counts[deeper]


def _start(definition: ListDefinition, level: int) -> int:
    rule = definition.levels.get(level)
    return definition.restarts.get(level, rule.start if rule is not None else 1)


def _one_count(counts: dict[int, int], definition: ListDefinition, rule: Level, index: int) -> str:
    own = definition.levels.get(index)
    if own is None:
        return ""
    number = counts.get(index, _start(definition, index))
    if rule.legal and own.number_format not in _ARABIC:
        return str(number)
    return format_number(number, own.number_format).rjust(own.width, "0")


def _bullet(text: str) -> str:
    text = text.strip()
    if _DASHES.fullmatch(text):
        return "——"
    # A bullet is a glyph, often a letter of a symbol face; Chinese words are words (注：).
    return text if _IDEOGRAPH.search(text) else ""


def _with_gap(marker: str, suffix: str) -> str:
    bare = marker.rstrip()
    gap = suffix != "nothing" or bare != marker
    return f"{bare} " if bare and gap and not bare.endswith(_CLOSED) else bare
