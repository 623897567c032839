"""Changed figures carried through a draft."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.brief import Brief
from drafter.brief.model import Fact
from drafter.compose import compose_draft
from drafter.compose.draft import Draft
from drafter.revise.update import Revision, plan_update, update
from phrasebank.banks import load_banks
from tests.revise.drafts import brief, document, draft, edited, opened, texts


def _with(**facts: Fact | None) -> Brief:
    held = {**brief().facts, **facts}
    return replace(brief(), facts={name: fact for name, fact in held.items() if fact is not None})


def _drafts(given: Brief) -> list[Draft]:
    return [
        compose_draft(given, load_banks([]), seed=seed, candidates=3 if seed == 1 else 1) for seed in (1, 2)
    ]


def _said() -> Fact:
    """A fact with a change that the draft states in a sentence of its own and no words of the brief use."""
    alone = {sentence.facts[0] for sentence in draft().trace.sentences if len(sentence.facts) == 1}
    return next(
        fact
        for name, fact in brief().facts.items()
        if name in alone
        and f"{{{{ {name}" not in str(brief())
        and fact.change
        and fact.previous is None
        and fact.value is not None
        and fact.unit
    )


def _changed(fact: Fact, **values: object) -> Brief:
    return _with(**{fact.name: replace(fact, **values)})  # type: ignore[arg-type]


def _plan(given: Brief, data: bytes | None = None) -> tuple[Revision, list[str]]:
    held = opened(data)
    revision = plan_update(held, given, _drafts(given))
    return revision, texts(update(held, given, revision))


def test_nothing_changed_nothing_due() -> None:
    revision = plan_update(opened(), brief(), [])
    assert not revision.due
    assert not revision.data.changed


def test_a_changed_figure_is_said_anew_and_nothing_else_changes() -> None:
    fact = _said()
    now = fact.value + 7  # type: ignore[operator]
    revision, after = _plan(_changed(fact, value=now, text=str(now)))
    before = texts(document())
    changed = [at for at in range(len(before)) if before[at] != after[at]]
    assert [one.paragraph for one in revision.changes] == changed != []
    assert f"{now}{fact.unit}" in "".join(after)
    assert f"{fact.text}{fact.unit}" not in "".join(after[at] for at in changed)
    assert not revision.doubts


def test_direction_words_follow_the_sign() -> None:
    fact = _said()
    revision, after = _plan(_changed(fact, change=-fact.change))  # type: ignore[operator]
    assert len(revision.changes) == 1
    old, new = revision.changes[0].old, revision.changes[0].new
    size = str(abs(fact.change))  # type: ignore[arg-type]
    up, down = (
        rf"(?:上升|增长|增加|提高)[^，。；]{{0,3}}{size}",
        rf"(?:下降|减少|降低)[^，。；]{{0,3}}{size}",
    )
    assert bool(re.search(up, old)) != bool(re.search(up, new))
    assert bool(re.search(down, old)) != bool(re.search(down, new))
    assert new in after[revision.changes[0].paragraph]


def test_an_edited_sentence_gets_the_figure_only() -> None:
    fact = _said()
    figure = f"{fact.text}{fact.unit}"
    data = edited(document(), figure, f"{figure}（这是初步数）")
    assert texts(data) != texts(document())
    now = fact.value + 7  # type: ignore[operator]
    revision, after = _plan(_changed(fact, value=now, text=str(now)), data)
    assert any(f"{now}{fact.unit}（这是初步数）" in text for text in after)
    assert revision.due


def test_direction_words_of_an_edited_sentence_are_left_to_the_writer() -> None:
    fact = _said()
    figure = f"{fact.text}{fact.unit}"
    data = edited(document(), figure, f"{figure}（这是初步数）")
    now = fact.value + 7  # type: ignore[operator]
    revision, _ = _plan(_changed(fact, value=now, text=str(now), change=-fact.change), data)  # type: ignore[operator]
    assert any(fact.name in doubt or "段" in doubt for doubt in revision.doubts)


def test_a_removed_fact_that_is_still_said_is_told() -> None:
    fact = _said()
    revision, after = _plan(_with(**{fact.name: None}))
    assert revision.data.removed == (fact.name,)
    assert any(fact.name in doubt for doubt in revision.doubts)
    assert after == texts(document())


def test_a_new_fact_is_told() -> None:
    fact = replace(_said(), name="新设的检查点", value=Decimal(9), text="9")
    revision, after = _plan(_with(新设的检查点=fact))
    assert revision.data.added == ("新设的检查点",)
    assert revision.unsaid == ("新设的检查点",)
    assert after == texts(document())


def test_an_update_made_twice_is_made_once() -> None:
    fact = _said()
    now = fact.value + 7  # type: ignore[operator]
    given = _changed(fact, value=now, text=str(now))
    held = opened()
    once = update(held, given, plan_update(held, given, _drafts(given)))
    assert not plan_update(opened(once), given, _drafts(given)).due


@pytest.mark.parametrize("other", ["会议", "措施"])
def test_what_is_not_data_is_said_to_have_changed(other: str) -> None:
    given = replace(brief(), meeting=f"{brief().meeting}（{other}）")
    assert plan_update(opened(), given, []).data.otherwise
