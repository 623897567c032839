"""A process that works on a bank and says what was committed; tests kill it, or run two at once.

python curator.py ADDRESS decide|mine|turns NAME [COUNT]

One that takes turns waits for a line before it begins.
"""

import sys
from dataclasses import replace
from itertools import count

from phrasebank.mining import About, Found, Mined
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from phrasebank.store import Change, ConflictError, Store, open_bank


def say(*words: object) -> None:
    print(*words, flush=True)


def phrase(text: str) -> Phrase:
    return Phrase(phrase_id(text), text, Unit.SENTENCE, Move.POINT_DEMAND)


def decide_pairs(store: Store, name: str) -> None:
    """Batches of two that belong together: both or none."""
    for number in count(len(store.history())):
        pair = [phrase(f"抓落实{name}第{number}回{half}") for half in "甲乙"]
        batch = store.decide([Change("", None, one, "add") for one in pair], by=name, at=str(number))
        say("added", batch, *(one.id for one in pair))
        rejected = [replace(one, status=Status.REJECTED) for one in pair]
        changes = [Change(one.id, 1, one, "reject") for one in rejected]
        batch = store.decide(changes, by=name, at=str(number))
        say("rejected", batch, *(one.id for one in pair))
        if number % 3 == 0:
            say("undone", store.undo(batch, by=name, at=str(number)), *(one.id for one in pair))


def mine(store: Store, name: str) -> None:
    """Speeches of thirty sentences, three at once."""
    run = store.begin_run()
    for number in count(store.documents()):
        batch = []
        for part in range(3):
            texts = [f"抓落实{name}第{number}篇第{part}稿第{line}句" for line in range(29)] + [
                "抓落实怕的是一阵风"
            ]
            found = tuple(
                Found(phrase_id(t), t, "sentence", "point.demand", (), "", (), (), (), 0.5, at, 0, len(t))
                for at, t in enumerate(texts)
            )
            digest = f"{number:032x}{part:032x}"
            batch.append(Mined(f"{number}-{part}.txt", digest, About("工作部署", ("安全生产",)), found, ""))
        store.add_mined(run, batch)
        say("mined", number, *(mined.digest for mined in batch))


def take_turns(store: Store, name: str, goal: int) -> None:
    """Count up in the notes of shared phrases, as somebody who looks again after a conflict."""
    sys.stdin.readline()
    done = conflicts = 0
    ids = sorted(held.phrase.id for held in store.find())
    while done < goal:
        held = store.get(ids[done % len(ids)])
        after = replace(held.phrase, note=str(int(held.phrase.note or 0) + 1))
        try:
            store.decide([Change(held.phrase.id, held.revision, after, "edit")], by=name, at="")
            done += 1
        except ConflictError:
            conflicts += 1
    say("conflicts", conflicts)


def main() -> None:
    address, work, name = sys.argv[1:4]
    with open_bank(address, builtin=False) as store:
        say("ready")
        if work == "decide":
            decide_pairs(store, name)
        elif work == "mine":
            mine(store, name)
        else:
            take_turns(store, name, int(sys.argv[4]))


if __name__ == "__main__":
    main()
