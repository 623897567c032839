"""What counts across speeches, at the end of a mining run: phrases, near-duplicates, scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phrasebank.store import Store

__all__ = ["finish"]

#: Characters of clauses up to which everything is counted anew: some 8 MB of speeches, a second's work.
#: Up to here the bank is the same in whatever order and parts its speeches were mined.
_EXACT = 5_000_000
#: An archive beyond that is counted anew when it has grown by so much; in between the phrases it has
#: are counted in what is new. Each speech is so counted some ten times at most.
_GROWN = 1.1


def finish(store: Store, run: int) -> int:
    """Count phrases across all speeches of a bank, fold near-duplicates and score what a run met.

    Each step is committed whole; a run that was cut off between two goes on where it was.

    Arguments:
        store: the bank, open for writing.
        run: the run.

    Returns:
        how many phrases were folded into others.
    """
    kept, counted_before = store.kept_speeches()
    new = [speech.number for speech in kept if not speech.counted]
    if new:
        size = sum(speech.size for speech in kept)
        if size <= _EXACT or size >= _GROWN * counted_before:
            _count_all(store, run, [speech.number for speech in kept])
        else:
            _count_new(store, run, new)
    return max(store.fold_and_score(run), 0)


def _count_all(store: Store, run: int, numbers: list[int]) -> None:
    from phrasebank.counting.corpus import Speech
    from phrasebank.counting.counted import count

    counted = count(Speech(*kept) for kept in store.clauses(numbers))
    store.put_counted(run, counted, numbers)


def _count_new(store: Store, run: int, numbers: list[int]) -> None:
    from phrasebank.counting.corpus import Speech
    from phrasebank.counting.known import count_known

    known = [(phrase.number, phrase.text) for phrase in store.known_counted()]
    found = count_known(known, (Speech(*kept) for kept in store.clauses(numbers)))
    store.add_counts(run, found, numbers)
