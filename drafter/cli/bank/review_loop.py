"""The loop of review: show a phrase, take a command, do it; the same with keys and with lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from phrasebank.curation.review import Outcome, Session
from phrasebank.exchange_files.cells import join, split, text_with_forms
from phrasebank.exchange_files.codes import named
from phrasebank.model import Move

if TYPE_CHECKING:
    from phrasebank.curation.review import Progress, Shown

__all__ = ["Desk", "review_with"]


class Desk(Protocol):
    """What the loop needs of a terminal."""

    def show(self, shown: Shown, progress: Progress, outcome: Outcome) -> None:
        """Show a phrase and what came of the last step."""
        ...

    def command(self) -> str:
        """Wait for a command: its key; "" where there is no more input."""
        ...

    def ask(self, what: str, initial: str = "") -> str | None:
        """Ask for a line; None where the person thinks better of it."""
        ...

    def explain(self) -> None:
        """Show what the keys do."""
        ...


_QUIT = ("q", "Q", "")


def review_with(session: Session, desk: Desk) -> bool:
    """Review until the person ends it or nothing is left.

    Returns:
        Whether nothing is left.
    """
    outcome = Outcome("")
    while True:
        shown = session.current()
        if shown is None:
            return True
        desk.show(shown, session.progress(), outcome)
        key = desk.command()
        if key in _QUIT:
            return False
        outcome = _do(session, shown, desk, key, outcome)


def _do(session: Session, shown: Shown, desk: Desk, key: str, last: Outcome) -> Outcome:
    simple: dict[str, Callable[[], Outcome]] = {
        # A second a, straight after the doubts were told, clears them.
        "a": lambda: session.accept(despite_doubts=last.doubtful),
        "x": session.reject,
        " ": session.skip,
        "s": session.skip,
        "backspace": session.undo,
        "u": session.undo,
        "e": lambda: _edit(session, shown, desk),
        "t": lambda: _topics(session, shown, desk),
        "m": lambda: _move(session, shown, desk),
        "f": lambda: _forbid(session, desk),
    }
    step = simple.get(key.lower() if len(key) == 1 else key)
    if step is not None:
        return step()
    if key in ("?", "？", "h"):
        desk.explain()
        return Outcome("")
    return Outcome(f"没有“{key}”这个键，按 ? 看帮助", False)


_LEFT = Outcome("没有改动")


def _edit(session: Session, shown: Shown, desk: Desk) -> Outcome:
    text = desk.ask("文字：", text_with_forms(shown.held.phrase))
    return _LEFT if text is None else session.edit(text)


def _topics(session: Session, shown: Shown, desk: Desk) -> Outcome:
    text = desk.ask("主题：", join(shown.held.phrase.topics))
    return _LEFT if text is None else session.set_topics(split(text))


def _move(session: Session, shown: Shown, desk: Desk) -> Outcome:
    text = desk.ask("语步：", shown.held.phrase.move.value)
    if text is None:
        return _LEFT
    move = named(Move, text)
    if move is None:
        return Outcome(f"没有“{text}”这个语步，如 point.measure、措施；全部见 drafter bank stats", False)
    return session.set_move(move)


def _forbid(session: Session, desk: Desk) -> Outcome:
    reason = desk.ask("为什么不能说：")
    if reason is None:
        return _LEFT
    instead = desk.ask("应当改说（可不写）：")
    return _LEFT if instead is None else session.forbid(reason, instead)
