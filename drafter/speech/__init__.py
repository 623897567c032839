"""Speeches: the document everyone meets at, its markers, and text → Speech → text."""

from drafter.speech.leading import marker_text, read_marker
from drafter.speech.marker import Family, Marker
from drafter.speech.model import Anomaly, Section, Speech

__all__ = ["Anomaly", "Family", "Marker", "Section", "Speech", "marker_text", "read_marker"]
