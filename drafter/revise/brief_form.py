"""A brief as plain JSON values and back: a document carries the brief that it was drafted from."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, TypeVar

__all__ = ["from_plain", "plain_form"]

T = TypeVar("T")


def plain_form(value: Any) -> Any:
    """A frozen dataclass of the brief as what JSON can hold; fields that hold their default are left out."""
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field, getattr(value, field.name)) for field in fields(value))
        return {field.name: plain_form(held) for field, held in named if not _is_default(field, held)}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {name: plain_form(held) for name, held in value.items()}
    if isinstance(value, tuple | list):
        return [plain_form(held) for held in value]
    return value


def from_plain(kind: type[T], value: Any) -> T:
    """What ``plain_form`` was given.

    Arguments:
        kind: the dataclass wanted.
        value: what JSON held.

    Raises:
        ValueError: it is not of that form.
    """
    made: T = _made(kind, value)
    return made


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _made(kind: Any, value: Any) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return None if value is None else _made(inner[0], value)
    if origin is tuple:
        return _tuple(inner, value)
    if origin is dict:
        if not isinstance(value, dict):
            raise ValueError("no mapping")
        return {name: _made(inner[1], held) for name, held in value.items()}
    if is_dataclass(kind):
        return _dataclass(typing.cast(type, kind), value)
    return _scalar(kind, value)


def _tuple(inner: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError("no list")
    if inner[-1] is Ellipsis:
        return tuple(_made(inner[0], held) for held in value)
    return tuple(_made(one, held) for one, held in zip(inner, value, strict=True))


def _dataclass(kind: type, value: Any) -> Any:
    if not isinstance(value, dict):
        raise ValueError("no mapping")
    hints = _hints(kind)
    try:
        return kind(**{name: _made(hints[name], held) for name, held in value.items()})
    except (TypeError, KeyError) as error:
        raise ValueError("a field is missing or unknown") from error


def _is_default(field: Field[Any], value: Any) -> bool:
    if field.default_factory is not MISSING:
        return bool(value == field.default_factory())
    return field.default is not MISSING and bool(value == field.default)


def _scalar(kind: Any, value: Any) -> Any:
    if kind is Decimal and isinstance(value, str) and len(value) < 100:
        try:
            figure = Decimal(value)
        except InvalidOperation as error:
            raise ValueError("no figure") from error
        if figure.is_finite():
            return figure
    if kind is dt.date and isinstance(value, str):
        return dt.date.fromisoformat(value)
    if isinstance(value, kind) and not (kind is int and isinstance(value, bool)):
        return value
    raise ValueError(f"no {kind}")
