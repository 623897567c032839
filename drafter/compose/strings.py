"""Strings of the brief may use its data: 全年关闭{{ 关闭企业 }}. Rendered here, in the same sandbox."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from jinja2 import TemplateError

from drafter.brief.filters import SaidFact
from drafter.brief.model import Brief, Fact
from drafter.brief.references import TABLE, named_facts, quote_names
from drafter.compose.environment import Sandbox
from drafter.compose.marks import plain
from drafter.compose.said import say_figure
from drafter.compose.template_errors import RENDERING_ERRORS, template_problem
from drafter.errors import BriefError, Problem

__all__ = ["render_brief"]

_LONGEST = 20_000
#: A string of the brief stands inside one paragraph, whatever its expressions print.
_BREAKS = re.compile(r"\s*\n\s*")
T = TypeVar("T")


def render_brief(brief: Brief) -> tuple[Brief, dict[str, tuple[str, ...]]]:
    """The brief with its strings rendered, and which facts each rendered string used.

    Arguments:
        brief: as loaded.

    Raises:
        BriefError: B090 a string's ``{{ }}`` cannot be rendered; every one of them is told.
    """
    used: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    environment = Sandbox()

    figures: dict[str, Any] = {name: SaidFact(say_figure(fact), fact) for name, fact in brief.facts.items()}
    figures[TABLE] = dict(figures)

    def render(text: str) -> str:
        if "{{" not in text and "{%" not in text:
            return plain(text)
        environment.budget.renew()
        try:
            rendered = environment.from_string(quote_names(text, brief.facts)).render(figures)
        except (TemplateError, *RENDERING_ERRORS) as error:
            problem = template_problem(error, brief.file)
            message = problem.message.replace("模板", "这一句", 1)
            problems.append(
                replace(problem, code="B090", message=message, file=brief.file, line=None, key=text[:30])
            )
            return text
        rendered = plain(_BREAKS.sub("", rendered))[:_LONGEST]
        used[rendered] = named_facts(text, brief.facts)
        return rendered

    rendered = _map_strings(brief, render)
    if problems:
        raise BriefError(problems)
    return rendered, used


def _map_strings(value: T, change: Callable[[str], str]) -> T:
    """The same value with every string in it changed; facts stay as they are."""
    result: Any = value
    if isinstance(value, str):
        result = change(value)
    elif isinstance(value, Fact):
        return value
    elif isinstance(value, tuple):
        result = tuple(_map_strings(item, change) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {field.name: _map_strings(getattr(value, field.name), change) for field in fields(value)}
        result = replace(value, **changed)
    return result  # type: ignore[no-any-return]
