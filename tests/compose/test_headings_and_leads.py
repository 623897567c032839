"""Headings and leads stand parallel; what the brief fixed stays word for word."""

from __future__ import annotations

from itertools import combinations

import pytest

from drafter.brief import Part, Point
from drafter.compose.bindings import bind_brief
from drafter.compose.headings import Heading, make_headings
from drafter.compose.leads import make_leads
from drafter.compose.manner import HeadingShape
from drafter.compose.roles import HEADING_MOVES, role_of
from drafter.speech import Family
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from tests.compose.examples import brief, builtin_bank

FIVE = [
    ("树牢红线意识", "", "认识"),
    ("汲取事故教训", "", "问题"),
    ("管住重点领域", "", "任务"),
    ("严格排查执法", "", "措施"),
    ("夯实基层基础", "", "保障"),
]
PATTERNS = {phrase.id: phrase.family.partition("/")[2] for phrase in load_builtin()}


def _headings(parts: list[tuple[str, str, str]], seed: int, bank: MemoryBank | None = None) -> list[Heading]:
    return make_headings(
        parts,
        bank=bank or builtin_bank(),
        bindings=bind_brief(brief(), len(parts)),
        seed=seed,
        kind="工作部署",
        topic="安全生产",
        level="市",
    )


@pytest.mark.parametrize("seed", range(1, 9))
@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_headings_are_parallel(seed: int, count: int) -> None:
    made = _headings(FIVE[:count], seed)
    for (theme, _, _), heading in zip(FIVE, made, strict=False):
        assert theme in heading.text
    assert len({PATTERNS.get(heading.phrase, "") for heading in made}) == 1
    lengths = [len(heading.text) for heading in made]
    assert max(lengths) - min(lengths) <= 3
    assert len({heading.text.count("，") for heading in made}) == 1
    limbs = [set(heading.text.split("，")[1:]) for heading in made]
    assert not any(one & other for one, other in combinations(limbs, 2))


def test_another_seed_may_choose_another_pattern() -> None:
    assert len({tuple(heading.text for heading in _headings(FIVE, seed)) for seed in range(1, 9)}) > 3


@pytest.mark.parametrize("fixed", ["“三管三必须”要真落地", "认清形势，坚定信心", "短"])
def test_a_fixed_heading_stays_verbatim(fixed: str) -> None:
    made = _headings([FIVE[0], ("汲取教训", fixed, "问题"), FIVE[2]], 1)
    assert made[1] == Heading(fixed, fixed=True)
    assert not made[0].fixed


def test_a_theme_that_is_a_heading_already_stays() -> None:
    whole = "坚持问题导向，补齐短板弱项"
    assert _headings([(whole, "", "问题"), FIVE[0]], 1)[0].text == whole


def test_without_frames_the_themes_are_the_headings() -> None:
    made = _headings(FIVE, 1, MemoryBank([]))
    assert [heading.text for heading in made] == [theme for theme, _, _ in FIVE]


def _leads(points: list[Point], family: Family, seed: int) -> list[str]:
    leads = make_leads(
        points,
        family,
        bank=builtin_bank(),
        bindings=bind_brief(brief(), 3),
        seed=seed,
        place="1",
        kind="工作部署",
        topic="安全生产",
        level="市",
    )
    return [lead.text for lead in leads]


@pytest.mark.parametrize("seed", range(1, 6))
@pytest.mark.parametrize("family", [Family.YAO, Family.SHI, Family.ORDINAL, Family.BRACKET])
def test_leads_of_a_part_have_one_form(seed: int, family: Family) -> None:
    nouns = _leads([Point("食堂管理"), Point("值班制度"), Point("应急预案")], family, seed)
    assert len(set(nouns)) == 3
    for theme, lead in zip(("食堂管理", "值班制度", "应急预案"), nouns, strict=True):
        assert theme in lead
        assert lead != theme
    assert len({lead.startswith("要") for lead in nouns}) == 1
    if family is Family.YAO:
        assert not any(lead.startswith("要") for lead in nouns)
        assert len({lead[:2] for lead in nouns}) == 3


@pytest.mark.parametrize("family", list(Family))
def test_a_fixed_lead_stays_without_the_marker_jotted_before_it(family: Family) -> None:
    points = [Point("甲", heading=heading) for heading in ("第一，压实责任。", "要害部位要管住", "一抓到底")]
    assert _leads(points, family, 1) == ["压实责任", "要害部位要管住", "一抓到底"]


@pytest.mark.parametrize(
    ("theme", "role"),
    [
        ("树牢红线意识", "认识"),
        ("正视短板不足", "问题"),
        ("回顾工作成效", "成绩"),
        ("研判当前形势", "形势"),
        ("打好专项攻坚", "任务"),
        ("严格排查整治", "措施"),
        ("压实各方责任", "责任"),
        ("加强组织领导", "保障"),
        ("几点希望", "希望"),
    ],
)
def test_a_parts_role_is_told_by_its_theme(theme: str, role: str) -> None:
    assert role_of(Part(theme), 1, 3) == role
    assert role in HEADING_MOVES


def test_a_role_that_is_given_holds_and_a_place_decides_last() -> None:
    assert role_of(Part("压实责任", role="形势"), 0, 3) == "形势"
    assert [role_of(Part("甲乙丙丁"), index, 3) for index in range(3)] == ["认识", "措施", "保障"]


@pytest.mark.parametrize(("limbs", "length"), [(1, 6), (2, 13)])
def test_headings_follow_the_shape_of_a_manner(limbs: int, length: int) -> None:
    shape = HeadingShape(float(length), float(limbs))
    for seed in range(1, 6):
        made = make_headings(
            FIVE, bank=builtin_bank(), bindings=bind_brief(brief(), len(FIVE)), seed=seed,
            kind="工作部署", topic="安全生产", level="市", shape=shape,
        )  # fmt: skip
        assert {heading.text.count("，") + 1 for heading in made} == {limbs}
