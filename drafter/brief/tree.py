"""What a YAML or JSON file holds, with the line of everything: scalars, lists and mappings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Entry", "Items", "Mapping", "Node", "Scalar", "describe"]

DEEPEST = 20
"""Levels of nesting; a brief needs six."""
MOST_NODES = 50_000
"""Nodes with every alias written out; a full brief has some hundreds."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text.

    Arguments:
        text: as written, without quotes.
        line: 1-based.
        kind: what the notation takes it for.
    """

    text: str
    line: int
    kind: Literal["text", "number", "bool", "null"] = "text"


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order written; a key may stand there twice."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Items | Mapping


def describe(node: Node) -> str:
    """What the node is, in Chinese, for a message."""
    if isinstance(node, Items):
        return "列表"
    if isinstance(node, Mapping):
        return "一组键值"
    return {"bool": "是否值（yes、true 一类）", "null": "空值", "number": "数字", "text": "文字"}[node.kind]
