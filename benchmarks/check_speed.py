"""How fast is the checker, and what does it find in 30 MB of edited reports?

    python -m benchmarks.check_speed [--megabytes N] [--show CODE] [--json FILE]

One core, all rules, reports as they are published: nearly every error-level finding in them should be false.
Also the time of checking a speech anew after one paragraph was changed (median over our sample speeches).
A peer on the same reports, where it is installed: autocorrect (PyPI ``autocorrect-py``), compiled Rust that
looks for widths and spaces alone; what both find is in ``check_peers``.

Targets: 1 MB/s of UTF-8, 5 ms; at most one false error-level finding in 20,000 characters (read by people:
docs/check-accuracy.md).
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from pathlib import Path

from benchmarks.corpus import documents
from drafter.check import Checker, Severity, manuscript_of

ROOT = Path(__file__).parents[1]
SPEED, AGAIN_MS = 1.0, 5.0


def main() -> int:
    """Measure and print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=30.0)
    parser.add_argument("--show", default="", help="print the error-level findings of rules that begin so")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    where, held = documents(options.megabytes)
    texts = [document.decode() for document in held]
    checker = Checker()
    counts: Counter[tuple[str, str]] = Counter()
    spent, characters, size = 0.0, 0, 0
    for text in texts:
        start = time.perf_counter()
        manuscript = manuscript_of(text.split("\n"), "")
        findings = checker.check(manuscript)
        spent += time.perf_counter() - start
        characters, size = characters + len(text), size + len(text.encode())
        counts.update((one.code, one.severity.value) for one in findings)
        for one in findings:
            if options.show and one.severity is Severity.ERROR and one.code.startswith(options.show):
                paragraph = manuscript.paragraphs[one.paragraph]
                around = paragraph[max(0, one.start - 15) : one.end + 15]
                print(f"  {one.code} {one.text} | {around} | {one.message}")
    errors = sum(number for (_, level), number in counts.items() if level == "error")
    again = statistics.median(_again(path) for path in sorted((ROOT / "samples" / "speeches").glob("*.txt")))
    speed = size / spent / 1e6
    print(f"{len(texts)} documents ({where}), {characters} characters: {speed:.2f} MB/s (target {SPEED})")
    print(f"a speech checked anew after a change of one paragraph: {again:.1f} ms (target {AGAIN_MS})")
    print(f"error-level findings: {errors}, {errors / characters * 20000:.2f} in 20,000 characters")
    for (code, level), number in sorted(counts.items()):
        print(f"  {code} {level:8} {number}")
    peers = _peers(texts)
    for name, rate in peers.items():
        print(f"peer {name}: {rate:.2f} MB/s, drafter check {speed / rate:.2f} of it")
    report = {
        "mb_per_s": speed,
        "again_ms": again,
        "errors": errors,
        "characters": characters,
        "peers": peers,
    }
    if options.json:
        rules = {f"{code} {level}": number for (code, level), number in counts.items()}
        options.json.write_text(json.dumps({**report, "rules": rules}, indent=1) + "\n")
    return 0 if speed >= SPEED and again <= AGAIN_MS else 1


def _again(path: Path) -> float:
    """Milliseconds of a second check of a speech whose middle paragraph was changed."""
    checker = Checker()
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    checker.check(manuscript_of(lines, ""))
    middle = len(lines) // 2
    lines[middle] += "要抓好落实。"
    start = time.perf_counter()
    checker.check(manuscript_of(lines, ""))
    return (time.perf_counter() - start) * 1000


def _peers(texts: list[str]) -> dict[str, float]:
    """MB/s of the peers that are installed."""
    found: dict[str, float] = {}
    sample = texts[:40]
    size = sum(len(text.encode()) for text in sample) / 1e6
    try:
        import autocorrect_py  # type: ignore[import-not-found]
    except ImportError:
        print("peer autocorrect is not installed (pip install autocorrect-py)")
    else:
        start = time.perf_counter()
        for text in sample:
            autocorrect_py.lint_for(text, "text")
        found["autocorrect"] = size / (time.perf_counter() - start)
    return found


if __name__ == "__main__":
    sys.exit(main())
