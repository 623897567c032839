"""From measures to prose: their words unchanged, their force unchanged, doer and deadline once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.brief.numerals import to_chinese
from drafter.compose.measures import weave_measures
from drafter.compose.shape import Shape, shape_of
from drafter.compose.telling import Draw, steady
from drafter.compose.weaves import DONE, ORDER, PLAN, RUNNING, WEAVES, Charge, Voice, Weave, front
from tests.compose.test_shape import TABLE

MEASURES = sorted(text for texts in TABLE.values() for text in texts)
BODIES = ("各园区、市供水中心", "市粮储中心", "各林场", "")
DEADLINES = ("6月底前", "10月15日", "2026年9月30日前", "秋收前", "三季度", "2026年", "入冬以前", "")
lists = st.lists(st.sampled_from(MEASURES), min_size=1, max_size=8, unique=True)
weaves = st.sampled_from(WEAVES)
draws = st.sampled_from((0.0, 0.3, 0.6, 0.99))

#: Every word that prose may add of its own: who, when and how many stand in the brief.
OWN = re.compile(
    r"要?把这[些条]要求落实到位|这[些条]要求由负责落实|(?:办好|做好|抓住|抓好).{1,2}件事：|落实.{1,2}条措施："
    r"|的任务很具体：|的任务是：|要办的事摆在这里：|怎么办？|怎么做？|从哪里下手？"
    r"|这.{0,3}件事(?:由负责|，负责到底)?(?:，前?(?:办完|完成))?|全部完成|全部到位|完成|到位"
    r"|既要|又要|也要|还要|同时|一手|一方面|另一方面|这项工作要.*?。"
    r"|做到|要|由|在|[一二三四五]是|[，；。、]|前"
)


def _fixed(number: float) -> Draw:
    return lambda *_: number


def _weave(
    measures: list[str], subject: str = "", deadline: str = "", weave: Weave = RUNNING, draw: Draw = steady
) -> str:
    woven = weave_measures(measures, subject=subject, deadline=deadline, weaves=[weave], draw=draw)
    return "".join(woven.sentences)


def _squeezed(text: str) -> str:
    return re.sub(r"[，；。、！]|要", "", text)


@given(lists, st.sampled_from(BODIES), st.sampled_from(DEADLINES), weaves, st.booleans(), draws)
@settings(max_examples=300)
def test_the_laws_of_weaving(
    measures: list[str], subject: str, deadline: str, weave: Weave, reuse: bool, number: float
) -> None:
    draw = _fixed(number)
    sentences = weave_measures(
        measures, subject=subject, deadline=deadline, weaves=[weave], reuse_enumeration=reuse, draw=draw
    ).sentences
    prose = "".join(sentences)
    own = [shape_of(measure).text for measure in measures]

    # every sentence is one
    assert all(sentence.endswith("。") and "。。" not in sentence for sentence in sentences)

    # the measures' words are there, unchanged but for a 要 behind a doer, or with the thing put first
    for words in own:
        ways = (words, front(words, _fixed(0.9)))
        assert any(_squeezed(way) in _squeezed(prose) for way in ways)

    # the doer once, the deadline once
    if subject:
        assert prose.count(subject) == 1
    if deadline:
        assert prose.count(deadline) == max(1, sum(deadline in words for words in own))
        assert not prose.endswith(f"{deadline}。")

    # no force that the brief did not give
    for strong in ("确保", "务必", "必须", "坚决", "严禁", "一律"):
        assert prose.count(strong) == sum(words.count(strong) for words in own)
    for hedge in ("力争", "争取", "努力", "原则上"):
        assert prose.count(hedge) == sum(words.count(hedge) for words in own)

    # nothing else is added
    rest = prose
    for known in sorted([*own, subject, deadline], key=len, reverse=True):
        for way in dict.fromkeys((known, front(known, _fixed(0.9)))):
            rest = rest.replace(way, "", 1) if way else rest
    shaped = [shape_of(measure) for measure in measures]
    for item in shaped:
        if item.shape is Shape.CLAUSE:
            rest = rest.replace(f"{item.subject}要{item.predicate}", "", 1)
    verbs = sum(item.shape is Shape.NOUN for item in shaped)
    assert len(OWN.sub("", rest)) <= 2 * verbs, rest

    # numbering, where there is any, counts from one without a gap and tells its number before
    counted = re.findall(r"(?:^|[：；])([一二三四五])是", prose)
    assert counted == [to_chinese(number) for number in range(1, len(counted) + 1)]
    assert not counted or 3 <= len(counted) <= 5
    assert reuse or not counted


@given(lists, st.sampled_from(("市粮储中心", "")), st.sampled_from(DEADLINES), weaves, draws)
@settings(max_examples=100)
def test_a_report_orders_nobody(
    measures: list[str], subject: str, deadline: str, weave: Weave, number: float
) -> None:
    for voice in (PLAN, DONE):
        woven = weave_measures(
            measures, subject=subject, deadline=deadline, weaves=[weave], voice=voice, draw=_fixed(number)
        )
        prose = "".join(woven.sentences)
        assert "将将" not in prose
        assert "负责到底" not in prose
        assert not re.search("既要|一手|任务是|怎么办", prose)
        if voice is DONE and not re.search("要", "".join(measures) + deadline):
            assert not re.search("(?<![重主需只])要(?!求|抓下去)", prose.replace("这项工作要", ""))


def _name(weave: object) -> str:
    return weave.name if isinstance(weave, Weave) else str(weave)


@pytest.mark.parametrize("weave", [weave for weave in WEAVES if weave.enumerated], ids=_name)
@pytest.mark.parametrize("count", [3, 4, 5])
def test_three_to_five_measures_may_be_counted(weave: Weave, count: int) -> None:
    measures = ["清运垃圾", "疏通河道", "建立台账", "备足物资", "严查漏报"][:count]
    prose = _weave(measures, "各镇", "汛前", weave)
    if weave.name == "items" and count > 4:
        assert "条措施" not in prose
        return
    assert re.findall("([一二三四五])是", prose) == list("一二三四五")[:count]
    assert re.search(f"{to_chinese(count)}[件条]", prose)
    assert len(prose.split("。")) == 2


@pytest.mark.parametrize("weave", WEAVES, ids=_name)
@pytest.mark.parametrize("count", [1, 2, 6, 7, 9])
def test_few_and_many_are_not_counted(weave: Weave, count: int) -> None:
    tasks = "清运垃圾 疏通河道 建立台账 备足物资 严查漏报 公开电话 修订预案 配强力量 摸清底数"
    measures = tasks.split()[:count]
    sentences = weave_measures(measures, subject="各镇", deadline="汛前", weaves=[weave]).sentences
    prose = "".join(sentences)
    assert "一是" not in prose
    assert prose.count("各镇") == prose.count("汛前") == 1
    assert all(sentence.count("，") <= 5 for sentence in sentences)


MOWING, DREDGING = "清运两岸的垃圾", "疏通三条河道"


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("running", 0.0, "6月底前，各镇要清运两岸的垃圾，疏通三条河道。"),
        ("running", 0.3, "6月底前，各镇清运两岸的垃圾，疏通三条河道。"),
        ("running", 0.6, "6月底前，由各镇清运两岸的垃圾，疏通三条河道。"),
        ("singly", 0.0, "6月底前，各镇要清运两岸的垃圾。疏通三条河道。"),
        ("assigned", 0.0, "清运两岸的垃圾，疏通三条河道。这两件事由各镇负责，6月底前办完。"),
        ("assigned", 0.9, "清运两岸的垃圾，疏通三条河道。这两件事，各镇负责到底，6月底前完成。"),
        ("due", 0.0, "各镇要清运两岸的垃圾，疏通三条河道，6月底前全部完成。"),
        ("task", 0.0, "6月底前，各镇的任务很具体：清运两岸的垃圾；疏通三条河道。"),
        ("asked", 0.0, "怎么办？6月底前，各镇要清运两岸的垃圾，疏通三条河道。"),
        ("both", 0.0, "6月底前，各镇既要清运两岸的垃圾，又要疏通三条河道。"),
        ("hands", 0.0, "6月底前，各镇一手清运两岸的垃圾，一手疏通三条河道。"),
        ("sides", 0.0, "6月底前，各镇一方面清运两岸的垃圾，另一方面疏通三条河道。"),
    ],
)
def test_the_same_two_measures_in_each_way(name: str, number: float, expected: str) -> None:
    (weave,) = (weave for weave in WEAVES if weave.name == name)
    assert _weave([MOWING, DREDGING], "各镇", "6月底前", weave, _fixed(number)) == expected


@pytest.mark.parametrize(
    ("phrase", "fronted"),
    [
        ("对没有整改到位的18处隐患逐处派人盯守", "没有整改到位的18处隐患，逐处派人盯守"),
        ("将连续两天联系不上的情况当天上门查看", "连续两天联系不上的情况，当天上门查看"),
        ("把同一家企业一年的检查合并成一次", "把同一家企业一年的检查合并成一次"),
        ("对窗口说不行的事，由科长当面说明理由", "对窗口说不行的事，由科长当面说明理由"),
        ("给床边装好呼叫器、夜灯和扶手", "给床边装好呼叫器、夜灯和扶手"),
    ],
)
def test_the_thing_may_come_first(phrase: str, fronted: str) -> None:
    assert front(phrase, _fixed(0.9)) == fronted
    assert front(phrase, steady) == phrase


@pytest.mark.parametrize("phrase", ["将垃圾清运出村", "把账算清", "每季度通报一次", "要算细账"])
@pytest.mark.parametrize("number", [0.0, 0.3, 0.6, 0.99])
@pytest.mark.parametrize("voice", [ORDER, PLAN])
def test_no_word_doubles_between_doer_and_deed(phrase: str, number: float, voice: Voice) -> None:
    lead = Charge("各镇", "", voice, numbered=True, draw=_fixed(number)).lead(phrase)
    assert not re.search("将将|由把|由将|要要|要每", lead + phrase)


@pytest.mark.parametrize("weave", WEAVES, ids=_name)
def test_no_second_count_where_a_measure_counts_itself(weave: Weave) -> None:
    prose = _weave(["一是查隐患；二是抓整改", "开展培训", "建立台账", "备足物资"], "各镇", "6月底前", weave)
    assert prose.count("一是") == 1


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (["力争年内完成"], "年底前，市公安局要力争年内完成。"),
        (["原则上不新增产能"], "年底前，市公安局原则上不新增产能。"),
        (["不发生较大以上事故"], "年底前，市公安局要做到不发生较大以上事故。"),
        (["参训率达到95%以上"], "年底前，市公安局要做到参训率达到95%以上。"),
        (["降到30起以下"], "年底前，市公安局要降到30起以下。"),
        (["争取上级资金2000万元", "开展夜查"], "年底前，市公安局要开展夜查。争取上级资金2000万元。"),
        (["市公安局牵头整治酒驾"], "年底前，市公安局要牵头整治酒驾。"),
        (["由市公安局牵头建立台账"], "年底前，要由市公安局牵头建立台账。"),
        (["严禁酒后上岗"], "严禁酒后上岗。年底前，市公安局要把这条要求落实到位。"),
        (["校长陪餐"], "年底前，校长要陪餐。市公安局要把这条要求落实到位。"),
        (["年底前完成整改"], "市公安局要年底前完成整改。"),
        (["每季度通报一次"], "市公安局每季度通报一次。年底前，要把这条要求落实到位。"),
        (["建立台账", "每季度通报一次"], "年底前，市公安局要建立台账。每季度通报一次。"),
        (["值班制度"], "年底前，市公安局要落实值班制度。"),
        (["每餐留样48小时", "大宗食材统一招标"], "要做到每餐留样48小时。"),
    ],
)
def test_doer_and_deadline_are_said_whatever_the_shape(measures: list[str], expected: str) -> None:
    assert _weave(measures, "市公安局", "年底前").replace("要在年底", "要年底").endswith(expected)


@pytest.mark.parametrize(
    ("deadline", "opener"),
    [
        ("6月底", "6月底前，"),
        ("6月底前", "6月底前，"),
        ("2026年6月30日", "2026年6月30日前，"),
        ("春节", "春节前，"),
        ("三个月内", "三个月内，"),
        ("清明期间", "清明期间，"),
        ("2026年", "2026年，"),
        ("二季度", "二季度，"),
        ("即日起", "即日起，"),
        ("立即", "立即，"),
        ("汛期", "汛期，"),
    ],
)
def test_a_time_is_put_before_the_doer_as_its_kind_wants(deadline: str, opener: str) -> None:
    assert _weave(["建立台账"], "各镇", deadline) == f"{opener}各镇要建立台账。"


@pytest.mark.parametrize("deadline", ["长期坚持", "持续推进", "常态化开展", "全年", "经常"])
def test_lasting_work_gets_no_deadline_but_a_sentence(deadline: str) -> None:
    prose = _weave(["建立台账"], "各镇", deadline)
    assert prose.startswith("各镇要建立台账。这项工作要")


def test_measures_without_words_are_passed_over() -> None:
    assert weave_measures(["。", "——", ""], subject="", deadline="").sentences == []
