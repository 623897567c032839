"""A small bank of our own, without the built-in phrases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from phrasebank.mining import About, Found, Mined
from phrasebank.model import phrase_id
from phrasebank.store import Held, Store, open_bank

AT = "2026-03-01T09:00:00+08:00"


def found(
    text: str, unit: str = "sentence", move: str = "point.measure", place: int = 0, **more: object
) -> Found:
    """A phrase met at a place of a speech."""
    row = Found(phrase_id(text), text, unit, move, (), "", (), (), (), 0.5, place, 0, len(text))
    return row._replace(**more)


def mined(name: str, rows: list[Found], about: About | None = None) -> Mined:
    """A speech with its phrases."""
    return Mined(
        name, name.ljust(64, "0"), about or About("工作部署", ("防汛",), "市", "临江市"), tuple(rows), ""
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty bank."""
    with open_bank(tmp_path / "bank.db", create=True, builtin=False) as opened:
        yield opened


def put(store: Store, *rows: Found, name: str = "a.txt", about: About | None = None) -> list[Held]:
    """Put phrases into a bank; they come back as it holds them, in the order given."""
    store.add_mined(store.begin_run(), [mined(name, list(rows), about)])
    return [store.get(row.id, sources=None) for row in rows]
