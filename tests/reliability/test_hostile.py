"""Every hostile file, by the command that a user would call; what each costs is measured in benchmarks/."""

from __future__ import annotations

import pytest

from benchmarks.hostile import run
from tools.hostile_files import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_refused_or_made_harmless(case: Case) -> None:
    """The right exit code, one line, no traceback, nothing let through, nothing left."""
    ended = run(case)
    assert ended.wrong == (), ended.output[:2000]


def test_the_watch_sees_what_is_wrong() -> None:
    """A good brief expected to be refused, and a secret that comes through."""
    good = next(case for case in CASES if case.name.startswith("names: a file called --help.txt"))
    secret = Case(good.name, good.make, good.command, refused=True, holds="R0", never="安全生产")
    assert len(run(secret).wrong) >= 3
