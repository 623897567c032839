"""Drafts against people's speeches, read blind: make the sheets, and count the verdicts.

    python -m tools.blind_reading make FOLDER [--count 24] [--seed 1]   sheets 01.txt … and key.json
    python -m tools.blind_reading count FOLDER VERDICTS.tsv…            what the readers found

A sheet holds a draft of an example brief and one of our sample speeches of the same kind, as A and B in an
order drawn by the seed. The readers get the sheets alone (docs/blind-reading.md has what they are asked).
A verdict is a line: sheet, reader, A or B or 平, would A be sent back (是, 否), would B, reasons.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from drafter.brief import load_brief
from drafter.compose import compose_draft, kind_names
from drafter.compose.picker import jitter
from phrasebank.banks import load_banks
from phrasebank.files import write_whole

ROOT = Path(__file__).parents[1]
SPEECHES = ROOT / "samples" / "speeches"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(required=True)
    making = commands.add_parser("make")
    making.add_argument("folder", type=Path)
    making.add_argument("--count", type=int, default=24)
    making.add_argument("--seed", type=int, default=1)
    making.set_defaults(run=lambda options: make(options.folder, options.count, options.seed))
    counting = commands.add_parser("count")
    counting.add_argument("folder", type=Path)
    counting.add_argument("verdicts", type=Path, nargs="+")
    counting.set_defaults(run=lambda options: count(options.folder, options.verdicts))
    options = parser.parse_args(arguments)
    done: int = options.run(options)
    return done


def make(folder: Path, wanted: int, seed: int) -> int:
    """Write the sheets; every brief comes once before any comes twice, each time with another seed."""
    bank = load_banks([])
    samples = _samples_by_kind()
    briefs = sorted(
        (ROOT / "samples" / "briefs").glob("*.yaml"), key=lambda path: jitter(seed, "brief", path.stem)
    )
    key: dict[str, dict[str, str]] = {}
    shown: Counter[str] = Counter()
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(wanted):
        brief = load_brief(briefs[number % len(briefs)], known_kinds=kind_names())
        draft_seed = seed * 100 + number // len(briefs) + 1
        draft = compose_draft(brief, bank, seed=draft_seed)
        sample = min(
            samples[brief.kind],
            key=lambda path: (shown[path.name], jitter(seed, "sample", number, path.name)),
        )
        shown[sample.name] += 1
        texts = [draft.text, sample.read_text("utf-8").strip()]
        drawn = jitter(seed, "order", number) < 0.5
        a, b = texts if drawn else reversed(texts)
        name = f"{number + 1:02}"
        head = f"第{name}份　文种：{brief.kind}"
        sheet = f"{head}\n\n======== 甲 A ========\n\n{a}\n\n======== 乙 B ========\n\n{b}\n"
        write_whole(folder / f"{name}.txt", sheet.encode(), force=True)
        key[name] = {
            "draft": "A" if drawn else "B",
            "kind": brief.kind,
            "brief": Path(brief.file).stem,
            "seed": str(draft_seed),
            "sample": sample.name,
        }
    told = json.dumps(key, ensure_ascii=False, indent=1) + "\n"
    write_whole(folder / "key.json", told.encode(), force=True)
    print(f"{len(key)}份：{folder}")
    return 0


def _samples_by_kind() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for index in sorted(SPEECHES.glob("INDEX-*.tsv")):
        for line in index.read_text("utf-8").splitlines()[1:]:
            name, kind, *_ = line.split("\t")
            if (SPEECHES / name).is_file():
                found.setdefault(kind, []).append(SPEECHES / name)
    return found


def count(folder: Path, files: Sequence[Path]) -> int:
    """Print what the readers found, and every verdict with the sheets' secret."""
    key = json.loads((folder / "key.json").read_text("utf-8"))
    rows = [
        [field.strip() for field in line.split("\t")]
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if line.count("\t") >= 5 and line.split("\t")[0].strip() in key
    ]
    outcome: Counter[str] = Counter()
    back: Counter[str] = Counter()
    lines = []
    for sheet, reader, choice, back_a, back_b, *why in rows:
        draft = key[sheet]["draft"]
        result = "平" if choice == "平" else "草稿" if choice == draft else "样稿"
        outcome[result] += 1
        sent = {"A": back_a.startswith("是"), "B": back_b.startswith("是")}
        back["草稿"] += sent[draft]
        back["样稿"] += sent["B" if draft == "A" else "A"]
        lines.append(
            f"| {sheet} | {key[sheet]['kind']} | {key[sheet]['brief']} 种子{key[sheet]['seed']} | "
            f"{key[sheet]['sample']} | {reader} | {draft} | {result} | {' '.join(why)} |"
        )
    if not rows:
        print("没有读到一条意见", file=sys.stderr)
        return 1
    won = outcome["草稿"] + outcome["平"]
    print(f"{len(rows)}条意见：草稿胜{outcome['草稿']}，平{outcome['平']}，样稿胜{outcome['样稿']}；")
    print(f"草稿胜或平 {won / len(rows):.0%}；要退回：草稿{back['草稿']}篇次，样稿{back['样稿']}篇次")
    print("\n| 份 | 文种 | 草稿 | 样稿 | 读者 | 草稿是 | 结果 | 理由 |\n|---|---|---|---|---|---|---|---|")
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
