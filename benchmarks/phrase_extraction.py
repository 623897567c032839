"""Phrases out of 20 MB of text: ours against two ways that people take, in one run on the same text.

    ours       phrasebank.counting: rjieba, n-grams level by level, NPMI, branching entropy, edges trimmed
    gensim     jieba.cut, then gensim's Phrases twice (bigrams, then bigrams of these), NPMI ≥ 0.3
    posseg     jieba.posseg, then a Counter of runs of 2 to 4 nouns, verbs and adjectives

Each is a process of its own that reads the same clauses from a file and prints the seconds that
tokenising and counting took; starting up is left out. ``--lists FOLDER`` writes the first 200 phrases
of each, and ``blind.csv``: all of them shuffled together, without saying whose they are, for a
person to mark (docs/phrase-quality.md); ``key.csv`` says whose.

    python -m benchmarks.phrase_extraction [--megabytes 20] [--lists FOLDER] [--json FILE]

Target: ours at least 8 times as fast as either.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import documents

AT_LEAST_TIMES = 8.0
TOP = 200
FEWEST = 5
SHORTEST = 4
_HAN = re.compile("[一-鿿]+")
_CLAUSE = re.compile(r"[。！？；，、：\n“”《》（）]")


def write_clauses(path: Path, megabytes: float) -> str:
    """One document a line, its clauses parted by tabs; where the text is from."""
    source, batch = documents(megabytes)
    with path.open("w", encoding="utf-8") as lines:
        for document in batch:
            clauses = (_HAN.findall(clause) for clause in _CLAUSE.split(document.decode()))
            lines.write("\t".join(run for runs in clauses for run in runs) + "\n")
    return source


def read_clauses(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def ours(texts: list[list[str]]) -> list[str]:
    from phrasebank.counting import count_phrases, tokenize

    # A speech at a time, its clauses parted by a mark: marks end clauses for the counting.
    tokenised = [[tokenize("，".join(clauses))] for clauses in texts]
    return [phrase.text for phrase in count_phrases(tokenised)]


def gensim(texts: list[list[str]]) -> list[str]:
    import jieba
    from gensim.models.phrases import Phrases

    sentences = [jieba.lcut(clause) for clauses in texts for clause in clauses]
    first = Phrases(sentences, min_count=FEWEST, threshold=0.3, scoring="npmi", delimiter="_")
    second = Phrases(first[sentences], min_count=FEWEST, threshold=0.3, scoring="npmi", delimiter="_")
    counts = Counter({phrase: second.vocab[phrase] for phrase in second.export_phrases()})
    counts.update({phrase: first.vocab[phrase] for phrase in first.export_phrases() if phrase not in counts})
    return [phrase.replace("_", "") for phrase, _ in counts.most_common()]


def posseg(texts: list[list[str]]) -> list[str]:
    from jieba import posseg as tagger

    counts: Counter[str] = Counter()
    for clauses in texts:
        for clause in clauses:
            counts.update(_runs([(pair.word, pair.flag) for pair in tagger.lcut(clause)]))
    return [phrase for phrase, count in counts.most_common() if count >= FEWEST]


def _runs(words: list[tuple[str, str]]) -> Iterator[str]:
    for size, start in itertools.product((2, 3, 4), range(len(words))):
        run = words[start : start + size]
        if len(run) == size and all(tag[0] in "nva" for _, tag in run):
            yield "".join(word for word, _ in run)


WAYS = {"ours": ours, "gensim": gensim, "posseg": posseg}


def run_one(way: str, path: Path, found: Path) -> None:
    """In a process of its own: load, time, write the phrases."""
    texts = read_clauses(path)
    WAYS[way]([clauses[:50] for clauses in texts[:2]])  # loads what is loaded once
    start = time.process_time()
    phrases = WAYS[way](texts)
    seconds = time.process_time() - start
    long_enough = [phrase for phrase in phrases if len(phrase) >= SHORTEST]
    found.write_text(json.dumps({"seconds": seconds, "count": len(long_enough), "top": long_enough[:TOP]}))


def write_lists(folder: Path, tops: dict[str, list[str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    owners: dict[str, list[str]] = {}
    for way, top in tops.items():
        for phrase in top:
            owners.setdefault(phrase, []).append(way)
    shuffled = sorted(owners)
    random.Random(200).shuffle(shuffled)
    for name, rows in (
        ("blind.csv", [(phrase, "") for phrase in shuffled]),
        ("key.csv", [(phrase, "+".join(owners[phrase])) for phrase in shuffled]),
    ):
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)


def main() -> int:
    """Measure, print, and say by the exit code whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--lists", type=Path, help="write the first phrases of each here")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument("--one", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        way, path, found = options.one
        run_one(way, Path(path), Path(found))
        return 0
    with tempfile.TemporaryDirectory(prefix="jianggao-bench-") as scratch:
        path = Path(scratch, "clauses.txt")
        source = write_clauses(path, options.megabytes)
        megabytes = path.stat().st_size / 1e6
        results = {}
        for way in WAYS:
            found = Path(scratch, f"{way}.json")
            command = [
                sys.executable,
                "-m",
                "benchmarks.phrase_extraction",
                "--one",
                way,
                str(path),
                str(found),
            ]
            subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
            results[way] = json.loads(found.read_text())
            seconds = results[way]["seconds"]
            print(
                f"{way:8} {seconds:8.1f} s CPU {megabytes / seconds:6.2f} MB/s"
                f" {results[way]['count']:8} phrases"
            )
    if options.lists:
        write_lists(options.lists, {way: result["top"] for way, result in results.items()})
    times = {
        way: round(results[way]["seconds"] / results["ours"]["seconds"], 1) for way in ("gensim", "posseg")
    }
    report = {
        "benchmark": "phrase_extraction",
        "source": source,
        "MB": round(megabytes, 1),
        "seconds": {way: round(result["seconds"], 1) for way, result in results.items()},
        "times_as_fast": times,
    }
    print(json.dumps(report, ensure_ascii=False))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if min(times.values()) >= AT_LEAST_TIMES else 1


if __name__ == "__main__":
    sys.exit(main())
