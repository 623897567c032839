"""The sandbox that templates run in: no way out of it, and every word of theirs traced to its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.brief.filters import FILTERS
from drafter.compose.template_errors import RENDERING_ERRORS, template_problem
from drafter.errors import KindError
from drafter.resources import templates_folder

__all__ = ["Sandbox", "make_environment", "render_template"]

_HAN = re.compile("[一-鿿]")
#: Longest text or list, and largest exponent, that a template may make by multiplying.
_LARGEST, _HIGHEST = 100_000, 64
#: What of Jinja's own is left out: it draws lots, and a draft is a function of its inputs alone.
_RANDOM = "random"
_FILLER = "lipsum"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which neither chance nor sheer size gets through either.

    Arguments:
        loader: where templates come from; None for single strings.
        extensions: see Jinja.
    """

    intercepted_binops = frozenset(("*", "**"))

    def __init__(
        self, loader: BaseLoader | None = None, extensions: tuple[type[Extension], ...] = ()
    ) -> None:
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            autoescape=False,
            extensions=extensions,
        )
        self.filters.update(FILTERS)
        self.filters.pop(_RANDOM, None)
        self.globals.pop(_FILLER, None)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply, unless what comes of it would fill the memory.

        Raises:
            SecurityError: it would.
        """
        if operator == "**" and not (abs(left) <= _LARGEST and abs(right) <= _HIGHEST):
            raise SecurityError("乘方太大")
        if operator == "*":
            for text, times in ((left, right), (right, left)):
                if isinstance(text, (str, bytes, list, tuple)) and len(text) * times > _LARGEST:
                    raise SecurityError("重复次数太多")
        return super().call_binop(context, operator, left, right)


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


def make_environment(folder: Path) -> Sandbox:
    """A sandboxed environment over a folder of templates.

    Arguments:
        folder: holds a folder a kind; what it lacks of _parts/ is the program's own.
    """
    return Sandbox(FileSystemLoader([folder, templates_folder()], encoding="utf-8"), (TracedWords,))


def render_template(environment: Sandbox, name: str, context: dict[str, Callable[..., Any] | Any]) -> str:
    """Render a template.

    Raises:
        KindError: T003 its syntax is wrong; T004 it asks for something that is not there or is
            not allowed. Both with file and line.
    """
    try:
        return environment.get_template(name).render(context)
    except (TemplateError, *RENDERING_ERRORS) as error:
        raise KindError(template_problem(error, name)) from error
