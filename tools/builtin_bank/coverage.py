"""What the built-in bank has for every kind and topic, and where it has nothing."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from phrasebank.model import MOVES, Move, Phrase, Unit
from phrasebank.topics import filed_name
from tools.builtin_bank.samples import ROOT

__all__ = ["coverage", "moves_of_kinds"]

_COLUMNS = ("lead", "passage", "body.significance", "body.situation", "body.problem")
_POINT = tuple(move.value for move in Move if move.value.startswith("point."))
_ANY = "（不限）"


def moves_of_kinds(folder: Path = ROOT / "templates") -> dict[str, frozenset[str]]:
    """Of each kind the moves that its make-up names (templates/*/kind.toml)."""
    return {
        path.parent.name: frozenset(_moves(tomllib.loads(path.read_text("utf-8"))))
        for path in sorted(folder.glob("*/kind.toml"))
    }


def _moves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if value in MOVES:
            yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _moves(one)
    elif isinstance(value, list):
        for one in value:
            yield from _moves(one)


def coverage(phrases: Sequence[Phrase], kinds: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Lines of two tables, and of each the cells that are empty.

    Arguments:
        phrases: accepted ones, hand-written and mined.
        kinds: the moves that each kind uses.
    """
    yield from _by_kind(phrases, kinds)
    yield ""
    yield from _by_topic(phrases)


def _by_kind(phrases: Sequence[Phrase], kinds: Mapping[str, frozenset[str]]) -> Iterator[str]:
    yield "语步 × 文种：能用的条数（其中专给这个文种的）；这个文种用不着的不列"
    yield "\t".join(("语步", *kinds))
    said = [phrase for phrase in phrases if phrase.unit is not Unit.TITLE]
    fit = Counter((phrase.move.value, kind) for phrase in said for kind in _kinds(phrase, kinds))
    own = Counter((phrase.move.value, kind) for phrase in said for kind in phrase.kinds)
    for move in Move:
        cells = (
            f"{fit[move.value, kind]}（{own[move.value, kind]}）" if move.value in used else ""
            for kind, used in kinds.items()
        )
        yield "\t".join((move.value, *cells))
    empty = [f"{kind} {move}" for kind, used in kinds.items() for move in sorted(used) if not fit[move, kind]]
    yield f"空着的：{'；'.join(empty) or '没有'}"


def _kinds(phrase: Phrase, kinds: Iterable[str]) -> Iterable[str]:
    return phrase.kinds or kinds


def _by_topic(phrases: Sequence[Phrase]) -> Iterator[str]:
    yield "主题 × 语步：归在这个主题下的条数"
    columns = (*_COLUMNS, *_POINT)
    yield "\t".join(("主题", *columns, "合计"))
    counts: dict[str, Counter[str]] = {}
    for phrase in phrases:
        if phrase.unit in (Unit.TITLE, Unit.OUTLINE):
            continue
        filed = phrase.unit.value if phrase.unit.value in _COLUMNS else phrase.move.value
        for topic in dict.fromkeys(map(filed_name, phrase.topics or (_ANY,))):
            counts.setdefault(topic, Counter())[filed] += 1
    ranked = sorted(counts, key=lambda topic: (-counts[topic].total(), topic))
    for topic in ranked:
        cells = (str(counts[topic][column] or "·") for column in columns)
        yield "\t".join((topic, *cells, str(counts[topic].total())))
    for topic in ranked:
        empty = [column for column in columns if not counts[topic][column]]
        if empty:
            yield f"空着的：{topic} {'、'.join(empty)}"
