"""The closed vocabularies of the bank: slots, levels, heading roles (docs/phrases.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from phrasebank.model import Move, Slot, SlotType

__all__ = [
    "FORMS",
    "LEVELS",
    "REQUIRED_SLOTS",
    "ROLES",
    "ROLE_FREE",
    "SLOT_PATTERN",
    "SLOT_TYPES",
    "slot_type",
    "slots_of",
]

SLOT_TYPES: Mapping[str, SlotType] = MappingProxyType(
    {
        "topic": SlotType.TOPIC,
        "place": SlotType.PLACE,
        "level": SlotType.LEVEL,
        "leadership": SlotType.ORG,
        "units": SlotType.ORG,
        "superior": SlotType.ORG,
        "meeting": SlotType.EVENT,
        "basis": SlotType.DOC,
        "prior": SlotType.EVENT,
        "count": SlotType.COUNT,
        "year": SlotType.DATE,
        "season": SlotType.PERIOD,
        "section": SlotType.TASK,
        "task": SlotType.TASK,
        "org": SlotType.ORG,
        "deadline": SlotType.DATE,
        "measure": SlotType.MEASURE,
        # What the miner masks and a brief has no one key for; a phrase with these waits for a
        # fact that fits (docs/phrases.md).
        "elsewhere": SlotType.PLACE,
        "body": SlotType.ORG,
        "person": SlotType.PERSON,
        "post": SlotType.POST,
        "date": SlotType.DATE,
        "period": SlotType.PERIOD,
        "number": SlotType.NUMBER,
        "percent": SlotType.PERCENT,
        "money": SlotType.MONEY,
        "law": SlotType.LAW,
        "document": SlotType.DOC,
        "event": SlotType.EVENT,
    }
)
"""Every slot name with its type (docs/phrases.md, the table of slots)."""


def slot_type(name: str) -> SlotType:
    """The type of a slot; ``number2`` is the second ``number`` of its phrase.

    Raises:
        KeyError: no slot is called that.
    """
    return SLOT_TYPES[name.rstrip(_DIGITS)]


_DIGITS = "0123456789"

FORMS: frozenset[str] = frozenset({"verb", "noun"})
"""What a slot may ask of its value: a verb phrase (压实责任) or a noun phrase (食堂管理)."""

LEVELS: tuple[str, ...] = ("省", "市", "县", "区", "乡镇", "部门", "企业", "学校")
"""Levels (层级) a speech can be given at, as in the brief (contract 2)."""

ROLES: Mapping[str, Move] = MappingProxyType(
    {
        "认识": Move.BODY_SIGNIFICANCE,
        "形势": Move.BODY_SITUATION,
        "成绩": Move.BODY_ACHIEVEMENT,
        "问题": Move.BODY_PROBLEM,
        "任务": Move.POINT_MEASURE,
        "措施": Move.POINT_MEASURE,
        "保障": Move.POINT_DUTY,
        "责任": Move.POINT_DUTY,
        "希望": Move.CLOSING_HOPE,
    }
)
"""The role of a section in a speech and the move its headings are filed under."""

ROLE_FREE = "通用"
"""The role of a heading that fits a section of any role; it is written role/pattern all the same."""

REQUIRED_SLOTS: Mapping[Move, str] = MappingProxyType(
    {Move.OPENING_ANNOUNCE: "count", Move.OPENING_ACKNOWLEDGE: "prior"}
)
"""Moves that say something only the brief knows: how many sections follow, what went before."""

SLOT_PATTERN = re.compile(r"\{([^{}:]*)(?::([^{}]*))?\}")
"""A slot in a text: its name and, in hand-written input, its form."""


def slots_of(text: str) -> tuple[Slot, ...]:
    """List the slots of a text in order of first appearance, each once.

    Arguments:
        text: words with slots ``{name}`` or ``{name:form}``; every name must be known to ``slot_type``.

    A form stated at any appearance holds for the slot.

    Raises:
        KeyError: a name is unknown.
    """
    forms: dict[str, str] = {}
    for match in SLOT_PATTERN.finditer(text):
        name, form = match[1], match[2] or ""
        forms[name] = forms.get(name) or form
    return tuple(Slot(name, slot_type(name), form) for name, form in forms.items())
