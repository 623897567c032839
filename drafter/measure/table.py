"""A report as a table for a terminal, columns aligned for Chinese characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from drafter.measure.norms import FIGURES, Norm
from drafter.measure.report import Report
from drafter.measure.telling import Giveaway, Telling
from phrasebank.terminal.columns import columns, pad, shorten

__all__ = ["print_report", "print_telling", "table_lines"]

_MOST_LISTED = 12
_WIDE = 64


def print_report(report: Report, norms: Mapping[str, Norm]) -> str:
    """The whole report, ending without a line break.

    Arguments:
        report: what was measured.
        norms: where the samples lie, by key of the figure; empty without samples.
    """
    return "\n".join(
        (f"# {report.written.name}", *_of_brief(report), *_figures(report, norms), *_details(report))
    )


def print_telling(telling: Telling) -> str:
    """The trial and what gives drafts away, ending without a line break."""
    lines = [
        f"# 分得出来吗：草稿{telling.drafts}篇，样稿{telling.samples}篇",
        f"分对的 {telling.accuracy:.0%}，AUC {telling.auc:.2f}（各按篇轮流留出；0.5 是分不出来）",
    ]
    for title, found in (("草稿说得太多的", telling.more), ("草稿说得太少的", telling.less)):
        lines += ["", title]
        rows = [("字串", "草稿每万字", "样稿每万字", "有它的草稿"), *map(_giveaway, found)]
        lines += table_lines(rows)
    return "\n".join(lines)


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows with the first cell to the left and the others to the right of their columns."""
    widths = [max(columns(row[at]) for row in rows) for at in range(len(rows[0]))]
    return [
        "  ".join(
            pad(cell, width) if at == 0 else " " * (width - columns(cell)) + cell
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _giveaway(one: Giveaway) -> tuple[str, str, str, str]:
    return one.text, f"{one.drafts:.1f}", f"{one.samples:.1f}", f"{one.holders:.0%}"


def _of_brief(report: Report) -> Iterator[str]:
    if report.invented is None:
        return
    kinds = list(dict.fromkeys(said.kind for said in report.said))
    told = "，".join(
        f"{kind}{sum(said.found for said in report.said if said.kind == kind)}/"
        f"{sum(said.kind == kind for said in report.said)}"
        for kind in kinds
    )
    yield f"提纲写进去的：{told or '提纲没有给数据'}"
    for said in report.missing:
        hint = "（按字面没有认出来，请核对）" if said.kind == "措施" else ""
        yield f"  没有写进去 {said.kind}：{shorten(said.name, _WIDE)}{hint}"
    yield f"提纲里没有的具体内容：{len(report.invented)}处"
    for one in report.invented:
        yield f"  第{one.paragraph + 1}段 {one.kind}“{one.text}”：…{one.context}…"


def _figures(report: Report, norms: Mapping[str, Norm]) -> Iterator[str]:
    rows = [("", "这一篇", *(("样稿中位", "样稿10%—90%") if norms else ()))]
    for figure in FIGURES:
        value = figure.value(report)
        if value is None:
            continue
        norm = norms.get(figure.key)
        beside: tuple[str, ...] = ()
        if norms:
            beside = (
                (figure.shown(norm.middle), f"{figure.shown(norm.low)}—{figure.shown(norm.high)}")
                if norm
                else ("—", "—")
            )
        rows.append((f"{figure.group} {figure.label}", figure.shown(value), *beside))
    yield from table_lines(rows)
    if report.asked:
        off = (report.lengths.characters - report.asked) / report.asked
        yield f"篇幅 要{report.asked}字，差{off:+.1%}"


def _details(report: Report) -> Iterator[str]:
    if report.lacks:
        yield f"结构：{len(report.lacks)}处"
        for lack in report.lacks:
            place = "" if lack.paragraph is None else f"第{lack.paragraph + 1}段 "
            yield f"  {place}{lack.what}：{lack.message}"
    else:
        yield "结构：没有问题"
    yield from _listed("说了两遍的句子", report.repetition.sentences)
    yield from _listed("回声", report.repetition.echoes)
    if report.copied is not None and report.copied.shares:
        yield "抄得最多的样稿：" + "，".join(
            f"{name} {share:.1%}" for name, share in report.copied.shares[:3]
        )
        if report.copied.longest:
            yield f"套话之外最长一段（{report.copied.source}）：{report.copied.longest}"


def _listed(title: str, texts: Sequence[str]) -> Iterator[str]:
    if not texts:
        return
    yield f"{title}："
    for text in texts[:_MOST_LISTED]:
        yield f"  {shorten(text, _WIDE)}"
    if len(texts) > _MOST_LISTED:
        yield f"  …还有{len(texts) - _MOST_LISTED}处"
