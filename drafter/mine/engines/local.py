"""The local engine: as many processes as there are cores, results in the order of the documents."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from drafter.mine.document import mine_document
from drafter.mine.raw import Raw
from phrasebank.errors import Problem
from phrasebank.mining import Mined

__all__ = ["Outcome", "mine_locally"]

#: A document with what came of it.
Outcome = tuple[Raw, Mined | Problem]
Batch = list[Raw]

#: Bytes a process is given at a time: big enough that handing over costs nothing, small enough that
#: the cores end together.
_BATCH = 400_000
#: Batches under way for each process; more would only fill the memory.
_AHEAD = 2
#: Below this many bytes starting processes costs more than it saves.
_ALONE = 600_000


def mine_locally(
    documents: Iterable[Raw],
    jobs: int,
    work: Callable[[Raw], Mined | Problem] = mine_document,
    *,
    alone_below: int = _ALONE,
) -> Iterator[Outcome]:
    """Mine documents on this machine, in order.

    A process that dies (out of memory, killed) takes nothing with it: its documents are given to a
    new one, singly, and one that kills its process twice is reported.

    Arguments:
        documents: read lazily, a few batches ahead.
        jobs: processes; 1 works in this one.
        work: the function over one document; must be importable by name.
        alone_below: bytes up to which everything is done in this process.
    """
    batches = _batches(documents)
    first: list[Batch] = []
    size = 0
    for batch in batches:
        first.append(batch)
        size += sum(len(raw.data) for raw in batch)
        if size > alone_below:
            break
    else:
        jobs = 1
    if jobs == 1:
        for batch in (*first, *batches):
            yield from ((raw, work(raw)) for raw in batch)
        return
    yield from _Pool(jobs, work).run(iter((*first,)), batches)


def _batches(documents: Iterable[Raw]) -> Iterator[Batch]:
    batch: Batch = []
    size = 0
    for raw in documents:
        batch.append(raw)
        size += len(raw.data)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Pool:
    def __init__(self, jobs: int, work: Callable[[Raw], Mined | Problem]) -> None:
        self._jobs = jobs
        self._work = work

    def run(self, first: Iterator[Batch], rest: Iterator[Batch]) -> Iterator[Outcome]:
        waiting: deque[tuple[Batch, Future[list[Mined | Problem]]]] = deque()
        executor = self._start()
        try:
            for batch in (batch for source in (first, rest) for batch in source):
                waiting.append((batch, executor.submit(_mine_batch, batch, self._work)))
                if len(waiting) >= self._jobs * _AHEAD:
                    outcomes, executor = self._next(waiting, executor)
                    yield from outcomes
            while waiting:
                outcomes, executor = self._next(waiting, executor)
                yield from outcomes
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _start(self) -> ProcessPoolExecutor:
        # Spawned, not forked: a fork would copy the threads' locks and the database connection.
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_leave_interrupts_alone)

    def _next(
        self, waiting: deque[tuple[Batch, Future[list[Mined | Problem]]]], executor: ProcessPoolExecutor
    ) -> tuple[list[Outcome], ProcessPoolExecutor]:
        """The outcomes of the batch that is next in order, and the executor to go on with."""
        batch, future = waiting.popleft()
        try:
            return list(zip(batch, future.result(), strict=True)), executor
        except BrokenProcessPool:
            executor.shutdown(wait=False, cancel_futures=True)
        outcomes = [(raw, self._alone(raw)) for raw in batch]
        executor = self._start()
        for number, (later, _) in enumerate(waiting):
            waiting[number] = (later, executor.submit(_mine_batch, later, self._work))
        return outcomes, executor

    def _alone(self, raw: Raw) -> Mined | Problem:
        """Mine one document of a batch whose process died, in a process of its own; twice at most."""
        for _ in range(2):
            with self._start() as executor:
                try:
                    return executor.submit(_mine_batch, [raw], self._work).result()[0]
                except BrokenProcessPool:
                    continue
        return Problem(
            "M010", "读这一篇时进程意外结束，已跳过", raw.name, mend="可能内存不够；请单独再试这一篇"
        )


def _mine_batch(batch: Batch, work: Callable[[Raw], Mined | Problem]) -> list[Mined | Problem]:
    return [work(raw) for raw in batch]


def _leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of the terminal; the first one decides what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
