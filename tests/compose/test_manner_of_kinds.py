"""Each kind speaks in its own way: who is ordered about, what is numbered, what is said first and last."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from drafter.brief import AgendaItem, Brief, Part, Place, Point
from drafter.compose.draft import Draft, compose_draft
from drafter.compose.kinds import load_kind
from drafter.compose.picker import Picker
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.model import Move, Source, Unit
from tests.compose.examples import brief, builtin_bank, example, three_parts

ORDERS = re.compile("(?<!当作)必须|务必|各单位要|各部门要|你们|同志们要|大家要")
# 我们把它当作必须啃下来的硬骨头 tells of ourselves.
AGENDA = (
    AgendaItem("通报情况", "市应急管理局局长王进同志"),
    AgendaItem("讲话", "周市长"),
    AgendaItem("表决"),
)


def drafted(given: Brief, seed: int = 1) -> Draft:
    return compose_draft(given, builtin_bank(), seed=seed, candidates=3)


def lines(draft: Draft) -> list[str]:
    return draft.text.split("\n")


@pytest.mark.parametrize("name", ["生态环保整改汇报", "国企改革工作汇报", "文旅节开幕致辞"])
@pytest.mark.parametrize("seed", range(1, 6))
def test_superiors_and_guests_are_not_ordered_about(name: str, seed: int) -> None:
    draft = drafted(example(name), seed)
    own = [s.text for s in draft.trace.sentences if s.origin not in ("brief", "template")]
    assert [text for text in own if ORDERS.search(text)] == []
    assert "我们" in draft.text


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_report_tells_what_was_done_and_what_will_be(seed: int) -> None:
    draft = drafted(example("生态环保整改汇报"), seed)
    begins = next(n for n, line in enumerate(lines(draft)) if line.startswith("三、"))
    told = [sentence for sentence in draft.trace.sentences if sentence.origin == "brief"]
    done = "".join(sentence.text for sentence in told if sentence.paragraph < begins)
    planned = "".join(sentence.text for sentence in told if sentence.paragraph >= begins)
    assert re.search("我们[将要]", planned)
    assert not re.search("我们[将要]", done)
    assert "将将" not in draft.text
    assert "落实到位" not in planned


@pytest.mark.parametrize("seed", range(1, 6))
def test_an_address_to_guests_has_no_numbers(seed: int) -> None:
    draft = drafted(example("文旅节开幕致辞"), seed)
    assert draft.speech.sections == ()
    assert lines(draft)[-1] == "谢谢大家！"
    assert any(line.startswith("青峦的名字里有山") for line in lines(draft))


def test_a_chair_reads_out_the_agenda_and_hands_over() -> None:
    given = brief(
        *three_parts(), kind="主持词", agenda=AGENDA, attending=("各县区负责同志", "市直部门负责同志")
    )
    text = drafted(given).text
    assert "出席今天会议的有：各县区负责同志，市直部门负责同志。" in text
    assert "今天的会议有三项议程：一是通报情况；二是周市长讲话；三是表决。" in text
    assert "现在进行第一项议程：请市应急管理局局长王进同志通报情况。" in text
    assert "下面进行第二项议程：请周市长讲话。" in text
    assert "最后进行第三项议程：表决。" in text
    assert text.index("现在开会。") < text.index("出席今天") < text.index("三项议程")
    assert text.rstrip().endswith("散会。")


def test_a_chairs_points_are_counted_through() -> None:
    given = brief(*three_parts(), kind="主持词")
    draft = drafted(given)
    points = sum(len(part.points) for part in given.parts)
    assert len(draft.speech.sections) == draft.speech.announced == points


def test_without_an_agenda_nothing_is_announced() -> None:
    text = drafted(brief(*three_parts(), kind="主持词")).text
    assert "议程：" not in text
    assert "出席今天" not in text
    one = drafted(brief(*three_parts(), kind="主持词", agenda=AGENDA[:1])).text
    assert "现在开会，请市应急管理局局长王进同志通报情况。" in one


def test_a_ceremony_is_not_called_a_meeting() -> None:
    given = brief(*three_parts(), kind="主持词", meeting="全市重点项目集中签约仪式")
    text = drafted(given).text
    assert "现在开会" not in text
    assert text.rstrip().endswith("仪式到此结束。")


@pytest.mark.parametrize("kind", ["致辞", "汇报", "党课", "开班结业"])
def test_basis_and_prior_are_said_in_every_kind(kind: str) -> None:
    given = brief(*three_parts(), kind=kind, basis=("全省会议精神",), prior=("两位同志作了发言",))
    draft = drafted(given)
    assert "全省会议精神" in draft.text
    assert "两位同志作了发言" in draft.text
    assert draft.trace.unused == ()


@pytest.mark.parametrize("kind", ["致辞", "主持词", "汇报", "座谈", "党课", "开班结业"])
def test_own_moves_take_only_phrases_filed_under_the_kind(kind: str) -> None:
    made = load_kind(kind)
    known = {phrase.id: phrase for phrase in load_builtin()}
    draft = drafted(replace(example("企业家座谈会"), kind=kind))
    for sentence in draft.trace.sentences:
        phrase = known.get(sentence.phrase)
        if phrase and phrase.unit is not Unit.HEADING and phrase.move.value.startswith(made.own):
            assert kind in phrase.kinds, phrase.text


def test_a_sample_that_the_user_named_may_fill_them() -> None:
    phrase = next(
        p for p in load_builtin() if p.move is Move.CLOSING_CALL and not (p.kinds or p.slots or p.topics)
    )
    named = replace(phrase, sources=(Source("样稿.docx", 1, 0, 5),), levels=())
    bank = MemoryBank([named])

    def picked(liked: frozenset[str]) -> bool:
        picker = Picker(bank, seed=1, kind="致辞", topic="防汛", level="市", own=("closing",), liked=liked)
        return picker.pick(Move.CLOSING_CALL, {}, place="closing") is not None

    assert not picked(frozenset())
    assert picked(frozenset({"样稿.docx"}))


def test_a_point_that_stands_alone_is_not_counted() -> None:
    part = Part("抓好落实", role="措施", points=(Point("开展排查", measures=("逐户排查", "建立台账")),))
    draft = drafted(brief(part, part, kind="汇报", place=Place("临江市", "市")))
    assert [len(section.sections) for section in draft.speech.sections] == [0, 0]
    assert "（一）" not in draft.text
    assert "开展排查。" in draft.text
