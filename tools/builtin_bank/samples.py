"""Our own sample speeches: their words, and what their lists and heads say of them."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

from phrasebank.labelled import read_labelled

__all__ = ["LABELLED", "ROOT", "SPEECHES", "Sample", "read_samples"]

ROOT = Path(__file__).parents[2]
SPEECHES, LABELLED = "speeches", "labelled"
"""The folders under samples/; a sample is called folder/name in the bank."""


class Sample(NamedTuple):
    """A sample speech.

    Arguments:
        file: folder and name (speeches/12-yigongti.txt).
        kind, topic, level, place: as INDEX-*.tsv or the head of a labelled speech has them; "" where
            neither names the file.
        text: plain words, a line a paragraph.
    """

    file: str
    kind: str
    topic: str
    level: str
    place: str
    text: str


def read_samples(folder: Path = ROOT / "samples") -> tuple[Sample, ...]:
    """Read all samples, sorted by file.

    Raises:
        CodedError: a labelled speech is wrong (``read_labelled``).
    """
    listed = _listed(folder / SPEECHES)
    samples = []
    for path in (folder / SPEECHES).glob("*.txt"):
        row = listed.get(path.name, {})
        kind, topic, level, place = (row.get(key, "") for key in ("kind", "topic", "level", "place"))
        text = path.read_text("utf-8")
        samples.append(Sample(f"{SPEECHES}/{path.name}", kind, topic, level, place, text))
    samples += [_labelled(path) for path in (folder / LABELLED).glob("*.txt")]
    return tuple(sorted(samples))


def _listed(folder: Path) -> dict[str, dict[str, str]]:
    rows: dict[str, dict[str, str]] = {}
    for path in sorted(folder.glob("INDEX-*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                rows[row["file"]] = row
    return rows


def _labelled(path: Path) -> Sample:
    speech = read_labelled(path)
    paragraphs: dict[int, str] = {}
    for line in speech.lines:
        paragraphs[line.paragraph] = paragraphs.get(line.paragraph, "") + line.text
    text = "\n".join(paragraphs.values()) + "\n"
    return Sample(f"{LABELLED}/{path.name}", speech.kind, speech.topic, speech.level, speech.place, text)
