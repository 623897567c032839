"""The sandbox that templates run in: no way out of it, and every word of theirs traced to its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, FileSystemLoader, StrictUndefined, TemplateError, nodes
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.brief.filters import FILTERS
from drafter.compose.limits import (
    LARGEST,
    REMOVED_FILTERS,
    Budget,
    Metering,
    TooMuchError,
    guarded,
    refuse_large_text,
)
from drafter.compose.template_errors import RENDERING_ERRORS, template_problem
from drafter.errors import KindError
from drafter.resources import templates_folder

__all__ = ["Sandbox", "make_environment", "render_template"]

_HAN = re.compile("[一-鿿]")
#: The largest exponent.
_HIGHEST = 64
#: What of Jinja's own is left out: it makes up words.
_FILLER = "lipsum"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which neither chance nor sheer size nor an endless loop gets through either.

    Arguments:
        loader: where templates come from; None for single strings.
        extensions: see Jinja.
    """

    intercepted_binops = frozenset(("*", "**", "+", "%"))

    def __init__(
        self, loader: BaseLoader | None = None, extensions: tuple[type[Extension], ...] = ()
    ) -> None:
        self.budget = Budget()
        super().__init__(
            loader=loader,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            autoescape=False,
            extensions=extensions,
            finalize=self.measured,
        )
        self.filters.update(FILTERS)
        for name in REMOVED_FILTERS:
            self.filters.pop(name, None)
        for name, filter_ in self.filters.items():
            self.filters[name] = guarded(name, filter_, self.budget)
        self.globals.pop(_FILLER, None)

    def spend(self, steps: int) -> None:
        """Take steps from the budget; every loop of a template calls it."""
        self.budget.spend(steps)

    def measured(self, value: Any) -> Any:
        """The value itself, its size spent; whatever a template builds or prints comes through here."""
        return self.budget.measured(value)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed: nodes.Template = Metering().visit(super()._parse(source, name, filename))
        return parsed

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Add and multiply, unless what comes of it would fill the memory.

        Raises:
            TooMuchError: it would.
        """
        if operator == "**" and not (abs(left) <= LARGEST and abs(right) <= _HIGHEST):
            raise TooMuchError("乘方太大")
        if operator == "*":
            for text, times in ((left, right), (right, left)):
                if isinstance(text, (str, bytes, list, tuple)) and len(text) * times > LARGEST:
                    raise TooMuchError("重复次数太多")
        if operator == "%" and isinstance(left, str):
            refuse_large_text(operator, left, list(right) if isinstance(right, tuple) else [right])
        return self.measured(super().call_binop(context, operator, left, right))

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Call what a template may call; methods of text only where their result is not too large."""
        __self.spend(1)
        method = getattr(__obj, "__wrapped__", __obj)  # Jinja wraps str.format
        owner = getattr(method, "__self__", None)
        if isinstance(owner, str):
            given = [__self.measured(one) for one in (*args, *kwargs.values())]
            refuse_large_text(method.__name__, owner, given)
        return __self.measured(super().call(__context, __obj, *args, **kwargs))


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
    environment.budget.renew()
    try:
        return environment.get_template(name).render(context)
    except (TemplateError, *RENDERING_ERRORS) as error:
        raise KindError(template_problem(error, name)) from error
