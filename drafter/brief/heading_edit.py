"""Write chosen headings (标题) into a brief's text; every other character stays as its writer left it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from drafter.brief.heading_tree import ChosenPart, put_headings, refuse_edit
from drafter.brief.keys import BRIEF, PART, POINT, Keys
from drafter.brief.skeleton import yaml_scalar

__all__ = ["ChosenPart", "set_headings"]


def set_headings(text: str, chosen: Sequence[ChosenPart], *, file: str, is_json: bool = False) -> str:
    """The brief's text with these headings in it.

    A brief without parts gets them written out; a JSON brief is written anew.

    Arguments:
        text: a brief that loads.
        chosen: one for each of its parts, in order; or the parts to write where it has none.
        file: its name for messages.

    Raises:
        BriefError: B041 the brief is written in a way that cannot be edited in place (the same
            part used twice with ``&`` and ``*``), or has other parts than those chosen.
    """
    if is_json:
        tree = json.loads(text)
        put_headings(tree, chosen, file)
        return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        refuse_edit(file)
    edits = sorted(_Editor(text, file).edits(root, chosen), key=lambda edit: edit.start, reverse=True)
    if len({edit.start for edit in edits}) < len(edits):
        refuse_edit(file)
    written = text
    for edit in edits:
        written = written[: edit.start] + edit.words + written[edit.end :]
    # Whatever way the brief was written in: only what now says the headings and nothing else is kept.
    wanted = _tree(root)
    put_headings(wanted, chosen, file)
    try:
        after = yaml.compose(written, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        refuse_edit(file)
    if after is None or _tree(after) != wanted:
        refuse_edit(file)
    return written


@dataclass(frozen=True, slots=True)
class _Edit:
    """Characters [start:end] of the text and what is written in their place."""

    start: int
    end: int
    words: str


class _Editor:
    """Where in a YAML text the headings go.

    Arguments:
        text: the brief.
        file: its name for messages.
    """

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._eol = "\r\n" if "\r\n" in text else "\n"

    def edits(self, root: Any, chosen: Sequence[ChosenPart]) -> Iterator[_Edit]:
        key, parts = _entry(root, BRIEF, "部分")
        items = _children(parts)
        if not items:
            if root.flow_style:
                refuse_edit(self._file)
            yield self._new_parts(key, parts, chosen)
            return
        if len(items) != len(chosen):
            refuse_edit(self._file)
        for item, part in zip(items, chosen, strict=True):
            if part.heading:
                yield self._heading(item, PART, part.heading)
            points = _children(_entry(item, PART, "要点")[1])
            if len(points) != len(part.points):
                refuse_edit(self._file)
            for point, (_, heading) in zip(points, part.points, strict=True):
                if heading:
                    yield self._heading(point, POINT, heading)

    def _heading(self, node: Any, keys: Keys, heading: str) -> _Edit:
        """Put a heading into a part or point: in place of its old one, or behind its theme."""
        import yaml

        words = yaml_scalar(heading)
        if isinstance(node, yaml.ScalarNode):
            start, end = self._span(node)
            return _Edit(start, end, f"{{主题: {self._text[start:end]}, 标题: {words}}}")
        key, old = _entry(node, keys, "标题")
        if old is not None:
            start, end = self._span(old)
            if start < end:
                return _Edit(start, end, words)
            return _Edit(self._behind_colon(key), self._behind_colon(key), f" {words}")
        if node.flow_style:
            at = node.start_mark.index + 1
            return _Edit(at, at, f"标题: {words}, ")
        first_key, _ = node.value[0]
        column = " " * first_key.start_mark.column
        _, theme = _entry(node, keys, "主题")
        if isinstance(theme, yaml.ScalarNode) and theme.style not in ("|", ">"):
            end = self._line_end(theme.end_mark.index)
            return _Edit(end, end, f"{self._eol}{column}标题: {words}")
        at = first_key.start_mark.index
        return _Edit(at, at, f"标题: {words}{self._eol}{column}")

    def _new_parts(self, key: Any, parts: Any, chosen: Sequence[ChosenPart]) -> _Edit:
        """The parts written out, behind an empty 部分 or at the brief's end."""
        block = self._eol.join(line for part in chosen for line in _lines(part))
        if key is None:
            end = len(self._text)
            start = "" if self._text.endswith("\n") else self._eol
            return _Edit(end, end, f"{start}部分:{self._eol}{block}{self._eol}")
        colon = self._behind_colon(key)
        value = max(colon, parts.end_mark.index)
        end = self._line_end(value)
        return _Edit(colon, end, f"{self._text[value:end]}{self._eol}{block}")

    def _span(self, node: Any) -> tuple[int, int]:
        """Where a value stands, without blanks behind it."""
        start: int = node.start_mark.index
        return start, start + len(self._text[start : node.end_mark.index].rstrip())

    def _behind_colon(self, key: Any) -> int:
        return self._text.index(":", key.end_mark.index) + 1

    def _line_end(self, at: int) -> int:
        end = self._text.find("\n", at)
        if end < 0:
            return len(self._text)
        return end - 1 if self._text[end - 1 : end] == "\r" else end


def _entry(node: Any, keys: Keys, name: str) -> tuple[Any, Any]:
    """The key and the value of this name in a mapping, or two Nones."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if keys.canonical(key.value) == name:
                return key, value
    return None, None


def _children(node: Any) -> list[Any]:
    """The items of a list; one alone needs no list."""
    import yaml

    if node is None or (isinstance(node, yaml.ScalarNode) and node.value.strip() in ("", "~", "null")):
        return []
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def _lines(part: ChosenPart) -> Iterator[str]:
    yield f"  - 主题: {yaml_scalar(part.theme)}"
    yield f"    标题: {yaml_scalar(part.heading or part.theme)}"
    if part.role:
        yield f"    作用: {part.role}"
    if part.points:
        yield "    要点:"
    for theme, heading in part.points:
        yield f"      - 主题: {yaml_scalar(theme)}"
        if heading:
            yield f"        标题: {yaml_scalar(heading)}"


def _tree(node: Any) -> Any:
    """What the nodes hold, as json.loads would give it, every value a text."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        return {key.value.strip(): _tree(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_tree(item) for item in node.value]
    return node.value
