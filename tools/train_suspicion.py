"""Make phrasebank/masking/suspicion/weights.npz from the labelled speeches, and score it.

``.venv/bin/python tools/train_suspicion.py`` learns from two thirds of samples/labelled (every third file,
its number divisible by three, is held out), from the same speeches with other names put in, and from the
built-in bank, which names nothing. ``--reports FILE`` (JSON lines, gzip, key ``text``) adds sentences of real
reports in which the rules find nothing; the weights of the package were made with it. ``--cross N`` trains N
times without one part of the speeches each and scores the masks of that part instead of writing. The same
texts give the same bytes on one machine.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rjieba
from numpy.typing import NDArray
from score_masking import Judged, Tally, judge, masks, report
from suspicion_examples import NOTHING, Example, example_of, marked, renamed

from phrasebank.builtin import load_builtin
from phrasebank.labelled import LabelledSpeech, read_labelled
from phrasebank.masking.finding import find_rules
from phrasebank.masking.span import Span
from phrasebank.masking.suspicion.features import BITS, Looks
from phrasebank.masking.suspicion.weights import CLASSES, WEIGHTS_FILE, load_file
from phrasebank.masking.tokens import Tokens, is_word
from phrasebank.mining import About
from phrasebank.vocabulary import SLOT_PATTERN

FOLDER = Path(__file__).parent.parent / "samples" / "labelled"
NAMES = Path(__file__).with_name("suspicion_names.txt")
SEED = 20261125
RENAMED, EPOCHS, BATCH, RATE, SHRINK, SEEN, REPORTS_WEIGHT, REPORTS_SIZE = (
    6,
    4,
    512,
    0.3,
    2e-3,
    3,
    0.5,
    600_000,
)
"""Copies with other names, passes, examples a step, step size, pull to zero, how often a look has to be seen,
weight and characters of reports: by cross-validation."""

Table = tuple[NDArray[np.int32], NDArray[np.uint8]]
"""Rows of the looks of each character, and its class."""


def main() -> int:
    """Train and write, or cross-validate."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=Path)
    parser.add_argument("--extra", type=Path, action="append", default=[], help="further labelled folders")
    parser.add_argument("--cross", type=int, default=0, metavar="N")
    parser.add_argument("--kept", type=Path, help="folder for the weights of each part")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("-o", "--output", type=Path, default=WEIGHTS_FILE)
    options = parser.parse_args()
    paths = [path for path in sorted(FOLDER.glob("*.txt")) if int(path.name.partition("-")[0]) % 3]
    paths += [path for folder in options.extra for path in sorted(folder.glob("*.txt"))]
    speeches = [read_labelled(path) for path in paths]
    families = [family(speech, number) for number, speech in enumerate(speeches)]
    others = [table_of(bank())]
    weights = [1.0]
    if options.reports:
        others.append(table_of(ordinary(options.reports)))
        weights.append(REPORTS_WEIGHT)
    if not options.cross:
        write(options.output, *fit([one for each in families for one in each] + others, weights))
        print(f"{options.output}: {options.output.stat().st_size} bytes")
        return 0
    judged: list[Judged] = []
    tally = Tally()
    folder = options.kept or Path()
    for part in range(options.cross):
        path = folder / f"part-{part}.npz"
        rest = [one for n, each in enumerate(families) if n % options.cross != part for one in each]
        if not (options.kept and path.exists()):
            write(path, *fit(rest + others, weights))
        for number, speech in enumerate(speeches):
            if number % options.cross == part:
                spans = masks(speech, load_file(path))
                judged += judge(speech, spans)
                tally = tally.plus(speech, spans)
    report(judged, quiet=options.quiet)
    print(tally)
    return 0


def family(speech: LabelledSpeech, number: int) -> list[Table]:
    """A speech and the same with other names."""
    paragraphs = marked(speech)
    copies = (renamed(paragraphs, SEED + 100 * number + copy, NAMES) for copy in range(RENAMED))
    return [table_of(example_of(each)) for each in (paragraphs, *copies)]


def bank() -> Example:
    """The built-in phrases without their slots."""
    text = "\n".join(SLOT_PATTERN.sub("", phrase.text) for phrase in load_builtin())
    return Example(text, bytes(len(text)))


_NAMES = frozenset(("ns", "nt", "nz", "nr", "nrt", "nrfg", "j"))
_OFTEN = 1000
"""Words the dictionary met so often are no names by themselves."""


def ordinary(path: Path) -> Example:
    """Paragraphs of every other report. Sentences in which no rule finds anything teach that they name nothing,
    but for what the tokeniser takes for a name; of the others only frequent words among frequent words do."""  # noqa: E501
    chosen = random.Random(SEED)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        reports = [json.loads(line)["text"] for number, line in enumerate(lines) if number % 2 == 0]
    chosen.shuffle(reports)
    texts: list[str] = []
    classes = bytearray()
    for report_text in reports:
        paragraphs = [line for line in report_text.split("\n") if len(line) > 10]
        paragraphs = chosen.sample(paragraphs, min(len(paragraphs), 25))
        for paragraph, spans in zip(paragraphs, find_rules(paragraphs, About()), strict=True):
            texts.append(paragraph + "\n")
            classes += taught(paragraph, spans) + b"\0"
        if len(classes) > REPORTS_SIZE:
            break
    return Example("".join(texts), bytes(classes))


def taught(paragraph: str, spans: Sequence[Span]) -> bytes:
    """The class of each character of a paragraph of a report: nothing, or not told."""
    classes = bytearray(len(paragraph))
    tokens = Tokens(paragraph)
    masked = bytearray(len(paragraph))
    for span in spans:
        masked[span.start : span.end] = b"\1" * (span.end - span.start)
    plain = bytearray(len(paragraph))
    for match in re.finditer("[^。！？；]+[。！？；]*", paragraph):
        start, end = match.span()
        if not any(masked[start:end]) and not re.search("[0-9]", match[0]):
            plain[start:end] = b"\1" * (end - start)
    often = [common(word, tag) for word, tag in zip(tokens.words, tokens.tags, strict=True)]
    for number, (word, tag) in enumerate(zip(tokens.words, tokens.tags, strict=True)):
        start = tokens.starts[number]
        if plain[start]:
            told = tag not in _NAMES
        else:
            told = all(often[max(number - 1, 0) : number + 2]) and not masked[start]
        if not told:
            classes[start : start + len(word)] = bytes([NOTHING]) * len(word)
    return bytes(classes)


def common(word: str, tag: str) -> bool:
    """Whether a word is a frequent one, or a mark."""
    return not "一" <= word[0] <= "鿿" or (
        tag not in _NAMES and rjieba.suggest_freq(word) > _OFTEN and is_word(word)
    )


def table_of(example: Example) -> Table:
    """The looks and the class of each character."""
    looks = Looks(example.text, Tokens(example.text)).rows(np.arange(len(example.text)))
    rows = np.stack([look.astype(np.int32) for look in looks], axis=1)
    return rows, np.frombuffer(example.classes, np.uint8)


def fit(
    tables: Sequence[Table], last: Sequence[float]
) -> tuple[NDArray[np.float32], NDArray[np.float32], str]:
    """Learn weights by stochastic gradient descent (softmax, Adagrad).

    Arguments:
        tables: examples.
        last: weights of the last of the tables; those before weigh 1.

    Returns:
        weights of the looks (rows, classes), weights of the classes, digest of the examples.
    """
    each = [1.0] * (len(tables) - len(last)) + list(last)
    rows = np.concatenate([table[0] for table in tables])
    kinds = np.concatenate([table[1] for table in tables])
    weigh = np.concatenate(
        [np.full(len(table[1]), weight, np.float32) for table, weight in zip(tables, each, strict=True)]
    )
    digest = hashlib.sha256(rows.tobytes() + kinds.tobytes() + weigh.tobytes()).hexdigest()
    told = kinds != NOTHING
    rows, kinds, weigh = rows[told], kinds[told], weigh[told]
    seldom = np.bincount(rows.ravel(), minlength=1 << BITS) < SEEN
    rows = np.where(seldom[rows], 1 << BITS, rows).astype(np.int32)
    count = len(CLASSES)
    table = np.zeros(((1 << BITS) + 1, count), np.float32)
    past = np.full_like(table, 1e-8)
    start = np.zeros(count, np.float32)
    target = np.eye(count, dtype=np.float32)
    chosen = np.random.default_rng(SEED)
    for epoch in range(EPOCHS):
        order = chosen.permutation(len(rows))
        rate = RATE / (1 + epoch / 2)
        for begin in range(0, len(order), BATCH):
            some = order[begin : begin + BATCH]
            seen = rows[some]
            scores = table[seen].sum(axis=1) + start
            scores -= scores.max(axis=1, keepdims=True)
            chance = np.exp(scores)
            chance /= chance.sum(axis=1, keepdims=True)
            slope = (chance - target[kinds[some]]) * weigh[some, None]
            flat = seen.ravel()
            sort = np.argsort(flat, kind="stable")
            flat = flat[sort]
            first = np.flatnonzero(np.concatenate([[True], flat[1:] != flat[:-1]]))
            touched = flat[first]
            step = np.add.reduceat(slope[sort // seen.shape[1]], first, axis=0) + SHRINK * table[touched]
            past[touched] += step * step
            table[touched] -= rate * step / np.sqrt(past[touched])
            table[-1] = 0
            start -= 0.02 * slope.mean(axis=0)
    return table[:-1], start, digest


def write(path: Path, table: NDArray[np.float32], start: NDArray[np.float32], digest: str) -> None:
    """Write weights as small whole numbers."""
    step = 3.0 / 127
    small = np.clip(np.rint(table / step), -127, 127).astype(np.int8)
    rows = np.flatnonzero((np.abs(small) > 3).any(axis=1))
    gaps = np.diff(rows, prepend=0).astype(np.uint16)
    np.savez_compressed(
        path, gaps=gaps, weights=small[rows], start=start, step=np.float32(step), digest=np.array(digest)
    )


if __name__ == "__main__":
    sys.exit(main())
