"""Points of which the brief says little: told as they stand, wished, argued, never padded or ordered."""

from __future__ import annotations

import re

import pytest

from drafter.brief import Brief, Part, Place, Point, Speaker
from drafter.compose import Draft, compose_draft
from drafter.compose.bindings import bind_brief, bind_themes
from drafter.compose.leads import TELLING, family_for, make_leads
from drafter.compose.shelf import NOTHING, About, shelf_of
from drafter.speech import Family
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.model import Move, Unit
from tests.compose.examples import brief, builtin_bank, fact

STATED = ("总量降了，损失升了", "老问题还在", "建设进度不均衡", "项目落地难", "骗术在变")
ORDERED = re.compile("(?:抓好|做好|做到|落实|要)$")


def _leads(role: str, *themes: str, family: Family = Family.YAO) -> list[str]:
    points = [Point(theme=theme) for theme in themes]
    made = make_leads(
        points,
        family_for(points, family, role),
        bank=builtin_bank(),
        bindings=bind_brief(brief(), 3),
        seed=1,
        place="1",
        kind="工作部署",
        topic="安全生产",
        level="市",
        role=role,
    )
    return [lead.text for lead in made]


@pytest.mark.parametrize("role", TELLING)
@pytest.mark.parametrize("family", [Family.YAO, Family.ORDINAL, Family.BRACKET])
def test_how_things_are_is_said_as_it_is(role: str, family: Family) -> None:
    assert _leads(role, *STATED, family=family) == list(STATED)
    assert family_for([Point(theme=theme) for theme in STATED], Family.YAO, role) is Family.SHI


def test_what_is_to_be_done_keeps_its_order() -> None:
    points = [Point(theme="管住高层建筑"), Point(theme="管住电动自行车")]
    assert family_for(points, Family.YAO, "措施") is Family.YAO
    assert family_for(points, Family.YAO, "问题") is Family.YAO


@pytest.mark.parametrize("theme", ["一案一查", "到田间去", "沉下心来", "恳请省里支持", "先进的榜样"])
def test_what_names_no_work_gets_no_verb_of_ours(theme: str) -> None:
    assert _leads("措施", theme) == [theme]


@pytest.mark.parametrize("theme", ["下一步重点", "进度和差距", "三年里的成长", "几点请求", "违法占地在减少"])
def test_only_names_of_work_fill_frames(theme: str) -> None:
    assert bind_themes(section=theme, task=theme) == {}


@pytest.mark.parametrize("topic", ["毕业典礼", "签约仪式", "茶文化节", "教职工运动会", "建校六十周年"])
def test_an_occasion_is_no_work(topic: str) -> None:
    assert "topic" not in bind_brief(brief(topic=topic), 0)
    assert "topic" in bind_brief(brief(topic="消防安全"), 0)


def test_two_points_are_liang() -> None:
    assert bind_brief(brief(), 2)["count"].text == "两"
    assert bind_brief(brief(), 3)["count"].text == "三"


def _graduation() -> Brief:
    wishes = tuple(Point(theme=theme) for theme in ("守住手艺", "守住诚信", "常回家看看"))
    return brief(
        Part(theme="三句话相送", points=wishes),
        kind="致辞",
        topic="毕业典礼",
        meeting="临川职业技术学院毕业典礼",
        place=Place("临川职业技术学院", "学校"),
        speaker=Speaker("程立言", "院长"),
    )


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_wish_has_no_deadline_and_is_said(seed: int) -> None:
    draft = compose_draft(_graduation(), builtin_bank(), seed=seed)
    assert "责任单位" not in draft.text
    assert "【待补" not in draft.text
    assert "毕业典礼工作" not in draft.text
    for theme in ("守住手艺", "守住诚信", "常回家看看"):
        assert f"希望大家{theme}。" in draft.text
    assert not re.search("嘉宾|宾客|远道", draft.text)


def _argued(kind: str, *themes: str) -> Draft:
    part = Part(theme="把话说在前面", role="认识", points=tuple(Point(theme=theme) for theme in themes))
    return compose_draft(brief(part, kind=kind), builtin_bank(), seed=1)


def test_an_argument_that_nothing_carries_is_asked_for() -> None:
    draft = _argued("党课", "灯笼的骨架", "走到一线去")
    assert "【待补：灯笼的骨架这一点想说的话】" in draft.text
    assert "走到一线去这一点" not in draft.text
    assert draft.trace.missing == ("灯笼的骨架这一点想说的话",)


def test_in_a_lesson_nobody_says_what_fits_everywhere() -> None:
    general = {
        phrase.text
        for phrase in load_builtin()
        if not (phrase.topics or phrase.themes or phrase.kinds)
        and phrase.move.value.startswith(("body.", "point."))
        and not phrase.slots
    }
    part = Part(
        theme="抓落实",
        role="措施",
        points=(Point(theme="把事办成", measures=("每周到现场看一次", "公布办理结果")),),
    )
    for kind, allowed in (("党课", False), ("工作部署", True)):
        said = [
            text
            for seed in range(1, 9)
            for text in general
            if text in compose_draft(brief(part, part, kind=kind), builtin_bank(), seed=seed).text
        ]
        assert bool(said) is allowed, said


def test_where_it_is_told_how_things_are_maxims_are_out_of_place() -> None:
    shelf = shelf_of(builtin_bank(), kind="工作部署", topic="消防安全", level="市")
    units = (Unit.SENTENCE,)
    assert any(
        not one.phrase.topics and not one.phrase.themes
        for one in shelf.ranked(Move.POINT_RATIONALE, units, NOTHING)
    )
    near = shelf.ranked(Move.POINT_RATIONALE, units, About("损失升了", near=True))
    assert not [one for one in near if not one.phrase.topics and not one.phrase.themes and one.fit < 0]


def test_the_speaker_of_a_report_is_we() -> None:
    point = Point(theme="打通最后7个部门", measures=("完成接口改造",), duty=("市数据局",), deadline="9月底前")
    report = brief(
        Part(theme="下一步打算", role="措施", points=(point,)),
        kind="汇报",
        topic="数字政府建设",
        speaker=Speaker("闻静", "市数据局局长"),
    )
    for seed in range(1, 6):
        text = compose_draft(report, builtin_bank(), seed=seed).text
        assert "我们" in text
        assert "市数据局要" not in text
        assert "由市数据局" not in text


def test_the_same_seed_says_other_things_elsewhere() -> None:
    facts = {"事故起数": fact("事故起数", "31", "起", "-13.9%", period="2025年")}
    part = Part(theme="认清形势", role="形势", points=(Point(theme="总量还不小", facts=("事故起数",)),))
    texts = [
        compose_draft(
            brief(part, part, meeting=meeting, facts=facts), MemoryBank(load_builtin()), seed=1
        ).text.split("\n")[4:]
        for meeting in ("全市安全生产工作会议", "全市安全生产季度例会", "全市安全生产工作会议")
    ]
    assert texts[0] == texts[2]
    assert texts[0] != texts[1]


def test_a_course_is_called_one_once() -> None:
    course = brief(kind="开班结业", topic="乡镇统计业务培训", meeting="", title="")
    for seed in range(1, 5):
        title = compose_draft(course, builtin_bank(), seed=seed).text.split("\n")[0]
        assert title.count("培训") == 1, title


@pytest.mark.parametrize("seed", range(1, 4))
def test_the_name_of_a_thing_is_no_sentence(seed: int) -> None:
    event = brief(kind="致辞", topic="全民读书节", meeting="", title="")
    text = compose_draft(event, builtin_bank(), seed=seed).text
    assert text.startswith("在全民读书节上的致辞\n")
    assert "合作前景。" not in text
    assert "希望大家优化服务" not in text
