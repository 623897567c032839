"""Speech to JSON: contract 3 of the architecture."""

from __future__ import annotations

import json

from drafter.speech.contract import as_json
from drafter.speech.model import Speech
from drafter.writers.clean import clean_speech

__all__ = ["write_json"]


def write_json(speech: Speech) -> str:
    """The speech as JSON, Chinese unescaped, two spaces of indent, ending in a line end."""
    return json.dumps(as_json(clean_speech(speech)[0]), ensure_ascii=False, indent=2) + "\n"
