"""Golden pairs of the parser: ``tests/golden/parse/*.txt`` and the JSON that is read from each.

``python -m tests.speech.golden`` writes the JSON anew; the difference is read by a person before it
is committed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from drafter.speech import as_json, parse_speech

FOLDER = Path(__file__).parents[1] / "golden" / "parse"


def read_golden(text: Path) -> str:
    """The JSON of one text, as its golden file holds it."""
    paragraphs = text.read_text(encoding="utf-8").split("\n")
    return json.dumps(as_json(parse_speech(paragraphs)), ensure_ascii=False, indent=1) + "\n"


def refresh(folder: Path = FOLDER) -> list[Path]:
    """Write the JSON of every text that reads differently now; return the files written."""
    written = []
    for text in sorted(folder.glob("*.txt")):
        golden, now = text.with_suffix(".json"), read_golden(text)
        if not golden.exists() or golden.read_text(encoding="utf-8") != now:
            golden.write_text(now, encoding="utf-8")
            written.append(golden)
    return written


if __name__ == "__main__":
    for path in refresh():
        print(path)
    sys.exit(0)
