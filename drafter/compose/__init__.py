"""brief + template + bank → marked text, speech and trace."""

from drafter.compose.draft import Draft, compose_draft
from drafter.compose.kinds import Kind, folder_of, kind_names, load_kind, load_kinds
from drafter.compose.trace import Trace, TracedSentence

__all__ = [
    "Draft",
    "Kind",
    "Trace",
    "TracedSentence",
    "compose_draft",
    "folder_of",
    "kind_names",
    "load_kind",
    "load_kinds",
]
