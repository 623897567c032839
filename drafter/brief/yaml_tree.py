"""YAML text → tree, with one Chinese line for whatever breaks its grammar.

The tree is built from the parser's events and not from composed nodes: composing recurses in C and
falls over the stack on deep nesting, and events let nesting and aliases be bounded as they come.
Nothing is ever constructed, so a tag can not run anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import yaml

from drafter.brief.tree import DEEPEST, MOST_NODES, Entry, Items, Mapping, Node, Scalar
from drafter.errors import BriefError, Problem

__all__ = ["parse_yaml"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    f"{_TAG}{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)
_NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?")
_FOLD = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_BOOLEANS = frozenset(["yes", "no", "true", "false", "on", "off"])


def parse_yaml(text: str, file: str) -> Node | None:
    """Read one YAML document; None where it holds nothing but comments.

    Arguments:
        text: the file's text.
        file: its name, for messages.

    Raises:
        BriefError: B005 it breaks the grammar; B007 it uses what a brief may not (tags, aliases or
            nesting beyond measure, several documents).
    """
    try:
        return _Builder(file).build(_events(text))
    except yaml.YAMLError as error:
        from drafter.brief.yaml_errors import explain  # its patterns are wanted only where something is wrong

        raise BriefError(explain(error, text, file)) from error


def _events(text: str) -> Iterator[Any]:
    parsed: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    return parsed


class _Builder:
    """Builds the tree of one document from its events."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._nodes = 0

    def build(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._refuse(
                        event, "一个文件里写了两份提纲", "请去掉文件中间的“---”，或分成两个文件"
                    )
            elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
                root = self._node(event, events, 0)
        if isinstance(root, Scalar) and root.kind == "null":
            return None
        return root

    def _node(self, event: Any, events: Iterator[Any], depth: int) -> Node:
        before = self._nodes
        self._count(event, 1)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if depth > DEEPEST:
            raise self._refuse(event, "套得太深", "请按 drafter new 生成的样子写")
        if event.tag is not None and event.tag not in ("!", *_PLAIN_TAGS):
            raise self._refuse(
                event, f"不支持 YAML 标签“{event.tag.replace(_TAG, '!!')}”", "请去掉“!”开头的标签"
            )
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = Scalar(_unfold(event), _line(event), _kind(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Items(tuple(self._items(events, depth)), _line(event))
        else:
            node = Mapping(tuple(self._entries(events, depth)), _line(event))
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, self._nodes - before)
        return node

    def _items(self, events: Iterator[Any], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events, depth + 1)

    def _entries(self, events: Iterator[Any], depth: int) -> Iterator[Entry]:
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key = self._node(event, events, depth + 1)
            if not isinstance(key, Scalar):
                from drafter.brief.yaml_errors import UNQUOTED

                raise self._refuse(event, *UNQUOTED, code="B005")
            yield Entry(key.text.strip(), key.line, self._node(next(events), events, depth + 1))

    def _alias(self, event: Any) -> Node:
        if event.anchor not in self._anchors:
            raise self._refuse(
                event, f"“*{event.anchor}”引用的内容没有定义", "以“*”开头的话要用引号括起来", code="B005"
            )
        node, size = self._anchors[event.anchor]
        self._count(event, size)
        return node

    def _count(self, event: Any, more: int) -> None:
        self._nodes += more
        if self._nodes > MOST_NODES:
            raise self._refuse(event, "内容太多，或反复引用自己", "请去掉“&”“*”引用")

    def _refuse(self, event: Any, message: str, mend: str, code: str = "B007") -> BriefError:
        return BriefError(Problem(code, message, self._file, _line(event), mend=mend))


def _unfold(event: Any) -> str:
    """The scalar's text; the blanks that YAML puts for line breaks go where Chinese meets Chinese."""
    text: str = event.value
    folded = event.style != "|" and event.end_mark.line > event.start_mark.line
    return _FOLD.sub("", text) if folded else text


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1


def _kind(event: Any) -> Literal["text", "number", "bool", "null"]:
    if event.style:  # quoted or a block; for plain ones libyaml says "", the other parser None
        return "text"
    if event.value in ("", "~") or event.value.lower() == "null":
        return "null"
    if event.value.lower() in _BOOLEANS:
        return "bool"
    return "number" if _NUMBER.fullmatch(event.value) else "text"
