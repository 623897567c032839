"""The drafter's errors: the phrase bank's coded form, one type a room."""

from __future__ import annotations

from phrasebank.errors import CodedError, Problem

__all__ = ["BriefError", "CodedError", "KindError", "Problem", "ReadError", "WriteError"]


class ReadError(CodedError):
    """A document that cannot be read (codes R…)."""


class BriefError(CodedError):
    """A brief or its data that cannot be used (codes B…)."""


class KindError(CodedError):
    """A kind or a template that cannot be used (codes T…)."""


class WriteError(CodedError):
    """A document that cannot be written (codes W…)."""
