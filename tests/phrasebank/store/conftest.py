"""Banks on either engine, and phrases of our own to put in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from phrasebank.mining import About, Found, Mined
from phrasebank.model import Move, Phrase, Unit, phrase_id
from phrasebank.store import Change, Store, open_bank
from phrasebank.vocabulary import slots_of

MakePhrase = Callable[..., Phrase]
Put = Callable[..., list[Phrase]]
Opened = Callable[..., Store]

_numbers = count(1)


@pytest.fixture(name="phrase", scope="session")
def _phrase() -> MakePhrase:
    """A phrase of some words; fields by name."""

    def make(text: str, **fields: object) -> Phrase:
        filed = {"unit": Unit.SENTENCE, "move": Move.POINT_DEMAND, **fields}
        return Phrase(id=phrase_id(text), text=text, slots=slots_of(text), **filed)  # type: ignore[arg-type]

    return make


@pytest.fixture(name="server", scope="session")
def _server() -> str:
    """The address of a PostgreSQL server."""
    address = os.environ.get("JIANGGAO_TEST_POSTGRES", "")
    if not address:
        pytest.skip("JIANGGAO_TEST_POSTGRES is not set (tools/postgres.sh start)")
    return address


@pytest.fixture(name="database")
def _database(server: str) -> Iterator[str]:
    """A database of its own on the server."""
    import psycopg

    name = f"jianggao_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield server.rpartition("/")[0] + f"/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(name="address", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def _address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new bank can be, on each engine."""
    if request.param == "sqlite":
        return str(tmp_path / "bank.db")
    return str(request.getfixturevalue("database"))


@pytest.fixture(name="opened")
def _opened(address: str) -> Iterator[Opened]:
    """Open the bank once more; all are closed in the end."""
    stores: list[Store] = []

    def again(**options: bool) -> Store:
        store = open_bank(address, **{"create": True, "builtin": False, **options})
        stores.append(store)
        return store

    yield again
    for store in stores:
        store.close()


@pytest.fixture(name="store")
def _store(opened: Opened) -> Store:
    """A new bank without the built-in phrases."""
    return opened()


@pytest.fixture(name="put")
def _put(store: Store) -> Put:
    """Put phrases in; as the bank has them then."""

    def put(*phrases: Phrase, action: str = "add") -> list[Phrase]:
        changes = [Change("", None, phrase, action) for phrase in phrases]
        store.decide(changes, by="周编", at="2026-03-18T09:00:00")
        return [store.get(phrase.id).phrase for phrase in phrases]

    return put


def found(text: str, paragraph: int = 0, start: int = 0, **fields: object) -> Found:
    """A phrase met at a place of a speech."""
    return Found(
        id=phrase_id(text),
        text=text,
        unit="sentence",
        move="point.demand",
        themes=(),
        family="",
        moves=(),
        groups=(),
        doubts=(),
        quality=0.5,
        paragraph=paragraph,
        start=start,
        end=start + len(text),
    )._replace(**fields)


def mined(source: str, *phrases: Found, clauses: str = "") -> Mined:
    """What a speech gave; its name tells it from others."""
    about = About("工作部署", ("安全生产",), "市", "临江市")
    return Mined(source, f"{source.encode().hex():0>64}", about, phrases, clauses)
