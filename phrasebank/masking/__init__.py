"""Masking (遮盖): what of a speech is specific, its place in a frame, and what the speech is about."""

from phrasebank.masking.describing import describe
from phrasebank.masking.finding import find_spans
from phrasebank.masking.framing import Framed, frame
from phrasebank.masking.span import Span

__all__ = ["Framed", "Span", "describe", "find_spans", "frame"]
