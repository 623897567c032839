"""Rows of values to what they say of a phrase; every mistake with its row and column."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from phrasebank.errors import Problem
from phrasebank.exchange_files.cells import read_sources, split
from phrasebank.exchange_files.codes import labelled, named
from phrasebank.exchange_files.columns import COLUMNS, Column, column_named
from phrasebank.exchange_files.given import Given, Read
from phrasebank.exchange_files.limits import MOST_CHARACTERS
from phrasebank.model import Move, Status, Unit
from phrasebank.vocabulary import FORMS, SLOT_PATTERN, SLOT_TYPES, slots_of

__all__ = ["read_table", "read_values", "text_problems"]

_TITLES = {column.key: column.title for column in COLUMNS}
_LISTS = ("topics", "kinds", "levels", "themes", "groups")
_ID_LENGTH = 16
#: Rows in which the heading is looked for: above it there may be a title or a remark.
_HEADING_WITHIN = 20


def read_table(rows: Iterable[tuple[int, Sequence[str]]], *, file: str = "") -> Read:
    """Read a table whose first row with 文字 or 编号 in it names the columns.

    Arguments:
        rows: (1-based row number, its cells as text).
        file: its name for messages.
    """
    remaining = iter(rows)
    columns: list[Column | None] = []
    for number, cells in remaining:
        columns = [column_named(cell) for cell in cells]
        if any(column is not None and column.key in ("id", "text") for column in columns):
            break
        if number > _HEADING_WITHIN:
            columns = []
            break
    else:
        columns = []
    if not any(columns):
        mend = "第一行应是列名：编号、文字、单位、语步、状态……，可先导出一份照着填"
        return Read((), (Problem("I010", "找不到列名", file, mend=mend),))
    warnings = _warnings(cells, columns, file)
    given: list[Given] = []
    refused: list[Problem] = []
    for line, texts in remaining:
        if not any(text.strip() for text in texts):
            continue
        values = {
            column.key: text
            for column, text in zip(columns, (*texts, *[""] * (len(columns) - len(texts))), strict=False)
            if column is not None
        }
        row, problems = read_values(_from_cells(values), line, file=file)
        refused += problems
        if row is not None:
            given.append(row)
    return Read(tuple(given), tuple(refused), warnings)


def read_values(
    values: Mapping[str, Any], line: int, *, file: str = "", keys: Mapping[str, str] = _TITLES
) -> tuple[Given | None, list[Problem]]:
    """What a row says: ``None`` and its problems where it cannot be understood.

    Arguments:
        values: by column key: texts, lists already taken apart, numbers. A unit, move or status that
            is blank is as if it were not there.
        line: 1-based.
        file: for messages.
        keys: what a column is called in messages.
    """
    fields: dict[str, Any] = {}
    problems: list[Problem] = []

    def report(code: str, message: str, key: str, mend: str = "") -> None:
        problems.append(Problem(code, message, file, line, keys.get(key, key), mend))

    if "text" in values:
        written = values["text"].strip()
        found = text_problems(written)
        for code, message, mend in found:
            report(code, message, "text", mend)
        if not found:
            fields["slots"] = slots_of(written)
            fields["text"] = SLOT_PATTERN.sub(lambda match: f"{{{match[1]}}}", written)
    for key, kind, code in (("unit", Unit, "P010"), ("move", Move, "P011"), ("status", Status, "P017")):
        said = str(values.get(key, "")).strip()
        if not said:
            continue
        member = named(kind, said)  # type: ignore[type-var]
        if member is None:
            report(code, f"不认识“{said}”", key, _nearest(said, kind))
        else:
            fields[key] = member
    for key in _LISTS:
        if key in values:
            fields[key] = tuple(values[key])
    for key in ("family", "note"):
        if key in values:
            fields[key] = values[key].strip()
    if "doubts" in values:
        fields["doubts"] = tuple(values["doubts"])
    if "moves" in values:
        moves = [named(Move, move) for move in values["moves"]]
        if None in moves:
            report("P011", "不认识其中的语步", "moves", "写成 point.lead、point.measure")
        else:
            fields["moves"] = tuple(moves)
    if problems:
        return None, problems
    return (
        Given(
            line,
            str(values.get("id", "")).strip(),
            fields,
            _whole(values.get("revision")),
            str(values["decided_at"]).strip() if "decided_at" in values else None,
            _extras(values),
        ),
        [],
    )


def text_problems(written: str) -> list[tuple[str, str, str]]:
    """What keeps a text from being a phrase's: (code, message, how to mend)."""
    if len(written) > MOST_CHARACTERS:
        return [("P040", f"有{len(written)}字，不是一条短语", "请拆成几条")]
    problems = [] if written else [("P020", "没有文字", "要删去词条，请把状态改为 不用")]
    for match in SLOT_PATTERN.finditer(written):
        name, form = match[1], match[2]
        if name.rstrip("0123456789") not in SLOT_TYPES:
            near = difflib.get_close_matches(name, SLOT_TYPES, n=1)
            mend = f"是不是“{near[0]}”？" if near else f"可用：{'、'.join(SLOT_TYPES)}"
            problems.append(("P012", f"没有“{name}”这个空位", mend))
        if form is not None and form not in FORMS:
            problems.append(("P013", f"空位的形式“{form}”不对", "只有 verb 和 noun"))
    if set("{}") & set(SLOT_PATTERN.sub("", written)):
        problems.append(("P013", "花括号没有配对", "空位写成 {名称}"))
    return problems


def _from_cells(cells: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = dict(cells)
    for key in (*_LISTS, "moves"):
        if key in values:
            values[key] = split(values[key])
    if "doubts" in values:
        values["doubts"] = tuple(line.strip() for line in values["doubts"].splitlines() if line.strip())
    if "sources" in values:
        values["sources"] = read_sources(values["sources"])
    identity = values.get("id", "").strip()
    if identity.isdecimal() and identity.isascii() and len(identity) < _ID_LENGTH:
        # A spreadsheet took the id for a number and dropped the zeros in front.
        values["id"] = identity.zfill(_ID_LENGTH)
    return values


def _extras(values: Mapping[str, Any]) -> dict[str, Any]:
    extras: dict[str, Any] = {}
    for key in ("sample_count", "used"):
        number = _whole(values.get(key))
        if number is not None:
            extras[key] = max(number, 0)
    with contextlib.suppress(KeyError, TypeError, ValueError):
        extras["score"] = min(max(float(values["score"]), 0.0), 1.0)
    if values.get("sources"):
        extras["sources"] = tuple(values["sources"])
    return extras


def _whole(value: Any) -> int | None:
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        return None


def _warnings(cells: Sequence[str], columns: Sequence[Column | None], file: str) -> tuple[Problem, ...]:
    unknown = [
        cell.strip() for cell, column in zip(cells, columns, strict=True) if column is None and cell.strip()
    ]
    named_twice = [
        column.title
        for place, column in enumerate(columns)
        if column is not None and column in columns[:place]
    ]
    warnings = []
    if unknown:
        warnings.append(Problem("I011", f"没有用到这些列：{'、'.join(unknown)}", file))
    if named_twice:
        warnings.append(Problem("I011", f"列名重复，用最右边的：{'、'.join(named_twice)}", file))
    return tuple(warnings)


def _nearest(said: str, kind: type[Status] | type[Unit] | type[Move]) -> str:
    names = [labelled(code) for code in kind]
    near = difflib.get_close_matches(said, names, n=1, cutoff=0.4)
    return f"是不是“{near[0]}”？" if near else f"可用：{'、'.join(names)}"
