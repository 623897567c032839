"""Kills the program at random moments and looks at what is left.

    python -m tools.faults [--kills 500] [--seed 1] [--json FILE]

Nothing committed may be missing and nothing half-written. Six jobs are started over and over in a folder
of their own and killed with SIGKILL after a random part of the time that they take: mine, bank review, bank
add, bank import, draft --force, update --force. After every kill: the bank passes SQLite's own integrity
check, what a finished process reported is there, every decision ever logged is logged still and in force, an
import is there whole or not at all, a document is the old one or the new one to the last byte. At the end
mining is let run through and must give what an undisturbed run gives.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from phrasebank.exchange import dumps
from phrasebank.model import Move, Phrase, Unit, phrase_id

ROOT = Path(__file__).parents[1]
PROGRAM = [sys.executable, "-c", "from drafter.cli import main; main()"]
BRIEFS = ROOT / "samples" / "briefs"
#: Drafted anew again and again, with no figures beside it that another job changes.
_DRAFTED, _DATA = "粮食安全调度推进.yaml", "粮食生产数据.csv"
#: Drafted once and then updated, with the figures in a file of its own.
_UPDATED, _FIGURES = "防汛动员部署.yaml", "防汛数据.csv"
_IMPORTED = 400
#: What is answered in one sitting of a review, and how few phrases to review are too few for one.
_KEYS, _FEW = "a\nx\n" * 15, 40


@dataclass
class Tally:
    """What happened to one job."""

    kills: int = 0
    finished: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> int:
    """Kill, look, print; 1 where anything was lost or half-written."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    random = Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="jianggao-faults-") as scratch:
        harness = Harness(Path(scratch), random)
        jobs: dict[str, Callable[[Tally], None]] = {
            "mine": harness.mine,
            "review": harness.review,
            "bank add": harness.add,
            "bank import": harness.imports,
            "draft": harness.draft,
            "update": harness.update,
        }
        tallies = {name: Tally() for name in jobs}
        while sum(tally.kills for tally in tallies.values()) < options.kills:
            name = random.choice(list(jobs))
            jobs[name](tallies[name])
        harness.finish(tallies["mine"])
    for name, tally in tallies.items():
        print(f"{name:12} killed {tally.kills:4}, ran through {tally.finished:4}, faults {len(tally.faults)}")
        for fault in tally.faults[:5]:
            print(f"    {fault}")
    if options.json:
        options.json.write_text(json.dumps({name: vars(tally) for name, tally in tallies.items()}, indent=1))
    return int(any(tally.faults for tally in tallies.values()))


class Harness:
    """One folder with a bank, drafts and samples, and what is known of them."""

    def __init__(self, folder: Path, random: Random) -> None:
        self._folder, self._random = folder, random
        self._samples = folder / "samples"
        self._samples.mkdir()
        for path in sorted((ROOT / "samples" / "speeches").glob("*.txt"))[:6]:
            shutil.copy(path, self._samples)
        for name in (_DRAFTED, _DATA, _UPDATED, _FIGURES):
            shutil.copy(BRIEFS / name, folder)
        self._added: set[str] = set()
        self._number = 0
        self._takes: dict[str, float] = {}
        self._documents: dict[str, set[bytes]] = {}
        self._prepare()

    def _prepare(self) -> None:
        """Undisturbed runs: how long each job takes, and the bytes that its documents may have."""
        self._through("mine", "mine", "samples", "--bank", "clean.db", "--jobs", "1")
        shutil.copy(self._folder / "clean.db", self._folder / "review.db")
        (self._folder / "keys").write_text(_KEYS)
        (self._folder / "other-review.db").write_bytes((self._folder / "clean.db").read_bytes())
        self._through("review", "bank", "review", "--bank", "other-review.db", keys=True)
        self._import_file("试")
        for bank in ("bank.db", "other.db"):
            self._through("bank import", "bank", "import", "试.jsonl", "--yes", bank=bank)
        self._through("bank add", *self._adding("第零句话要说得实"), bank="other.db")
        for seed in ("1", "2"):
            self._through("draft", "draft", _DRAFTED, "-o", "讲稿.docx", "--seed", seed, "--force")
            self._documents.setdefault("讲稿.docx", set()).add(self._bytes("讲稿.docx"))
        self._through("draft", "draft", _UPDATED, "-o", "改稿.docx")
        table = self._folder / _FIGURES
        self._old = table.read_text("utf-8")
        self._new = self._old.replace("降雨量,186.4", "降雨量,203.9")
        self._documents["改稿.docx"] = {self._bytes("改稿.docx")}
        for text in (self._new, self._old):
            table.write_text(text, "utf-8")
            self._through("update", "update", "改稿.docx", "--force")
            self._documents["改稿.docx"].add(self._bytes("改稿.docx"))

    def _through(self, name: str, *words: str, bank: str = "", keys: bool = False) -> None:
        start = time.perf_counter()
        done = subprocess.run(
            [*PROGRAM, *words, *(("--bank", bank) if bank else ())],
            cwd=self._folder,
            input=_KEYS if keys else "",
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{name} cannot be run at all: {done.stderr}")
        self._takes[name] = time.perf_counter() - start

    def _killed(self, name: str, tally: Tally, *words: str, keys: bool = False) -> bool:
        """Run and kill; True where it had finished before."""
        with (self._folder / "keys" if keys else Path(os.devnull)).open("rb") as given:
            process = subprocess.Popen(
                [*PROGRAM, *words],
                cwd=self._folder,
                stdin=given,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            process.wait(self._random.uniform(0.1, 1.05) * self._takes[name])
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            tally.kills += 1
            return False
        tally.finished += 1
        return process.returncode == 0

    def mine(self, tally: Tally) -> None:
        """Mining goes on where it was cut off."""
        before = self._count("mined.db", "SELECT count(*) FROM documents")
        self._killed("mine", tally, "mine", "samples", "--bank", "mined.db", "--jobs", "1")
        self._look_at("mined.db", tally)
        after = self._count("mined.db", "SELECT count(*) FROM documents")
        if after < before:
            tally.faults.append(f"speeches mined before are gone: {before} → {after}")

    def review(self, tally: Tally) -> None:
        """What was decided stays decided, in the log and in the phrase."""
        waiting = "SELECT count(*) FROM phrases WHERE status = 'candidate'"
        if self._count("review.db", waiting) < _FEW:
            # With the log of the old one beside it, a new file would be neither.
            for path in self._folder.glob("review.db*"):
                path.unlink()
            shutil.copy(self._folder / "clean.db", self._folder / "review.db")
        logged = "SELECT number, phrase, after FROM decisions ORDER BY number"
        before = self._rows("review.db", logged)
        done = self._killed("review", tally, "bank", "review", "--bank", "review.db", keys=True)
        self._look_at("review.db", tally)
        after = self._rows("review.db", logged)
        if after[: len(before)] != before or (done and len(after) == len(before)):
            tally.faults.append(f"{len(before)} decisions became {len(after)}, finished: {done}")
        standing = dict(self._rows("review.db", "SELECT id, status FROM phrases"))
        for _, phrase, record in after:
            if json.loads(str(record))["status"] != standing[phrase]:
                tally.faults.append(f"{phrase} is {standing[phrase]}, and was decided otherwise")

    def add(self, tally: Tally) -> None:
        """A phrase that was reported to be added is there."""
        self._number += 1
        text = f"第{self._number}件事要一抓到底"
        if self._killed("bank add", tally, *self._adding(text), "--bank", "bank.db"):
            self._added.add(phrase_id(text))
        self._look_at("bank.db", tally)
        held = self._ids("bank.db")
        if lost := self._added - held:
            tally.faults.append(f"{len(lost)} phrases that were added are gone")

    def imports(self, tally: Tally) -> None:
        """An import is there whole or not at all."""
        self._number += 1
        ids = self._import_file(f"批{self._number}")
        done = self._killed(
            "bank import", tally, "bank", "import", f"批{self._number}.jsonl", "--yes", "--bank", "bank.db"
        )
        self._look_at("bank.db", tally)
        held = len(ids & self._ids("bank.db"))
        if held not in (0, len(ids)) or (done and held == 0):
            tally.faults.append(f"an import is there by {held} of {len(ids)}, finished: {done}")

    def draft(self, tally: Tally) -> None:
        """A document is the old one or the new one."""
        seed = self._random.choice("12")
        self._killed("draft", tally, "draft", _DRAFTED, "-o", "讲稿.docx", "--seed", seed, "--force")
        self._whole("讲稿.docx", tally)

    def update(self, tally: Tally) -> None:
        """So is one that is updated in its place."""
        text = self._random.choice((self._old, self._new))
        (self._folder / _FIGURES).write_text(text, "utf-8")
        self._killed("update", tally, "update", "改稿.docx", "--force")
        self._whole("改稿.docx", tally)

    def finish(self, tally: Tally) -> None:
        """What was cut off again and again and then let run gives what one run gives."""
        self._through("mine", "mine", "samples", "--bank", "mined.db", "--jobs", "1")
        words = "SELECT id, text, unit, move FROM phrases ORDER BY id"
        clean, mined = (self._rows(bank, words) for bank in ("clean.db", "mined.db"))
        if clean != mined:
            tally.faults.append(f"{len(set(clean) ^ set(mined))} phrases differ from an undisturbed run")

    def _adding(self, text: str) -> tuple[str, ...]:
        return ("bank", "add", text, "--move", "point.demand", "--unit", "sentence")

    def _import_file(self, name: str) -> set[str]:
        phrases = [
            Phrase(
                id=phrase_id(text),
                text=text,
                unit=Unit.SENTENCE,
                move=Move.POINT_DEMAND,
            )
            for text in (f"{name}里的第{number}条要落到人头上" for number in range(_IMPORTED))
        ]
        (self._folder / f"{name}.jsonl").write_text(dumps(phrases), "utf-8")
        return {phrase.id for phrase in phrases}

    def _whole(self, name: str, tally: Tally) -> None:
        if self._bytes(name) not in self._documents[name]:
            tally.faults.append(f"{name} is neither the old nor the new one")

    def _bytes(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def _look_at(self, bank: str, tally: Tally) -> None:
        path = self._folder / bank
        if path.exists() and (told := self._rows(bank, "PRAGMA integrity_check")) != [("ok",)]:
            tally.faults.append(f"{bank}: {told[:3]}")

    def _rows(self, bank: str, words: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self._folder / bank, timeout=30) as database:
            return database.execute(words).fetchall()

    def _count(self, bank: str, words: str) -> int:
        try:
            return int(str(self._rows(bank, words)[0][0])) if (self._folder / bank).exists() else 0
        except sqlite3.OperationalError:
            return 0  # the schema was not there yet

    def _ids(self, bank: str) -> set[str]:
        try:
            return {str(row[0]) for row in self._rows(bank, "SELECT id FROM phrases")}
        except sqlite3.OperationalError:
            return set()


if __name__ == "__main__":
    sys.exit(main())
