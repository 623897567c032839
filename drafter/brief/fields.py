"""Typed reading of a mapping's values; what is wrong is noted and the reading goes on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence

from drafter.brief.dates import parse_date, say_date
from drafter.brief.figures import PLACEHOLDER
from drafter.brief.keys import BRIEF, PART, POINT, Keys, belongs_to
from drafter.brief.problems import Problems, nearest
from drafter.brief.references import broken_template
from drafter.brief.tree import Entry, Items, Mapping, Node, Scalar, describe

__all__ = ["Fields", "Mention", "read_text_node"]

_LATER_KEY = re.compile(r"^(?P<key>[^\s：:，。]{1,6})[：:]")
_SEPARATORS = re.compile(r"[、，,；;]")
_LENGTH = re.compile(r"(?:约|大约)?\s*(\d{1,6}|\d{1,3}(?:,\d{3}))\s*字?(?:左右|上下)?")
_DIGITS = re.compile(r"\d")
SHORTEST, LONGEST = 300, 50_000
"""Characters a speech may be asked to have; the longest reports to congresses have about 30,000."""

_MEND: dict[type[Node], str] = {
    Scalar: "请用引号括起来",
    Items: "请只写一段话，不用“[ ]”和“-”",
    Mapping: "文字里有“: ”或“{ ”时请用引号括起来",
}

Mention = tuple[str, int, str]
"""A text of the brief with the line and the key where it stands, to look for named facts in."""


def read_text_node(node: Node, key: str, problems: Problems, mentions: list[Mention] | None = None) -> str:
    """The text of a scalar, "" for an empty one; anything else is a problem of ``key``.

    Arguments:
        mentions: gathers texts that name facts.
    """
    if not isinstance(node, Scalar) or node.kind == "bool":
        problems.add(
            "B013",
            f"应当是一段文字，却是{describe(node)}",
            line=node.line,
            key=key,
            mend=_MEND[type(node)],
        )
        return ""
    if node.kind == "null":
        return ""
    text = node.text.strip()
    if wrong := broken_template(text):
        problems.add("B025", wrong, line=node.line, key=key, mend="例如：全年关闭{{ 关闭企业 }}")
    elif mentions is not None and "{{" in text:
        mentions.append((text, node.line, key))
    return text


class Fields:
    """The values of one mapping, by Chinese key.

    Arguments:
        mapping: the mapping as written.
        keys: the keys it may have; others, repeated ones and missing ones are noted at once.
        problems: where to note them.
        mentions: gathers texts that may name facts.
    """

    def __init__(self, mapping: Mapping, keys: Keys, problems: Problems, mentions: list[Mention]) -> None:
        self._problems = problems
        self._mentions = mentions
        self._line = mapping.line
        self._entries: dict[str, Entry] = {}
        for entry in mapping.entries:
            self._take(entry, keys)
        for key in keys.required:
            if self.node(key) is None:
                self._note("B012", "缺少这一项", mapping.line, key, f"“{keys.owner}”必须写明“{key}”")

    def node(self, key: str) -> Node | None:
        """The value as written; None where it is absent or empty."""
        entry = self._entries.get(key)
        if entry is None or (isinstance(entry.value, Scalar) and entry.value.kind == "null"):
            return None
        if isinstance(entry.value, Scalar) and not entry.value.text.strip():
            return None
        return entry.value

    def key(self, key: str) -> str:
        """The key as the user wrote it."""
        return self._entries[key].key if key in self._entries else key

    def line(self, key: str) -> int:
        """The line of the key; the mapping's own where the key is absent."""
        return self._entries[key].line if key in self._entries else self._line

    def text(self, key: str) -> str:
        """A text, "" when absent."""
        node = self.node(key)
        if node is None:
            return ""
        return read_text_node(node, self.key(key), self._problems, self._mentions).replace("\n", "")

    def texts(self, key: str) -> tuple[str, ...]:
        """A text or a list of texts, one a line where a text has several; empty ones are left out."""
        node = self.node(key)
        nodes = node.items if isinstance(node, Items) else () if node is None else (node,)
        texts = (read_text_node(item, self.key(key), self._problems, self._mentions) for item in nodes)
        lines = (line.strip() for text in texts for line in text.split("\n"))
        return tuple(line for line in lines if line)

    def names(self, key: str) -> tuple[tuple[str, int], ...]:
        """Names with their lines, from a list or from one text that separates them by 、 or ，."""
        node = self.node(key)
        nodes = node.items if isinstance(node, Items) else () if node is None else (node,)
        found: list[tuple[str, int]] = []
        for item in nodes:
            text = read_text_node(item, self.key(key), self._problems)
            found.extend((name.strip(), item.line) for name in _SEPARATORS.split(text) if name.strip())
        return tuple(found)

    def date(self, key: str) -> dt.date | None:
        """A date, None when absent."""
        text = self.text(key)
        if not text or _is_placeholder(text):
            return None
        try:
            return parse_date(text)
        except ValueError:
            self._note(
                "B016",
                f"“{text}”不是日期，或没有这一天",
                self.line(key),
                self.key(key),
                "请写成 2026-03-18 或 2026年3月18日",
            )
            return None

    def deadline(self, key: str) -> str:
        """A time limit in the user's words; a bare 2026-06-30 is said 2026年6月30日前."""
        text = self.text(key)
        try:
            return f"{say_date(parse_date(text))}前" if text and text.isascii() else text
        except ValueError:
            return text

    def length(self, key: str) -> int | None:
        """A number of characters (3000, 3000字), None when absent."""
        text = self.text(key)
        if not text or _is_placeholder(text):
            return None
        match = _LENGTH.fullmatch(text)
        number = int(match[1].replace(",", "")) if match else 0
        if SHORTEST <= number <= LONGEST:
            return number
        message = f"“{text}”不是可用的字数"
        self._note(
            "B017",
            message,
            self.line(key),
            self.key(key),
            f"请写 {SHORTEST} 到 {LONGEST} 之间的整数，如 3000",
        )
        return None

    def choice(self, key: str, allowed: Collection[str], text: str | None = None) -> str:
        """A text that must be one of ``allowed``; "" when absent or none of them."""
        given = self.text(key) if text is None else text
        if not given or given in allowed:
            return given
        near = nearest(given, allowed)
        mend = (f"是不是“{near}”？" if near else "") + f"可用的有：{' '.join(allowed)}"
        self._note("B015", f"没有“{given}”这一种", self.line(key), self.key(key), mend)
        return ""

    def mapping(self, key: str, keys: Keys) -> Fields | None:
        """The fields of a mapping below this one; None when absent or no mapping (which is noted)."""
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self._wrong_type(node, key, "一组键值", f"可写：{' '.join(keys.aliases)}")
            return None
        return Fields(node, keys, self._problems, self._mentions)

    def children(self, key: str, keys: Keys) -> tuple[tuple[str, Fields | None], ...]:
        """The elements of a list: a text in its short form, or fields; a single one needs no list."""
        node = self.node(key)
        nodes: Sequence[Node] = node.items if isinstance(node, Items) else () if node is None else (node,)
        found: list[tuple[str, Fields | None]] = []
        for item in nodes:
            if isinstance(item, Mapping):
                found.append(("", Fields(item, keys, self._problems, self._mentions)))
            elif text := read_text_node(item, self.key(key), self._problems, self._mentions):
                self._look_for_key(text, item.line, keys)
                found.append((text, None))
        return tuple(found)

    def _take(self, entry: Entry, keys: Keys) -> None:
        key = keys.canonical(entry.key)
        if key is None:
            self._unknown(entry, keys)
        elif key in self._entries:
            earlier = self._entries[key]
            same = "" if earlier.key == entry.key else f"（“{earlier.key}”与“{entry.key}”是同一项）"
            self._note("B011", f"写了两次，第{earlier.line}行已有{same}", entry.line, entry.key, "请只留一处")
        else:
            self._entries[key] = entry

    def _unknown(self, entry: Entry, keys: Keys) -> None:
        near = nearest(entry.key, keys.spellings())
        elsewhere = belongs_to(entry.key)
        if entry.key == "<<":
            mend = "请把内容直接写出来"
        elif _DIGITS.match(entry.key):
            mend = "带逗号的数（1,234）和带逗号的话要用引号括起来"
        elif elsewhere:
            mend = f"它应当写在“{elsewhere}”里"
        elif near:
            mend = f"是不是“{near}”？"
        else:
            mend = f"可写：{' '.join(keys.aliases)}"
        self._note("B010", f"“{keys.owner}”里没有这一项", entry.line, entry.key, mend)

    def _look_for_key(self, text: str, line: int, keys: Keys) -> None:
        """A short form such as 主题：提高认识 was meant as a key with a full-width colon."""
        match = _LATER_KEY.match(text)
        if match and any(known.canonical(match["key"]) for known in (keys, BRIEF, PART, POINT)):
            self._note("B005", "键后面的冒号不对", line, match["key"], "请用半角冒号“:”，再空一格")

    def _wrong_type(self, node: Node, key: str, wanted: str, mend: str) -> None:
        self._note("B013", f"应当是{wanted}，却是{describe(node)}", node.line, self.key(key), mend)

    def _note(self, code: str, message: str, line: int, key: str, mend: str) -> None:
        self._problems.add(code, message, line=line, key=key, mend=mend)


def _is_placeholder(text: str) -> bool:
    return text.startswith(PLACEHOLDER)
