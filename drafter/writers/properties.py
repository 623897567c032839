"""What a document says about itself (文档属性)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["Properties"]


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties; every one may be left out.

    Arguments:
        title: "" for the speech's own title.
        author: "" for none; the speaker is only named when the caller says so.
        created: when it was made, or None to leave it out; nothing here reads the clock.
        subject, keywords: "" for none.
    """

    title: str = ""
    author: str = ""
    created: dt.datetime | None = None
    subject: str = ""
    keywords: str = ""
