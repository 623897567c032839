"""The user's own table of office-holders: never shipped, read where the options name it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import CodedError, Problem
from phrasebank.bounded import read_toml
from phrasebank.os_reasons import os_reason

__all__ = ["Holder", "read_holders"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody in office.

    Arguments:
        name: 姓名.
        posts: 职务, each in full.
        since, until: first and last day, or None.
    """

    name: str
    posts: tuple[str, ...]
    since: dt.date | None = None
    until: dt.date | None = None

    def holds_on(self, day: dt.date | None) -> bool:
        """Whether in office on a day; on an unknown one whoever has not left."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def read_holders(path: Path) -> list[Holder]:
    """Read the table, in the order of rank in which it is written.

    Raises:
        CodedError: C010 it cannot be read; C011 an entry is not as it should be.
    """
    try:
        table = read_toml(path)
    except OSError as error:
        raise CodedError(Problem("C010", f"读不了名册：{os_reason(error)}", str(path))) from error
    except ValueError as error:
        raise CodedError(Problem("C010", "名册不是 TOML", str(path), mend=str(error)[:60])) from error
    found = []
    entries = table.get("holder", [])
    for number, entry in enumerate(entries if isinstance(entries, list) else [None], 1):
        try:
            posts = entry["posts"]
            held = tuple([posts] if isinstance(posts, str) else posts)
            one = Holder(entry["name"], held, entry.get("since"), entry.get("until"))
            if not all(isinstance(words, str) for words in (one.name, *held)):
                raise TypeError
            if any(day is not None and type(day) is not dt.date for day in (one.since, one.until)):
                raise TypeError
        except (KeyError, TypeError, AttributeError) as error:
            mend = '写成 [[holder]] name = "周明远"  posts = ["市委副书记", "市长"]  since = 2025-01-10'
            raise CodedError(Problem("C011", f"第{number}人的写法不对", str(path), mend=mend)) from error
        found.append(one)
    return found
