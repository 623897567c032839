"""A session of review (审定): one phrase at a time, every decision in the bank at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from phrasebank.curation import judging
from phrasebank.curation.editing import edit
from phrasebank.curation.gate import why_not
from phrasebank.curation.near_copies import near_copies
from phrasebank.curation.plan import Plan
from phrasebank.curation.review_queue import Queue
from phrasebank.curation.tagging import Tags, Turn, tag
from phrasebank.errors import CodedError, Problem
from phrasebank.model import Move
from phrasebank.store import ConflictError, Held, Query, Store

__all__ = ["Outcome", "Progress", "Session", "Shown"]

_EXCERPT = 20
_OF_TODAY = 5000
"""Decisions looked through for those of today; nobody takes more a day."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A phrase with what a person needs to decide on it.

    Arguments:
        held: the phrase with some of its sources.
        problems: what keeps it from being accepted, doubts aside.
        near: phrases of the bank that say nearly the same.
    """

    held: Held
    problems: tuple[Problem, ...]
    near: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a step.

    Arguments:
        message: one Chinese sentence.
        well: whether it was done.
        doubtful: nothing was done yet: the doubts must be cleared by saying so once more.
    """

    message: str
    well: bool = True
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work is.

    Arguments:
        done: decisions of this session that stand.
        today: decisions of this person today, those of this session included.
        remaining: phrases still waiting.
        pace: decisions an hour in this session; None before there is anything to reckon with.
    """

    done: int
    today: int
    remaining: int
    pace: int | None


class Session:
    """One person's review. Nothing is kept but in the bank; what was skipped comes again next time.

    Arguments:
        store: the bank.
        query: which phrases; candidates where it names no status.
        by: who decides.
        now: tells the time, ISO 8601.
    """

    def __init__(self, store: Store, query: Query, *, by: str, now: Callable[[], str]) -> None:
        self._store = store
        self._queue = Queue(store, query)
        self._by = by
        self._now = now
        self._steps: list[tuple[int, str]] = []  # (batch, or 0 for skipped; the phrase's id before)
        self._judged: set[int] = set()  # batches that ended with the next phrase
        self._times: list[str] = []
        self._before_today = self._decided_today()
        self._remaining = self._queue.count()
        self._shown: Shown | None = None

    def current(self) -> Shown | None:
        """The phrase to decide on; None where nothing is left."""
        if self._shown is None:
            fills = self._queue.fills
            held = self._queue.current()
            if fills and self._queue.fills != fills:
                self._remaining = self._queue.count()
            if held is None:
                return None
            problems = why_not(held.phrase, despite_doubts=True)
            self._shown = Shown(held, problems, tuple(near_copies(self._store, held.phrase.text)))
        return self._shown

    def accept(self, *, despite_doubts: bool = False) -> Outcome:
        """Accept the phrase (采用).

        Arguments:
            despite_doubts: the person was told of the doubts and clears them.
        """
        held = self._held()
        if held.phrase.doubts and not despite_doubts and not why_not(held.phrase, despite_doubts=True):
            return Outcome(f"有疑点：{'；'.join(held.phrase.doubts)}。核实无误再按一次", False, True)
        plan = judging.accept([held], despite_doubts=despite_doubts)
        return self._judge(plan, "采用")

    def reject(self) -> Outcome:
        """Reject the phrase (不用)."""
        return self._judge(judging.reject([self._held()]), "不用")

    def forbid(self, reason: str, instead: str = "") -> Outcome:
        """Forbid the phrase (禁用).

        Arguments:
            reason: why; must be said.
            instead: what to say instead, or "".
        """
        if not reason.strip():
            return Outcome("没有写原因，没有禁用", False)
        return self._judge(judging.forbid([self._held()], reason=reason, instead=instead), "禁用")

    def skip(self) -> Outcome:
        """Leave the phrase for later (跳过)."""
        self._steps.append((0, self._queue.skip()))
        self._shown = None
        return Outcome("已跳过，别的看完再来")

    def edit(self, text: str) -> Outcome:
        """Write the phrase's words anew (修改); it stays on the table to be decided on.

        Arguments:
            text: the new words; slots may state their form.
        """
        if not text.strip():
            return Outcome("没有文字，没有修改", False)
        held = self._held()
        try:
            plan = edit(held, {"text": text.strip()})
        except CodedError as error:
            return _refused(error.problems)
        if plan.changes and self._there(plan):
            return Outcome("库里已有这句话，没有修改；可用 drafter bank merge 合并", False)
        return self._change(plan, "修改")

    def set_topics(self, topics: tuple[str, ...]) -> Outcome:
        """File the phrase under other topics; none: it fits any."""
        return self._change(tag([self._held()], Tags(turns={"topics": Turn(put=topics)})), "改主题")

    def set_move(self, move: Move) -> Outcome:
        """File the phrase under another move."""
        return self._change(tag([self._held()], Tags(move=move)), "改语步")

    def undo(self) -> Outcome:
        """Take the last step of this session back; as often as there are steps."""
        if not self._steps:
            return Outcome("本次没有可撤销的", False)
        batch, phrase_id = self._steps.pop()
        if batch:
            try:
                self._store.undo(batch, by=self._by, at=self._now())
            except CodedError as error:
                self._shown = None
                return _refused(error.problems)
        if batch in self._judged:
            self._judged.discard(batch)
            self._times.pop()
            self._remaining += 1
        self._queue.show(phrase_id)
        self._shown = None
        shown = self.current()
        return Outcome(f"已撤销，回到“{_excerpt(shown.held.phrase.text) if shown else ''}”")

    def progress(self) -> Progress:
        """How far the work is."""
        done = len(self._judged)
        return Progress(done, self._before_today + done, max(self._remaining, 0), self._pace())

    def _held(self) -> Held:
        shown = self.current()
        if shown is None:
            raise IndexError("nothing is left to decide on")
        return shown.held

    def _judge(self, plan: Plan, verb: str) -> Outcome:
        """Carry a verdict out and go on to the next phrase."""
        held = self._held()
        outcome, batch = self._carry_out(plan, verb)
        if outcome.well:
            self._queue.done()
            if batch:
                self._judged.add(batch)
                self._times.append(self._now())
                self._remaining -= 1
            self._shown = None
            return Outcome(f"{verb}：{_excerpt(held.phrase.text)}")
        return outcome

    def _change(self, plan: Plan, verb: str) -> Outcome:
        """Carry out a change after which the phrase is still to be decided on."""
        outcome, batch = self._carry_out(plan, verb)
        if batch:
            self._shown = None
            after = plan.changes[0].after
            if after is not None and after.id != plan.changes[0].id:
                self._queue.became(after.id)
            return Outcome(f"已{verb}，请定夺")
        return outcome

    def _carry_out(self, plan: Plan, verb: str) -> tuple[Outcome, int]:
        """Decide; what came of it and the batch, 0 where nothing was decided."""
        if plan.refused:
            return _refused(plan.refused[0].problems), 0
        if not plan.changes:
            return Outcome(f"已经是这样，没有{verb}"), 0
        try:
            batch = self._store.decide(plan.changes, by=self._by, at=self._now())
        except ConflictError as error:
            self._shown = None
            return Outcome(f"{error.problems[0].message}；已换成最新的", False), 0
        except CodedError as error:
            self._shown = None
            return _refused(error.problems), 0
        self._steps.append((batch, plan.changes[0].id))
        return Outcome(""), batch

    def _there(self, plan: Plan) -> bool:
        after = plan.changes[0].after
        if after is None or after.id == plan.changes[0].id:
            return False
        return bool(self._store.find(Query(ids=(after.id,)), limit=1))

    def _decided_today(self) -> int:
        day = self._now()[:10]
        undone: set[int] = set()
        batches: set[int] = set()
        for decided in self._store.history(limit=_OF_TODAY):
            if decided.at[:10] < day:
                break
            if decided.undoes is not None:
                undone.add(decided.undoes)
            elif decided.by == self._by and decided.action in ("accept", "reject", "forbid"):
                batches.add(decided.batch)
        return len(batches - undone)

    def _pace(self) -> int | None:
        if len(self._times) < 2:
            return None
        first, last = (dt.datetime.fromisoformat(self._times[place]) for place in (0, -1))
        seconds = (last - first).total_seconds()
        return round((len(self._times) - 1) * 3600 / seconds) if seconds > 0 else None


def _refused(problems: tuple[Problem, ...]) -> Outcome:
    told = "；".join(dict.fromkeys(f"{problem.message}{_mend(problem)}" for problem in problems))
    return Outcome(told, False)


def _mend(problem: Problem) -> str:
    return f"（{problem.mend}）" if problem.mend and problem.code != "D001" else ""


def _excerpt(text: str) -> str:
    return text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
