"""Names that a date has made old: renamed bodies, laws replaced, words no longer used."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed
from drafter.errors import CodedError, Problem
from phrasebank.bounded import read_toml
from phrasebank.os_reasons import os_reason

__all__ = ["Dated", "find_dated", "own_tables", "read_dated", "table_of"]

_HERE = Path(__file__).with_name("tables")
#: What makes an old name right: it is told of as a thing of the past.
_PAST = re.compile("(?:原|时任|当时的?|曾任|历任|前身是|改为|更名为|合并|组建|撤销|整合了?|并入|“)$")
#: 文化和旅游局 is no 旅游局, 环保部门 no 环保部.
_LONGER = re.compile("(?:文化|和|与|广电|体育|文体|发展)$")
_GOES_ON = re.compile("^(?:门|队|分|下|级|属|署|长)")
_AFTER = re.compile("^(?:改为|更名|合并|撤销|并入|已|”|废止|失效|改制|转隶|、[一-鿿]{2,12}合并)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_STOP = re.compile("[。！？；]")


@dataclass(frozen=True, slots=True)
class Dated:
    """An old name and what holds instead.

    Arguments:
        old: the old names, the longest first.
        new: the name now.
        since: from which day.
        source: by what.
    """

    old: tuple[str, ...]
    new: str
    since: dt.date
    source: str


def table_of(path: Path) -> dict[str, Any]:
    """A TOML file.

    Raises:
        CodedError: C010 it cannot be read.
    """
    try:
        return read_toml(path)
    except OSError as error:
        raise CodedError(Problem("C010", f"读不了这张表：{os_reason(error)}", str(path))) from error
    except ValueError as error:
        raise CodedError(Problem("C010", "这张表不是 TOML", str(path), mend=str(error)[:60])) from error


def read_dated(path: Path, key: str) -> list[Dated]:
    """The entries of one kind.

    Raises:
        CodedError: C010 the file cannot be read; C011 an entry is not as it should be.
    """
    found = []
    for number, entry in enumerate(table_of(path).get(key, ()), 1):
        try:
            old = tuple(sorted(entry["old"], key=len, reverse=True))
            since = entry["since"]
            if type(since) is not dt.date or not all(isinstance(name, str) and name for name in old):
                raise TypeError
            found.append(Dated(old, str(entry["new"]), since, str(entry["source"])))
        except (KeyError, TypeError) as error:
            mend = f'写成 [[{key}]] old = ["旧名"] new = "新名" since = 2024-01-01 source = "依据"'
            raise CodedError(Problem("C011", f"第{number}项的写法不对", str(path), mend=mend)) from error
    return found


@lru_cache(maxsize=32)
def _held(names: tuple[str, ...], key: str) -> tuple[tuple[Dated, ...], re.Pattern[str]]:
    entries = [entry for name in names for entry in read_dated(Path(name), key)]
    words = sorted({old for entry in entries for old in entry.old}, key=len, reverse=True)
    return tuple(entries), re.compile("|".join(map(re.escape, words)) or "(?!)")


def own_tables(folder: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """The user's tables, from the folder of the options."""
    return tuple(folder / name for name in names)


def find_dated(
    manuscript: Manuscript,
    name: str,
    key: str,
    settings: Mapping[str, Any],
    *,
    around: tuple[str, str] = ("", ""),
) -> Iterator[Placed]:
    """Old names in a speech held after the day from which they are old.

    Arguments:
        manuscript: without a date nothing is old.
        name: of our table in ``tables/``.
        key: of its entries.
        settings: ``folder`` and ``tables`` of the user's own.
        around: what must stand right before and behind the name (《》).
    """
    if manuscript.date is None:
        return
    files = (_HERE / name, *own_tables(settings["folder"], settings["tables"]))
    entries, pattern = _held(tuple(map(str, files)), key)
    by_name = {old: entry for entry in entries for old in entry.old}
    for at, text in enumerate(manuscript.paragraphs):
        for match in pattern.finditer(text):
            entry = by_name[match[0]]
            if manuscript.date < entry.since or _told_of_the_past(text, match, entry.since):
                continue
            if _LONGER.search(text[: match.start()]) or _GOES_ON.match(text[match.end() :]):
                continue
            before, behind = around
            if not text[: match.start()].endswith(before) or not text.startswith(behind, match.end()):
                continue
            why = f"“{match[0]}”{_since(entry.since)}起是{entry.new}（{entry.source}）"
            yield Placed(at, Hit(match.start(), match.end(), entry.new, why))


def _since(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _told_of_the_past(text: str, match: re.Match[str], since: dt.date) -> bool:
    before = text[: match.start()]
    if _PAST.search(before) or _AFTER.search(text[match.end() :]):
        return True
    start = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    stop = _STOP.search(text, match.end())
    sentence = text[start : stop.start() if stop else len(text)]
    return any(int(year) < since.year for year in _YEAR.findall(sentence))
