"""The two desks that a review is done at: a terminal with keys, and plain lines for scripts."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from drafter.cli.bank.context import in_context
from drafter.cli.bank.review_screen import HELP, KEYS, Paint, plain, screen
from phrasebank.harmless import harmless
from phrasebank.terminal.columns import columns, pad, wrap
from phrasebank.terminal.keys import Key, raw_keys
from phrasebank.terminal.line_editor import edit_line

if TYPE_CHECKING:
    from phrasebank.curation.review import Outcome, Progress, Shown

__all__ = ["KeyDesk", "LineDesk", "key_desk"]

_STYLES = {"bold": "1", "dim": "2", "warning": "33", "bad": "31", "good": "32"}
_ENTER_SCREEN, _LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_CLEAR = "\x1b[H\x1b[J"
#: A page wider than this is hard to read, however wide the window.
_WIDEST = 110
#: Below this no phrase with its sources can be read; the lines are cut off.
_SMALLEST = (20, 8)
_TALL_ENOUGH = 1000


def _colours(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class KeyDesk:
    """A terminal of which every key is read by itself.

    Arguments:
        read_key: waits for a key.
        bank, by: for the head line.
        paint: colours a text.
    """

    read_key: Callable[[], Key]
    bank: str
    by: str
    paint: Paint

    def show(self, shown: Shown, progress: Progress, outcome: Outcome) -> None:
        """Show a phrase and what came of the last step."""
        width, height = _size()
        lines = screen(
            shown,
            progress,
            bank=self.bank,
            by=self.by,
            context=in_context,
            size=(width, height),
            paint=self.paint,
        )
        told = list(wrap(harmless(outcome.message), width - 2))
        if len(told) > 1:  # a long message takes the place of the last lines
            lines = lines[: max(height - 2 - len(told), 0)]
        style = "good" if outcome.well else "bad"
        message = "\r\n".join(self.paint(line, style) for line in told)
        body = "\r\n".join(lines)
        bottom = f"\x1b[{height - max(len(told), 1)};1H\x1b[K{message}"
        keys = f"\x1b[{height};1H\x1b[K{self.paint(next(wrap(KEYS, width - 1), ''), 'dim')}"
        _write(f"{_CLEAR}{body}{bottom}{keys}")

    def command(self) -> str:
        """Wait for a key."""
        return self.read_key()

    def ask(self, what: str, initial: str = "") -> str | None:
        """Let a line be edited at the bottom of the screen."""
        width, height = _size()
        _write(f"\x1b[{height - 1};1H\x1b[J{self.paint('回车 确定　Esc 放弃', 'dim')}\x1b[{height};1H")
        return edit_line(what, initial, self.read_key, _write, width)

    def explain(self) -> None:
        """Show what the keys do, until one is pressed."""
        width, _ = _size()
        _write(_CLEAR + "\r\n".join([*_help(width), "", "按任意键回去"]))
        self.read_key()


@contextlib.contextmanager
def key_desk(bank: str, by: str) -> Iterator[KeyDesk]:
    """A screen of its own for the review; the terminal is as before afterwards, whatever happens."""
    if sys.platform == "win32":
        os.system("")  # lets an older console understand the control sequences
    paint = plain if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else _colours
    with raw_keys() as read_key:
        _write(_ENTER_SCREEN)
        try:
            yield KeyDesk(read_key, bank, by, paint)
        finally:
            _write(_LEAVE_SCREEN)


@dataclass(frozen=True, slots=True)
class LineDesk:
    """Commands line by line from a file or a pipe: a letter, then what it asks for on the next line.

    Arguments:
        lines: where they come from.
        bank, by: for the head line.
    """

    lines: TextIO
    bank: str
    by: str

    def show(self, shown: Shown, progress: Progress, outcome: Outcome) -> None:
        """Print a phrase and what came of the last step."""
        if outcome.message:
            _write(f"{harmless(outcome.message)}\n")
        told = screen(
            shown,
            progress,
            bank=self.bank,
            by=self.by,
            context=in_context,
            size=(_size()[0], _TALL_ENOUGH),
        )
        _write("\n".join(["", *told, ""]))

    def command(self) -> str:
        """The next line's letter; an empty line skips."""
        line = self.lines.readline()
        if not line:
            return ""
        return line.strip() or " "

    def ask(self, what: str, initial: str = "") -> str | None:
        """The next line; None where there is none."""
        _write(what)
        line = self.lines.readline()
        return line.rstrip("\r\n") if line else None

    def explain(self) -> None:
        """Print what the letters do."""
        _write("\n".join([*_help(_size()[0]), "空行就是跳过", ""]))


def _help(width: int) -> Iterator[str]:
    column = max(columns(key) for key, _ in HELP) + 2
    for key, text in HELP:
        first, *rest = wrap(text, max(width - column - 2, 20))
        yield pad(key, column) + first
        yield from (" " * column + line for line in rest)


def _size() -> tuple[int, int]:
    size = shutil.get_terminal_size()
    return max(min(size.columns, _WIDEST), _SMALLEST[0]), max(size.lines, _SMALLEST[1])
