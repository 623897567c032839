"""Drafts every example brief with many seeds and prints what must be true of them, with the worst offenders.

    python tools/quality.py [--seeds 20] [--briefs DIR|FILE…] [--samples DIR] [--jobs 2] [-o FILE.json]

Ends with 1 where something that must be true is not. ``make quality`` runs it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean, median
from typing import Any

from drafter.brief import load_brief
from drafter.compose import compose_draft, kind_names, load_kind
from drafter.measure import (
    FIGURES,
    Known,
    Norm,
    Samples,
    Telling,
    Written,
    masked,
    measure,
    norms_of,
    print_telling,
    read_written,
    tell_apart,
    telling_json,
    written_files,
)
from drafter.measure.invented import spans_of
from drafter.measure.structure import TOLERANCE
from drafter.measure.table import table_lines
from drafter.resources import example_briefs
from phrasebank.banks import load_banks

ROOT = Path(__file__).parents[1]
LONGEST, LARGEST, SHARED = 60, 0.2, 0.5
#: Drafts of one brief that take part in telling apart; more of them say the same again.
TOLD = 3
_NUMBERING = re.compile(
    r"^(?:[（]?[一二三四五六七八九十]+[）、]|第[一二三四五六七八九十]+[，、]?|[一二三四五六七八九十]+[是要]|首先，|其次，|再次，|最后，)"
)
_WORST = 6


@dataclass(frozen=True)
class Row:
    """What was measured of one draft."""

    brief: str
    seed: int
    length: int
    target: int | None
    figures: dict[str, float]
    invented: list[str]
    unused: list[str]
    unsaid: list[str]
    listed: list[str]
    missing: list[str]
    repeated: list[str]
    echoes: list[str]
    longest: str
    source: str
    largest: tuple[str, float]
    lacks: list[str]
    sentences: list[str]
    verbatim: list[str]
    masked: str = field(repr=False)

    @property
    def name(self) -> str:
        """What the table calls it."""
        return f"{self.brief}·{self.seed}"


@dataclass(frozen=True)
class Line:
    """One line of what must be true."""

    what: str
    wanted: str
    found: str
    true: bool | None  # None where it is only told
    worst: list[str]


_STATE: dict[str, Any] = {}


def _prepare(folder: str) -> None:
    _STATE["samples"] = Samples([read_written(path) for path in written_files([Path(folder)])])
    _STATE["bank"] = load_banks([])


def _draft(task: tuple[str, int]) -> list[Row]:
    path, seeds = Path(task[0]), task[1]
    brief = load_brief(path, known_kinds=kind_names())
    known, numbered = Known(brief), load_kind(brief.kind).numbered
    verbatim = [words for part in brief.parts for words in part.verbatim]
    verbatim += [words for part in brief.parts for point in part.points for words in point.verbatim]
    rows = []
    for seed in range(1, seeds + 1):
        draft = compose_draft(brief, _STATE["bank"], seed=seed)
        report = measure(
            Written.parsed(path.stem, draft.speech), known=known, samples=_STATE["samples"], numbered=numbered
        )
        copied = report.copied
        assert copied is not None
        listed = set(draft.trace.unused)
        unsaid = [f"{said.kind}：{said.name}" for said in report.missing_facts]
        rows.append(
            Row(
                path.stem, seed, draft.length, draft.target,
                {figure.key: value for figure in FIGURES if (value := figure.value(report)) is not None},
                [f"{one.kind}“{one.text}”（…{one.context}…）" for one in report.invented or ()],
                [name for name in unsaid if name not in listed and name.partition("：")[2] not in listed],
                [f"{said.kind}：{said.name}" for said in report.missing if said.kind == "措施"],
                sorted(listed),
                list(draft.trace.missing) + re.findall("【待补[^】]*】", draft.text),
                list(report.repetition.sentences), list(report.repetition.echoes),
                copied.longest, copied.source, copied.shares[0] if copied.shares else ("", 0.0),
                [lack.what + "：" + lack.message for lack in report.lacks],
                [_NUMBERING.sub("", sentence.text) for sentence in report.written.sentences],
                verbatim,
                masked(report.written, report.spans) if seed <= TOLD else "",
            )
        )  # fmt: skip
    return rows


def must_be_true(rows: Sequence[Row], norms: dict[str, Norm]) -> list[Line]:
    """Every line of the table, with the worst offenders."""
    return [
        _none("编造的具体内容", [(row.name, words) for row in rows for words in row.invented]),
        _none("给了没用、也没有列出来的", [(row.name, words) for row in rows for words in row.unused]),
        _none("出处里列为没用的", [(row.name, words) for row in rows for words in row.listed]),
        _none("没有认出来的措施", [(row.name, words) for row in rows for words in row.unsaid]),
        _none("【待补】", [(row.name, words) for row in rows for words in row.missing]),
        _none("说了两遍的句子", [(row.name, words) for row in rows for words in row.repeated]),
        _echo(rows, norms["echo"]),
        _most(
            "套话之外最长一段照抄", f"≤{LONGEST}字", LONGEST,
            [(len(row.longest), f"{row.name} {row.source}：{row.longest}") for row in rows], "字",
        ),
        _most(
            "一篇样稿占一稿最多", f"≤{LARGEST:.0%}", 100 * LARGEST,
            [(100 * row.largest[1], f"{row.name} {row.largest[0]} {row.largest[1]:.1%}") for row in rows],
            "%",
        ),
        _length(rows),
        _none("结构不合", [(row.name, words) for row in rows for words in row.lacks if words[:2] != "篇幅"]),
        _shared("两个种子相同的句子", rows, without_verbatim=False),
        _shared("同上，原文不算", rows, without_verbatim=True),
    ]  # fmt: skip


def _none(what: str, found: Sequence[tuple[str, str]]) -> Line:
    alike = Counter(f"{name.partition('·')[0]} {words}" for name, words in found)
    worst = [f"{times}次 {words}" for words, times in alike.most_common(_WORST)]
    return Line(what, "0", f"{len(found)}处", not found, worst)


def _most(what: str, wanted: str, limit: float, found: Sequence[tuple[float, str]], unit: str) -> Line:
    ranked = sorted(found, reverse=True)
    over = sum(value > limit for value, _ in ranked)
    shown = (
        f"最多{ranked[0][0]:.0f}{unit}，中位{median(value for value, _ in ranked):.0f}{unit}，{over}稿超出"
    )
    return Line(what, wanted, shown, not over, [words for value, words in ranked[:_WORST] if value])


def _echo(rows: Sequence[Row], norm: Norm) -> Line:
    rates = sorted(((row.figures["echo"], row) for row in rows), key=lambda one: -one[0])
    middle = median(rate for rate, _ in rates)
    over = sum(rate > norm.high for rate, _ in rates)
    worst = [
        f"{row.name} 每千字{rate:.1f}字：{'、'.join(row.echoes[:4])}" for rate, row in rates[:_WORST] if rate
    ]
    # One text in ten of the samples lies above their 90th percentile, so one draft in ten may.
    fine = middle <= norm.middle + 1e-9 and over <= len(rows) / 10
    return Line(
        "八字以上回声（每千字的字数）", f"样稿中位{norm.middle:.1f}，90%位{norm.high:.1f}",
        f"中位{middle:.1f}，最多{rates[0][0]:.1f}，{over}稿在90%位以上", fine, worst,
    )  # fmt: skip


def _length(rows: Sequence[Row]) -> Line:
    offs = [((row.length - row.target) / row.target, row) for row in rows if row.target]
    ranked = sorted(offs, key=lambda one: -abs(one[0]))
    over = sum(abs(off) > TOLERANCE for off, _ in ranked)
    worst = [
        f"{row.name} 要{row.target}，写了{row.length}" for off, row in ranked[:_WORST] if abs(off) > TOLERANCE
    ]
    found = f"最多差{abs(ranked[0][0]):.1%}，{over}稿超出" if ranked else "没有提纲给出篇幅"
    return Line("篇幅", f"±{TOLERANCE:.0%}", found, not over, worst)


def _shared(what: str, rows: Sequence[Row], *, without_verbatim: bool) -> Line:
    found: list[tuple[float, str]] = []
    means: list[tuple[float, str]] = []
    for brief in dict.fromkeys(row.brief for row in rows):
        own = [row for row in rows if row.brief == brief]
        sets = [
            {
                text
                for text in row.sentences
                if not (without_verbatim and any(text.strip("。！？") in words for words in row.verbatim))
            }
            for row in own
        ]
        shares = [
            (len(one & other) / max(1, min(len(one), len(other))), f"{brief} 种子{first.seed}和{second.seed}")
            for (one, first), (other, second) in combinations(zip(sets, own, strict=True), 2)
        ]
        found += shares
        if shares:
            means.append((fmean(share for share, _ in shares), brief))
    if not found:
        return Line(what, f"<{SHARED:.0%}", "只有一个种子", True, [])
    over = sum(share >= SHARED for share, _ in found)
    mean = fmean(share for share, _ in found)
    return Line(
        what, "" if without_verbatim else f"<{SHARED:.0%}",
        f"平均{mean:.0%}，最多{max(found)[0]:.0%}，{over}/{len(found)}对超出",
        None if without_verbatim else not over,
        [f"{brief} 平均{share:.0%}" for share, brief in sorted(means, reverse=True)[:_WORST]],
    )  # fmt: skip


def telling(rows: Sequence[Row], samples: Samples) -> Telling:
    """Whether drafts can be told from samples."""
    drafts = [(row.brief, row.masked) for row in rows if row.masked]
    return tell_apart(drafts, [(sample.name, masked(sample, spans_of(sample))) for sample in samples.samples])


def show(rows: Sequence[Row], lines: Iterable[Line], norms: dict[str, Norm], told: Telling | None) -> str:
    """The whole page."""
    page = [f"{len({row.brief for row in rows})}份提纲，{len(rows)}稿", ""]
    page += table_lines(
        [("", "应当", "实际", "")]
        + [
            (line.what, line.wanted, line.found, {True: "合格", False: "不合格", None: ""}[line.true])
            for line in lines
        ]
    )
    for line in lines:
        if line.worst and (line.true is False or line.what.startswith(("套话", "一篇"))):
            page += ["", f"{line.what}，最突出的："] + [f"  {words}" for words in line.worst]
    figures = [("各项数字", "草稿中位", "样稿中位", "样稿10%—90%")]
    for figure in FIGURES:
        values = [row.figures[figure.key] for row in rows if figure.key in row.figures]
        if norm := norms.get(figure.key):
            figures.append(
                (
                    figure.label, figure.shown(median(values)), figure.shown(norm.middle),
                    f"{figure.shown(norm.low)}—{figure.shown(norm.high)}",
                )
            )  # fmt: skip
    page += ["", *table_lines(figures)]
    if told:
        page += ["", print_telling(told)]
    return "\n".join(page)


def as_json(rows: Sequence[Row], lines: Iterable[Line], told: Telling | None) -> str:
    """The same for programs, with the figures of every draft."""
    form = {
        "lines": [vars(line) for line in lines],
        "drafts": [
            {key: value for key, value in vars(row).items() if key not in ("masked", "sentences", "verbatim")}
            for row in rows
        ],
        "telling": telling_json(told) if told else None,
    }
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def main(words: Sequence[str] | None = None) -> int:
    """Draft, measure, print."""
    parser = argparse.ArgumentParser(description="量一量程序起草的稿子")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--briefs", type=Path, nargs="+", default=[example_briefs()])
    parser.add_argument("--samples", type=Path, default=ROOT / "samples" / "speeches")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("-o", "--out", type=Path)
    given = parser.parse_args(words)
    paths = [
        file for path in given.briefs for file in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])
    ]
    # The longest first, so that both processes end together.
    tasks = sorted(
        ((str(path), given.seeds) for path in paths), key=lambda task: -Path(task[0]).stat().st_size
    )
    with get_context("spawn").Pool(given.jobs, _prepare, (str(given.samples),)) as pool:
        drafted = pool.imap_unordered(_draft, tasks, chunksize=1)
        samples = Samples([read_written(path) for path in written_files([given.samples])])
        norms = dict(norms_of(samples))
        rows = sorted((row for some in drafted for row in some), key=lambda row: (row.brief, row.seed))
    lines = must_be_true(rows, norms)
    told = telling(rows, samples) if len(paths) > 1 else None
    print(show(rows, lines, norms, told))
    if given.out:
        given.out.write_text(as_json(rows, lines, told), "utf-8")
    return 0 if all(line.true is not False for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())
