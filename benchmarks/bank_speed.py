"""How long does a writer wait for the bank? Search and pick in a bank of a million phrases.

The phrases are the built-in ones taken apart at their commas and put together anew, by a fixed seed; a
fifth of them accepted. Every query is a whole call of the library: its transaction, its statements, the
phrases it gives as objects. Queries are parts of phrases, one, two, four and eight characters long,
frequent ones (of the hundred most frequent) and rare ones (of those that stand in few phrases); picks
take each a move, topic, kind, level and the slots that a brief can fill.

    python -m benchmarks.bank_speed [--phrases N] [--queries N] [--bank FILE] [--json FILE]

``--bank`` keeps the bank, and takes it as it is where it is there. Targets: p99 at most 5 ms for a search,
10 ms for a pick, by CPU time, which other work on the machine disturbs less; wall time is shown as well, and
is the same where nothing else runs: everything that is asked for is in memory.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from phrasebank.builtin import load_builtin
from phrasebank.model import Phrase, Status, Unit, phrase_id
from phrasebank.store import Store, open_bank, schema
from phrasebank.store.facets import facet_rows
from phrasebank.store.rows import row_from
from phrasebank.vocabulary import slots_of

SEED = 20260318
LENGTHS = (1, 2, 4, 8)
SEARCH_MS, PICK_MS = 5.0, 10.0
_BATCH = 20_000
_CLAUSE = re.compile(r"[，；。：、／]")
_HAN = re.compile(r"[一-鿿]+")
_TOPICS = ("安全生产", "防汛抗旱", "招商引资", "优化营商环境", "乡村振兴", "生态环保", "信访稳定", "文明城市")
_KINDS = ("工作部署", "专题培训", "动员部署", "总结表彰")
_LEVELS = ("市", "县", "乡镇", "企业")
_SLOTS = ("topic", "place", "level", "leadership", "units", "section", "task", "measure", "org", "deadline")


def recombined(count: int, chance: random.Random) -> Iterator[Phrase]:
    """So many different phrases, made of clauses of the built-in ones."""
    bank = load_builtin()
    clauses = sorted({clause for phrase in bank for clause in _CLAUSE.split(phrase.text) if len(clause) > 3})
    seen: set[str] = set()
    while len(seen) < count:
        filed = chance.choice(bank)
        text = "，".join(chance.sample(clauses, chance.choice((1, 2, 2, 3))))
        key = phrase_id(text)
        if key in seen:
            continue
        seen.add(key)
        yield replace(
            filed,
            id=key,
            text=text,
            slots=slots_of(text),
            topics=tuple(sorted(chance.sample(_TOPICS, chance.choice((0, 1, 1, 2))))),
            kinds=tuple(sorted(chance.sample(_KINDS, chance.choice((0, 0, 1, 2))))),
            levels=tuple(sorted(chance.sample(_LEVELS, chance.choice((0, 0, 0, 1))))),
            status=Status.ACCEPTED if chance.random() < 0.2 else Status.CANDIDATE,
            score=chance.random(),
        )


def fill(store: Store, count: int) -> None:
    """Put phrases in, many at once: what is measured is reading them."""
    phrases = recombined(count, random.Random(SEED))
    first = 1
    while rows := list(islice(phrases, min(_BATCH, count - first + 1))):
        numbered = list(enumerate(rows, first))
        with store._db.writing() as connection:
            values = [{"number": n, **row_from(p, origin="mined", revision=0)} for n, p in numbered]
            connection.execute(insert(schema.phrases), values)
            store._text.add(connection, [(n, p.text) for n, p in numbered])
            facets = [f for n, p in numbered if p.status is Status.ACCEPTED for f in facet_rows(n, p)]
            connection.execute(insert(schema.facets), facets)
        first += len(rows)
        if first > count:
            return


def queries(length: int, count: int, chance: random.Random) -> dict[str, list[str]]:
    """Frequent and rare parts of phrases of a length, by a sample of the phrases."""
    counted: Counter[str] = Counter()
    for phrase in recombined(20_000, random.Random(SEED)):
        parts = {
            run[i : i + length] for run in _HAN.findall(phrase.text) for i in range(len(run) - length + 1)
        }
        counted.update(parts)
    ranked = [part for part, _ in counted.most_common()]
    most, least = ranked[:100], ranked[-max(100, len(ranked) // 4) :]
    return {"frequent": chance.choices(most, k=count), "rare": chance.choices(least, k=count)}


def timed(call: Callable[[Any], object], asked: list[Any]) -> dict[str, float]:
    """Milliseconds of calls, each with something else; the first ones warm the cache."""
    for one in asked[:20]:
        call(one)
    wall, cpu = [], []
    for one in asked:
        start, spent = time.perf_counter(), time.process_time()
        call(one)
        cpu.append((time.process_time() - spent) * 1000)
        wall.append((time.perf_counter() - start) * 1000)
    cuts = {"wall": statistics.quantiles(wall, n=100), "cpu": statistics.quantiles(cpu, n=100)}
    return {f"{name}_p{at}": round(cuts[name][at - 1], 2) for name in cuts for at in (50, 99)}


def places(count: int, chance: random.Random) -> list[dict[str, Any]]:
    """What a composer asks: a move, units, and the speech's topic, kind, level and slots."""
    filed = sorted({(phrase.move, phrase.unit) for phrase in load_builtin()}, key=str)
    found = []
    for _ in range(count):
        move, unit = chance.choice(filed)
        units = [unit] if chance.random() < 0.7 else [unit, Unit.LEAD]
        place = {"move": move, "units": units, "topic": chance.choice(_TOPICS), "kind": chance.choice(_KINDS)}
        slots = chance.sample(_SLOTS, chance.randint(3, len(_SLOTS)))
        found.append({**place, "level": chance.choice(_LEVELS), "slots": slots})
    return found


def main() -> int:
    """Measure, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--phrases", type=int, default=200_000)
    parser.add_argument("--queries", type=int, default=500, help="calls of each kind")
    parser.add_argument("--bank", type=Path, help="keep the bank here, or take the one that is here")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    with ExitStack() as stack:
        path = options.bank or Path(stack.enter_context(tempfile.TemporaryDirectory())) / "bank.db"
        store = stack.enter_context(open_bank(path, create=True, builtin=False))
        start = time.perf_counter()
        if not store.count():
            fill(store, options.phrases)
        filled = time.perf_counter() - start
        held = store.count()
        chance = random.Random(SEED + 1)
        print(f"{held} phrases, {path.stat().st_size / 1e6:.0f} MB, filled in {filled:.0f} s")
        print(f"{'':28} {'wall p50':>9} {'p99':>9} {'CPU p50':>9} {'p99':>9}  ms")
        rows: dict[str, dict[str, float]] = {}
        for length in LENGTHS:
            for name, asked in queries(length, options.queries, chance).items():
                rows[f"search {length} {name}"] = timed(store.search, asked)
        picked = places(options.queries, chance)
        rows["pick"] = timed(lambda place: store.pick(**place), picked)
        rows["pick, any slots"] = timed(lambda place: store.pick(**{**place, "slots": None}), picked)
        rows["pick, all a draft weighs"] = timed(lambda place: store.pick(**place, limit=400), picked)
        for name, row in rows.items():
            print(f"{name:28}" + "".join(f" {value:9}" for value in row.values()))
    report = {"benchmark": "bank_speed", "phrases": held, "fill_s": round(filled, 1), "ms": rows}
    print(json.dumps(report, ensure_ascii=False))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    limits = {name: PICK_MS if name.startswith("pick") else SEARCH_MS for name in rows}
    return 1 if any(row["cpu_p99"] > limits[name] for name, row in rows.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
