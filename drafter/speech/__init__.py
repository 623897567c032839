"""Speeches: the document everyone meets at, its markers, and text → Speech → text."""

from drafter.speech.blocks import Block, Part, Role, speech_paragraphs
from drafter.speech.contract import as_json, from_json
from drafter.speech.leading import marker_text, read_marker
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Anomaly, Section, Speech
from drafter.speech.notation import unprintable
from drafter.speech.parse import parse_speech
from drafter.speech.text import speech_text

__all__ = [
    "Anomaly",
    "Block",
    "Family",
    "Marker",
    "Part",
    "Role",
    "Section",
    "Speech",
    "as_json",
    "from_json",
    "marker_text",
    "parse_speech",
    "read_marker",
    "speech_paragraphs",
    "speech_text",
    "unprintable",
]
