"""Opening the bank that a command works on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from drafter.cli.bank.who import decider, now
from drafter.cli.bank_address import bank_address, is_named, is_there

if TYPE_CHECKING:
    from phrasebank.store import Change, Store

__all__ = ["Desk", "at_desk", "opened"]


@contextmanager
def opened(bank: str | None, *, builtin: bool = True) -> Iterator[Store]:
    """The bank, open to look things up; where none was named and none is here, the built-in one.

    Arguments:
        bank: the value of ``--bank``.
        builtin: whether the built-in phrases lie underneath.

    Raises:
        BankError: it cannot be opened.
    """
    from phrasebank.store import open_bank

    address = bank_address(bank)
    if builtin and not is_named(bank) and not is_there(address):
        from phrasebank.curation.builtin_only import builtin_bank

        with builtin_bank() as store:
            yield store
        return
    with open_bank(address, builtin=builtin) as store:
        yield store


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody decides: the bank, the name and the time that decisions are recorded with."""

    store: Store
    by: str
    at: str
    _bank: str | None

    def decide(self, changes: Sequence[Change]) -> int:
        """Make changes, all or none; the number of their batch.

        Where there was no bank yet, it is made now, for the first decision on a built-in phrase.
        """
        address = bank_address(self._bank)
        if is_named(self._bank) or is_there(address):
            return self.store.decide(changes, by=self.by, at=self.at)
        from phrasebank.store import open_bank

        # In memory first: what is refused there leaves no empty file behind.
        self.store.decide(changes, by=self.by, at=self.at)
        with open_bank(address, create=True) as store:
            batch = store.decide(changes, by=self.by, at=self.at)
        typer.echo(f"新建了语料库 {address}", err=True)
        return batch


@contextmanager
def at_desk(bank: str | None, by: str | None, *, builtin: bool = True) -> Iterator[Desk]:
    """The bank, open to decide.

    Arguments:
        bank: the value of ``--bank``.
        by: the value of ``--by``.
        builtin: whether the built-in phrases lie underneath.

    Raises:
        BankError: it cannot be opened.
        CodedError: U010 nobody is named.
    """
    name = decider(by)
    with opened(bank, builtin=builtin) as store:
        yield Desk(store, name, now(), bank)
