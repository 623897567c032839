"""What PyYAML says about broken grammar, said in Chinese with what most likely went wrong.

Both of its parsers are covered: libyaml's (``did not find expected key``) and the one in Python
(``expected <block end>, but found '-'``).
"""

from __future__ import annotations

import re
from typing import Any

from drafter.errors import Problem

__all__ = ["UNQUOTED", "explain"]

UNQUOTED = ("“{{ }}”没有用引号括起来", '请用引号把整句括起来，例如 "全年关闭{{ 关闭企业 }}"')
"""Message and mend for {{ }} that YAML takes for its own braces."""
_NO_SPACE = re.compile(r"^\s*(?:-\s+)?[^\s:：#'\"]+:(?=[^\s/])")
_FULL_COLON = re.compile(r"^\s*(?:-\s+)?[^\s:：#'\"，。]{1,6}：")
# What YAML 1.1 (5.1) lets stand in a file; the two parsers count the position of others differently.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGNS = re.compile(r"(?::|-|\[|,)\s+([@`%&*!|>])")


def explain(error: Any, text: str, file: str) -> Problem:
    """One problem (B005; B007 where it is nested too deeply) for an error of PyYAML.

    Arguments:
        error: the ``yaml.YAMLError``.
        text: the whole text, to look at the line concerned.
        file: the file's name.
    """
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        line = text.count("\n", 0, unprintable.start()) + 1
        return Problem("B005", "有看不见的控制字符", file, line, mend="请删掉这一行里的特殊字符，重新打一遍")
    lines = text.split("\n")
    line = _line_of(error, lines)
    if "nesting depth" in str(getattr(error, "problem", "")):
        # From PyYAML 6.0.4 on its scanner refuses before our own limit is reached.
        return Problem("B007", "套得太深", file, line, mend="请按 drafter new 生成的样子写")
    message, mend = _say(str(getattr(error, "problem", "")), _context(error), lines[line - 1])
    return Problem("B005", message, file, line, mend=mend)


def _context(error: Any) -> str:
    return str(getattr(error, "context", "") or "")


def _line_of(error: Any, lines: list[str]) -> int:
    """The line to show: for something never closed where it began, else where the parser stuck."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    began = "quoted scalar" in _context(error) or "simple key" in _context(error) or "flow" in _context(error)
    chosen = context if began and context is not None else mark or context
    line: int = chosen.line + 1 if chosen is not None else 1
    return min(line, len(lines))


def _say(problem: str, context: str, line: str) -> tuple[str, str]:
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or problem.endswith("'\\t' that cannot start any token"):
        return "缩进用了制表符（Tab）", "请改成空格，每层两个"
    if "{{" in line:
        return UNQUOTED
    if "quoted scalar" in context and "end of stream" in problem:
        return "引号没有配对", "请补上另一半引号"
    if "escape character" in problem:
        return "双引号里的“\\”写法不对", "请把双引号换成单引号，或把“\\”写成“\\\\”"
    if _FULL_COLON.match(line) and ": " not in line:
        return "冒号是全角的“：”", "键后面要用半角冒号“:”，再空一格"
    if _NO_SPACE.match(line) and ": " not in line:
        return "冒号后面没有空格", "请在“:”后面空一格"
    if "flow" in context:
        return (
            "方括号或花括号没有写完，或中间少了逗号",
            "请检查“[ ]”“{ }”是否配对、各项之间是否用半角逗号“,”隔开",
        )
    if sign := _SIGNS.search(line):
        return f"以“{sign[1]}”开头的内容没有用引号括起来", "请用引号把这段内容括起来"
    if "sequence entries" in problem:
        return "“-”列表要另起一行写", "请把“- …”写到下一行并缩进两格"
    if "mapping values are not allowed" in problem:
        return "缩进不对，或内容里有冒号没加引号", "同一层的键要左对齐；内容里有“: ”时请用引号括起来"
    if "simple key" in context:
        return "这一行不是“键: 值”的写法", "请写成“键: 值”，冒号用半角，后面空一格"
    if "block" in context:
        return "缩进没有对齐，或列表与键混在一层", "同一层的键或“-”要左对齐"
    return "写法不合 YAML 的规则", "请对照 drafter new 生成的样子检查这一行"
