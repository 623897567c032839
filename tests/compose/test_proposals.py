"""What is proposed for a brief without parts: the bank's outlines first, else the kind's own."""

from __future__ import annotations

from drafter.brief import Brief, Place
from drafter.compose.draft import compose_draft
from drafter.compose.kinds import load_kind
from drafter.compose.proposals import propose_parts
from phrasebank.bank import MemoryBank
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from phrasebank.vocabulary import slots_of
from tests.compose.examples import builtin_bank

BARE = Brief(kind="工作部署", topic="消防安全", place=Place("临江市", "市"))


def outline(text: str, *, topics: tuple[str, ...] = ("消防安全",), kinds: tuple[str, ...] = ()) -> Phrase:
    return Phrase(
        id=phrase_id(text),
        text=text,
        unit=Unit.OUTLINE,
        move=Move.POINT_MEASURE,
        slots=slots_of(text),
        topics=topics,
        kinds=kinds,
        status=Status.ACCEPTED,
    )


def headings(*phrases: Phrase, brief: Brief = BARE, seed: int = 1) -> list[str]:
    kind = load_kind(brief.kind)
    return [part.heading or part.theme for part in propose_parts(brief, kind, MemoryBank(phrases), seed)]


def test_an_outline_of_the_kind_comes_before_one_of_the_topic() -> None:
    of_kind = outline("看清火患在哪里／管住火源和通道／练强队伍和本领", kinds=("工作部署",))
    of_topic = outline("把火患找出来／把火源管起来")
    for seed in range(8):
        assert headings(of_topic, of_kind, seed=seed) == of_kind.text.split("／")
    assert headings(of_topic) == of_topic.text.split("／")


def test_an_outline_on_something_else_is_not_taken() -> None:
    usual = [part.theme for part in load_kind("工作部署").outline]
    assert headings() == usual
    assert headings(outline("把路修好／把桥架好", topics=("交通",))) == usual
    assert headings(outline("把人留住／把事办好", topics=())) == usual


def test_what_cannot_be_filled_or_said_is_not_taken() -> None:
    usual = [part.theme for part in load_kind("工作部署").outline]
    assert headings(outline("过去的{number}件事／往后的{number2}件事")) == usual
    assert headings(outline("甲" * 40 + "／乙乙")) == usual
    assert headings(outline("／".join(f"抓好{word}" for word in "甲乙丙丁戊己"))) == usual


def test_slots_are_filled_from_the_brief() -> None:
    assert headings(outline("认清{topic}的形势／扛起{topic}的责任")) == [
        "认清消防安全的形势",
        "扛起消防安全的责任",
    ]


def test_parts_of_one_role_have_different_points() -> None:
    made = propose_parts(
        BARE, load_kind("工作部署"), MemoryBank([outline("抓好甲任务／抓好乙任务／抓好丙任务")]), 1
    )
    points = [tuple(point.theme for point in part.points) for part in made]
    assert len(set(points)) == len(points)
    assert all(points)


def test_proposed_parts_are_drafted_as_proposals() -> None:
    bank = MemoryBank(
        [
            *(outline(text) for text in ("看清火患在哪里／管住火源和通道",)),
            *(phrase for phrase in _builtin() if phrase.unit is not Unit.OUTLINE),
        ]
    )
    draft = compose_draft(BARE, bank, seed=1, candidates=2)
    assert [section.heading for section in draft.speech.sections] == ["看清火患在哪里", "管住火源和通道"]
    proposed = {sentence.text for sentence in draft.trace.sentences if sentence.origin == "proposal"}
    assert {"看清火患在哪里", "管住火源和通道"} <= proposed


def _builtin() -> list[Phrase]:
    from phrasebank.builtin import load_builtin

    assert builtin_bank()
    return list(load_builtin())
