"""How well a parsed speech agrees with its hand-made truth.

``score`` compares two JSON forms of contract 3 and knows nothing of the parser. Run as
``python -m tests.golden.score [DIR] [--why]`` it reads every text of a folder and prints a table.
What counts and what does not is written in truth/README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

__all__ = ["FIELDS", "Ratio", "Scores", "Totals", "main", "outline", "score", "score_folder", "total"]

TRUTH = Path(__file__).parent / "truth"
TEXTS = (".txt", ".md", ".html")
HEAD_FIELDS = ("title", "subtitle", "speaker", "date", "salutation")
FIELDS = (*HEAD_FIELDS, "opening", "closing", "announced", "anomalies", "enumerations")

FULL_TO_HALF = str.maketrans("（），；：．？！", "(),;:.?!")
FINAL = "。.：:；;，,、！!？?"

Json: TypeAlias = Mapping[str, Any]
Node: TypeAlias = tuple[int, str, str]
"""A unit of the outline: depth (1 = highest), marker, heading; both without final punctuation."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many of the wanted things were found, and how many were given altogether."""

    hits: int
    wanted: int
    given: int

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 1.0 where nothing was wanted."""
        return self.hits / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1.0 where nothing was wanted nor given."""
        return 2 * self.hits / (self.wanted + self.given) if self.wanted + self.given else 1.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.hits + other.hits, self.wanted + other.wanted, self.given + other.given)


@dataclass(frozen=True, slots=True)
class Scores:
    """One speech against its truth.

    Arguments:
        outline: units of the outline.
        paragraphs: body paragraphs found whole.
        right: each of FIELDS and whether it is right.
        why: one line for each disagreement, for the person who looks after it.
    """

    outline: Ratio
    paragraphs: Ratio
    right: Mapping[str, bool]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Totals:
    """Many speeches: units and paragraphs summed, fields as the share of speeches that have them right."""

    texts: int
    outline: Ratio
    paragraphs: Ratio
    right: Mapping[str, float]


def score(truth: Json, parsed: Json) -> Scores:
    """Compare a parsed speech with its truth.

    Arguments:
        truth: contract 3, made by hand.
        parsed: contract 3, as ``drafter.speech.as_json`` gives it.
    """
    wanted, given = Counter(outline(truth)), Counter(outline(parsed))
    body_wanted, body_given = Counter(_body(truth)), Counter(_body(parsed))
    readings = {name: (_reading(name, truth), _reading(name, parsed)) for name in FIELDS}
    why = [f"缺 {node}" for node in (wanted - given).elements()]
    why += [f"多 {node}" for node in (given - wanted).elements()]
    why += [f"段 {paragraph[:30]}…{paragraph[-12:]}" for paragraph in (body_wanted - body_given).elements()]
    why += [f"{name} 应为 {want!r}，读成 {got!r}" for name, (want, got) in readings.items() if want != got]
    return Scores(
        outline=Ratio((wanted & given).total(), wanted.total(), given.total()),
        paragraphs=Ratio((body_wanted & body_given).total(), body_wanted.total(), body_given.total()),
        right={name: want == got for name, (want, got) in readings.items()},
        why=tuple(why),
    )


def outline(speech: Json) -> list[Node]:
    """List the units of a speech in reading order, ready to compare."""
    return [
        (depth, _bare(unit["marker"]), _bare(unit["heading"])) for depth, unit in _units(speech["sections"])
    ]


def total(scores: Iterable[Scores]) -> Totals:
    """Sum the scores of several speeches."""
    every = tuple(scores)
    nothing = Ratio(0, 0, 0)
    return Totals(
        texts=len(every),
        outline=sum((one.outline for one in every), nothing),
        paragraphs=sum((one.paragraphs for one in every), nothing),
        right={name: sum(one.right[name] for one in every) / len(every) if every else 1.0 for name in FIELDS},
    )


def score_folder(folder: Path) -> dict[str, Scores]:
    """Read every text of a folder that has a truth and score it, by name.

    Errors: whatever the reader raises on a text; every text here must be readable.
    """
    from drafter.readers import read_speech
    from drafter.speech import as_json

    truths = sorted(path for path in folder.glob("*.json"))
    scores: dict[str, Scores] = {}
    for path in truths:
        text = next(path.with_suffix(suffix) for suffix in TEXTS if path.with_suffix(suffix).exists())
        truth: Json = json.loads(path.read_text(encoding="utf-8"))
        scores[path.stem] = score(truth, as_json(read_speech(text)))
    return scores


def _units(sections: Sequence[Json], depth: int = 1) -> Iterator[tuple[int, Json]]:
    for section in sections:
        yield depth, section
        yield from _units(section["sections"], depth + 1)


def _body(speech: Json) -> list[str]:
    return [_plain(paragraph) for _, unit in _units(speech["sections"]) for paragraph in unit["paragraphs"]]


def _reading(name: str, speech: Json) -> object:
    """One field in the form in which it is compared."""
    value = speech[name]
    match name:
        case "opening" | "closing":
            return tuple(_plain(paragraph) for paragraph in value)
        case "anomalies":
            return tuple(sorted({anomaly["code"] for anomaly in value}))
        case "enumerations":
            return tuple(sorted(tuple(_bare(marker) for marker in run) for run in value))
        case "announced":
            return value
        case _:
            return None if value is None else _plain(value)


def _plain(text: str) -> str:
    """Without white space; the dots of a truncated text in one form."""
    return re.sub(r"(\.{3,}|…+)", "…", re.sub(r"\s", "", text))


def _bare(text: str) -> str:
    """A heading or marker without white space, width and final punctuation."""
    return _plain(text).translate(FULL_TO_HALF).rstrip(FINAL)


def _print_table(scores: Mapping[str, Scores], *, why: bool) -> None:
    short = {"announced": "announ", "anomalies": "anomal", "enumerations": "enum", "salutation": "salut"}
    head = [short.get(name, name) for name in FIELDS]
    print(f"{'text':<34}{'F1':>6}{'paras':>7} ", *(f"{name:>8}" for name in head))
    for name, one in scores.items():
        marks = (f"{'·' if one.right[field] else 'X':>8}" for field in FIELDS)
        print(f"{name:<34}{one.outline.f1:>6.3f}{one.paragraphs.recall:>7.3f} ", *marks)
        for line in one.why if why else ():
            print(f"    {line}")
    sums = total(scores.values())
    shares = (f"{sums.right[field]:>8.3f}" for field in FIELDS)
    print(f"{f'{sums.texts} texts':<34}{sums.outline.f1:>6.3f}{sums.paragraphs.recall:>7.3f} ", *shares)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table of a folder; the exit code is 0 whatever the scores are."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden.score", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=TRUTH)
    parser.add_argument("--why", action="store_true", help="print every disagreement")
    options = parser.parse_args(arguments)
    _print_table(score_folder(options.folder), why=options.why)
    return 0


if __name__ == "__main__":
    sys.exit(main())
