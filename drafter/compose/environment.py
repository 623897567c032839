"""The sandbox that templates run in: no way out of it, and every word of theirs traced to its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.brief.filters import FILTERS
from drafter.errors import KindError, Problem

__all__ = ["make_environment", "render_template", "template_problem"]

_HAN = re.compile("[一-鿿]")


class TracedWords(Extension):
    """Hand a template's own words to ``words(…)``, so that the trace knows their line.

    A data token that holds Chinese text becomes ``{{ words("…") }}``; layout around it is left.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Rewrite the tokens of one template."""
        for token in stream:
            if token.type != "data" or not _HAN.search(token.value):
                yield token
                continue
            line = token.lineno
            for piece in re.split("(\\n)", token.value):
                if not _HAN.search(piece):
                    yield Token(line, "data", piece)
                else:
                    yield Token(line, "variable_begin", "{{")
                    yield Token(line, "name", "words")
                    yield Token(line, "lparen", "(")
                    yield Token(line, "string", piece)
                    yield Token(line, "rparen", ")")
                    yield Token(line, "variable_end", "}}")
                line += piece.count("\n")


def make_environment(folder: Path) -> ImmutableSandboxedEnvironment:
    """A sandboxed environment over a folder of templates.

    Arguments:
        folder: holds a folder a kind and _parts/.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,
        extensions=[TracedWords],
    )
    environment.filters.update(FILTERS)
    return environment


def render_template(
    environment: ImmutableSandboxedEnvironment, name: str, context: dict[str, Callable[..., Any] | Any]
) -> str:
    """Render a template.

    Raises:
        KindError: T003 its syntax is wrong; T004 it asks for something that is not there or is
            not allowed.
    """
    try:
        return environment.get_template(name).render(context)
    except TemplateError as error:
        raise KindError(template_problem(error, name)) from error
    except (TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        raise KindError(
            Problem("T004", f"模板运行不下去：{error}", name, mend="请检查模板里的写法")
        ) from error


def template_problem(error: TemplateError, name: str) -> Problem:
    """What a template's error says, as a coded problem with its file and line."""
    if isinstance(error, TemplateSyntaxError):
        return Problem(
            "T003",
            f"模板写法有误：{error.message}",
            error.name or name,
            error.lineno,
            mend="请检查 {{ }} 和 {% %}",
        )
    return Problem("T004", f"模板用到了没有的或不许用的东西：{error.message}", name, mend="请检查名称")
