"""The first schema: what every later one starts from.

It has no step of its own: a new bank is made whole from ``phrasebank.store.schema``.
"""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing came before it."""
