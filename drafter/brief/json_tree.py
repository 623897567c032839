"""JSON text → tree, keeping the line of everything and every repeated key."""

from __future__ import annotations

import re
from bisect import bisect_left
from json import JSONDecodeError, JSONDecoder

from drafter.brief.tree import DEEPEST, Entry, Items, Mapping, Node, Scalar
from drafter.errors import BriefError, Problem

__all__ = ["parse_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_WORD = re.compile(r"true|false|null")
_DECODER = JSONDecoder()
_FULL_WIDTH = {"，": ",", "：": ":", "“": '"', "”": '"', "｛": "{", "｝": "}", "【": "[", "】": "]", "'": '"'}


def parse_json(text: str, file: str) -> Node:
    """Read one JSON document.

    Raises:
        BriefError: B005 it breaks the grammar; B007 it is nested too deeply.
    """
    return _Reader(text, file).read()


class _Reader:
    """Reads one document, remembering where it stands."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._breaks = [match.start() for match in re.finditer("\n", text)]

    def read(self) -> Node:
        self._skip()
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._refuse("内容结束以后还有多余的字", "请检查括号是否配对")
        return node

    def _value(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._refuse("套得太深", "请按 drafter new 生成的样子写", code="B007")
        line, sign = self._line(), self._peek()
        if sign == "{":
            return Mapping(self._entries(depth), line)
        if sign == "[":
            return Items(self._items(depth), line)
        if sign == '"':
            return Scalar(self._string(), line)
        if match := _NUMBER.match(self._text, self._at):
            self._at = match.end()
            return Scalar(match[0], line, "number")
        if match := _WORD.match(self._text, self._at):
            self._at = match.end()
            return Scalar(match[0], line, "null" if match[0] == "null" else "bool")
        raise self._unexpected("一个值")

    def _entries(self, depth: int) -> tuple[Entry, ...]:
        entries: list[Entry] = []
        while self._another("}", first=not entries):
            if self._peek() != '"':
                raise self._unexpected("用双引号括起来的键")
            line, key = self._line(), self._string()
            self._skip()
            if self._peek() != ":":
                raise self._unexpected("冒号“:”")
            self._at += 1
            self._skip()
            entries.append(Entry(key.strip(), line, self._value(depth + 1)))
        return tuple(entries)

    def _items(self, depth: int) -> tuple[Node, ...]:
        items: list[Node] = []
        while self._another("]", first=not items):
            items.append(self._value(depth + 1))
        return tuple(items)

    def _another(self, closing: str, *, first: bool) -> bool:
        """Step over the opening bracket or the comma to the next element; False past the end."""
        if first:
            self._at += 1
        self._skip()
        if self._peek() == closing:
            self._at += 1
            return False
        if not first:
            if self._peek() != ",":
                raise self._unexpected(f"逗号“,”或“{closing}”")
            self._at += 1
            self._skip()
            if self._peek() == closing:
                raise self._refuse("最后一项后面多了一个逗号", "请去掉它")
        return True

    def _string(self) -> str:
        try:
            text, self._at = _DECODER.raw_decode(self._text, self._at)
        except JSONDecodeError as error:
            self._at = error.pos
            if error.msg.startswith("Unterminated"):
                raise self._refuse("引号没有配对", "请补上另一半双引号") from error
            if "control character" in error.msg:
                raise self._refuse("引号里换了行，或有控制字符", "换行请写成“\\n”") from error
            raise self._refuse("双引号里的“\\”写法不对", "请把“\\”写成“\\\\”") from error
        return str(text)

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _skip(self) -> None:
        match = _SPACE.match(self._text, self._at)
        if match:
            self._at = match.end()

    def _line(self) -> int:
        return bisect_left(self._breaks, self._at) + 1

    def _unexpected(self, wanted: str) -> BriefError:
        sign = self._peek()
        if sign in _FULL_WIDTH:
            return self._refuse(f"用了“{sign}”", f"JSON 里要用半角的“{_FULL_WIDTH[sign]}”")
        found = f"，却是“{sign}”" if sign else "，文件却到此为止"
        return self._refuse(f"这里应当是{wanted}{found}", "请检查括号、引号和逗号")

    def _refuse(self, message: str, mend: str, code: str = "B005") -> BriefError:
        return BriefError(Problem(code, message, self._file, self._line(), mend=mend))
