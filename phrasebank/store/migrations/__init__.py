"""Steps from one schema of the bank to the next (Alembic); run by ``phrasebank.store.migrate``."""
