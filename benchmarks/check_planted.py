"""Of errors planted into clean speeches, how many are found, and does the fix give the speech back?

    python -m benchmarks.check_planted [--trials N] [--seed N] [--json FILE]

For every rule whose finding is an error: a clean speech of ours, one error in it, checked before and after.
Target: recall at least 0.97; what --fix changes is the clean speech again.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from random import Random

from benchmarks.planting import PLANTERS
from drafter.check import Checker, Finding, Options, manuscript_of, mended, rule_of, without_overlaps

ROOT = Path(__file__).parents[1]
TARGET = 0.97
#: The day of all speeches, so that what is computed from it is the same every day.
DAY = dt.date(2026, 3, 2)


def main() -> int:
    """Plant, check, mend, print; 1 where the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=40, help="errors planted for each rule")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    speeches = [paragraphs_of(path) for path in sorted((ROOT / "samples" / "speeches").glob("*.txt"))]
    rows = [_row(name, speeches, options.trials, Random(f"{options.seed}{name}")) for name in PLANTERS]
    planted, found = sum(row["planted"] for row in rows), sum(row["found"] for row in rows)
    mendable = sum(row["mendable"] for row in rows)
    restored = sum(row["restored"] for row in rows)
    for row in rows:
        mark = "" if row["found"] >= TARGET * row["planted"] else "  <<"
        print(
            f"{row['rule']:8} planted {row['planted']:3}  found {row['found']:3}"
            f"  restored {row['restored']:3} of {row['mendable']:3}{mark}"
        )
    print(f"recall {found / planted:.4f} of {planted} (target {TARGET}); restored {restored} of {mendable}")
    report = {"recall": found / planted, "planted": planted, "restored": restored, "mendable": mendable}
    if options.json:
        options.json.write_text(json.dumps({**report, "rows": rows}, ensure_ascii=False, indent=1) + "\n")
    return 0 if found >= TARGET * planted else 1


def paragraphs_of(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").split("\n") if line.strip()]


def _row(name: str, speeches: list[list[str]], trials: int, random: Random) -> dict[str, int | str]:
    code = name[:4]
    checker = Checker(Options(select=(code,)))
    row = {"planted": 0, "found": 0, "mendable": 0, "restored": 0}
    for _ in range(trials * 6):
        if row["planted"] == trials:
            break
        planted = PLANTERS[name](random.choice(speeches), random)
        if planted is None:
            continue
        before = _found(checker, planted.clean)
        after = _found(checker, planted.wrong)
        new = [
            one
            for one in after
            if (one.code, one.text, one.message) not in {(b.code, b.text, b.message) for b in before}
        ]
        row["planted"] += 1
        row["found"] += any(one.code == code for one in new)
        rule = rule_of(code)
        if rule and rule.certain and new and all(one.certain for one in new):
            row["mendable"] += 1
            row["restored"] += mended(planted.wrong, without_overlaps(new)) == planted.clean
    return {"rule": name, **row}


def _found(checker: Checker, paragraphs: list[str]) -> list[Finding]:
    return checker.check(manuscript_of(paragraphs, "", date=DAY))


if __name__ == "__main__":
    sys.exit(main())
