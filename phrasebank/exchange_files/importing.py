"""What a file would change in a bank, and doing it: nothing is changed before somebody has seen it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from phrasebank.check import check_phrase
from phrasebank.curation.gate import why_not
from phrasebank.curation.rewriting import rewrite
from phrasebank.errors import CodedError, Problem
from phrasebank.exchange_files.cells import join, text_with_forms
from phrasebank.exchange_files.codes import labelled
from phrasebank.exchange_files.columns import COLUMNS
from phrasebank.exchange_files.given import Given, Read
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from phrasebank.store import Change, Held, Query, Store
from phrasebank.store.plain import is_plain_phrase

__all__ = ["Difference", "Importing", "Row", "import_rows", "plan_import"]

_TITLES = {column.key: column.title for column in COLUMNS}
_COMPARED = tuple(column.key for column in COLUMNS if column.edited)
_AT_ONCE = 500  # ids asked for in one query
#: The column that each problem of a phrase is to be mended in; any other in 文字.
_COLUMN_OF = {"P014": "层级", "P015": "句式", "P016": "语步", "D001": "疑点", "D005": "备注"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that becomes another: its column, and what is read there before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the file that changes something.

    Arguments:
        line: its 1-based row.
        before: the phrase in the bank, None for a new one.
        after: as it shall be.
        differences: what becomes another.
        reason: of a conflict who decided what in between, else "".
    """

    line: int
    before: Held | None
    after: Phrase
    differences: tuple[Difference, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Importing:
    """What a file would change.

    Arguments:
        new: phrases that the bank does not have.
        changed: phrases of which the file says something else.
        conflicts: such that somebody has decided on since the file was written.
        same: how many rows say what the bank holds.
        refused: what is wrong with the other rows, each with its row and column.
        warnings: what was passed over.
    """

    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    conflicts: tuple[Row, ...] = ()
    same: int = 0
    refused: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def rows(self, *, theirs: bool = False) -> tuple[Row, ...]:
        """Rows that would be taken in.

        Arguments:
            theirs: the file wins where somebody has decided otherwise since.
        """
        return (*self.new, *self.changed, *(self.conflicts if theirs else ()))


def plan_import(store: Store, read: Read, *, file: str = "") -> Importing:
    """Compare a file with a bank.

    Arguments:
        store: the bank; only read.
        read: what the file holds.
        file: its name for messages.
    """
    held = _held(store, read.given)
    new: list[Row] = []
    changed: list[Row] = []
    conflicts: list[Row] = []
    refused = list(read.refused)
    same = 0
    seen: dict[str, int] = {}
    for given in read.given:
        row, problems = _compared(given, held, file)
        target = row.before.phrase.id if row and row.before else ""
        for identity in dict.fromkeys([target, row.after.id] if row else []):
            line = seen.setdefault(identity, given.line) if identity else given.line
            if line != given.line:
                problems = [
                    Problem("P050", f"与第{line}行是同一个词条", file, given.line, "编号", "删去一行")
                ]
        if row is not None and not is_plain_phrase(row.after):
            problems = [Problem("K012", "有不能存的字符", file, given.line, mend="删去看不见的字符")]
        if problems:
            refused += problems
        elif row is None or (row.before is not None and not row.differences):
            same += 1
        elif row.before is None:
            new.append(row)
        elif reason := _decided_since(given, row.before):
            conflicts.append(replace(row, reason=reason))
        else:
            changed.append(row)
    refused.sort(key=lambda problem: problem.line or 0)
    return Importing(tuple(new), tuple(changed), tuple(conflicts), same, tuple(refused), read.warnings)


def import_rows(
    rows: Sequence[Row], decide: Callable[[Sequence[Change]], int], *, file: str = ""
) -> tuple[int, tuple[Problem, ...]]:
    """Take rows in, all in one batch that ``undo`` takes back.

    Arguments:
        rows: as planned.
        decide: makes changes and returns their batch (``Store.decide`` with who and when).
        file: for messages.

    Returns:
        The batch, 0 where nothing was left to do, and the rows that the bank would not take: whose words
        were merged into another phrase.

    Raises:
        ConflictError: K010 somebody decided on one of them after the plan was made; nothing is changed.
    """
    waiting = list(rows)
    refused: list[Problem] = []
    while waiting:
        try:
            return decide([_change(row) for row in waiting]), tuple(refused)
        except CodedError as error:
            there = {problem.key for problem in error.problems if problem.code == "K011"}
            out = [row for row in waiting if row.after.id in there]
            if not out:
                raise
            waiting = [row for row in waiting if row.after.id not in there]
            refused += [
                Problem("K011", "库里已有这句话，或已并入另一条", file, row.line, "文字", "没有导入这一行")
                for row in out
            ]
    return 0, tuple(refused)


def _change(row: Row) -> Change:
    if row.before is None:
        return Change("", None, row.after, "import")
    return Change(row.before.phrase.id, row.before.revision, row.after, "import")


def _held(store: Store, givens: Iterable[Given]) -> dict[str, Held]:
    """What the bank has of all phrases that a file may speak of, by id."""
    ids = sorted({identity for given in givens for identity in _ids(given) if identity})
    found: dict[str, Held] = {}
    for start in range(0, len(ids), _AT_ONCE):
        for held in store.find(Query(ids=tuple(ids[start : start + _AT_ONCE]))):
            found[held.phrase.id] = held
    return found


#: What ``phrase_id`` makes; anything else is no phrase's, and may be no text for a database either.
_ID = re.compile("[0-9a-f]{16}")


def _ids(given: Given) -> Iterator[str]:
    if _ID.fullmatch(given.id):
        yield given.id
    if "text" in given.fields:
        yield phrase_id(given.fields["text"])


def _compared(given: Given, held: Mapping[str, Held], file: str) -> tuple[Row | None, list[Problem]]:
    """What a row would make of its phrase; or why it cannot be taken."""
    own = phrase_id(given.fields["text"]) if "text" in given.fields else ""
    before = held.get(given.id) or held.get(own)
    if before is None:
        return _new(given, own, file)
    after = _after(before.phrase, given)
    if after.id != before.phrase.id and after.id in held:
        return None, [
            Problem("K011", "库里已有这句话", file, given.line, "文字", "可用 drafter bank merge 合并两条")
        ]
    differences = tuple(_differences(before.phrase, after))
    problems: list[Problem] = []
    if differences and after.status is Status.ACCEPTED:
        problems = _placed(why_not(after), file, given.line)
    return Row(given.line, before, after, differences), problems


def _after(before: Phrase, given: Given) -> Phrase:
    after = replace(before, **given.fields)
    if after.text == before.text:
        return replace(after, id=before.id, text=before.text)
    after = replace(after, id=phrase_id(after.text))
    # Doubts about words that are gone are gone, unless the file says which are left.
    standing = rewrite(before, {"text": text_with_forms(after)})
    if after.doubts == before.doubts:
        after = replace(after, doubts=standing.doubts)
    if after.moves == before.moves:
        after = replace(after, moves=standing.moves)
    return after


def _new(given: Given, own: str, file: str) -> tuple[Row | None, list[Problem]]:
    if given.id and given.id != own:
        mend = "要当作新词条，请清空编号"
        return None, [Problem("I020", f"库里没有编号“{given.id}”", file, given.line, "编号", mend)]
    missing = [key for key in ("text", "unit", "move") if key not in given.fields]
    if missing:
        names = "、".join(_TITLES[key] for key in missing)
        return None, [Problem("I021", f"新词条缺少{names}", file, given.line, _TITLES[missing[0]])]
    phrase = Phrase(id=own, **{"status": Status.ACCEPTED, **given.extras, **given.fields})
    # What somebody typed is checked whole; what another bank had as a candidate stays one with its faults.
    typed = not given.id
    problems = why_not(phrase) if phrase.status is Status.ACCEPTED else check_phrase(phrase) if typed else ()
    return Row(given.line, None, phrase), _placed(problems, file, given.line)


def _placed(problems: Iterable[Problem], file: str, line: int) -> list[Problem]:
    placed = (
        replace(problem, file=file, line=line, key=_COLUMN_OF.get(problem.code, "文字"), mend=_mend(problem))
        for problem in problems
    )
    return list(dict.fromkeys(placed))


def _mend(problem: Problem) -> str:
    return "核实后清空这一格" if problem.code == "D001" else problem.mend


def _decided_since(given: Given, before: Held) -> str:
    """Who decided on the phrase after the file was written, or ""."""
    phrase = before.phrase
    newer = given.revision is not None and given.revision != before.revision
    if given.decided_at is not None and phrase.decided_at and before.revision:
        newer = newer or given.decided_at != phrase.decided_at
    if not newer:
        return ""
    who = f"{phrase.decided_by or '有人'}在{phrase.decided_at or '导出以后'}"
    return f"{who}已定为“{labelled(phrase.status)}”"


def _differences(before: Phrase, after: Phrase) -> Iterator[Difference]:
    for key in _COMPARED:
        if key == "text":
            old, new = text_with_forms(before), text_with_forms(after)
        else:
            old, new = _said(getattr(before, key)), _said(getattr(after, key))
        if old != new:
            yield Difference(_TITLES[key], old, new)


def _said(value: Any) -> str:
    if isinstance(value, Status | Unit | Move):
        return labelled(value)
    if isinstance(value, tuple):
        return join(item.value if isinstance(item, Move) else str(item) for item in value)
    return str(value)
