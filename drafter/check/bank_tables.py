"""Tables of the phrase bank, read by themselves: the package around them loads a tokeniser."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["words_in"]


@cache
def words_in(name: str, section: str = "") -> frozenset[str]:
    """The words of a table under ``phrasebank``, of one ``[section]`` or of all.

    Arguments:
        name: path below the package (masking/surnames.txt).
        section: of which section, or "" for all.
    """
    found: set[str] = set()
    current = ""
    for line in (files("phrasebank") / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            current = line.strip("[] ")
        elif not line.startswith("#") and (not section or current == section):
            found.update(line.split())
    return frozenset(found)
