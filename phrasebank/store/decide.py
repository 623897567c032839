"""Decisions: every change a person makes, all or nothing, each with what was before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select

from phrasebank.check import check_phrase
from phrasebank.errors import Problem
from phrasebank.model import Phrase, Status, phrase_id
from phrasebank.store import schema
from phrasebank.store.fulltext import FullText
from phrasebank.store.numbers import next_number
from phrasebank.store.plain import is_plain, is_plain_phrase
from phrasebank.store.problems import BankError, ConflictError, no_such_phrase
from phrasebank.store.rows import phrase_from
from phrasebank.store.states import ABSENT, State, dumped, read, state_of
from phrasebank.store.writing import given_sources, hide, is_mined, put_in, put_over, take_out

__all__ = ["Change", "Decided", "decide", "undo"]

_P, _D = schema.phrases.c, schema.decisions.c
_STATUS_NAMES = {
    "candidate": "待审",
    "accepted": "采用",
    "rejected": "不用",
    "forbidden": "禁用",
    "obsolete": "停用",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One phrase as it shall be.

    Arguments:
        id: the phrase's id now; "" for a phrase that is to be new.
        revision: its revision when the person saw it; None to take whatever it is.
        after: what it shall be, its text possibly another one; None to take it out (merged away).
        action: accept, reject, forbid, edit, merge, split, tag, obsolete, add, import, undo.
        despite_doubts: whether the person has looked at the miner's doubts and clears them.
        into: for a merge the id of the phrase that takes its place.
    """

    id: str
    revision: int | None
    after: Phrase | None
    action: str
    despite_doubts: bool = False
    into: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as it was recorded.

    Arguments:
        number: its own number.
        batch: shared by decisions taken at once.
        id: the phrase's id before (after, where it is new).
        by, at: who, when.
        action: as ``Change.action``.
        before, after: the phrase, None where there was none or is none, or it is merged away.
        undoes: the batch that this one takes back, or None.
        into: of a merge the id of the phrase that took its place, as it was called then.
    """

    number: int
    batch: int
    id: str
    by: str
    at: str
    action: str
    before: Phrase | None
    after: Phrase | None
    undoes: int | None = None
    into: str = ""


def decide(connection: Connection, fulltext: FullText, changes: Sequence[Change], *, by: str, at: str) -> int:
    """Make changes; the number of their batch.

    Arguments:
        changes: at most one a phrase.
        by: who decides.
        at: when, ISO 8601.

    Raises:
        ConflictError: K010, a phrase is no longer what the person saw.
        BankError: K008 no such phrase; K011 a phrase of that text is there already; K012 a phrase
            that may not be accepted, the gate's problems, or words that no database can hold.
        ValueError: nobody decides.
    """
    refused = [problem for change in changes for problem in _gate(change)]
    if not is_plain([by, at]):
        refused.append(Problem("K012", "名字或时间里有不能存的字符"))
    if refused:
        raise BankError(refused)
    log = _Log(connection, by=by, at=at, undoes=None)
    for change in changes:
        row = _row(connection, change)
        before = state_of(row)
        if change.after is not None:
            after = State(_stamped(change.after, change, by=by, at=at))
        else:
            after = State(before.phrase, _place_taker(connection, change)) if change.into else ABSENT
        before, after = _write(
            connection, fulltext, row, after, by=by, at=at, imported=change.action == "import"
        )
        log.add(change.action, before, after)
    return log.close()


def undo(connection: Connection, fulltext: FullText, batch: int, *, by: str, at: str) -> int:
    """Take a batch back: every phrase of it is as before; the number of the batch that does so.

    An undo is a batch like any other: taken back, it is done again.

    Raises:
        ConflictError: K010, somebody has decided on one of the phrases since.
        BankError: K013 no such batch, or it is undone already.
    """
    rows = connection.execute(select(schema.decisions).where(_D.batch == batch).order_by(_D.number)).all()
    undone = connection.scalar(select(_D.number).where(_D.undoes == batch).limit(1))
    if not rows or undone:
        message = "这一步已经撤销过了" if undone else "没有这一步可撤销"
        raise BankError(Problem("K013", message, key=str(batch), mend="用 drafter bank history 查看"))
    for decision in rows:
        _undisturbed(connection, decision)
    back = _takes_back(connection, batch)
    log = _Log(connection, by=by, at=at, undoes=batch)
    for decision in reversed(rows):
        after, target = read(decision.after), read(decision.before)
        row = _by_id(connection, after.phrase.id) if after.phrase else None
        if target.into:
            target = State(target.phrase, _now_called(connection, target.into))
        log.add("undo", *_write(connection, fulltext, row, target, by=by, at=at, back=back))
    return log.close()


class _Log:
    """The decisions of a batch, written together at its end."""

    def __init__(self, connection: Connection, *, by: str, at: str, undoes: int | None) -> None:
        if not by.strip():
            raise ValueError("a decision without a name")
        self._connection = connection
        self._batch = (connection.scalar(select(func.max(_D.batch))) or 0) + 1
        self._same = {"batch": self._batch, "by": by, "at": at, "undoes": undoes}
        self._rows: list[dict[str, Any]] = []

    def add(self, action: str, before: State, after: State) -> None:
        held = before.phrase or after.phrase
        self._rows.append(
            {
                **self._same,
                "phrase": held.id if held else "",
                "became": after.phrase.id if after.phrase else "",
                "action": action,
                "before": dumped(before),
                "after": dumped(after),
            }
        )

    def close(self) -> int:
        first = next_number(self._connection, schema.decisions)
        rows = [{"number": number, **row} for number, row in enumerate(self._rows, first)]
        if rows:
            self._connection.execute(insert(schema.decisions), rows)
        return self._batch


def _write(
    connection: Connection,
    fulltext: FullText,
    row: Any,
    after: State,
    *,
    by: str,
    at: str,
    imported: bool = False,
    back: bool = False,
) -> tuple[State, State]:
    """Make what a row holds another state; the states before and after as they are to be recorded."""
    before = state_of(row)
    phrase = after.phrase
    if phrase is None:
        if row is None:
            return before, after
        if is_mined(connection, row["number"]):
            # Mining has met it since it was put in: what is left is a candidate of the miner's.
            phrase = replace(phrase_from(row), status=Status.CANDIDATE, decided_by="", decided_at="")
            put_over(connection, fulltext, row, phrase, back=True, origin="mined")
            return before, State(phrase)
        _refuse_orphans(connection, row["id"])
        before = state_of(row, given_sources(connection, row["number"]))
        take_out(connection, fulltext, row)
        return before, ABSENT
    if after.into:
        if before.judged()[0] != after.judged()[0]:
            # It had been put in anew meanwhile: what is merged away is what it was then.
            put_over(connection, fulltext, row, phrase, back=True)
            row = _by_id(connection, phrase.id)
        hide(connection, row, after.into, by=by, at=at)
        return before, after
    _refuse_copy(connection, before, phrase)
    if row is None:
        put_in(connection, fulltext, phrase, imported=imported)
    else:
        put_over(connection, fulltext, row, phrase, back=back)
    return before, after


def _by_id(connection: Connection, phrase_id: str) -> Any:
    return connection.execute(select(schema.phrases).where(_P.id == phrase_id)).mappings().first()


def _undisturbed(connection: Connection, decision: Any) -> None:
    """Nothing has been decided on the phrase since, under its old id or its new one."""
    ids = {decision.phrase, decision.became} - {""}
    later = connection.execute(
        select(_D.by, _D.at)
        .where(or_(_D.phrase.in_(ids), _D.became.in_(ids)), _D.batch > decision.batch)
        .order_by(_D.number.desc())
    ).first()
    # What was decided later and undone again leaves the phrase as it was.
    if later is None:
        return
    then = read(decision.after)
    now = state_of(_by_id(connection, decision.became) if decision.became else None)
    if now.judged() != then.judged():
        message = f"这一条后来又由{later.by}在{later.at}改过"
        raise ConflictError(Problem("K010", message, key=decision.phrase, mend="请先撤销后面的一步"))


def _gate(change: Change) -> list[Problem]:
    after = change.after
    if after is None:
        return []
    if not is_plain_phrase(after):
        shown = after.text[:12].encode(errors="replace").decode().replace("\0", "")
        return [Problem("K012", "有不能存的字符", key=shown, mend="删去看不见的字符")]
    if after.status is not Status.ACCEPTED:
        return []
    problems = [
        replace(problem, code="K012", message=f"不能采用：{problem.message}", file="", line=None)
        for problem in check_phrase(replace(after, id=phrase_id(after.text)))
    ]
    if after.doubts and not change.despite_doubts:
        message = f"不能采用：{'；'.join(after.doubts)}"
        problems.append(Problem("K012", message, key=after.text[:12], mend="核实后再采用"))
    return problems


def _row(connection: Connection, change: Change) -> Any:
    if not change.id:
        if change.after is None:
            raise no_such_phrase("")
        # Words that were merged away and are put in anew get their old row back.
        row = _by_id(connection, phrase_id(change.after.text))
        return row if row is not None and row["into"] else None
    row = _by_id(connection, change.id)
    if row is None or row["into"]:
        raise _gone(connection, change)
    if change.revision is not None and row["revision"] != change.revision:
        now = f"{_STATUS_NAMES[row['status']]}“{row['text'][:30]}”"
        raise _conflict(change.id, f"{_whose(row['decided_by'], row['decided_at'])}已改为{now}")
    return row


def _gone(connection: Connection, change: Change) -> BankError:
    """Why a phrase is not there: somebody was faster, or it never was."""
    last = connection.execute(
        select(_D.by, _D.at).where(_D.phrase == change.id).order_by(_D.number.desc()).limit(1)
    ).first()
    if last is None or change.revision is None:
        return no_such_phrase(change.id)
    return _conflict(change.id, f"{_whose(last.by, last.at)}已改写或合并了这一条")


def _conflict(key: str, message: str) -> ConflictError:
    return ConflictError(Problem("K010", f"{message}，没有覆盖", key=key, mend="请重新看过再定"))


def _whose(by: str, at: str) -> str:
    return f"{by or '别人'}在{at or '刚才'}"


def _place_taker(connection: Connection, change: Change) -> str:
    row = _by_id(connection, change.into)
    if row is None or row["into"] or change.into == change.id:
        raise no_such_phrase(change.into)
    return change.into


def _now_called(connection: Connection, phrase_id: str) -> str:
    """The id that a phrase has now: it may have been edited since."""
    seen: set[str] = set()
    aliases = schema.aliases.c
    while phrase_id not in seen:
        if _by_id(connection, phrase_id) is not None:
            return phrase_id
        seen.add(phrase_id)
        further = connection.scalar(select(aliases.into).where(aliases.id == phrase_id))
        phrase_id = further or phrase_id
    raise no_such_phrase(phrase_id)


def _takes_back(connection: Connection, batch: int) -> bool:
    """Whether undoing a batch takes something back, and does not do again what an undo took back."""
    back = True
    undone: int | None = batch
    while undone := connection.scalar(select(_D.undoes).where(_D.batch == undone).limit(1)):
        back = not back
    return back


def _stamped(after: Phrase, change: Change, *, by: str, at: str) -> Phrase:
    doubts = () if change.despite_doubts and after.status is Status.ACCEPTED else after.doubts
    return replace(after, id=phrase_id(after.text), decided_by=by, decided_at=at, doubts=doubts)


def _refuse_orphans(connection: Connection, phrase_id: str) -> None:
    """A phrase in whose place others are merged cannot go: they would be lost."""
    merged = select(_P.text).where(_P.into == phrase_id, _P.into != "").limit(1)
    text = connection.scalar(merged)
    if text is not None:
        message = f"“{text[:30]}”已并入这一条"
        raise ConflictError(Problem("K010", message, key=phrase_id, mend="请先撤销合并"))


def _refuse_copy(connection: Connection, before: State, after: Phrase) -> None:
    if before.phrase is not None and before.phrase.id == after.id:
        return
    row = _by_id(connection, after.id)
    if row is not None:
        message = "库里已有这句话" if not row["into"] else "这句话已经并入另一条"
        raise BankError(Problem("K011", message, key=after.id, mend="可用 drafter bank merge 合并两条"))
