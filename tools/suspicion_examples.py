"""Labelled speeches as examples for the detector of suspicious words, with other names put in."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from phrasebank.labelled import LabelledSpeech
from phrasebank.masking.divisions import divisions
from phrasebank.masking.persons import surnames
from phrasebank.masking.tables import words

__all__ = ["Example", "example_of", "renamed"]

_CLASSES = {
    "PLACE": 1,
    "ORG": 2,
    "PERSON": 3,
    "POST": 2,
    "NUMBER": 4,
    "PERCENT": 4,
    "MONEY": 4,
    "DATE": 5,
    "PERIOD": 5,
    "EVENT": 6,
    "LAW": 7,
    "DOC": 7,
}
"""Class of each type of specific; the others teach nothing."""
NOTHING = 255

Marked = list[list[tuple[str, str]]]
"""Of each paragraph its pieces: words and type of specific, "" for plain words."""


class Example(NamedTuple):
    """A text and the class of each of its characters."""

    text: str
    classes: bytes


def marked(speech: LabelledSpeech) -> Marked:
    """The paragraphs of a speech in pieces."""
    paragraphs: dict[int, list[tuple[str, str]]] = {}
    for line in speech.lines:
        pieces = paragraphs.setdefault(line.paragraph, [])
        last = 0
        for start, end, kind in line.specifics:
            pieces += [(line.text[last:start], ""), (line.text[start:end], kind)]
            last = end
        pieces.append((line.text[last:], ""))
    return list(paragraphs.values())


def example_of(paragraphs: Marked) -> Example:
    """The text of some paragraphs and the class of each character."""
    text: list[str] = []
    classes = bytearray()
    for pieces in paragraphs:
        for word, kind in pieces:
            text.append(word)
            classes += bytes([_CLASSES.get(kind, NOTHING) if kind else 0]) * len(word)
        text.append("\n")
        classes.append(0)
    return Example("".join(text), bytes(classes))


_ADDRESS = "大娘|大爷|大姐|大妈|阿婆|奶奶|师傅|老师|老汉|老倌|书记|主任|总|同志"
_PLACE_END = re.compile(
    "(?:街道|社区|村|镇|乡|县|区|市|省|州|河|江|湖|山|路|街|巷|弄|岭|湾|水库|大桥|大道|公园|广场|工业园|产业园"
    "|高新区|开发区|新城|新区|小区|新村|坪|沟|塘|坝|桥|渡|铺|寨|小学|中学|污水处理厂|[0-9]+号楼).*$"
)
_LEVEL_START = re.compile("[国中全省市县区镇乡州旗]|街道|党|第|学校|公司|集团")


class _Names:
    """New names, one for each old one."""

    def __init__(self, seed: int, tables: Path) -> None:
        self.random = random.Random(seed)
        self.tables = _sections(tables)
        self.given: dict[str, str] = {}
        self.common, self.careful, _ = surnames()
        self.divisions = sorted(
            name[:-1] for name in divisions().full if 3 <= len(name) <= 4 and name[-1] in "市县区"
        )

    def pick(self, section: str, count: int) -> str:
        return "".join(self.random.choice(self.tables[section]) for _ in range(count))

    def new(self, old: str, kind: str) -> str:
        if old not in self.given:
            self.given[old] = self._invent(old, kind)
        return self.given[old]

    def _invent(self, old: str, kind: str) -> str:
        if kind == "PERSON":
            surname = self.random.choice(self.common if self.random.random() < 0.8 else self.careful)
            if old[0] in "老小" and len(old) == 2:
                return old[0] + surname
            tail = re.search(f"(?:{_ADDRESS})$", old)
            body = len(old) - (len(tail[0]) if tail else 0)
            if body < 1 or body > 3 or not all("一" <= mark <= "鿿" for mark in old):
                return old
            length = body - 1 if body < 2 or self.random.random() < 0.8 else self.random.choice((1, 2))
            return surname + self.pick("given", length) + (tail[0] if tail else "")
        if kind == "PLACE":
            if self.random.random() < 0.25 and len(old) == 2:
                return self.random.choice(self.divisions)
            return self.pick("stem", len(old))
        return self.pick("firm", len(old))


def _sections(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    part: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = found.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            part += line.split()
    return found


def renamed(paragraphs: Marked, seed: int, tables: Path) -> Marked:
    """The same paragraphs with other persons, places and firms in them."""
    names = _Names(seed, tables)
    businesses = sorted(
        {*words("businesses.txt"), *words("bodies.txt", "firm")}, key=lambda one: (-len(one), one)
    )
    stems: dict[str, str] = {}
    for word, kind in _specifics(paragraphs):
        if kind == "PLACE":
            end = _PLACE_END.search(word, 2)
            stem = word[: end.start()] if end else word
            if 2 <= len(stem) <= 4 and all("一" <= mark <= "鿿" for mark in stem):
                stems[stem] = names.new(stem, kind)
        elif kind == "ORG" and len(word) > 2 and not _LEVEL_START.match(word):
            tail = next((one for one in businesses if word.endswith(one)), "")
            stem = word[: len(word) - len(tail)]
            if 2 <= len(stem) <= 3 and tail:
                stems.setdefault(stem, names.new(stem, kind))
                if names.random.random() < 0.5:
                    other = names.random.choice(businesses)
                    stems.setdefault(word, names.new(stem, kind) + (other if len(other) < 5 else tail))
            elif not tail and len(word) <= 5:
                stems.setdefault(word, names.new(word, kind))
    listed = sorted(stems, key=lambda one: (-len(one), one))
    pattern = re.compile("|".join(map(re.escape, listed))) if listed else None
    out: Marked = []
    for pieces in paragraphs:
        new = []
        for word, kind in pieces:
            if kind == "PERSON":
                word = names.new(word, kind)  # noqa: PLW2901
            elif kind and pattern is not None:
                word = pattern.sub(lambda match: stems[match[0]], word)  # noqa: PLW2901
            new.append((word, kind))
        out.append(new)
    return out


def _specifics(paragraphs: Marked) -> Iterable[tuple[str, str]]:
    return ((word, kind) for pieces in paragraphs for word, kind in pieces if kind)


def joined(examples: Sequence[Example]) -> Example:
    """Several examples as one."""
    return Example("".join(one.text for one in examples), b"".join(one.classes for one in examples))
