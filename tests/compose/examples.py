"""Briefs and pieces that the composer's tests share; all places, people and figures are fictional."""

from __future__ import annotations

import datetime as dt
from functools import cache

from drafter.brief import Brief, Fact, Part, Place, Point, Speaker, load_brief
from drafter.brief.figures import Row, make_fact
from drafter.resources import example_briefs
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin

BRIEFS = sorted(example_briefs().glob("*.yaml"))


@cache
def builtin_bank() -> MemoryBank:
    return MemoryBank(load_builtin())


@cache
def example(name: str) -> Brief:
    return load_brief(next(path for path in BRIEFS if path.stem == name))


def fact(name: str, value: str, unit: str = "", change: str = "", **others: str) -> Fact:
    """A fact as the brief's reader makes it; others are fields of ``Row``."""
    made, complaints = make_fact(Row(name=name, value=value, unit=unit, change=change, **others))
    assert made is not None
    assert not complaints
    return made


def brief(*parts: Part, **changes: object) -> Brief:
    """A small brief of 临江市 with the parts and fields asked for."""
    fields: dict[str, object] = {
        "kind": "工作部署",
        "topic": "安全生产",
        "place": Place("临江市", "市", "江南省", ("东山县", "西河区")),
        "title": "在全市安全生产工作会议上的讲话",
        "meeting": "全市安全生产工作会议",
        "speaker": Speaker("周明远", "市长"),
        "date": dt.date(2026, 3, 18),
        "parts": parts,
        "file": "brief.yaml",
        **changes,
    }
    return Brief(**fields)  # type: ignore[arg-type]


def three_parts(**point: object) -> tuple[Part, ...]:
    """Three parts of two points each; the very first point takes the fields given."""
    special = Point("压实企业责任", **point)  # type: ignore[arg-type]
    return (
        Part(
            "提高思想认识", points=(special, Point("正视短板不足", measures=("剖析典型事故", "开展警示教育")))
        ),
        Part(
            "突出工作重点",
            points=(
                Point("深化排查整改", measures=("逐企排查隐患", "限期完成整改"), duty=("市应急管理局",)),
                Point("强化执法检查", measures=("每月抽查重点企业",)),
            ),
        ),
        Part(
            "压实工作责任",
            points=(
                Point("加强组织领导", measures=("主要负责人每季度带队检查",)),
                Point("严格督查考核", measures=("把结果纳入年度考核",), deadline="年底前"),
            ),
        ),
    )
