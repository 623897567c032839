"""Single keys from a terminal, and the terminal as it was afterwards, however the program ends."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType

__all__ = ["END", "Key", "raw_keys"]

Key = str
"""A character, or the name of a key: enter, backspace, delete, escape, left, right, home, end, kill,
kill-word, or ``END`` where there is no more input."""

END = ""

_CONTROL = {
    "\r": "enter",
    "\n": "enter",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\x01": "home",
    "\x02": "left",
    "\x04": END,
    "\x05": "end",
    "\x06": "right",
    "\x15": "kill",
    "\x17": "kill-word",
    "\x1a": END,  # Ctrl-Z, which is how input ends on Windows; a POSIX terminal keeps it for itself
}
_SEQUENCES = {
    "[D": "left",
    "[C": "right",
    "[H": "home",
    "[F": "end",
    "[1~": "home",
    "[4~": "end",
    "[7~": "home",
    "[8~": "end",
    "[3~": "delete",
    "OD": "left",
    "OC": "right",
    "OH": "home",
    "OF": "end",
}
_WINDOWS = {"K": "left", "M": "right", "G": "home", "O": "end", "S": "delete"}
_LONGEST_SEQUENCE = 8
#: Seconds in which the rest of a key's sequence arrives, also over a slow line; a lone escape has no rest.
_PATIENCE = 0.05


@contextlib.contextmanager
def raw_keys() -> Iterator[Callable[[], Key]]:
    """Read key by key from the terminal that is standard input; yields the function that waits for one.

    Ctrl-C raises ``KeyboardInterrupt`` as ever. A hang-up and a plain ``kill`` end the program in an
    orderly way, so that the terminal is restored.
    """
    if sys.platform == "win32":
        yield _windows_key
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    def resume(_number: int, _frame: FrameType | None) -> None:
        tty.setcbreak(descriptor)  # the shell has set the terminal its own way while we were stopped

    handlers = {signal.SIGTERM: end, signal.SIGHUP: end, signal.SIGCONT: resume}
    kept = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        tty.setcbreak(descriptor)
        yield lambda: _posix_key(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        for number, handler in kept.items():
            signal.signal(number, handler)


def _posix_key(descriptor: int) -> Key:
    while True:
        first = os.read(descriptor, 1)
        if not first:
            return END
        if first == b"\x1b":
            key = _sequence(descriptor)
            if key is not None:
                return key
            continue
        size = _bytes_of(first[0])
        while len(first) < size:
            more = os.read(descriptor, 1)
            if not more:
                return END
            first += more
        character = first.decode("utf-8", "replace")
        if character in _CONTROL:
            return _CONTROL[character]
        if character >= " ":
            return character


def _sequence(descriptor: int) -> Key | None:
    """What follows an escape: a key, ``escape`` where nothing does, None for a key that means nothing."""
    import select

    rest = ""
    while len(rest) < _LONGEST_SEQUENCE and select.select([descriptor], [], [], _PATIENCE)[0]:
        rest += os.read(descriptor, 1).decode("ascii", "replace")
        if len(rest) > 1 and rest[-1] not in "0123456789;":
            break
    return _SEQUENCES.get(rest) if rest else "escape"


def _bytes_of(first: int) -> int:
    """How many bytes a UTF-8 character has that begins so."""
    return 1 if first < 0xC0 else 2 if first < 0xE0 else 3 if first < 0xF0 else 4


def _windows_key() -> Key:
    import msvcrt

    while True:
        character: str = msvcrt.getwch()  # type: ignore[attr-defined, unused-ignore]
        if character == "\x03":
            raise KeyboardInterrupt
        if character in "\x00\xe0":
            code: str = msvcrt.getwch()  # type: ignore[attr-defined, unused-ignore]
            if code in _WINDOWS:
                return _WINDOWS[code]
        elif character == "\x1b":
            return "escape"
        elif character in _CONTROL:
            return _CONTROL[character]
        elif character >= " ":
            return character
