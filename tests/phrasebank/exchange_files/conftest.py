"""Phrases as a bank holds them, of every shape that a file has to carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from phrasebank.model import Move, Phrase, Source, Status, Unit, phrase_id
from phrasebank.store import Change, Held, Store, open_bank
from phrasebank.vocabulary import slots_of

AT = "2026-03-18T09:00:00+08:00"


def phrase_of(written: str, **fields: object) -> Phrase:
    """A phrase; its text may state the forms of its slots."""
    text = written.replace(":verb", "").replace(":noun", "")
    filed = {"unit": Unit.SENTENCE, "move": Move.POINT_DEMAND, **fields}
    return Phrase(id=phrase_id(text), text=text, slots=slots_of(written), **filed)  # type: ignore[arg-type]


PHRASES: tuple[Phrase, ...] = (
    phrase_of(
        "要把{task:noun}抓到{level}一级，把{task2}抓到底",
        topics=("防汛", "粮食、物资储备"),
        kinds=("工作部署",),
        levels=("市", "县"),
        themes=("责任",),
        score=0.75,
        doubts=("可能有单位名“一级”", "“底”；待核"),
        sources=(Source("讲话 一.docx", 7, 0, 12), Source("表.jsonl#甲 第3段", 0, 4, 9)),
        sample_count=2,
    ),
    phrase_of("守土有责", unit=Unit.PHRASE, status=Status.ACCEPTED, topics=("防汛",), note="常用\n放在末尾"),
    phrase_of(
        "百日攻坚", unit=Unit.FORMULA, status=Status.FORBIDDEN, note="原因：说滥了\n改说：集中整治", used=3
    ),
    phrase_of("人定胜天", unit=Unit.PHRASE, status=Status.REJECTED),
    phrase_of("五年一小修", unit=Unit.FORMULA, status=Status.OBSOLETE, note="停用：2025-01-01"),
    phrase_of("=SUM(A1)是公式", topics=("+1", "@市")),
    phrase_of("'带引号的,“话”", note="-1"),
    phrase_of("2025年5月", unit=Unit.TITLE),
    phrase_of(
        "思想上要重视。行动上要扎实",
        unit=Unit.PASSAGE,
        moves=(Move.POINT_LEAD, Move.POINT_MEASURE),
        groups=("0123456789abcdef",),
    ),
    phrase_of("坚持问题导向／坚持目标导向", unit=Unit.OUTLINE, family="措施/坚持", topics=("整改；落实",)),
)


def held_of(phrase: Phrase, revision: int = 0) -> Held:
    return Held(phrase, revision, max(phrase.sample_count, len(phrase.sources)), 0.5, "mined")


@pytest.fixture(name="helds", scope="session")
def _helds() -> tuple[Held, ...]:
    return tuple(held_of(phrase, number) for number, phrase in enumerate(PHRASES))


@pytest.fixture(name="store")
def _store(tmp_path: Path) -> Iterator[Store]:
    """A bank without the built-in phrases."""
    with open_bank(tmp_path / "bank.db", create=True, builtin=False) as store:
        yield store


Put = Callable[..., list[Held]]


@pytest.fixture(name="put")
def _put(store: Store) -> Put:
    """Put phrases into the bank; as it holds them then."""

    def put(*phrases: Phrase) -> list[Held]:
        changes = [Change("", None, phrase, "import") for phrase in phrases]
        store.decide(changes, by="周编", at=AT)
        return [store.get(phrase.id, sources=None) for phrase in phrases]

    return put
