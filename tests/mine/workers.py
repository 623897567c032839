"""Work for the engine's tests; processes import it by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from drafter.mine.raw import Raw
from phrasebank.errors import Problem
from phrasebank.mining import About, Found, Mined


def count(raw: Raw) -> Mined | Problem:
    return Mined(raw.name, raw.digest, About(topics=(str(len(raw.data)),)), (), "")


def rich(raw: Raw) -> Mined | Problem:
    """A row with everything in it, and for a third of the documents a problem."""
    if len(raw.data) % 3 == 0:
        return Problem("R005", "文件是空的", raw.name, 3, "键", "换一个")
    found = Found(
        raw.digest[:16], "各{level}要管好{number}", "sentence", "point.duty", ("责任",), "", (), ("g1", "g2"),
        ("可能有人名",), 0.25 + len(raw.data) / 1e6, 4, 2, 19, ("安全生产",),
    )  # fmt: skip
    moves = found._replace(unit="passage", moves=("point.lead", "point.measure"), themes=(), doubts=())
    return Mined(
        raw.name, raw.digest, About("汇报", ("防汛",), "县", "东山县"), (found, moves), "各 县\n要 管好"
    )


def die_once(raw: Raw) -> Mined | Problem:
    """Kill the process at the first document named ``fatal <file>``, which remembers it."""
    kind, _, marker = raw.name.partition(" ")
    if kind == "fatal" and not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return rich(raw)


def die_always(raw: Raw) -> Mined | Problem:
    if raw.name == "poison":
        os.kill(os.getpid(), signal.SIGKILL)
    return count(raw)
