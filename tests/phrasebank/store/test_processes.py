"""Real processes: killed in the middle of it, and two at once."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from phrasebank.model import Status
from phrasebank.store import Change, Store, open_bank

from .conftest import MakePhrase, Opened

CURATOR = Path(__file__).with_name("curator.py")
ROOT = Path(__file__).parents[3]
KILLS = {"sqlite": 16, "postgres": 6}  # of each kind of work


def start(address: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, str(CURATOR), address, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    )


def work_until_killed(address: str, work: str, chance: random.Random) -> list[list[str]]:
    """What a process said before it was killed at some moment of its work.

    Half a last line is left out: what it says was committed all the same, but it cannot be read.
    """
    process = start(address, work, "周编")
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    lines = [process.stdout.readline() for _ in range(chance.randrange(6))]
    time.sleep(chance.uniform(0, 0.02))
    process.kill()
    lines += process.stdout.read().split("\n")[:-1]
    process.wait()
    process.stdout.close()
    assert process.stdin is not None
    process.stdin.close()
    return [line.split() for line in lines]


def sound(address: str) -> None:
    if "://" not in address:
        with closing(sqlite3.connect(address)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            connection.execute("INSERT INTO phrase_grams(phrase_grams) VALUES ('integrity-check')")


def check_decisions(store: Store, said: list[list[str]]) -> None:
    """Everything that was said is there; nothing is there by half."""
    history = store.history()
    batches: dict[int, list[str]] = {}
    for decided in history:
        batches.setdefault(decided.batch, []).append(decided.action)
    assert all(actions in (["add"] * 2, ["reject"] * 2, ["undo"] * 2) for actions in batches.values())
    assert sorted(batches) == list(range(1, len(batches) + 1))
    for what, batch, *ids in said:
        action = {"added": "add", "rejected": "reject", "undone": "undo"}[what]
        assert batches[int(batch)] == [action] * 2
        assert {d.id for d in history if d.batch == int(batch)} == set(ids)
    last: dict[str, Status] = {}
    for decided in reversed(history):
        assert decided.after is not None
        last[decided.id] = decided.after.status
    assert {held.phrase.id: held.phrase.status for held in store.find()} == last
    assert {held.phrase.id for held in store.search("抓落实", limit=10**6)} == set(last)


def check_speeches(store: Store, said: list[list[str]]) -> None:
    known = set(store.known_digests())
    assert len(known) % 3 == 0
    for _, _, *digests in said:
        assert set(digests) <= known
    if known:
        shared = store.search("一阵风", limit=10)
        assert [(held.phrase.sample_count, held.occurrences) for held in shared] == [(len(known), len(known))]
        assert store.count() == 29 * len(known) + 1


@pytest.mark.parametrize("work", ["decide", "mine"])
def test_a_bank_outlives_being_killed_at_any_moment(address: str, opened: Opened, work: str) -> None:
    opened().close()
    chance = random.Random(7)
    check = check_decisions if work == "decide" else check_speeches
    said: list[list[str]] = []
    for _ in range(KILLS["postgres" if "://" in address else "sqlite"]):
        said += work_until_killed(address, work, chance)
        sound(address)
        with open_bank(address, builtin=False) as store:
            check(store, said)
    assert len(said) >= 6


def test_two_curators_at_once_lose_nothing_and_see_their_conflicts(
    address: str, opened: Opened, phrase: MakePhrase
) -> None:
    store = opened()
    texts = ("抓落实怕的是一阵风", "抓落实贵在一口气", "抓落实要有一股劲")
    store.decide([Change("", None, phrase(text), "add") for text in texts], by="周编", at="")
    goal = 60
    processes = [start(address, "turns", name, str(goal)) for name in ("吴编", "郑编")]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=120)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    conflicts = sum(int(text.split()[-1]) for text in said)
    assert conflicts > 0
    held = store.find()
    # Each conflict kept somebody from overwriting what the other one had written.
    assert sum(int(one.phrase.note) for one in held) == 2 * goal
    assert sum(one.revision for one in held) == 2 * goal + len(texts)
    by = [decided.by for decided in store.history() if decided.action == "edit"]
    assert (by.count("吴编"), by.count("郑编")) == (goal, goal)
    numbers = [decided.number for decided in store.history()]
    assert numbers == list(range(2 * goal + len(texts), 0, -1))
