"""Punctuation errors planted into clean speeches: what does each checker give back, and what does it spoil?

    python -m benchmarks.check_peers [--trials N] [--json FILE]

Peers, where they are installed: autocorrect (PyPI ``autocorrect-py``), zhlint (npm; NODE_PATH leads to it).
Both format text for the web, not for the standard of official documents; what they do not know they leave.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks.check_planted import DAY, ROOT, paragraphs_of
from benchmarks.planting import PLANTERS
from drafter.check import Checker, Options, manuscript_of, mended, without_overlaps

Mend = Callable[[list[str]], list[str]]
#: The peers know punctuation and widths; figures, words and structure are nobody else's.
_CODES = ("P004", "P005", "P007", "P008", "P009", "P011", "P012", "P013", "P014", "N008")
#: As often as --fix goes over a text.
_PASSES = 3
_SCRIPT = """
const {run} = require('zhlint');
const fs = require('fs');
const lines = JSON.parse(fs.readFileSync(process.argv[1], 'utf8'));
const mend = line => { try { return run(line, {rules: {preset: 'default'}}).result } catch { return line } };
fs.writeFileSync(process.argv[2], JSON.stringify(lines.map(mend)));
"""


def main() -> int:
    """Plant, let each mend, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    speeches = [paragraphs_of(path) for path in sorted((ROOT / "samples" / "speeches").glob("*.txt"))]
    cases = []
    for code in _CODES:
        random = Random(f"peers{code}")
        made = (PLANTERS[code](random.choice(speeches), random) for _ in range(options.trials * 4))
        cases += [(code, planted) for planted in made if planted][: options.trials]
    clean = [text for speech in speeches for text in speech]
    report = {}
    for name, mend in _menders().items():
        given = mend([planted.wrong[planted.paragraph] for _, planted in cases])
        back = sum(
            new == planted.clean[planted.paragraph] for (_, planted), new in zip(cases, given, strict=True)
        )
        spoilt = sum(new != old for new, old in zip(mend(clean), clean, strict=True))
        report[name] = {"restored": back, "of": len(cases), "clean_changed": spoilt, "clean": len(clean)}
        print(
            f"{name:12} gives back {back} of {len(cases)}; changes {spoilt} of {len(clean)} clean paragraphs"
        )
    if options.json:
        options.json.write_text(json.dumps(report, indent=1) + "\n")
    return 0


def _menders() -> dict[str, Mend]:
    found: dict[str, Mend] = {"drafter": _ours}
    try:
        import autocorrect_py
    except ImportError:
        print("autocorrect is not installed (pip install autocorrect-py)")
    else:
        found["autocorrect"] = lambda lines: [autocorrect_py.format(line) for line in lines]
    if shutil.which("node") and os.environ.get("NODE_PATH"):
        found["zhlint"] = _zhlint
    else:
        print("zhlint is not installed (npm install zhlint; NODE_PATH=…/node_modules)")
    return found


def _ours(lines: list[str]) -> list[str]:
    checker = Checker(Options(select=("P", "N")))
    given = []
    for line in lines:
        # A salutation is one by what stands around it.
        around = ["在全市工作会议上的讲话", line, "今天开会。"] if len(line) < 12 else [line]
        place = around.index(line)
        for _ in range(_PASSES):
            found = without_overlaps(checker.check(manuscript_of(around, "", date=DAY)))
            around = mended(around, found)
        given.append(around[place])
    return given


def _zhlint(lines: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as scratch:
        given_to, back = Path(scratch) / "in.json", Path(scratch) / "out.json"
        given_to.write_text(json.dumps(lines), "utf-8")
        subprocess.run(["node", "-e", _SCRIPT, str(given_to), str(back)], capture_output=True, check=True)
        given: list[str] = json.loads(back.read_text("utf-8"))
    return given


if __name__ == "__main__":
    sys.exit(main())
