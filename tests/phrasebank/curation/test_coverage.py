"""Counting where the bank is rich and where it is thin."""

from __future__ import annotations

from dataclasses import replace

import pytest

from phrasebank.curation.coverage import ANY, THIN, cover
from phrasebank.curation.judging import accept
from phrasebank.curation.names import ACTIONS, MOVE_NAMES, ORIGINS, STATUS_MARKS, STATUS_NAMES, UNIT_NAMES
from phrasebank.curation.sides import By
from phrasebank.mining import About
from phrasebank.model import Move, Status, Unit
from phrasebank.store import Store
from tests.phrasebank.curation.conftest import AT, found, put

NAMES = {By.TOPIC: "防汛", By.KIND: "工作部署", By.LEVEL: "市"}


@pytest.mark.parametrize("by", list(By))
def test_cells_are_counted(store: Store, by: By) -> None:
    helds = put(
        store,
        *(
            found(f"要把{word}备足", place=place)
            for place, word in enumerate(("物资", "队伍", "车船", "油料"))
        ),
    )
    general = put(store, found("要把药品备足"), name="b.txt", about=About())
    filing = {"kinds": ("工作部署",), "levels": ("市",)}
    filed = [replace(held, phrase=replace(held.phrase, **filing)) for held in helds[:3]]
    store.decide(accept([*filed, *general]).changes, by="王秀梅", at=AT)
    coverage = cover(store, by)
    assert coverage.statuses == {**dict.fromkeys(Status, 0), Status.ACCEPTED: 4, Status.CANDIDATE: 1}
    assert coverage.units == {"sentence": 4}
    assert coverage.names == (ANY, NAMES[by])
    assert coverage.accepted == {(Move.POINT_MEASURE, NAMES[by]): 3, (Move.POINT_MEASURE, ANY): 1}
    assert coverage.reach(Move.POINT_MEASURE, NAMES[by]) == 4
    assert coverage.reach(Move.POINT_MEASURE, ANY) == 1
    assert coverage.waiting == {Move.POINT_MEASURE: 1}
    assert coverage.speeches == 2
    thin = coverage.thin()
    assert all(count < THIN for _, _, count in thin)
    assert (Move.POINT_MEASURE, NAMES[by], 3) not in thin
    assert thin[-1] == (Move.POINT_MEASURE, ANY, 1)
    assert len(thin) == 2 * len(Move) - 1


def test_an_empty_bank_is_thin_everywhere(store: Store) -> None:
    assert len(cover(store, By.TOPIC).thin()) == len(Move)


def test_everything_has_a_chinese_name_of_its_own() -> None:
    for names, inventory in (
        (MOVE_NAMES, Move),
        (UNIT_NAMES, Unit),
        (STATUS_NAMES, Status),
        (STATUS_MARKS, Status),
    ):
        assert list(names) == list(inventory)
        assert len(set(names.values())) == len(names)
    assert set(ACTIONS) >= {
        "accept",
        "reject",
        "forbid",
        "obsolete",
        "edit",
        "merge",
        "split",
        "tag",
        "add",
        "undo",
    }
    assert set(ORIGINS) == {"builtin", "mined", "hand", "import"}
