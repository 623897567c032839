"""The second reading: phrases already taken are left after all, or filed better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import read_text
from phrasebank.model import phrase_id
from tools.builtin_bank.deciding import KEYS, read_keys
from tools.builtin_bank.decision import NEW, REJECT, Decision

__all__ = ["Mended", "read_mended"]

LEAVE, MEND = "x", "m"


class Mended(NamedTuple):
    """What a second reader's file says.

    Arguments:
        decisions: what each recorded one becomes, by the id it is recorded under; that of a phrase a
            curator wrote changes with its words.
        lines: of each recorded id the 1-based line, for messages.
        problems: lines that say nothing of a phrase taken.
    """

    decisions: dict[str, Decision]
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def read_mended(path: Path, recorded: Mapping[str, Decision]) -> Mended:
    """Read a second reader's file: ``x<TAB>id`` or ``m<TAB>id<TAB>key=value…``, ids as in the built bank.

    Arguments:
        path: the file; empty lines and lines with # are passed over.
        recorded: the decisions of the first reading.

    Raises:
        CodedError: P001 it cannot be read.
    """
    by_phrase = {phrase_id(one.words): one for one in recorded.values() if one.verdict != REJECT}
    decisions: dict[str, Decision] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, cells in _lines(path):
        try:
            old, new = _mended(cells, by_phrase, decisions)
        except CodedError as error:
            problems += [replace(one, file=str(path), line=number) for one in error.problems]
            continue
        decisions[old.id] = new
        lines[old.id] = number
    return Mended(decisions, lines, tuple(problems))


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, [cell.strip() for cell in line.rstrip("\r").split("\t")]


def _mended(
    cells: list[str], by_phrase: Mapping[str, Decision], before: Mapping[str, Decision]
) -> tuple[Decision, Decision]:
    """The decision recorded and what it becomes; several lines on one phrase add up."""
    verdict, asked = cells[0], cells[1] if len(cells) > 1 else ""
    old = by_phrase.get(asked)
    if verdict not in (LEAVE, MEND) or old is None:
        message = f"没有采用过编号“{asked}”的词条" if old is None else f"不认识的一行“{verdict[:20]}”"
        raise CodedError(Problem("D002", message, mend="写成 x 或 m，后面用制表符隔开词条编号"))
    if verdict == LEAVE:
        return old, Decision(old.id, REJECT, file=old.file, mined=old.mined or old.text)
    new: Decision = replace(before.get(old.id, old), **read_keys(cells[2:], KEYS))  # type: ignore[arg-type]
    if old.verdict == NEW:
        # A phrase that a curator wrote is known by its own words.
        new = replace(new, id=phrase_id(new.text))
    return old, new
