"""What the writer knows: the brief, its data, Chinese numbers, dates and comparisons."""

from drafter.brief.change import Change
from drafter.brief.comparison import direction_word, say_change, say_changes
from drafter.brief.enumeration import family_named
from drafter.brief.filters import FILTERS, SaidFact
from drafter.brief.kind_skeleton import captured_brief
from drafter.brief.levels import LEVELS, LevelWords, level_words
from drafter.brief.loader import ROLES, load_brief
from drafter.brief.model import AgendaItem, Brief, Fact, Part, Place, Point, Speaker
from drafter.brief.polarity import Polarity, polarity
from drafter.brief.references import named_facts, quote_names
from drafter.brief.seasons import season
from drafter.brief.skeleton import new_brief

__all__ = [
    "FILTERS",
    "LEVELS",
    "ROLES",
    "AgendaItem",
    "Brief",
    "Change",
    "Fact",
    "LevelWords",
    "Part",
    "Place",
    "Point",
    "Polarity",
    "SaidFact",
    "Speaker",
    "captured_brief",
    "direction_word",
    "family_named",
    "level_words",
    "load_brief",
    "named_facts",
    "new_brief",
    "polarity",
    "quote_names",
    "say_change",
    "say_changes",
    "season",
]
