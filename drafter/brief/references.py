"""Facts named inside a brief's own sentences: 全年关闭{{ 关闭企业 }}.

Only the composer renders them; here they are found, so that a name nobody gave is told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Collection

__all__ = ["TABLE", "broken_template", "is_identifier", "named_facts", "quote_names"]

TABLE = "数据"
"""The name under which a template reaches facts whose names are no identifiers: 数据["PM2.5浓度"]."""

_EXPRESSION = re.compile(r"\{\{[-+]?(?P<inside>.*?)[-+]?\}\}", re.DOTALL)
_TABLE_ENTRY = re.compile(rf"""\b{TABLE}\s*(?:\[\s*(?:"([^"]*)"|'([^']*)')\s*\]|\.\s*([^\W\d]\w*))""")
_STRING = re.compile(r""""[^"]*"|'[^']*'""")
# A name is not one after a dot (an attribute), after a bar (a filter) or before "=" (an argument).
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*(?!\w)(?!\s*=(?!=))")
_FILTER = re.compile(r"\|\s*[^\W\d]\w*")
_WORDS = frozenset(
    (
        "if",
        "else",
        "and",
        "or",
        "not",
        "in",
        "is",
        "true",
        "false",
        "none",
        "True",
        "False",
        "None",
        "defined",
    )
)


def is_identifier(name: str) -> bool:
    """Whether a template can call the fact by its bare name."""
    return name.isidentifier() and name not in _WORDS


def named_facts(text: str, known: Collection[str] = ()) -> tuple[str, ...]:
    """The facts that the text's {{ }} name, in order.

    Arguments:
        text: a sentence of the brief.
        known: names of facts; one of them is recognised whole even where it is no identifier.
    """
    found: list[str] = []
    for match in _EXPRESSION.finditer(text):
        inside = match["inside"]
        whole = inside.split("|")[0].strip()
        if whole in known:
            found.append(whole)
            inside = inside.partition("|")[2] and "|" + inside.partition("|")[2]
        found.extend(next(filter(None, groups), "") for groups in _TABLE_ENTRY.findall(inside))
        rest = _FILTER.sub(" ", _STRING.sub('""', _TABLE_ENTRY.sub(" ", inside)))
        found.extend(name for name in _NAME.findall(rest) if name not in _WORDS)
    return tuple(dict.fromkeys(found))


def broken_template(text: str) -> str:
    """What is wrong with the {{ }} of the text, in Chinese; "" where nothing is."""
    rest = _EXPRESSION.sub("", text)
    if "{{" in rest or "}}" in rest:
        return "“{{ }}”没有配对"
    if "{%" in text or "{#" in text:
        return "提纲里只能用“{{ 数据名 }}”，不能用“{% %}”“{# #}”"
    if any(not match["inside"].strip() for match in _EXPRESSION.finditer(text)):
        return "“{{ }}”里没有写数据名"
    return ""


def quote_names(text: str, known: Collection[str]) -> str:
    """Make {{ PM2.5浓度 }} a template's {{ 数据["PM2.5浓度"] }} where the name is no identifier."""

    def replace(match: re.Match[str]) -> str:
        name, bar, filters = match["inside"].partition("|")
        if name.strip() not in known or is_identifier(name.strip()) or '"' in name:
            return match[0]
        return f'{{{{ {TABLE}["{name.strip()}"]{" | " + filters.strip() if bar else ""} }}}}'

    return _EXPRESSION.sub(replace, text)
