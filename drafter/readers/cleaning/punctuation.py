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

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}

# Every pattern begins with the mark itself and looks around from there: so the search skips
# through the text at the speed of the regular expression engine's scanner.
_MARK = re.compile(
    rf"[,;:!](?<=[{CJK}].)(?!//)|[,;!](?=[{CJK}])|:(?=[{HAN}“‘（《])(?<=[\w)%％].)|[,;](?=$)(?<=[\d%％].)",
    re.MULTILINE,
)
_QUESTION = re.compile(
    rf"\?(?<=[{CJK}].)(?<![{NUMERALS}？].)(?!\?)|\?(?=$|[”’）])(?<=[{NUMERALS}].)", re.MULTILINE
)
_STOP = re.compile(rf"\.(?=$|[{HAN}“”])(?<=[{HAN}”’）].)(?<![{NUMERALS}].)", re.MULTILINE)
_PAIR = re.compile(r"\(([^()\n]*)\)")
_BRACKET = re.compile(rf"[()](?<=[{CJK}].)|[()](?=[{CJK}])|^\((?=\d)", re.MULTILINE)
_ANY_CJK = re.compile(f"[{CJK}]")
_DOTS = re.compile(r"\.{3,}|。{3,}|…+|·{4,}|．{3,}")
_LINE_DASH = re.compile(r"^(?:[-－–]{2,}|[―─━—]+)[ \u3000]*(?=\S)", re.MULTILINE)
_DASH = re.compile(rf"(?:[―─━]{{2,}}|-{{2,}}|－{{2,}})(?=[{CJK}\w])")
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
    if "(" in text or ")" in text:
        text = _BRACKET.sub(lambda mark: _WIDE[mark[0]], text)
    if any(mark in text for mark in ",;:!"):
        text = _MARK.sub(lambda mark: _WIDE[mark[0]], text)
    if "?" in text:
        text = _QUESTION.sub("？", text)
    if "." in text:
        text = _STOP.sub("。", text)
    return text


def _pair(match: re.Match[str]) -> str:
    """Widen a pair of brackets that holds Chinese or stands in Chinese."""
    inside, text = match[1], match.string
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if any(_ANY_CJK.search(part) for part in (inside, before, after)):
        return f"（{inside}）"
    return match[0]
