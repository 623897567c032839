"""Other wordings for a part of a draft, the rest untouched."""

from __future__ import annotations

from itertools import islice

import pytest

from drafter.errors import ReadError
from drafter.revise.redo import choices, paragraph_part, pick, section_part
from tests.revise.drafts import document, draft, edited, opened, parts, texts

OTHERS = [draft(seed) for seed in range(2, 8)]


def _argued() -> int:
    """0-based number of a paragraph that says a phrase of the bank."""
    held = opened()
    return next(
        number
        for number, place in sorted(held.drafted.items())
        if sum(said.origin == "phrase" for said in held.recipe.paragraphs[place].said) > 1
    )


def test_only_the_paragraph_changes() -> None:
    number = _argued()
    held = opened()
    choice = next(choices(held, paragraph_part(held, number + 1), OTHERS))
    before, after = texts(document()), texts(pick(held, choice))
    assert [at for at in range(len(before)) if before[at] != after[at]] == [number]
    assert after[number] == choice.texts[number]


def test_every_other_part_of_the_file_stays_byte_for_byte() -> None:
    held = opened()
    recipe_part, main = held.part, held.file.main
    choice = next(choices(held, paragraph_part(held, _argued() + 1), OTHERS))
    before, after = parts(document()), parts(pick(held, choice))
    assert {name for name in before if before[name] != after[name]} == {recipe_part, main}
    assert before.keys() == after.keys()


def test_an_edit_made_in_word_stays() -> None:
    number = _argued()
    elsewhere = next(at for at in range(len(texts(document())) - 1, 0, -1) if at != number)
    old = texts(document())[elsewhere]
    data = edited(document(), old[-6:], old[-6:] + "请各位记住这一天。")
    held = opened(data)
    after = texts(pick(held, next(choices(held, paragraph_part(held, number + 1), OTHERS))))
    assert after[elsewhere] == old + "请各位记住这一天。"


def test_choices_differ_and_keep_the_facts() -> None:
    held = opened()
    number = _argued()
    place = held.drafted[number]
    found = list(islice(choices(held, paragraph_part(held, number + 1), OTHERS), 4))
    wordings = [choice.texts[number] for choice in found]
    assert len(set(wordings) | {held.texts[number]}) == len(wordings) + 1
    for choice in found:
        assert held.recipe.paragraphs[place].facts <= choice.origins[place].facts


def test_a_whole_section_keeps_its_heading() -> None:
    held = opened()
    part = section_part(held, 1)
    found = next(choices(held, part, OTHERS))
    before, after = texts(document()), texts(pick(held, found))
    changed = {at for at in range(len(before)) if before[at] != after[at]}
    assert changed
    assert changed <= set(part)
    assert all(not before[at].startswith("一、") for at in changed)


def test_what_was_picked_can_be_redone_again() -> None:
    held = opened()
    number = _argued()
    data = pick(held, next(choices(held, paragraph_part(held, number + 1), OTHERS)))
    again = opened(data)
    assert not again.edited(number)
    assert (
        next(choices(again, paragraph_part(again, number + 1), OTHERS)).texts[number] != again.texts[number]
    )


@pytest.mark.parametrize("number", [0, 999])
def test_a_paragraph_that_is_not_there(number: int) -> None:
    with pytest.raises(ReadError) as error:
        paragraph_part(opened(), number)
    assert error.value.problems[0].code == "R043"


def test_a_section_that_is_not_there() -> None:
    with pytest.raises(ReadError, match="没有第9部分"):
        section_part(opened(), 9)


def test_nothing_said_elsewhere_is_said_again() -> None:
    held = opened()
    number = _argued()
    rest = "\n".join(text for at, text in enumerate(held.texts) if at != number)
    found = list(islice(choices(held, paragraph_part(held, number + 1), OTHERS), 3))
    assert found
    for choice in found:
        paragraph = choice.origins[held.drafted[number]]
        argued = [paragraph.text[s.start : s.end] for s in paragraph.said if s.origin == "phrase"]
        assert not [text for text in argued if text in rest]
