"""The bank in a database: SQLite by default, PostgreSQL for an office that shares one."""

from phrasebank.store.decide import Change, Decided
from phrasebank.store.problems import BankError, ConflictError
from phrasebank.store.query import Order, Query
from phrasebank.store.store import Held, Store, open_bank

__all__ = [
    "BankError",
    "Change",
    "ConflictError",
    "Decided",
    "Held",
    "Order",
    "Query",
    "Store",
    "open_bank",
]
