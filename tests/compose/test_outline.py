"""Sets of headings to choose from: different, parallel, and none of the brief's own lost."""

from __future__ import annotations

import pytest

from drafter.brief import Brief, Place
from drafter.compose.headings import make_headings
from drafter.compose.kinds import load_kind
from drafter.compose.outline import outline_sets
from drafter.compose.plan import plan_draft
from tests.compose.examples import brief, builtin_bank, example, three_parts


def test_sets_differ_in_most_of_their_headings() -> None:
    given = example("招商引资工作部署")
    sets = outline_sets(given, load_kind(given.kind), builtin_bank(), seed=1, count=4)
    assert len(sets) == 4
    heads = [[part.heading for part in one.parts] for one in sets]
    for index, one in enumerate(heads):
        for other in heads[:index]:
            assert sum(a == b for a, b in zip(one, other, strict=True)) <= 1
    assert all(part.theme in part.heading for one in sets for part in one.parts)


def test_the_headings_of_a_set_are_of_one_length_and_no_verb_comes_twice() -> None:
    given = example("招商引资工作部署")
    for one in outline_sets(given, load_kind(given.kind), builtin_bank(), seed=5, count=6):
        lengths = [len(part.heading) for part in one.parts]
        assert max(lengths) - min(lengths) <= 3
        limbs = [limb[:2] for part in one.parts for limb in part.heading.split("，")]
        assert len(set(limbs)) == len(limbs)


def test_the_first_set_is_what_a_draft_of_the_seed_has() -> None:
    given = example("招商引资工作部署")
    kind = load_kind(given.kind)
    (first, *_) = outline_sets(given, kind, builtin_bank(), seed=9, count=2)
    plan = plan_draft(given, kind, builtin_bank(), 9)
    assert [part.heading for part in first.parts] == [part.heading.text for part in plan.parts]


def test_what_the_brief_fixed_stays_unless_made_afresh() -> None:
    given = example("森林防火动员部署")
    kind = load_kind(given.kind)
    fixed = [part.heading for part in given.parts]
    kept = outline_sets(given, kind, builtin_bank(), seed=1, count=2)
    assert all([part.heading for part in one.parts] == fixed for one in kept)
    assert all(part.fixed for one in kept for part in one.parts)
    made = outline_sets(given, kind, builtin_bank(), seed=1, count=2, afresh=True)
    assert not any(part.heading in fixed or part.fixed for one in made for part in one.parts)


def test_a_chairs_points_stand_under_the_briefs_own_parts() -> None:
    given = brief(*three_parts(), kind="主持词")
    (one,) = outline_sets(given, load_kind("主持词"), builtin_bank(), seed=1, count=1)
    assert [part.theme for part in one.parts] == [part.theme for part in given.parts]
    assert [len(part.points) for part in one.parts] == [len(part.points) for part in given.parts]
    assert not any(part.heading for part in one.parts)


def test_a_brief_without_parts_gets_proposals() -> None:
    bare = Brief(kind="工作部署", topic="消防", place=Place("临江市", "市"))
    (one, *_) = outline_sets(bare, load_kind("工作部署"), builtin_bank(), seed=1, count=2)
    assert one.proposed
    assert all(part.points and part.role and not part.fixed for part in one.parts)


@pytest.mark.parametrize("seed", range(20))
def test_a_frame_does_not_say_a_word_of_its_theme_again(seed: int) -> None:
    given = example("招商引资工作部署")
    made = make_headings(
        [("推动项目落地", "", "措施"), ("优化营商环境", "", "保障")],
        bank=builtin_bank(),
        bindings=plan_draft(given, load_kind(given.kind), builtin_bank(), 1).bindings,
        seed=seed,
        kind="工作部署",
        topic="招商引资",
        level="县",
    )
    assert all(heading.text.count("落地") <= 1 for heading in made)
