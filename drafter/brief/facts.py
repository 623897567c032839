"""The 数据 of a brief → facts by name: written out, in files beside the brief, or both."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter.brief.data_files import LARGEST_DATA, read_table_file
from drafter.brief.fields import Fields, read_text_node
from drafter.brief.figures import PLACEHOLDER, Row, make_fact
from drafter.brief.json_tree import parse_json
from drafter.brief.keys import DATA_FILE, FACT
from drafter.brief.lookalikes import skeleton
from drafter.brief.model import Fact
from drafter.brief.named_files import beside
from drafter.brief.problems import Problems
from drafter.brief.source import read_text
from drafter.brief.tree import Items, Mapping, Node, Scalar, describe
from drafter.errors import BriefError

__all__ = ["Facts", "read_facts"]

_WORDS = "；确是文字的，写成 {文字: …}"
_NAME_KEYS = ("名称", "指标", "name")


@dataclass(frozen=True, slots=True)
class Facts:
    """What 数据 held.

    Arguments:
        by_name: the facts that could be made, in the order given.
        named: every name given, also those whose figure could not be read; None where a data file
            could not, so that nobody knows what it would have given.
    """

    by_name: dict[str, Fact]
    named: frozenset[str] | None


def read_facts(node: Node | None, folder: Path, problems: Problems) -> Facts:
    """Read all facts; what is wrong is noted.

    Arguments:
        node: the value of 数据: facts by name, a file name, or a list of these and of single facts
            with their 名称.
        folder: the brief's folder, which file names are relative to.
    """
    reader = _Reader(folder, problems)
    if node is not None:
        reader.read(node)
    return Facts(reader.facts, frozenset(reader.origins) if reader.complete else None)


class _Reader:
    """Gathers facts from wherever they are written."""

    def __init__(self, folder: Path, problems: Problems, *, files: bool = True) -> None:
        self.facts: dict[str, Fact] = {}
        self.origins: dict[str, str] = {}
        self.complete = True
        self._folder = folder
        self._alike: dict[str, str] = {}
        self._files = files
        self._problems = problems

    def read(self, node: Node) -> None:
        if isinstance(node, Items):
            for item in node.items:
                self.read(item)
        elif isinstance(node, Scalar):
            name = read_text_node(node, "数据", self._problems)
            if name and not name.startswith(PLACEHOLDER):
                self._file(name, "", node.line)
        elif any(DATA_FILE.canonical(entry.key) == "文件" for entry in node.entries):
            fields = Fields(node, DATA_FILE, self._problems, [])
            if name := fields.text("文件"):
                self._file(name, fields.text("工作表"), fields.line("文件"))
        elif name := _row_name(node):
            rest = tuple(entry for entry in node.entries if entry.key not in _NAME_KEYS)
            self._fact(name, Mapping(rest, node.line), node.line)
        else:
            for entry in node.entries:
                self._fact(entry.key, entry.value, entry.line)

    def _fact(self, name: str, node: Node, line: int) -> None:
        if not name:
            self._problems.add("B012", "数据没有名称", line=line, key="数据", mend="请写成“名称: 值”")
            return
        if not self._first(name, f"{self._problems.file}:{line}", line):
            return
        row = self._row(name, node, line)
        if row is None:
            return
        fact, complaints = make_fact(row)
        for complaint in complaints:
            self._problems.add(
                complaint.code,
                complaint.message,
                line=line,
                key=f"{name}.{complaint.field}",
                mend=f"{complaint.mend}{_WORDS if complaint.field == '值' else ''}",
            )
        if fact is not None:
            self.origins.setdefault(fact.name, fact.origin)
            self.facts.setdefault(fact.name, fact)
        elif not complaints:
            self._problems.add(
                "B012",
                "没有写值",
                line=line,
                key=name,
                mend="请写成“名称: {值: 38, 单位: 起}”，没有数的先去掉这一行",
            )

    def _row(self, name: str, node: Node, line: int) -> Row | None:
        origin = f"{self._problems.file}:{line}"
        if isinstance(node, Scalar) and node.kind != "bool":
            return Row(name, value=node.text.strip() if node.kind != "null" else "", origin=origin)
        if not isinstance(node, Mapping):
            mend = "请写成“名称: {值: 38, 单位: 起}”或“名称: 38起”"
            self._problems.add("B013", f"应当是一个数，却是{describe(node)}", line=line, key=name, mend=mend)
            return None
        fields = Fields(node, FACT, self._problems, [])
        return Row(
            name,
            value=fields.text("值"),
            unit=fields.text("单位"),
            change=fields.text("同比"),
            period=fields.text("时段"),
            source=fields.text("来源"),
            note=fields.text("说明"),
            words=fields.text("文字"),
            previous=fields.text("上年同期"),
            origin=origin,
        )

    def _first(self, name: str, origin: str, line: int) -> bool:
        """Whether nobody gave this name before; a second giver is noted."""
        earlier = self.origins.get(name)
        alike = self._alike.setdefault(skeleton(name), name)
        if earlier is None and alike == name:
            self.origins[name] = origin
            return True
        if alike != name:
            message = f"与“{alike}”（{self.origins[alike]}）看上去一样，却不是同样的字符"
            mend = "请用同一种输入法重写其中一个，或改名称"
            self._problems.add("B039", message, line=line, key=name, mend=mend)
            return False
        mend = "请只留一处，或改名称"
        self._problems.add("B023", f"这项数据给了两次（{earlier} 已有）", line=line, key=name, mend=mend)
        return False

    def _file(self, name: str, sheet: str, line: int) -> None:
        """Take a file's facts: a table's, or those of a .json written as in the brief itself."""
        name, mark, named_sheet = name.partition("#")
        if not self._files or not Path(name).suffix:
            mend = "直接写数据请写成“名称: 值”；数据文件可用 .xlsx、.csv、.json，写在提纲里"
            self._problems.add("B031", f"“{name}”不是数据文件", line=line, key="数据", mend=mend)
            self.complete = False
            return
        path = beside(self._folder, name)
        try:
            if path.suffix.lower() == ".json":
                self._json(path, name)
            else:
                for fact in read_table_file(path, name, sheet or (named_sheet if mark else "")):
                    if self._first(fact.name, fact.origin, line):
                        self.facts[fact.name] = fact
        except BriefError as error:
            self._problems.include(error.problems)
            self.complete = False

    def _json(self, path: Path, name: str) -> None:
        problems = Problems(name)
        node = parse_json(read_text(path, name, LARGEST_DATA), name)
        inner = _Reader(path.parent, problems, files=False)
        if isinstance(node, Scalar):
            problems.add(
                "B006", f"最外层应当是数据，却是{describe(node)}", line=node.line, mend="请写成 {名称: 值}"
            )
        else:
            inner.read(node)
        for fact in inner.facts.values():
            if self._first(fact.name, fact.origin, node.line):
                self.facts[fact.name] = fact
        problems.refuse()


def _row_name(node: Mapping) -> str:
    """The name of a fact written as one row: {名称: 事故起数, 值: 38}."""
    for entry in node.entries:
        if entry.key in _NAME_KEYS and isinstance(entry.value, Scalar) and len(node.entries) > 1:
            return entry.value.text.strip()
    return ""
