"""What the writer knows: the brief, its data, Chinese numbers, dates and comparisons."""

from drafter.brief.levels import LEVELS, LevelWords, level_words
from drafter.brief.loader import load_brief
from drafter.brief.model import Brief, Fact, Part, Place, Point, Speaker

__all__ = [
    "LEVELS",
    "Brief",
    "Fact",
    "LevelWords",
    "Part",
    "Place",
    "Point",
    "Speaker",
    "level_words",
    "load_brief",
]
