"""Score masking on the labelled speeches: recall, precision, what is missed and what is masked for nothing.

    python tools/score_masking.py [--held-out | --train | --all] [--quiet] [FILE…]

Every third file (its number divisible by 3) is held out. A labelled specific counts as found where every
character of it is masked, as covered where besides the line it stands in bears a doubt; a mask counts as
right where it overlaps a labelled specific. Ordinary lines are those without a label. Each speech is masked
as the miner masks it, with what its own words say it is about.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from phrasebank.labelled import LabelledSpeech, as_document, marker_of, read_labelled
from phrasebank.masking import Span, describe, find_spans, frame
from phrasebank.masking.suspicion.weights import Weights
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import SLOT_PATTERN, slot_type

FOLDER = Path(__file__).parent.parent / "samples" / "labelled"
CONTEXT = 8


class Judged(NamedTuple):
    """One labelled specific (kind "label") or one mask (kind "mask"), and whether it is right."""

    kind: str
    type: str
    right: bool
    words: str
    context: str
    covered: bool = True


class Tally(NamedTuple):
    """Lines of speeches, those in doubt, and the same of lines without a label."""

    lines: int = 0
    doubted: int = 0
    ordinary: int = 0
    ordinary_doubted: int = 0

    def plus(self, speech: LabelledSpeech, spans: Sequence[Sequence[Span]]) -> Tally:
        """With the lines of a speech."""
        doubted = [any(span.doubt for span in found) for found in spans]
        plain = [not line.specifics for line in speech.lines]
        both = sum(one and other for one, other in zip(doubted, plain, strict=True))
        more = (len(doubted), sum(doubted), sum(plain), both)
        return Tally(*(one + other for one, other in zip(self, more, strict=True)))

    def __str__(self) -> str:
        return (
            f"{self.lines} lines, in doubt {self.doubted / max(self.lines, 1):.4f}; "
            f"{self.ordinary} ordinary, in doubt {self.ordinary_doubted / max(self.ordinary, 1):.4f}"
        )


def main() -> None:
    """Mask and score the files asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--quiet", action="store_true", help="numbers only")
    options = parser.parse_args()
    files = options.files or [
        path for path in sorted(FOLDER.glob("*.txt")) if options.all or held_out(path) == options.held_out
    ]
    judged: list[Judged] = []
    leaks: list[str] = []
    tally = Tally()
    for path in files:
        speech = read_labelled(path)
        spans = masks(speech)
        judged += judge(speech, spans)
        tally = tally.plus(speech, spans)
        for line, found in zip(speech.lines, spans, strict=True):
            framed = frame(line.text, found, len(marker_of(line.role, line.text)))
            hits = list(find_specifics(SLOT_PATTERN.sub("□", framed.text)))
            if hits and not framed.doubts:
                leaks.append(f"{hits[0].code} {hits[0].text}｜{framed.text}")
    report(judged, quiet=options.quiet)
    print(f"{len(files)} files, {tally}; past the gate: {len(leaks)}")
    if not options.quiet:
        print(*leaks, sep="\n")


def held_out(path: Path) -> bool:
    """Whether a file is kept for the last test."""
    number = re.match("[0-9]+", path.name)
    return number is not None and int(number[0]) % 3 == 0


def masks(speech: LabelledSpeech, weights: Weights | None = None) -> list[list[Span]]:
    """What is masked in each line of a speech."""
    document = as_document(speech)
    passages = document.passages
    found = find_spans([passage.text for passage in passages], describe(document), weights)
    lines: list[list[Span]] = []
    for line in speech.lines:
        shift = passages[line.paragraph].offset - line.start
        inside = (
            span._replace(start=max(span.start + shift, 0), end=min(span.end + shift, len(line.text)))
            for span in found[line.paragraph]
        )
        lines.append([span for span in inside if span.start < span.end])
    return lines


def judge(speech: LabelledSpeech, spans: Sequence[Sequence[Span]]) -> Iterator[Judged]:
    """Every label and every mask of a speech, judged."""
    for line, found in zip(speech.lines, spans, strict=True):
        shown = [span for span in found if not span.bare]
        masked = {at for span in shown for at in range(span.start, span.end)}
        labelled = {at for start, end, _ in line.specifics for at in range(start, end)}
        doubted = any(span.doubt for span in found)
        for start, end, kind in line.specifics:
            right = masked.issuperset(range(start, end))
            context = around(line.text, start, end)
            yield Judged("label", kind, right, line.text[start:end], context, right or doubted)
        for span in shown:
            right = not labelled.isdisjoint(range(span.start, span.end))
            words = line.text[span.start : span.end]
            context = around(line.text, span.start, span.end)
            yield Judged("mask", slot_type(span.slot).value, right, words, context)


def around(text: str, start: int, end: int) -> str:
    """Words with what stands around them."""
    return f"{text[max(start - CONTEXT, 0) : start]}[{text[start:end]}]{text[end : end + CONTEXT]}"


def report(judged: Sequence[Judged], *, quiet: bool) -> None:
    """Print the numbers by type and in all, then what is wrong."""
    count = Counter((one.kind, one.type, one.right) for one in judged)
    covered = Counter(one.type for one in judged if one.kind == "label" and one.covered)
    print(f"{'type':8} {'recall':>18} {'precision':>18} {'covered':>8}")
    for kind in [*sorted({one.type for one in judged}), "all"]:
        cells = []
        for side in ("label", "mask"):
            right, wrong = (
                sum(n for (k, t, r), n in count.items() if k == side and kind in ("all", t) and r == verdict)
                for verdict in (True, False)
            )
            share = f"{right / (right + wrong):.4f}" if right + wrong else "-"
            cells.append(f"{share} ({right}/{right + wrong})")
        labels = sum(one.kind == "label" and kind in ("all", one.type) for one in judged)
        part = covered.total() if kind == "all" else covered[kind]
        print(f"{kind:8} {cells[0]:>18} {cells[1]:>18} {part / max(labels, 1):>8.4f}")
    if not quiet:
        for one in judged:
            if not one.right:
                word = "masked" if one.kind == "mask" else "missed" if one.covered else "LEAKED"
                print(word, one.type, one.context)


if __name__ == "__main__":
    main()
