"""What a decision says besides: why a phrase is forbidden, what to say instead, from when on.

It stands in the phrase's note, a line each, labelled (docs/bank.md): 原因：… 改说：… 停用：2025-01-01.
Any other line of the note is the curator's own and stays.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["INSTEAD", "REASON", "SINCE", "Note", "read_note", "write_note"]

REASON, INSTEAD, SINCE = "原因：", "改说：", "停用："


@dataclass(frozen=True, slots=True)
class Note:
    """A phrase's note, taken apart.

    Arguments:
        reason: why it is forbidden, or "".
        instead: what to say instead, or "".
        since: the day from which it is obsolete, ISO 8601, or "".
        own: the other lines, as the curator wrote them.
    """

    reason: str = ""
    instead: str = ""
    since: str = ""
    own: str = ""


def read_note(text: str) -> Note:
    """Take a note apart; of several lines with one label the last holds."""
    labelled = {REASON: "", INSTEAD: "", SINCE: ""}
    own: list[str] = []
    for line in text.split("\n"):
        label = next((label for label in labelled if line.startswith(label)), None)
        if label is None:
            own.append(line)
        else:
            labelled[label] = line.removeprefix(label).strip()
    return Note(labelled[REASON], labelled[INSTEAD], labelled[SINCE], "\n".join(own).strip("\n"))


def write_note(note: Note) -> str:
    """Put a note together: the labelled lines first; ``read_note`` reads it back."""
    lines = [
        f"{label}{' '.join(value.split())}"
        for label, value in ((REASON, note.reason), (INSTEAD, note.instead), (SINCE, note.since))
        if value
    ]
    return "\n".join([*lines, *([note.own] if note.own else [])])
