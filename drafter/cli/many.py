"""Many briefs to a folder of drafts, in several processes; one that fails does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.cli.drafting import Settings, make_draft, remarks
from phrasebank.errors import CodedError, Problem
from phrasebank.files import check_target, write_whole
from phrasebank.os_reasons import os_reason

__all__ = ["Order", "Outcome", "draft_many", "orders_for"]


@dataclass(frozen=True, slots=True)
class Order:
    """One draft to be made.

    Arguments:
        brief: the brief.
        target: the file to write.
        force: whether a file that is there may be replaced.
    """

    brief: Path
    target: Path
    force: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order.

    Arguments:
        order: the order.
        told: what the writer must know about the draft.
        phrases: ids of the phrases taken.
        problems: why there is no draft; () where there is one.
    """

    order: Order
    told: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def orders_for(briefs: Sequence[Path], folder: Path, to: str, *, force: bool) -> list[Order]:
    """A file in the folder for every brief, named like it.

    Raises:
        CodedError: F003 two briefs would be written to one file; F002 the folder is a file or
            cannot be made.
    """
    named: dict[Path, Path] = {}
    for brief in briefs:
        target = folder / f"{brief.stem}.{to}"
        if target in named:
            message = f"“{named[target]}”和“{brief}”要写到同一个文件"
            raise CodedError(Problem("F003", message, str(target), mend="请给其中一份提纲改个名字"))
        named[target] = brief
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CodedError(
            Problem("F002", f"建不了文件夹：{os_reason(error)}", str(folder), mend="请换一个位置")
        ) from error
    return [Order(brief, target, force) for target, brief in named.items()]


def draft_many(orders: Sequence[Order], settings: Settings, jobs: int | None) -> Iterator[Outcome]:
    """Make the drafts; outcomes come in the order of the briefs.

    Arguments:
        orders: what to make.
        settings: how.
        jobs: processes; as many as there are cores when None. One works in this process.
    """
    wanted = min(jobs or os.cpu_count() or 1, len(orders))
    if wanted <= 1:
        yield from (fill(order, settings) for order in orders)
        return
    yield from _in_processes(orders, settings, wanted, fill)


def fill(order: Order, settings: Settings) -> Outcome:
    """Make one draft and write it."""
    try:
        check_target(order.target, force=order.force)
        made = make_draft(order.brief, settings)
        write_whole(order.target, made.data, force=order.force)
    except CodedError as error:
        return Outcome(order, problems=error.problems)
    except OSError as error:
        problem = Problem("F002", f"读写出错：{os_reason(error)}", str(error.filename or order.brief))
        return Outcome(order, problems=(problem,))
    told = (*(f"注意：{notice}" for notice in made.notices), *remarks(made.draft), *made.found)
    return Outcome(order, told, tuple(made.phrases))


def _in_processes(
    orders: Sequence[Order], settings: Settings, jobs: int, work: Callable[[Order, Settings], Outcome]
) -> Iterator[Outcome]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Spawned, not forked: a fork would copy whatever threads and connections there are.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_alone)
    try:
        waiting = [(order, pool.submit(work, order, settings)) for order in orders]
        for order, future in waiting:
            try:
                yield future.result()
            except BrokenProcessPool:
                mend = "可能内存不够；请减少 --jobs，或单独起草这一篇"
                yield Outcome(
                    order, problems=(Problem("U017", "起草时进程意外结束", str(order.brief), mend=mend),)
                )
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of the terminal; the first one decides what it means."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
