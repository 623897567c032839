"""How fast is a speech read? Bytes to characters, characters to clean paragraphs, those to a tree.

30 MB of government work reports where ../shared has them, else text made here. Flat means: as many
megabytes a second on a quarter and on a half of the documents as on all, and on one document of
4 MB as on one of 64 kB, so that no step grows faster than its text.

    python -m benchmarks.parse_speed [--megabytes N] [--json FILE]

Targets on one core: at least 5 MB/s; flat within a quarter.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from pathlib import Path

from benchmarks.corpus import documents
from drafter.readers.cleaning import clean
from drafter.readers.decode import decode
from drafter.readers.text import read_text
from drafter.speech import parse_speech

AT_LEAST_MB_A_SECOND = 5.0
FLAT_WITHIN = 0.25
SHARES = (0.25, 0.5, 1.0)
LENGTHS_KB = (64, 256, 1024, 4096)


def measure(batch: list[bytes]) -> dict[str, float]:
    """CPU seconds of each step over some documents, as MB/s."""
    spent = dict.fromkeys(("decode", "clean", "parse"), 0.0)
    gc.collect()
    for data in batch:
        start = time.process_time()
        text = decode(data).text
        decoded = time.process_time()
        source = clean(read_text(text, ""))
        cleaned = time.process_time()
        parse_speech(source.paragraphs, notes=source.notes)
        parsed = time.process_time()
        spent["decode"] += decoded - start
        spent["clean"] += cleaned - decoded
        spent["parse"] += parsed - cleaned
    megabytes = sum(map(len, batch)) / 1e6
    speeds = {step: round(megabytes / max(seconds, 1e-9), 2) for step, seconds in spent.items()}
    return {"MB": round(megabytes, 2), **speeds, "all": round(megabytes / sum(spent.values()), 2)}


def one_document(batch: list[bytes], kilobytes: int) -> bytes:
    """The documents one after another, cut at a line end near so many kB."""
    whole = b"\n".join(batch)[: kilobytes * 1000]
    return whole[: whole.rfind(b"\n")]


def spread(rows: list[dict[str, float]]) -> float:
    """How far apart the slowest and the fastest row are: 0 is flat."""
    speeds = [row["all"] for row in rows]
    return round(1 - min(speeds) / max(speeds), 3)


def show(title: str, rows: list[dict[str, float]]) -> None:
    print(f"{title:24} {'MB':>8} {'decode':>9} {'clean':>8} {'parse':>8} {'all':>8}  MB/s")
    for row in rows:
        cells = (f"{row[name]:8}" for name in ("MB", "decode", "clean", "parse", "all"))
        print(f"{'':24} {' '.join(cells)}")


def main() -> int:
    """Measure, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, default=100, help="take at most so much of the corpus")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    source, batch = documents(options.megabytes)
    measure(batch[:20])  # loads what is loaded once
    shares = [measure(batch[: max(1, round(len(batch) * share))]) for share in SHARES]
    lengths = [measure([one_document(batch, length)] * (4096 // length)) for length in LENGTHS_KB]
    print(f"{len(batch)} documents from {source}")
    show("share of the documents", shares)
    show("one document, repeated", lengths)
    report = {
        "benchmark": "parse_speed",
        "source": source,
        "documents": len(batch),
        "mb_a_second": shares[-1]["all"],
        "spread_over_shares": spread(shares),
        "spread_over_lengths": spread(lengths),
        "shares": shares,
        "lengths": lengths,
    }
    print(json.dumps(report, ensure_ascii=False))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    flat = max(report["spread_over_shares"], report["spread_over_lengths"]) <= FLAT_WITHIN
    return 0 if shares[-1]["all"] >= AT_LEAST_MB_A_SECOND and flat else 1


if __name__ == "__main__":
    sys.exit(main())
