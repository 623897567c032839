"""Fuzz for as long as wanted.

    python -m tools.fuzz [--seconds 60] [--only parse,mask] [--engine atheris|edits] [--seed 1]

Every target runs in a process of its own with a bound on memory and on the time of one input. ``atheris``
(``pip install 'jianggao[fuzz]'``) follows the program's branches; ``edits`` needs nothing and changes seeds
at random. An input that breaks anything is written to tests/fuzz/found/TARGET/, where the tests run it ever
after. Prints executions, the rate, memory at the start and the end, and findings; 1 where there are any.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from types import FrameType

FOUND = Path(__file__).parents[2] / "tests" / "fuzz" / "found"
#: One input of at most 60 kB: seconds it may take, and the whole process's memory.
SLOWEST, LARGEST_MB = 20, 2048


def main() -> int:
    """Run the targets one after another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60, help="for each target")
    parser.add_argument("--only", default="", help="targets, parted by commas")
    parser.add_argument("--engine", choices=("atheris", "edits"), default="edits")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.target:
        if options.engine == "atheris":
            _run_atheris(options.target, options.seconds, options.seed)
        return _run_edits(options.target, options.seconds, options.seed)
    from tools.fuzz.targets import TARGETS

    names = options.only.split(",") if options.only else list(TARGETS)
    print(f"{'target':14}{'executions':>12}{'per s':>9}{'MB start':>10}{'MB end':>8}{'findings':>10}")
    findings = 0
    for name in names:
        findings += _one(name, options)
    return int(findings > 0)


def _one(name: str, options: argparse.Namespace) -> int:
    """One target in its own process; the number of its findings."""
    command = [sys.executable, "-m", "tools.fuzz", "--target", name, "--engine", options.engine]
    command += ["--seconds", str(options.seconds), "--seed", str(options.seed)]
    before = set(FOUND.glob(f"{name}/*"))
    with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as scratch:
        ran = subprocess.run(
            command,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            env={**os.environ, "TMPDIR": scratch},
        )
    new = sorted(set(FOUND.glob(f"{name}/*")) - before)
    told = _edits_told(ran.stdout) if options.engine == "edits" else _atheris_told(ran.stderr)
    print(f"{name:14}{told[0]:>12,}{told[0] / options.seconds:>9,.0f}{told[1]:>10}{told[2]:>8}{len(new):>10}")
    for path in new:
        print(f"    {path.relative_to(FOUND.parents[2])}")
    failed = ran.returncode != 0
    if failed:
        print("\n".join("    " + line for line in _last_words(ran.stdout, ran.stderr)))
    sys.stdout.flush()
    return len(new) or int(failed)


def _last_words(out: str, errors: str) -> list[str]:
    """What a process that failed says of it, without libFuzzer's progress."""
    lines = [line for line in (out + "\n" + errors).splitlines() if not line.startswith(("#", "INFO", "{"))]
    return lines[-30:]


def _edits_told(text: str) -> tuple[int, int, int]:
    lines = [line for line in text.splitlines() if line.startswith("{")]
    told = json.loads(lines[-1]) if lines else {"executions": 0, "start": 0, "end": 0}
    return told["executions"], told["start"], told["end"]


def _atheris_told(text: str) -> tuple[int, int, int]:
    memory = [int(one) for one in re.findall(r"rss: (\d+)Mb", text)]
    done = re.findall(r"(?m)^#(\d+)", text)
    return (int(done[-1]) if done else 0), (memory[0] if memory else 0), (memory[-1] if memory else 0)


def _run_edits(name: str, seconds: float, seed: int) -> int:
    from tools.fuzz.edits import edited, random_edits
    from tools.fuzz.targets import TARGETS

    target = TARGETS[name]
    seeds = target.seeds()
    random = Random(seed)
    signal.signal(signal.SIGALRM, _too_slow)
    for one in seeds:
        target.run(one)
    # Bounded from here: what the program itself needs is loaded.
    limit = (LARGEST_MB + 1024) * 2**20
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    start, executions, found = _memory(), 0, set[str]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = edited(random.choice(seeds), random_edits(random), target.words, seeds)
        executions += 1
        signal.alarm(SLOWEST)
        try:
            target.run(data)
        except Exception as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            key = f"{type(error).__name__} {place.filename}:{place.lineno}"
            if key not in found:
                found.add(key)
                _keep(name, data)
                traceback.print_exc()
        finally:
            signal.alarm(0)
    print(json.dumps({"executions": executions, "start": start, "end": _memory()}))
    return int(bool(found))


def _run_atheris(name: str, seconds: float, seed: int) -> None:
    import atheris  # type: ignore[import-not-found, unused-ignore]

    with atheris.instrument_imports(include=["drafter", "phrasebank"]):
        from tools.fuzz.targets import TARGETS

    target = TARGETS[name]
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Path(tempfile.mkdtemp(prefix="corpus-"))
    for number, one in enumerate(target.seeds()):
        (corpus / str(number)).write_bytes(one)
    words = corpus.parent / f"{name}.dict"
    escaped = ("".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace")) for word in target.words)
    words.write_text("".join(f'"{word}"\n' for word in escaped))
    atheris.Setup(
        [
            name, str(corpus), f"-max_total_time={int(seconds)}", f"-rss_limit_mb={LARGEST_MB}",
            f"-timeout={SLOWEST}", f"-artifact_prefix={folder}/", f"-dict={words}", f"-seed={seed}",
            f"-max_len={max(20_000, *(2 * len(one) for one in target.seeds()))}",
        ],
        target.run,
    )  # fmt: skip
    atheris.Fuzz()


def _keep(name: str, data: bytes) -> None:
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)


def _memory() -> int:
    """What the process has in memory now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 2**20


def _too_slow(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"more than {SLOWEST} s")


if __name__ == "__main__":
    sys.exit(main())
