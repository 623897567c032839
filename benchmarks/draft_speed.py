"""How long does a draft of 3,000 characters take, with its twenty candidates and the built-in bank?

Cold: a whole ``drafter draft`` to Word, as a writer starts it. Warm: the composing alone, in a process that
has drafted before, each time with another seed. Each example brief is asked for 3,000 characters. One
candidate instead of twenty is drafted beside it, to show what the choosing costs.

    python -m benchmarks.draft_speed [--runs N] [--json FILE]

Targets (medians of wall time over all example briefs): 1.5 s cold, 150 ms warm.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.cold_start import DRAFTER, ROOT, run

LENGTH = 3000
COLD_MS, WARM_MS = 1500.0, 150.0


def cold(briefs: list[Path], runs: int) -> list[float]:
    """Wall milliseconds of whole processes, the briefs in turn."""
    with tempfile.TemporaryDirectory() as scratch:
        out = str(Path(scratch) / "speech.docx")
        command = [*DRAFTER, "draft", str(briefs[0]), "--length", str(LENGTH), "-o", out, "--force"]
        run(command)
        taken = []
        for number in range(runs):
            command[len(DRAFTER) + 1] = str(briefs[number % len(briefs)])
            taken.append(run(command)[0])
    return taken


def warm(briefs: list[Path], runs: int, candidates: int) -> tuple[list[float], list[int]]:
    """Wall milliseconds and characters of drafts composed after a first one of the same brief."""
    from drafter.brief import load_brief
    from drafter.compose import compose_draft, kind_names
    from phrasebank.banks import load_banks

    bank = load_banks([])
    taken, characters = [], []
    for path in briefs:
        brief = load_brief(path, known_kinds=kind_names())
        compose_draft(brief, bank, seed=0, length=LENGTH, candidates=candidates)
        for seed in range(1, runs + 1):
            start = time.perf_counter()
            draft = compose_draft(brief, bank, seed=seed, length=LENGTH, candidates=candidates)
            taken.append((time.perf_counter() - start) * 1000)
            characters.append(draft.length)
    return taken, characters


def main() -> int:
    """Measure, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="warm drafts of each brief")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    briefs = sorted((ROOT / "samples" / "briefs").glob("*.yaml"))
    cold_ms = statistics.median(cold(briefs, len(briefs)))
    twenty, characters = warm(briefs, options.runs, 20)
    single, _ = warm(briefs, options.runs, 1)
    warm_ms, single_ms = statistics.median(twenty), statistics.median(single)
    print(f"{len(briefs)} briefs, asked for {LENGTH} characters, {statistics.median(characters):.0f} written")
    print(f"  cold drafter draft to Word   {cold_ms:7.0f} ms   target {COLD_MS:.0f}")
    print(
        f"  warm, 20 candidates          {warm_ms:7.0f} ms   target {WARM_MS:.0f}   slowest {max(twenty):.0f}"
    )
    print(f"  warm, 1 candidate            {single_ms:7.0f} ms   ratio {warm_ms / single_ms:.1f}")
    report = {
        "benchmark": "draft_speed",
        "briefs": len(briefs),
        "asked": LENGTH,
        "characters": statistics.median(characters),
        "cold_ms": round(cold_ms, 1),
        "warm_ms": round(warm_ms, 1),
        "warm_slowest_ms": round(max(twenty), 1),
        "warm_one_candidate_ms": round(single_ms, 1),
    }
    print(json.dumps(report, ensure_ascii=False))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if cold_ms <= COLD_MS and warm_ms <= WARM_MS else 1


if __name__ == "__main__":
    sys.exit(main())
