"""A recorded decision, and the file that records them: tools/builtin_bank/decisions.tsv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from phrasebank.errors import CodedError, Problem

__all__ = ["ACCEPT", "LISTS", "NEW", "REJECT", "Decision", "read_decisions", "write_decisions"]

ACCEPT, REJECT, NEW = "a", "x", "n"

LISTS = ("topics", "themes", "kinds", "levels")
"""Columns that hold several words, 、 between them."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a candidate, or a phrase that a curator made of a sample's sentence.

    Everything a phrase is filed under stands here as decided: nothing of it changes with the miner.

    Arguments:
        id: of the candidate as mined; of a new phrase its own.
        verdict: a taken, x left, n new.
        unit, move, topics, themes, kinds, levels, family: as ``Phrase``; values.
        file: the sample it comes from (speeches/12-yigongti.txt).
        text: the words as the curator edited or made them; "" where they are as mined.
        mined: the words as mined; "" of a new phrase.
        note: the curator's.
    """

    id: str
    verdict: str
    unit: str = ""
    move: str = ""
    topics: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    family: str = ""
    file: str = ""
    text: str = ""
    mined: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """The words to be taken."""
        return self.text or self.mined


_COLUMNS = tuple(field.name for field in fields(Decision))
_HEAD = "# 样稿候选词条的取舍，由 tools/build_builtin.py decide 记下，build 照着重建。a 采用，x 不用，n 新写"


def read_decisions(path: Path) -> dict[str, Decision]:
    """Read the recorded decisions, by id; none where there is no file yet.

    Raises:
        CodedError: P001 the file cannot be read; P002 a line is not as ``write_decisions`` writes them.
    """
    from phrasebank.exchange import read_text

    if not path.exists():
        return {}
    found: dict[str, Decision] = {}
    for number, line in enumerate(read_text(path).split("\n"), 1):
        cells = line.split("\t")
        if not line or line.startswith("#") or cells[0] == _COLUMNS[0]:
            continue
        if len(cells) != len(_COLUMNS) or cells[1] not in (ACCEPT, REJECT, NEW) or cells[0] in found:
            message = f"应当有{len(_COLUMNS)}栏，第二栏是 a、x 或 n，编号不重复"
            raise CodedError(Problem("P002", message, str(path), number, mend="请用 decide 来改"))
        values: dict[str, object] = dict(zip(_COLUMNS, cells, strict=True))
        values |= {key: _words(str(values[key])) for key in LISTS}
        found[cells[0]] = Decision(**values)  # type: ignore[arg-type]
    return found


def write_decisions(decisions: Iterable[Decision], path: Path) -> None:
    """Write decisions sorted by sample and id; an older file is replaced.

    Raises:
        CodedError: F002 it cannot be written.
    """
    from phrasebank.files import write_whole

    ordered = sorted(decisions, key=lambda one: (one.file, one.id))
    lines = [_HEAD, "\t".join(_COLUMNS), *("\t".join(map(_cell, _values(one))) for one in ordered)]
    write_whole(path, "".join(f"{line}\n" for line in lines).encode(), force=True)


def _values(decision: Decision) -> list[object]:
    return [getattr(decision, column) for column in _COLUMNS]


def _cell(value: object) -> str:
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _words(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("、")))
