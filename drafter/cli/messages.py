"""Make the option parser speak Chinese: its own sentences come from a message catalogue."""

from __future__ import annotations

import gettext
import os
from pathlib import Path

__all__ = ["speak_chinese"]

_DOMAIN = "drafter"
_LOCALE = Path(__file__).with_name("locale")


def speak_chinese() -> None:
    """Let gettext find our catalogue whatever the system's language is.

    The option parser calls the standard library's ``gettext`` for every sentence it prints, which
    looks the domain up by the LANGUAGE variable first.
    """
    os.environ["LANGUAGE"] = "zh_CN"
    gettext.bindtextdomain(_DOMAIN, str(_LOCALE))
    gettext.textdomain(_DOMAIN)
