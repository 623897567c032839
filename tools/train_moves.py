"""Make phrasebank/moves/model.npz from the labelled speeches, and score it.

``.venv/bin/python tools/train_moves.py`` learns from two thirds of samples/labelled, the single lines of
phrasebank/moves/training/lines.tsv and the built-in bank, scores the moves it then finds in the held-out
third, and writes the model. The same texts give the same bytes on one machine. Of every three labelled
files the third (number divisible by three) is held out. ``--labelled DIR`` adds an office's own speeches to
learn from, ``-o FILE`` writes elsewhere.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from phrasebank.builtin import load_builtin
from phrasebank.errors import CodedError
from phrasebank.labelled import read_labelled
from phrasebank.moves.classifier import judge
from phrasebank.moves.training.examples import REPORT_FILE, Example, example_of, lone_examples, read_lines
from phrasebank.moves.training.fit import digest_of, fit, write_weights
from phrasebank.moves.training.scoring import Scores, score
from phrasebank.moves.weights import MODEL_FILE, Weights, load_file

LABELLED = Path(__file__).parents[1] / "samples" / "labelled"
BANK_WEIGHT, LINES_WEIGHT, REPORT_WEIGHT = (
    0.5,
    1.0,
    0.4,
)  # by cross-validation, as the numbers in training/fit.py
EVERY = 3


def held_out(path: Path) -> bool:
    """Whether a labelled file is for testing only."""
    return int(path.name.partition("-")[0]) % EVERY == 0


def read_held_out() -> list[Example]:
    """The held-out speeches, their specifics masked as labelled."""
    return [example_of(read_labelled(path)) for path in sorted(LABELLED.glob("*.txt")) if held_out(path)]


def score_held_out(weights: Weights, speeches: Sequence[Example]) -> Scores:
    """Score the moves found in the held-out speeches."""
    pairs: list[tuple[str, str]] = []
    for speech in speeches:
        judged = judge(speech.lines, weights)
        pairs += zip(speech.moves, (each.move for each in judged), strict=True)
    return score(pairs)


def main() -> int:
    """Train, write, score; 2 where a labelled file is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--labelled", type=Path, action="append", default=[], metavar="DIR")
    parser.add_argument("-o", "--output", type=Path, default=MODEL_FILE, metavar="FILE")
    options = parser.parse_args()
    try:
        tests = read_held_out()
        files = [path for path in sorted(LABELLED.glob("*.txt")) if not held_out(path)]
        files += [path for folder in options.labelled for path in sorted(folder.glob("*.txt"))]
        speeches = [example_of(read_labelled(path)) for path in files]
        speeches.append(replace(example_of(read_labelled(REPORT_FILE)), weight=REPORT_WEIGHT))
        bank = [(phrase.unit, phrase.move, phrase.text) for phrase in load_builtin()]
        lone = [*lone_examples(bank, BANK_WEIGHT), *lone_examples(read_lines(), LINES_WEIGHT)]
        fitted = fit(speeches, lone)
        write_weights(fitted, digest_of(files), options.output, force=True)
        print_scores(score_held_out(load_file(options.output), tests))
    except CodedError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2
    return 0


def print_scores(scores: Scores) -> None:
    """Print a table, a move a line."""
    print(f"{'move':22}{'precision':>10}{'recall':>8}{'F1':>7}{'lines':>7}")
    for move, each in scores.moves.items():
        print(f"{move:22}{each.precision:10.2f}{each.recall:8.2f}{each.f1:7.2f}{each.labelled:7}")
    total = sum(each.labelled for each in scores.moves.values())
    print(f"{'macro F1':22}{scores.macro_f1:25.3f}{total:7}\n{'accuracy':22}{scores.accuracy:25.3f}")


if __name__ == "__main__":
    sys.exit(main())
