"""Markdown marks: headings, emphasis, lists, quotes, links, tables, comments.

The words stay, also the number within a heading (## 一、提高认识 → 一、提高认识) and a list's own
number (1. …). The marks are syntax and not text, so only what they hide (comments, pictures,
link targets) is written down as dropped.
"""

from __future__ import annotations

import re

from drafter.readers.cleaning.sheet import Sheet

__all__ = ["strip_markdown"]

_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$|[ \t]*#{1,6}([^#\s\w].*|[\u4e00-\u9fff（].*)$")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+(?=\S)")
_EMPTY_QUOTE = re.compile(r"[ \t]*>+[ \t]*")
_BULLET = re.compile(r"[ \t]*[-*+•●◆■▪·][ \t]+(?=\S)")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_RULE = re.compile(r"[ \t]*(?:(?:[-*_=~—─━#][ \t]*){3,}|</?(?:div|p|center|br|hr)[^>]*>)[ \t]*")
_FENCE = re.compile(r"[ \t]*(?:```|~~~).*")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_MARKS = "#*>[<`~_\\|"
_LINE_MARK = re.compile(r"^[ \t]*(?:[-+•●◆■▪·][ \t]|[-=—─━]{3})", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(((?:https?:|/|#|\.|mailto:)[^()\s]*)(?:\s+\"[^\"\n]*\")?\)")
_TAG = re.compile(r"</?(?:b|strong|em|i|u|span|font|center|sup|sub|br)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_STRONG = re.compile(
    r"\*{1,3}(?=\S)([^*\n]*?\S)\*{1,3}|(?<!\w)_{1,2}(?=\S)([^_\n]*?[^_\s])_{1,2}(?!\w)|~~([^~\n]+)~~"
)
_STARS = re.compile(r"(?<![\w\s*＊])\*{2,3}|\*{2,3}(?![\w\s*＊])|\*{2,}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


def strip_markdown(sheet: Sheet) -> None:
    """Take the marks off every line that bears any."""
    text = "\n".join(sheet.lines)
    if not any(mark in text for mark in _MARKS) and not _LINE_MARK.search(text):
        return
    _drop_comments(sheet, text)
    rules = []
    quoted = ">" in text and any(_QUOTE.match(line) for line in sheet.lines)
    for i, line in enumerate(sheet.lines):
        if not line or line.isspace():
            continue
        if quoted and _EMPTY_QUOTE.fullmatch(line):  # elsewhere a lone > parts the crumbs of a web page
            sheet.lines[i] = ""
        elif _RULE.fullmatch(line) or _FENCE.fullmatch(line) or ("|" in line and _TABLE_RULE.fullmatch(line)):
            rules.append(i)
        else:
            sheet.lines[i] = _without_marks(sheet, i, line)
    sheet.drop(rules, "rule")


def _without_marks(sheet: Sheet, index: int, line: str) -> str:
    """One line without its marks."""
    if ">" in line:
        line = line[quote.end() :] if (quote := _QUOTE.match(line)) else line
    if "#" in line and (match := _HEADING.match(line)):
        line = match[1] if match[1] is not None else match[2]
    if match := _BULLET.match(line):
        line = _TASK.sub("", line[match.end() :], count=1)
    if "[" in line:
        for pattern in (_IMAGE, _LINK):
            for found in pattern.finditer(line):
                sheet.note_dropped("link", found[0], index)
            line = pattern.sub(r"\1", line)
    if "<" in line:
        line = _TAG.sub("", line)
    if "*" in line or "_" in line or "~" in line:
        line = _STRONG.sub(lambda found: found[1] or found[2] or found[3] or "", line)
        if "**" in line:
            line = _STARS.sub("", line)
    if "`" in line:
        line = line.replace("`", "")
    if line.count("|") >= 2 and line.strip().startswith("|"):
        line = " ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    if "\\" in line:
        line = _ESCAPE.sub(r"\1", line)
    return line


def _drop_comments(sheet: Sheet, text: str) -> None:
    """Take out <!-- … --> within a line; by hand, as a pattern would search to the end for each <!--."""
    if "<!--" not in text or "-->" not in text:
        return
    for i, line in enumerate(sheet.lines):
        if "<!--" not in line:
            continue
        kept, *pieces = line.split("<!--")
        for piece in pieces:
            comment, end, rest = piece.partition("-->")
            if end:
                sheet.note_dropped("comment", comment.strip(), i)
            kept += rest if end else "<!--" + piece
        sheet.lines[i] = kept
