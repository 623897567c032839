"""How much a template may do: steps, characters, the size of what it builds, and seconds.

Jinja's sandbox keeps a template from what it must not touch, not from running for ever or filling the
memory (its documentation says so: "Security Considerations"). A kind may come from anywhere, so its
template gets a budget. It is spent by every turn of a loop, every call and every filter, each as much as
the size of what goes in and comes out; and nothing that a template builds may be larger than ``LARGEST``,
so that no single step is long either. What is spent does not depend on the machine; the seconds are the
last resort, for what no count foresaw.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer

__all__ = ["LARGEST", "REMOVED_FILTERS", "Budget", "Metering", "TooMuchError", "guarded", "refuse_large_text"]

#: Characters of the longest text, items of the largest list with all that is in it. Our longest draft has
#: 12,000 characters.
LARGEST = 100_000
#: Steps and characters together that one rendering may spend; a draft of ours spends about 30,000.
_ALLOWANCE = 1_000_000
#: Seconds after which a rendering is stopped whatever it has spent; ours take 10 ms.
_SECONDS = 2.0
#: Bits of the largest whole number.
_BITS = 4096
#: Filters of Jinja's own that draw lots, or whose output cannot be foretold from their arguments.
REMOVED_FILTERS = ("random", "wordwrap", "urlize", "xmlattr", "pprint")
#: Where Jinja's namespace() keeps what is set in it (jinja2.utils.Namespace).
_NAMESPACE_HOLDS = "_Namespace__attrs"
#: A width or a precision of six digits in a format.
_WIDE = re.compile(r"[0-9]{6}")
#: Methods of text that make a template's own table or another object of it.
_REFUSED_METHODS = ("translate", "maketrans", "encode", "format_map")


class TooMuchError(SecurityError):
    """A template runs too long or builds too much."""


class Budget:
    """What is left to one rendering.

    Arguments:
        clock: seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.renew()

    def renew(self) -> None:
        """Begin a rendering."""
        self._left = _ALLOWANCE
        self._until = self._clock() + _SECONDS

    def spend(self, steps: int) -> None:
        """Take steps or characters.

        Raises:
            TooMuchError: there are not as many left, or the time is over.
        """
        self._left -= steps
        if self._left < 0 or self._clock() > self._until:
            raise TooMuchError("循环太多，或者写出来的太长")

    def measured(self, value: Any) -> Any:
        """The value itself, its size spent.

        Raises:
            TooMuchError: it is larger than ``LARGEST``.
        """
        self.spend(size_of(value))
        return value


def size_of(value: Any) -> int:
    """Characters and items of a value with all that is in it; 1 for what is no container.

    Raises:
        TooMuchError: more than ``LARGEST``.
    """
    size, waiting = 0, [value]
    while waiting:
        held = waiting.pop()
        size += 1
        if isinstance(held, (str, bytes)):
            size += len(held)
        elif isinstance(held, (list, tuple, set, frozenset)):
            waiting.extend(held)
        elif isinstance(held, Mapping):
            waiting.extend(held)
            waiting.extend(held.values())
        elif isinstance(held, Namespace):
            waiting.extend(object.__getattribute__(held, _NAMESPACE_HOLDS).values())
        elif isinstance(held, int) and held.bit_length() > _BITS:
            raise TooMuchError("数太大")
        if size > LARGEST or len(waiting) > LARGEST:
            raise TooMuchError("重复次数太多，或者东西太大")
    return size


class Metering(NodeTransformer):
    """Puts the meter into a parsed template: into loops and macros, round lists, joined and printed text."""

    def visit_For(self, node: nodes.For) -> nodes.For:
        """Every turn costs one and the words that stand in it, and so does one that is passed over."""
        self.generic_visit(node)
        if node.test is not None:
            node.test = _call("measured", node.test, node.lineno)
        node.body.insert(0, _tick(node.body, node.lineno))
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:
        """So does every run of a macro."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node.body, node.lineno))
        return node

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:
        """And what a macro is called with."""
        self.generic_visit(node)
        node.body.insert(0, _tick(node.body, node.lineno))
        return node

    def visit_List(self, node: nodes.List) -> nodes.Expr:
        """A list may hold another many times over."""
        self.generic_visit(node)
        return _measured(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:
        """So may a tuple; one that names a loop's variables is none."""
        self.generic_visit(node)
        return _measured(node) if node.ctx == "load" else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Expr:
        """And a table."""
        self.generic_visit(node)
        return _measured(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:
        """Text joined with itself doubles."""
        self.generic_visit(node)
        return _measured(node)


def _tick(body: list[nodes.Node], line: int) -> nodes.ExprStmt:
    words = sum(len(data.data) for node in body for data in _data_of(node))
    cost = nodes.Const(1 + words, lineno=line)
    return nodes.ExprStmt(_call("spend", cost, line), lineno=line)


def _data_of(node: nodes.Node) -> list[nodes.TemplateData]:
    found = list(node.find_all(nodes.TemplateData))
    return [node, *found] if isinstance(node, nodes.TemplateData) else found


def _measured(node: nodes.Expr) -> nodes.Expr:
    return _call("measured", node, node.lineno)


def _call(name: str, argument: nodes.Node, line: int) -> nodes.Call:
    method = nodes.EnvironmentAttribute(name, lineno=line)
    return nodes.Call(method, [argument], [], None, None, lineno=line)


def guarded(name: str, filter_: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """A filter that spends what goes in and what comes out.

    Arguments:
        name: the filter's.
        filter_: it.
        budget: what it spends.
    """

    @wraps(filter_)
    def measured(*arguments: Any, **named: Any) -> Any:
        given = [*arguments, *named.values()]
        text = [one for one in given if isinstance(one, str)]
        for one in given:
            budget.measured(one)
        if name in ("replace", "join", "indent", "format"):
            refuse_large_text(name, text[0] if text else "", given)
        return budget.measured(_not_wider(filter_, arguments, named))

    return measured


def _not_wider(function: Callable[..., Any], arguments: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
    """Call what takes widths and counts, none of them larger than may be."""
    if any(isinstance(one, int) and abs(one) > LARGEST for one in (*arguments, *named.values())):
        raise TooMuchError("宽度或者次数太大")
    return function(*arguments, **named)


def refuse_large_text(name: str, text: str, given: list[Any]) -> None:
    """Refuse a method or filter of text whose result would be too large, before it is made.

    Arguments:
        name: of the method or filter.
        text: what it works on.
        given: its arguments (for a filter, what it works on among them).

    Raises:
        TooMuchError: it would be.
    """
    if name in _REFUSED_METHODS:
        raise SecurityError(f"'{name}' 不许用")
    longest = max((len(one) for one in given if isinstance(one, str)), default=0)
    number = max((abs(one) for one in given if isinstance(one, int)), default=0)
    items = max((len(one) for one in given if isinstance(one, (list, tuple))), default=0)
    if number > LARGEST or (name in ("format", "%") and _WIDE.search(text)):
        raise TooMuchError("宽度或者次数太大")
    times = {
        "replace": len(text) * longest,
        "join": (items or longest) * max(len(text), longest),
        "indent": (text.count("\n") + 1) * max(number, longest),
        "expandtabs": text.count("\t") * max(number, 8),
    }.get(name, 0)
    # What is replaced and joined is mostly small; the product of two small ones is no matter.
    if times > LARGEST * 10:
        raise TooMuchError("写出来的太长")
