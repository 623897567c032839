"""Which bank a command means where it is not told."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["DEFAULT_BANK", "VARIABLE", "bank_address", "is_named", "is_there"]

VARIABLE = "JIANGGAO_BANK"
"""The environment variable that names an office's bank."""

DEFAULT_BANK = "bank.db"
"""The bank of a folder: speeches, briefs and the bank of one job lie together."""


def bank_address(bank: str | None) -> str:
    """The bank's file or address: what was said, else what the environment names, else ``bank.db`` here.

    Arguments:
        bank: the value of ``--bank``, or None.
    """
    return bank or os.environ.get(VARIABLE, "") or DEFAULT_BANK


def is_named(bank: str | None) -> bool:
    """Whether somebody said which bank, so that one that is not there is a mistake."""
    return bool(bank or os.environ.get(VARIABLE))


def is_there(address: str) -> bool:
    """Whether there is such a file; a database server is asked when it is opened."""
    return "://" in address or Path(address).exists()
