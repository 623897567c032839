"""Half-width punctuation between Chinese characters to full width; ellipses and dashes to their form.

A mark is Chinese when a Chinese character stands beside it, so that 1,234, 8:30, 2:1, URLs and
English stay. ``?`` between figures or Chinese numerals is a damaged ``·`` (6?3, 五?一) and stays
for the damage report. Forms after GB/T 15834: …… and —— take two characters.
"""

from __future__ import annotations

import re

from drafter.readers.cleaning.scripts import CJK, HAN, NUMERALS
from drafter.readers.cleaning.sheet import Sheet

__all__ = ["widen_punctuation"]

_WIDE = str.maketrans(",;:!()", "，；：！（）")

# Every pattern begins with the mark itself and looks around from there: so the search skips
# through the text at the speed of the regular expression engine's scanner.
_MARKS = re.compile(r"[,;:!()]+")
_QUESTION = re.compile(
    rf"\?(?<=[{CJK}].)(?<![{NUMERALS}？].)(?!\?)"
    rf"|\?(?=$|[”’）]|(?![{NUMERALS}])[{HAN}])(?<=[{NUMERALS}].)",
    re.MULTILINE,
)
_STOP = re.compile(rf"\.(?=$|[{HAN}“”])(?<=[{HAN}”’）].)(?<![{NUMERALS}].)", re.MULTILINE)
_PAIR = re.compile(r"\(([^()\n]*)\)")
_ANY_CJK = re.compile(f"[{CJK}]")
_AFTER_COLON = re.compile(f"[{HAN}“‘（《]")
_BEFORE_COLON = re.compile(r"[\w)%％]")
_DOTS = re.compile(r"\.{3,}|。{3,}|…+|·{4,}|．{3,}")
_LINE_DASH = re.compile(r"^(?:[-－–]{2,}|[―─━—]+)[ \u3000]*(?=\S)", re.MULTILINE)
_DASH = re.compile(rf"(?<![―─━\-－])(?:[―─━]{{2,}}+|-{{2,}}+|－{{2,}}+)(?=[{CJK}\w])")
_DOT_RUNS = ("...", "。。。", "····", "．．．")
_LINE_DASHES = ("\n--", "\n－", "\n–", "\n—", "\n―", "\n─", "\n━")
_DASHES = ("--", "――", "──", "━━", "－－")


def widen_punctuation(sheet: Sheet) -> None:
    """Mend the punctuation of all lines at once."""
    if sheet.lines:
        sheet.lines = _widened("\n" + "\n".join(sheet.lines))[1:].split("\n")


def _widened(text: str) -> str:
    if any(run in text for run in _DOT_RUNS) or "…" in text.replace("……", ""):
        text = _DOTS.sub("……", text)
    if any(dash in text for dash in _LINE_DASHES):
        text = _LINE_DASH.sub("——", text)
    if any(dash in text for dash in _DASHES):
        text = _DASH.sub("——", text)
    for _ in range(3):  # as deep as brackets are ever nested
        if "(" not in text:
            break
        text = _PAIR.sub(_pair, text)
    if any(mark in text for mark in ",;:!()"):
        text = _MARKS.sub(_marks, text)
    if "?" in text:
        text = _QUESTION.sub("？", text)
    if "." in text:
        text = _STOP.sub("。", text)
    return text


def _marks(match: re.Match[str]) -> str:
    """Widen a run of marks that stands beside Chinese."""
    marks, text = match[0], match.string
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if _ANY_CJK.match(before):
        chinese = True
    elif marks == ":":  # PM2.5:细颗粒物, but not 8:30 nor C:，
        chinese = _AFTER_COLON.match(after) is not None and _BEFORE_COLON.match(before) is not None
    elif before == "\n":
        chinese = _ANY_CJK.match(after) is not None or (marks == "(" and after.isdigit())
    else:
        ends_item = after in ("\n", "") and marks in (",", ";") and (before.isdigit() or before == "%")
        chinese = ends_item or _ANY_CJK.match(after) is not None
    return marks.translate(_WIDE) if chinese else marks


def _pair(match: re.Match[str]) -> str:
    """Widen a pair of brackets that holds Chinese or stands in Chinese."""
    inside, text = match[1], match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if any(_ANY_CJK.search(part) for part in (inside, before, after)):
        return f"（{inside}）"
    return match[0]
