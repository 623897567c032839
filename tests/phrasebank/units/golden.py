"""Golden pairs of the miner: ``tests/golden/mine/*.txt`` and the phrases that are mined from each.

``python -m tests.phrasebank.units.golden`` writes the phrases anew; the difference is read by a
person before it is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from drafter.mine.document import mine_document
from drafter.mine.raw import Raw, digest_of
from phrasebank.errors import Problem

FOLDER = Path(__file__).parents[2] / "golden" / "mine"


def mine_golden(text: Path) -> str:
    """What is mined from one text, a line a phrase: place, unit, move, words, and what they go with."""
    data = text.read_bytes()
    mined = mine_document(Raw(text.name, data, digest_of(data), len(data)))
    assert not isinstance(mined, Problem), mined
    about = mined.about
    lines = [f"# {about.kind} · {'、'.join(about.topics)} · {about.level} · {about.place}"]
    lines += [
        "\t".join(
            (
                f"{found.paragraph}:{found.start}-{found.end}",
                found.unit,
                found.move,
                found.text,
                f"{found.quality:.2f}",
                "、".join(found.themes),
                found.family,
                "；".join(found.doubts),
            )
        ).rstrip()
        for found in mined.found
    ]
    return "\n".join(lines) + "\n"


def refresh(folder: Path = FOLDER) -> list[Path]:
    """Write the phrases of every text that is mined differently now; return the files written."""
    written = []
    for text in sorted(folder.glob("*.txt")):
        golden, now = text.with_suffix(".tsv"), mine_golden(text)
        if not golden.exists() or golden.read_text(encoding="utf-8") != now:
            golden.write_text(now, encoding="utf-8")
            written.append(golden)
    return written


if __name__ == "__main__":
    for path in refresh():
        print(path)
    sys.exit(0)
