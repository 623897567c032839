"""Kinds of speech (文种): a folder each, with speech.j2 and kind.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.brief.enumeration import FAMILIES, family_named
from drafter.errors import KindError, Problem
from drafter.resources import templates_folder
from phrasebank.model import MOVES, Move

__all__ = ["NUMBERED", "ROLES", "TONES", "Kind", "ProposedPart", "kind_names", "load_kind", "load_kinds"]

#: What a numbered part does in a speech (作用), in the order speeches usually take.
ROLES = ("形势", "认识", "成绩", "问题", "任务", "措施", "保障", "责任", "希望")

#: How a kind speaks: it orders, reports to a superior, pays respects, teaches, or talks with people.
TONES = ("command", "report", "courtesy", "teach", "talk")
#: What of a kind is numbered: parts and their points, the points alone, or nothing.
NUMBERED = ("parts", "points", "nothing")

#: What a point's paragraph is built of besides bank moves.
STATED = frozenset({"data", "measures", "verbatim"})


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """A part that the kind usually has, for a brief that names none."""

    theme: str
    role: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of speech is made.

    Arguments:
        name: 文种.
        summary: one line for ``drafter kinds``.
        template: name of its Jinja template, ``工作部署/speech.j2``.
        salutation: form of address when the brief has none.
        family: numbering of the points (分点) when the brief asks for none.
        opening: paragraphs of the opening, each a run of moves.
        closing: moves of the ending.
        introductions: role → moves of the paragraph below a part's heading.
        skeletons: makes of a point's paragraph: stated blocks (data, measures, verbatim) and
            bank moves in order.
        outline: what it proposes when the brief has no parts.
        tone: one of ``TONES``; in a report and in a ceremony nobody is ordered about.
        numbered: one of ``NUMBERED``.
        own: beginnings of moves (opening, closing.call) for which only phrases filed under this kind
            will do.
    """

    name: str
    summary: str
    template: str
    salutation: str
    family: str
    opening: tuple[tuple[Move, ...], ...]
    closing: tuple[Move, ...]
    introductions: Mapping[str, tuple[Move, ...]]
    skeletons: tuple[tuple[str, ...], ...]
    outline: tuple[ProposedPart, ...]
    tone: str = "command"
    numbered: str = "parts"
    own: tuple[str, ...] = ()


def kind_names(folder: Path | None = None) -> tuple[str, ...]:
    """Names of the kinds there are."""
    root = folder or templates_folder()
    return tuple(sorted(path.parent.name for path in root.glob("*/kind.toml")))


def load_kinds(folder: Path | None = None) -> tuple[Kind, ...]:
    """Every kind under ``folder`` (default: the templates that came with the program)."""
    return tuple(load_kind(name, folder) for name in kind_names(folder))


def load_kind(name: str, folder: Path | None = None) -> Kind:
    """The kind of this name.

    Raises:
        KindError: T001 there is none of this name; T002 its kind.toml cannot be read or has a
            wrong key, move or skeleton.
    """
    root = folder or templates_folder()
    path = root / name / "kind.toml"
    if not path.is_file():
        known = "、".join(kind_names(root))
        raise KindError(Problem("T001", f"没有“{name}”这个文种", mend=f"现有文种：{known}"))
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _bad(path, "", f"读不出来：{error}") from error
    return _kind(path, name, table)


def _kind(path: Path, name: str, table: dict[str, Any]) -> Kind:
    try:
        opening = tuple(_moves(path, "opening.paragraphs", run) for run in table["opening"]["paragraphs"])
        introductions = {
            role: _moves(path, f"introduction.{role}", run) for role, run in table["introduction"].items()
        }
        kind = Kind(
            name=name,
            summary=_text(table["summary"]),
            template=f"{name}/speech.j2",
            salutation=_text(table["salutation"]),
            family=_text(table["points"]["family"]),
            opening=opening,
            closing=_moves(path, "closing.moves", table["closing"]["moves"]),
            introductions=introductions,
            skeletons=tuple(_skeleton(path, run) for run in table["points"]["skeletons"]),
            outline=tuple(
                ProposedPart(_text(part["theme"]), part["role"], _texts(part["points"]))
                for part in table["outline"]
            ),
            tone=_text(table.get("tone", "command")),
            numbered=_text(table.get("numbered", "parts")),
            own=_texts(table.get("own", [])),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise _bad(path, str(error).strip("'"), "缺了这一项，或者写法不对") from error
    if family_named(kind.family) is None:
        raise _bad(path, "points.family", f"没有“{kind.family}”这种分点", f"可用：{'、'.join(FAMILIES)}")
    for key, given in (("points.skeletons", kind.skeletons), ("outline", kind.outline)):
        if not given:
            raise _bad(path, key, "这一项是空的", "至少写一条")
    for beginning in kind.own:
        if not any(move.startswith(beginning) for move in MOVES):
            raise _bad(path, "own", f"没有以“{beginning}”开头的语步", "语步见 docs/phrases.md")
    for key, given_name, known in (("tone", kind.tone, TONES), ("numbered", kind.numbered, NUMBERED)):
        if given_name not in known:
            raise _bad(path, key, f"没有“{given_name}”这种写法", f"可用：{'、'.join(known)}")
    for role in (*introductions, *(part.role for part in kind.outline)):
        if role not in ROLES:
            raise _bad(path, role, "没有这种作用", f"可用：{'、'.join(ROLES)}")
    return kind


def _text(value: object) -> str:
    """A text as it stands in the file; a number or a list is none.

    Raises:
        TypeError: it is no text.
    """
    if not isinstance(value, str):
        raise TypeError(str(value))
    return value


def _texts(value: object) -> tuple[str, ...]:
    """A list of texts; one text alone would fall apart into its characters.

    Raises:
        TypeError: it is no list of texts.
    """
    if not isinstance(value, list):
        raise TypeError(str(value))
    return tuple(_text(item) for item in value)


def _moves(path: Path, key: str, names: object) -> tuple[Move, ...]:
    moves = _texts(names)
    for name in moves:
        if name not in MOVES:
            raise _bad(path, key, f"没有“{name}”这个语步", "语步见 docs/phrases.md")
    return tuple(Move(name) for name in moves)


def _skeleton(path: Path, blocks: object) -> tuple[str, ...]:
    skeleton = _texts(blocks)
    for block in skeleton:
        if block not in STATED and block not in MOVES:
            raise _bad(
                path, "points.skeletons", f"没有“{block}”这一块", "可用 data、measures、verbatim 和各语步"
            )
    return skeleton


def _bad(path: Path, key: str, message: str, mend: str = "") -> KindError:
    return KindError(Problem("T002", message, str(path), key=key, mend=mend))
