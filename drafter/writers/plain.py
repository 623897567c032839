"""Speech to plain text: one paragraph a line, in the notation that the parser reads."""

from __future__ import annotations

from drafter.speech.model import Speech
from drafter.speech.text import speech_text
from drafter.writers.clean import clean_speech

__all__ = ["write_text"]


def write_text(speech: Speech) -> str:
    """The speech as text that ``parse`` reads back unchanged, ending in a line end."""
    text = speech_text(clean_speech(speech)[0])
    return text if text.endswith("\n") or not text else f"{text}\n"
