"""Alembic's environment: it runs in the transaction that ``phrasebank.store.migrate`` has begun."""

from alembic import context

from phrasebank.store.schema import METADATA, VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=VERSION_TABLE,
    # SQLite changes a column by copying its table.
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
