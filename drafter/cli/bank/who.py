"""Who decides, and when: asked of the system here, for the library knows neither."""

from __future__ import annotations

import datetime as dt
import getpass
import os

from phrasebank.errors import CodedError, Problem

__all__ = ["USER_VARIABLE", "decider", "now"]

USER_VARIABLE = "JIANGGAO_USER"
"""The environment variable with the name that decisions are recorded under."""


def decider(by: str | None) -> str:
    """The name that a decision is recorded under.

    Arguments:
        by: the value of ``--by``, or None.

    Raises:
        CodedError: U010 nobody is named anywhere.
    """
    name = (by or os.environ.get(USER_VARIABLE, "")).strip()
    if name:
        return name
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise CodedError(
            Problem("U010", "不知道是谁在定", mend=f"请加 --by 姓名，或设环境变量 {USER_VARIABLE}")
        ) from error


def now() -> str:
    """The time with its zone, to the second, ISO 8601."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
