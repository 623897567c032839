"""The phrase bank: what official speeches are made of, with its sources, curated by people."""

from phrasebank.errors import CodedError, Problem
from phrasebank.model import Move, Phrase, Slot, SlotType, Status, Unit

__all__ = ["CodedError", "Move", "Phrase", "Problem", "Slot", "SlotType", "Status", "Unit"]
