"""Half-width punctuation between Chinese characters to full width; ellipses and dashes to their form.

A mark is Chinese when a Chinese character stands beside it, so that 1,234, 8:30, 2:1, URLs and
English stay. ``?`` between figures or Chinese numerals is a damaged ``·`` (6?3, 五?一) and stays
for the damage report. Forms after GB/T 15834: …… and —— take two characters.
"""

from __future__ import annotations

import re

from drafter.readers.clean.scripts import CJK, HAN, NUMERALS
from drafter.readers.clean.sheet import Sheet

__all__ = ["widen_punctuation"]

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_MARK = re.compile(rf"(?<=[{CJK}])[,;:!](?!//)|[,;!](?=[{CJK}])|(?<=[\w)%％]):(?=[{HAN}“‘（《])")
_QUESTION = re.compile(rf"(?<=[{CJK}])(?<![{NUMERALS}？])\?(?!\?)|(?<=[{NUMERALS}])\?(?=$|[”’）])")
_STOP = re.compile(rf"(?<=[{HAN}”’）])(?<![{NUMERALS}])\.(?=$|[{HAN}“”])", re.MULTILINE)
_PAIR = re.compile(r"\(([^()\n]*)\)")
_ANY_CJK = re.compile(f"[{CJK}]")
_DOTS = re.compile(r"\.{3,}|。{3,}|…+|·{4,}|．{3,}")
_LINE_DASH = re.compile(r"^(?:[-－–]{2,}|[―─━—]+)[ \u3000]*(?=\S)", re.MULTILINE)
_DASH = re.compile(rf"(?<=[{CJK}\w])(?:[―─━]{{2,}}|-{{2,}}|－{{2,}})(?=[{CJK}\w])")


def widen_punctuation(sheet: Sheet) -> None:
    """Mend the punctuation of all lines at once."""
    sheet.lines = _widened("\n".join(sheet.lines)).split("\n")


def _widened(text: str) -> str:
    if "..." in text or "…" in text or "。。。" in text or "·" in text or "．" in text:
        text = _DOTS.sub("……", text)
    if (
        "--" in text
        or "―" in text
        or "─" in text
        or "—" in text
        or "━" in text
        or "－" in text
        or "–" in text
    ):
        text = _DASH.sub("——", _LINE_DASH.sub("——", text))
    for _ in range(3):  # as deep as brackets are ever nested
        if "(" not in text:
            break
        text = _PAIR.sub(_pair, text)
    if "(" in text or ")" in text:
        text = re.sub(
            rf"(?<=[{CJK}])[()]|^\((?=[\d{CJK}])|[()](?=[{CJK}])",
            lambda mark: _WIDE[mark[0]],
            text,
            flags=re.MULTILINE,
        )
    if "," in text or ";" in text or ":" in text or "!" in text:
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
    chinese = _ANY_CJK.search(inside) or (_ANY_CJK.match(before) if before else False)
    if chinese or (_ANY_CJK.match(after) if after else False):
        return f"（{inside}）"
    return match[0]
