"""Straight quotation marks to “ ” and ‘ ’ by balance."""

from __future__ import annotations

import re

from drafter.readers.cleaning.scripts import CJK
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["curl_quotes"]

_ANY_CJK = re.compile(f"[{CJK}]")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])'(?=[A-Za-z])|(?<=\d)'")
_OPENS_AFTER = "（《“‘【：，。；！？、—(:,;!? \t"
_CLOSES_BEFORE = "）》”’】，。；！？、)…,;!?"


def curl_quotes(sheet: Sheet) -> None:
    """Curl the quotes of every paragraph that holds Chinese."""
    for i, line in enumerate(sheet.lines):
        if ('"' in line or "'" in line or "＂" in line) and _ANY_CJK.search(line):
            sheet.lines[i] = _curled(line)


def _curled(line: str) -> str:
    line = line.replace("＂", '"').replace("＇", "'")
    line = _by_balance(line, '"', "“", "”")
    if "'" not in line:
        return line
    kept = {match.start() for match in _APOSTROPHE.finditer(line)}
    return _by_balance(line, "'", "‘", "’", kept)


def _by_balance(line: str, straight: str, opening: str, closing: str, kept: set[int] | None = None) -> str:
    """Turn straight marks by turns into opening and closing ones.

    The neighbours speak first where only one reading is possible, so that one lost mark does
    not turn all that follow.
    """
    if straight not in line:
        return line
    out = list(line)
    is_open = False
    for i, char in enumerate(line):
        if char == opening:
            is_open = True
        elif char == closing:
            is_open = False
        elif char == straight and not (kept and i in kept):
            before, after = line[i - 1] if i else "", line[i + 1] if i + 1 < len(line) else ""
            if (
                is_open
                and after
                and after not in _CLOSES_BEFORE
                and (not before or before in "（《：，、(:,")
            ):
                is_open = False  # the closing mark before this one was lost
            out[i] = closing if is_open else opening
            is_open = not is_open
    return "".join(out)
