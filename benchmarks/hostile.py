"""Hostile files: what each costs, from the outside.

    python -m benchmarks.hostile [--only WORDS] [--json FILE]

Every case of ``tools.hostile_files`` is run by the command a user would call, in a folder of its own.
Targets: at most 2 s and 300 MB each, the start of the program included; refused with one line, or
neutralised; no traceback, nothing half-written, nothing outside the folder.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.hostile_files import CASES, Case

SECONDS, MEGABYTES = 2.0, 300
_PROGRAM = (sys.executable, "-c", "from drafter.cli import main; main()")
#: Starts the program and writes down its exit code, largest resident size in kB and seconds. A program in
#: between, since the size of whoever starts a process counts as the process's own (getrusage(2)).
_LAUNCH = """
import json, os, sys, time
start = time.perf_counter()
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
ended = [os.waitstatus_to_exitcode(status), usage.ru_maxrss, time.perf_counter() - start]
json.dump(ended, open(sys.argv[1], "w"))
"""
#: Lines of a refusal: one, and of what holds many documents one for each that is refused.
_ONE, _MANY = 1, 60
#: What a hang is: longer is not waited for.
_LONGEST = 60


@dataclass(frozen=True)
class Ended:
    """How a case ended.

    Arguments:
        code: the exit code, 124 where it hung.
        output: all that was printed.
        seconds, megabytes: wall clock and the largest resident size.
        wrong: what is wrong with it, one line each.
    """

    code: int
    output: str
    seconds: float
    megabytes: float
    wrong: tuple[str, ...]


def main() -> int:
    """Run, print, 1 where anything is wrong or above a target."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = []
    for case in CASES:
        if options.only not in case.name:
            continue
        ended = run(case)
        slow = ended.seconds > SECONDS or ended.megabytes > MEGABYTES
        rows.append((case, ended, slow))
        flag = "WRONG" if ended.wrong else "OVER" if slow else "ok"
        told = (ended.output.strip().splitlines() or [""])[-1][:90]
        print(f"{flag:6}{ended.seconds:6.2f} s{ended.megabytes:7.0f} MB  {case.name}: {told}", flush=True)
        for line in ended.wrong:
            print(f"        {line[:300]}")
    print(
        f"{len(rows)} cases; the slowest {max(ended.seconds for _, ended, _ in rows):.2f} s, "
        f"the largest {max(ended.megabytes for _, ended, _ in rows):.0f} MB; "
        f"{sum(bool(ended.wrong) for _, ended, _ in rows)} wrong, "
        f"{sum(slow for *_, slow in rows)} above a target"
    )
    if options.json:
        table = {
            case.name: [ended.code, round(ended.seconds, 2), round(ended.megabytes)]
            for case, ended, _ in rows
        }
        options.json.write_text(json.dumps(table, ensure_ascii=False, indent=1), "utf-8")
    return int(any(ended.wrong or slow for _, ended, slow in rows))


def run(case: Case) -> Ended:
    """Run one case in a new folder."""
    with tempfile.TemporaryDirectory(prefix="jianggao-hostile-") as scratch:
        folder = Path(scratch) / "夹"
        folder.mkdir()
        case.make(folder)
        before = _names(folder)
        out, usage = Path(scratch) / "out", Path(scratch) / "usage"
        with out.open("wb") as written:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _LAUNCH, str(usage), *_PROGRAM, *case.command],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=written,
                start_new_session=True,
                env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            )
            try:
                process.wait(_LONGEST)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        code, kilobytes, seconds = json.loads(usage.read_text()) if usage.exists() else (124, 0, _LONGEST)
        output = out.read_text("utf-8", "replace")
        wrong = tuple(_wrong(case, code, output, folder, before))
    return Ended(code, output, seconds, kilobytes / 1024, wrong)


def _names(folder: Path) -> set[str]:
    """What lies in a folder."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def _wrong(case: Case, code: int, output: str, folder: Path, before: set[str]) -> Iterator[str]:
    if code not in ((2,) if case.refused else (0, 1)):
        yield f"ended with {code}"
    if "Traceback" in output:
        yield output.strip().splitlines()[-1]
    lines = len(output.strip().splitlines())
    if case.refused and lines > (_MANY if case.name.startswith(("zip", "names", "folder")) else _ONE):
        yield f"{lines} lines"
    if case.holds not in output:
        yield f"does not say {case.holds}"
    if case.never and (case.never in output or case.never.encode() in _new_bytes(folder, before)):
        yield f"lets {case.never!r} through"
    for name in case.untouched:
        if (folder / name).exists():
            yield f"made {name}"
    stray = [name for name in _names(folder) - before if Path(name).name.startswith(".")]
    if stray:
        yield f"left {stray[0]}"


def _new_bytes(folder: Path, before: set[str]) -> bytes:
    """The bytes of what a case has made."""
    made = (folder / name for name in sorted(_names(folder) - before))
    return b"".join(path.read_bytes() for path in made if path.is_file())


if __name__ == "__main__":
    sys.exit(main())
