"""Run every benchmark in a process of its own and keep the figures in benchmarks/results/."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

RESULTS = Path(__file__).with_name("results")
BENCHMARKS = (
    "parse_speed",
    "docx_speed",
    "cold_start",
    "draft_speed",
    "mine_speed",
    "phrase_extraction",
    "bank_speed",
    "check_speed",
    "check_planted",
    "reading_corpus",
    "hostile",
)


def main() -> int:
    """Run all, or those that are named; 1 when a target is missed."""
    RESULTS.mkdir(exist_ok=True)
    missed = []
    for name in sys.argv[1:] or BENCHMARKS:
        print(f"\n=== {name}", flush=True)
        command = [sys.executable, "-m", f"benchmarks.{name}", "--json", str(RESULTS / f"{name}.json")]
        if subprocess.run(command, cwd=RESULTS.parents[1], check=False).returncode:
            missed.append(name)
    print(f"\ntargets missed: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
