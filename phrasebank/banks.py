"""Several banks as one for a draft: files in the exchange form, databases, the built-in bank underneath."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.errors import CodedError
from phrasebank.exchange import load
from phrasebank.model import Phrase, Status

if TYPE_CHECKING:
    from phrasebank.store import Store

__all__ = ["count_use", "is_database", "load_banks", "phrases_with"]

_DATABASE_ENDINGS = (".db", ".sqlite", ".sqlite3")
_SERVER = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_MAGIC = b"SQLite format 3\x00"
#: Ids asked for at once.
_CHUNK = 900


def is_database(bank: str) -> bool:
    """Whether a bank is a database (``bank.db``, ``postgresql://…``) and no file in the exchange form.

    Arguments:
        bank: as the user named it.
    """
    if _SERVER.match(bank) or bank.lower().endswith(_DATABASE_ENDINGS):
        return True
    path = Path(bank)
    # A pipe has no head to look at: reading it would take it away.
    if not path.is_file():
        return False
    with suppress(OSError), path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
    return False


def load_banks(banks: Sequence[str], *, builtin: bool = True, first: Iterable[Phrase] = ()) -> MemoryBank:
    """Bring banks together; of equal phrases the bank that was named first decides.

    What people decided in a database about the built-in phrases holds: those that were rejected,
    forbidden, edited or merged there are not used.

    Arguments:
        banks: databases and files in the exchange form, as the user named them.
        builtin: whether the built-in bank lies underneath.
        first: phrases that come before those of all banks.

    Raises:
        CodedError: one of them cannot be read.
    """
    shipped = list(load_builtin()) if builtin else []
    layers: list[list[Phrase]] = []
    with ExitStack() as opened:
        stores = [opened.enter_context(_open(bank)) if is_database(bank) else None for bank in banks]
        for bank, store in zip(banks, stores, strict=True):
            if store is None:
                layers.append(list(load(Path(bank))))
            else:
                own, withdrawn = _accepted(store)
                layers.append(own)
                shipped = [phrase for phrase in shipped if phrase.id not in withdrawn]
        for number, store in enumerate(stores):
            if store is not None:
                layers[number + 1 :] = [_without_refused(store, later) for later in layers[number + 1 :]]
    return MemoryBank(first, *layers, shipped)


def phrases_with(banks: Iterable[str], status: Status) -> list[Phrase]:
    """The phrases of some banks with a status, as the checker wants the forbidden ones.

    Arguments:
        banks: databases and files in the exchange form, as the user named them.
        status: which.

    Raises:
        CodedError: one of them cannot be read.
    """
    found: list[Phrase] = []
    for bank in banks:
        if is_database(bank):
            from phrasebank.store import Query

            with _open(bank) as store:
                found += [held.phrase for held in store.find(Query(status=status))]
        else:
            found += [phrase for phrase in load(Path(bank)) if phrase.status is status]
    return found


def count_use(banks: Iterable[str], ids: Iterable[str]) -> None:
    """Count in every database that a draft took these phrases; one that cannot be written counts nothing."""
    taken = list(ids)
    for bank in banks:
        if taken and is_database(bank):
            from phrasebank.store import open_bank

            with suppress(CodedError), open_bank(bank) as store:
                store.use(taken)


def _open(bank: str) -> Store:
    from phrasebank.store import open_bank

    return open_bank(bank)


def _accepted(store: Store) -> tuple[list[Phrase], set[str]]:
    """What people accepted in a database, and the built-in phrases that it has no longer accepted."""
    from phrasebank.store import Query

    held = store.find(Query(status=Status.ACCEPTED))
    withdrawn = {phrase.id for phrase in load_builtin()} - {one.phrase.id for one in held}
    return [one.phrase for one in held if one.origin != "builtin" or one.revision], withdrawn


def _without_refused(store: Store, phrases: list[Phrase]) -> list[Phrase]:
    """The phrases of a bank named later, without those that people turned down in this database."""
    from phrasebank.store import Query

    refused: set[str] = set()
    for start in range(0, len(phrases), _CHUNK):
        ids = tuple(phrase.id for phrase in phrases[start : start + _CHUNK])
        for status in (Status.REJECTED, Status.FORBIDDEN, Status.OBSOLETE):
            refused.update(held.phrase.id for held in store.find(Query(ids=ids, status=status)))
    return [phrase for phrase in phrases if phrase.id not in refused]
