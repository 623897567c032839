"""Chosen headings (标题) in a brief as JSON and YAML hold it: mappings, lists and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from drafter.brief.keys import BRIEF, PART, POINT, Keys
from drafter.errors import BriefError, Problem

__all__ = ["ChosenPart", "put_headings", "refuse_edit"]


@dataclass(frozen=True, slots=True)
class ChosenPart:
    """A part's chosen heading and those of its points.

    Arguments:
        theme, role: what it is about and does; written where the brief has no parts yet.
        heading: its 标题, or "" to leave the brief's.
        points: (theme, heading or "") of each point.
    """

    theme: str
    heading: str
    points: tuple[tuple[str, str], ...] = ()
    role: str = ""


def put_headings(root: Any, chosen: Sequence[ChosenPart], file: str) -> None:
    """Put the headings into the tree of a brief; one without parts gets them.

    Arguments:
        root: the brief as json.loads gives it; changed in place.
        chosen: one for each part, in order.
        file: its name for messages.

    Raises:
        BriefError: B041 the brief has other parts than those chosen.
    """
    if not isinstance(root, dict):
        refuse_edit(file)
    name = _spelled(root, BRIEF, "部分")
    if not _listed(root.get(name)):
        root[name] = [_part(part) for part in chosen]
        return
    items = _put(root, name, PART, [part.heading for part in chosen], file)
    for item, part in zip(items, chosen, strict=True):
        if isinstance(item, dict):
            _put(item, _spelled(item, PART, "要点"), POINT, [heading for _, heading in part.points], file)


def refuse_edit(file: str) -> NoReturn:
    """Say that a brief cannot be edited in place."""
    mend = "请按显示的标题自己填到各部分、各要点的“标题”里"
    raise BriefError(Problem("B041", "这份提纲的写法不便改动", file, mend=mend))


def _put(owner: dict[str, Any], name: str, keys: Keys, headings: Sequence[str], file: str) -> list[Any]:
    """Put headings into the items under one key; what stood there without a list stays so."""
    given = owner.get(name)
    items = _listed(given)
    if len(items) != len(headings):
        refuse_edit(file)
    for index, heading in enumerate(headings):
        if heading:
            item = items[index] if isinstance(items[index], dict) else {"主题": items[index]}
            item[_spelled(item, keys, "标题")] = heading
            items[index] = item
    if items:
        owner[name] = items if isinstance(given, list) else items[0]
    return items


def _listed(given: Any) -> list[Any]:
    """The items of a list; one alone needs no list."""
    if given is None or (isinstance(given, str) and given.strip() in ("", "~", "null")):
        return []
    return list(given) if isinstance(given, list) else [given]


def _part(part: ChosenPart) -> dict[str, Any]:
    made: dict[str, Any] = {"主题": part.theme, "标题": part.heading or part.theme}
    if part.role:
        made["作用"] = part.role
    if part.points:
        made["要点"] = [
            {"主题": theme, "标题": heading} if heading else {"主题": theme} for theme, heading in part.points
        ]
    return made


def _spelled(table: Mapping[str, Any], keys: Keys, name: str) -> str:
    """How this mapping spells a key: 标题, heading, title."""
    return next((written for written in table if keys.canonical(written) == name), name)
