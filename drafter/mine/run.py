"""A mining run: what is new in the documents goes into the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from drafter.errors import Problem
from drafter.mine.engines.local import Outcome
from drafter.mine.raw import Raw
from phrasebank.mining import Mined

if TYPE_CHECKING:
    from phrasebank.store import Store

__all__ = ["Progress", "Report", "mine_into", "only_new"]

#: Characters of speeches whose rows are committed together: what an interruption costs at most.
_COMMIT = 700_000
#: Speeches committed together, where they are short.
_COMMIT_SPEECHES = 200


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come.

    Arguments:
        done: bytes of the sources gone through; a table's compressed ones.
        documents: speeches mined so far.
        found: phrases met so far, each as often as it stood somewhere.
    """

    done: int
    documents: int
    found: int


@dataclass(slots=True)
class Report:
    """What a run has done; filled while it goes on.

    Arguments:
        mined: speeches mined.
        known: documents passed over because the bank holds them already.
        found: phrases met, each as often as it stood somewhere.
        added: phrases that are new in the bank.
        folded: near-duplicates that went into another phrase.
        failed: documents that could not be mined, and why.
        done: bytes of the sources gone through.
    """

    mined: int = 0
    known: int = 0
    found: int = 0
    added: int = 0
    folded: int = 0
    failed: list[Problem] = field(default_factory=list)
    done: int = 0


def only_new(documents: Iterable[Raw | Problem], known: Iterable[str], report: Report) -> Iterator[Raw]:
    """The documents that are not known yet, each once; the others and the problems go into the report.

    Arguments:
        documents: as they are read.
        known: digests of the documents in the bank.
        report: kept up to date.
    """
    seen = set(known)
    for item in documents:
        if isinstance(item, Problem):
            report.failed.append(item)
        elif item.digest in seen:
            report.known += 1
            report.done += item.weight
        else:
            seen.add(item.digest)
            yield item


def mine_into(
    store: Store,
    outcomes: Iterable[Outcome],
    report: Report,
    on_progress: Callable[[Progress], None] = lambda progress: None,
) -> None:
    """Take the outcomes of mining into a bank.

    Every few speeches are committed, and what counts across speeches is done at the end; a run that
    was interrupted anywhere is taken up by the next one, which mines only what is missing.

    Arguments:
        store: the bank, open for writing.
        outcomes: of an engine, each taken as it comes.
        report: kept up to date.
        on_progress: told after every speech.

    Raises:
        CodedError: what the store and the engine raise; what is committed stays.
    """
    from drafter.mine.finish import finish

    before = store.count_all()
    run = store.begin_run()
    batch: list[Mined] = []
    size = 0
    for raw, outcome in outcomes:
        report.done += raw.weight
        if isinstance(outcome, Problem):
            report.failed.append(outcome)
        else:
            batch.append(outcome)
            size += len(outcome.clauses)
            report.mined += 1
            report.found += len(outcome.found)
        if size >= _COMMIT or len(batch) >= _COMMIT_SPEECHES:
            store.add_mined(run, batch)
            batch, size = [], 0
        on_progress(Progress(report.done, report.mined, report.found))
    if batch:
        store.add_mined(run, batch)
    report.folded = finish(store, run)
    report.added = store.count_all() - before
