"""What a check finds (contract 5), and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["Finding", "Severity", "plain_finding"]


class Severity(StrEnum):
    """How sure a rule is, and how bad it would be."""

    ERROR = "error"
    """必错: wrong whoever says it."""
    WARNING = "warning"
    """疑似: wrong in most places; the writer decides."""
    INFO = "info"
    """提示: worth a look."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a reader would stumble at.

    Arguments:
        code: of the rule, P003.
        severity: see Severity.
        message: one Chinese sentence: what is wrong and why.
        paragraph: 0-based index among the document's paragraphs that hold text.
        start, end: characters within the paragraph; equal where the whole paragraph is meant.
        text: the words.
        suggestion: what they should be, or "" where only the writer can tell.
        source: standard and clause, law, or usage.
        certain: whether ``--fix`` may put the suggestion in.
    """

    code: str
    severity: Severity
    message: str
    paragraph: int
    start: int = 0
    end: int = 0
    text: str = ""
    suggestion: str = ""
    source: str = ""
    certain: bool = False


def plain_finding(finding: Finding) -> dict[str, Any]:
    """The finding as contract 5 has it, with ``fixable`` besides."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "paragraph": finding.paragraph,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "suggestion": finding.suggestion,
        "source": finding.source,
        "fixable": finding.certain,
    }
