"""From facts to sentences: figures exact, words of direction true, nothing that no office would say."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.brief import Fact, Polarity, polarity
from drafter.brief.quantities import plain
from drafter.compose.said import say_figure
from drafter.compose.statements import state_facts
from drafter.compose.telling import Cited, Draw
from tests.compose.examples import fact

_BUT = (
    "但也要看到，",
    "同时要清醒看到，",
    "不容忽视的是，",
    "必须清醒地看到，",
    "要清醒地看到，",
    "需要警惕的是，",
)
PLACES = ("临江市", "东山县", "西河区")
NAMES = (
    "事故起数", "死亡人数", "隐患总数", "重大隐患", "整改率", "东山县事故起数", "固定资产投资", "工业投资",
    "粮食总产", "播种面积", "在校学生", "食堂数", "失业率", "优良天数比例",
    "网格员", "专职网格员", "排查隐患",
)  # fmt: skip
UNITS = ("起", "人", "亿元", "%", "万吨", "处", "亿元（占比65.3%）", "‰", "公斤/亩")
CHANGES = ("", "-12.5%", "8.3%", "0", "100%", "-100%")

facts = st.lists(
    st.builds(
        fact,
        st.sampled_from(NAMES),
        st.integers(0, 99999).map(str) | st.sampled_from(("1.25", "三十八", "0")),
        st.sampled_from(UNITS),
        st.sampled_from(CHANGES),
        period=st.sampled_from(("2025年", "今年1—9月", "")),
        source=st.sampled_from(("市统计局", "市应急管理局", "")),
    ),
    min_size=1,
    max_size=9,
    unique_by=lambda made: made.name,
)


def _say(*given_facts: Fact) -> list[str]:
    return [statement.text for statement in state_facts(given_facts, whole="全市", places=PLACES)]


@given(facts)
@settings(max_examples=150)
def test_the_laws_of_statements(given_facts: list[Fact]) -> None:
    statements = state_facts(given_facts, whole="全市", places=PLACES)
    text = "".join(statement.text for statement in statements)

    # every fact in one statement, with its figure and unit
    assert sorted(name for s in statements for name in s.facts) == sorted(f.name for f in given_facts)
    by_name = {made.name: made for made in given_facts}
    for statement in statements:
        assert len(statement.facts) <= 4
        assert statement.text.endswith("。")
        assert statement.text.count("。") == 1
        own = [by_name[name] for name in statement.facts]
        for made in own:
            # A part of what was just said is told by what makes it one (高层住宅…，其中设施故障的…).
            wholes = [other.name for other in own if other is not made and made.name.endswith(other.name)]
            assert any(
                name in statement.text
                for name in (made.name, *(made.name.removesuffix(whole) for whole in wholes))
            )
            assert say_figure(made) in statement.text

        # of one period and source, each said at most once
        assert len({(made.period, made.source) for made in own}) == 1
        assert len({made.source for made in own} - {""}) <= 1
        assert own[0].period or not any(made.period for made in own)
        assert statement.text.count(own[0].period or "此处没有") <= 1
        assert statement.text.count(own[0].source or "此处没有") <= 1

        # direction by sign
        changes = {made.change for made in own if made.change is not None}
        assert ("持平" in statement.text) == (Decimal(0) in changes)
        falls = any(word in statement.text for word in ("下降", "减少", "降至"))
        assert falls == any(change < 0 for change in changes)
        rises = any(word in statement.text for word in ("增长", "上升", "提高", "增加"))
        assert rises == any(change > 0 for change in changes)
        ratio = [made for made in own if made.change and made.unit in ("%", "‰")]
        assert ("分点" in statement.text) == bool(ratio)

        # bad news is announced as such, and good news is not
        wrong = {_wrong(made) for made in own}
        assert len(wrong) == 1
        if True in wrong and statement is next(s for s in statements if _wrong(by_name[s.facts[0]])):
            assert statement.text.startswith(_BUT)
        if wrong == {False}:
            assert not statement.text.startswith(_BUT)

    # no digit from nowhere
    known = " ".join(say_figure(made) + f" {made.period} {made.change}" for made in given_facts)
    counts = [made.value for made in given_facts if made.value is not None]
    rests = " ".join(plain(abs(one - other)) for one in counts for other in counts)
    computed = set(re.findall(r"还有(\d+(?:\.\d+)?)", text))
    assert computed <= set(re.findall(r"\d+(?:\.\d+)?", rests))
    said = set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"还有\d+(?:\.\d+)?", "", text)))
    assert said <= set(re.findall(r"\d+(?:\.\d+)?", known))
    assert "全市全市" not in text
    assert "全市东山县" not in text


def _wrong(made: Fact) -> bool:
    judged = polarity(made.name)
    if not made.change or judged is Polarity.NEUTRAL:
        return False
    return (made.change > 0) is (judged is Polarity.LESS)


SAID = [
    (
        [("事故起数", "38", "起", "-12.5%"), ("死亡人数", "12", "人", "-20%")],
        ["全市事故起数、死亡人数分别为38起和12人，同比分别下降12.5%和20%，实现“双下降”。"],
    ),
    (
        [("事故起数", "38", "起", "-12.5%"), ("死亡人数", "12", "人", "20%")],
        ["全市事故起数降至38起，同比下降12.5%。", "但也要看到，死亡人数为12人，同比上升20%。"],
    ),
    ([("事故起数", "38", "起", "12.5%")], ["必须清醒地看到，全市事故起数为38起，同比上升12.5%。"]),
    ([("事故起数", "38", "起", "持平")], ["全市事故起数为38起，同比持平。"]),
    (
        [("事故起数", "0", "起", "-100%"), ("死亡人数", "0", "人", "-100%")],
        ["全市事故起数、死亡人数分别为0起和0人，同比均下降100%，实现“双下降”。"],
    ),
    ([("粮食播种面积", "86.2万亩", "", "持平")], ["全市粮食播种面积为86.2万亩，同比持平。"]),
    ([("整改率", "98%", "", "提高3.2个百分点")], ["全市整改率达到98%，同比提高3.2个百分点。"]),
    ([("高中入学率", "96.5", "%", "-0.2")], ["必须清醒地看到，全市高中入学率为96.5%，同比下降0.2个百分点。"]),
    ([("孕产妇死亡率", "6.8", "1/10万", "-12%")], ["全市孕产妇死亡率降至6.8/10万，同比下降12%。"]),
    ([("学校食堂", "86", "家"), ("联网学校食堂", "71", "家")],
     ["全市现有学校食堂86家，其中联网71家，还有15家没有联网。"]),
    ([("高层住宅", "3412", "栋"), ("消防设施故障的高层住宅", "268", "栋")],
     ["全市现有高层住宅3412栋，其中消防设施故障的268栋。"]),
    ([("重大火灾隐患", "41", "处"), ("已整改的重大火灾隐患", "29", "处")],
     ["全市现有重大火灾隐患41处，其中已整改29处，还有12处没有整改。"]),
    ([("网格员", "640", "名"), ("专职网格员", "210", "名")],
     ["全市现有网格员640名，其中专职网格员210名。"]),
    ([("学校食堂", "71", "家"), ("联网学校食堂", "86", "家")], ["全市现有学校食堂71家、联网学校食堂86家。"]),
    ([("学校食堂", "86", "家"), ("联网学校食堂", "71", "%")], ["全市现有学校食堂86家；联网学校食堂为71%。"]),
    ([("排查隐患", "1204条"), ("整改隐患", "1180条")],
     ["全市排查隐患1204条，其中整改隐患1180条，还有24条没有整改。"]),
    (
        [("全市事故起数", "38", "起", "-12.5%"), ("东山县事故起数", "12", "起", "-7.7%")],
        ["全市事故起数降至38起，同比下降12.5%，其中东山县事故起数降至12起，同比下降7.7%。"],
    ),
    (
        [("东山县事故起数", "12", "起"), ("死亡人数", "9", "人")],
        ["东山县事故起数为12起；全市死亡人数为9人。"],
    ),
    (
        [("东山县事故起数", "12", "起", "-5%"), ("死亡人数", "9", "人", "-5%")],
        ["东山县事故起数降至12起，同比下降5%；全市死亡人数降至9人，同比下降5%。"],
    ),
    ([("临江市粮食总产", "52.3", "万吨")], ["临江市粮食总产达到52.3万吨。"]),
    ([("到位资金", "125.6", "亿元（占年度目标的65.3%）", "18.4%")],
     ["全市到位资金为125.6亿元（占年度目标的65.3%），同比增长18.4%。"]),
    ([("旅游收入", "25.3亿元", "", "1.2倍")], ["全市旅游收入达到25.3亿元，同比增长1.2倍。"]),
    ([("事故起数", "38", "起", "减少5起")], ["全市事故起数降至38起，同比减少5起。"]),
    ([("参训人数", "三千二百", "人次")], ["全市参训人数达到三千二百人次。"]),
    ([("全年粮食产量", "52.3万吨")], ["全年粮食产量达到52.3万吨。"]),
    ([("重大项目", "120", "个"), ("开工", "98", "个")],
     ["全市现有重大项目120个，其中开工98个，还有22个没有开工。"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"), SAID, ids=[rows[0][0] + str(n) for n, (rows, _) in enumerate(SAID)]
)
def test_what_an_office_would_say(rows: list[tuple[str, ...]], expected: list[str]) -> None:
    assert _say(*(fact(*row) for row in rows)) == expected


def test_words_for_a_figure_are_said_as_given() -> None:
    words = Fact(name="达标情况", value=None, text="全部达标")
    assert _say(words) == ["全市达标情况为全部达标。"]


def test_five_figures_are_three_and_two() -> None:
    made = [fact(name, "3", "个") for name in ("学校", "医院", "车站", "商场", "工地")]
    statements = state_facts(made, whole="全市")
    assert [len(statement.facts) for statement in statements] == [3, 2]


def test_source_and_period_open_the_sentence_and_a_source_is_not_named_again_at_once() -> None:
    told = Cited()
    made = [
        fact(name, "3", "个", period="2025年", source="市统计局")
        for name in ("学校", "医院", "车站", "商场", "工地")
    ]
    first, second = state_facts(made, whole="全市", cited=told, year=2026)
    assert "市统计局" in first.text
    assert "2025年，全市共有学校3个" in first.text
    assert "市统计局" not in second.text
    assert second.text == "共有商场3个、工地3个。"
    (later,) = state_facts([fact("码头", "2", "座", period="2025年")], whole="全市", cited=told, year=2026)
    assert later.text == "去年，全市共有码头2座。"


def _drawn(*numbers: tuple[str, float]) -> Draw:
    """A draw that gives these numbers for these choices, 0 for the others."""
    table = dict(numbers)
    return lambda *place: table.get(str(place[0]), 0.0)


@pytest.mark.parametrize(
    ("period", "draws", "opening"),
    [
        ("2025年", [("last year", 0.9)], "去年，"),
        ("2025年", [], "2025年，"),
        ("截至2025年底", [("to the end", 0.5)], "到去年底，"),
        ("截至2025年底", [("to the end", 0.9)], "截至去年底，"),
        ("截至2024年底", [("to the end", 0.9)], "截至2024年底，"),
        ("截至今年5月底", [("up to", 0.9)], "到今年5月底，"),
        ("今年1月至5月", [("up to", 0.9), ("last year", 0.9)], "今年1月至5月，"),
    ],
)
def test_a_period_is_said_in_the_drafts_manner(
    period: str, draws: list[tuple[str, float]], opening: str
) -> None:
    told = Cited(draw=_drawn(*draws))
    (said,) = state_facts([fact("学校", "3", "个", period=period)], whole="全市", cited=told, year=2026)
    assert said.text.startswith(f"{opening}全市")


@pytest.mark.parametrize(
    ("period", "change", "said"),
    [
        ("2025年", "-5%", "，比上年下降5%。"),
        ("2025年", "0", "，与上年持平。"),
        ("截至2025年底", "-5%", "，比上年下降5%。"),
        ("今年1月至5月", "-5%", "，比上年同期下降5%。"),
        ("截至今年5月底", "-5%", "，比上年同期下降5%。"),
        ("今年1月至5月", "0", "，与上年同期持平。"),
        ("", "-5%", "，同比下降5%。"),
        ("今年以来", "-5%", "，同比下降5%。"),
    ],
)
def test_a_comparison_fits_the_period(period: str, change: str, said: str) -> None:
    told = Cited(draw=_drawn(("against", 0.9)))
    made = fact("事故起数", "38", "起", change, period=period)
    (statement,) = state_facts([made], whole="全市", cited=told)
    assert statement.text.endswith(said)


def test_before_guests_nobody_is_named_as_having_counted() -> None:
    made = [fact("学校", "3", "个", source="市统计局")]
    (said,) = state_facts(made, whole="全市", cited=Cited(names_sources=False))
    assert "统计" not in said.text
    forecast = [fact("预计客流量", "3", "万人次", source="市气象局")]
    (said,) = state_facts(forecast, whole="全市", cited=Cited(names_sources=False))
    assert said.text.startswith("据市气象局预测，")


def test_a_change_of_period_is_told() -> None:
    made = [fact("学校", "3", "个", period="2025年"), fact("医院", "4", "个", period="今年1—2月")]
    assert _say(*made) == ["2025年，全市共有学校3个。", "今年1—2月，共有医院4个。"]


def test_the_time_still_holds_for_the_bad_news_behind_the_good() -> None:
    made = [fact("整改率", "98%", period="2025年"), fact("事故起数", "2", "起", "100%", period="2025年")]
    assert _say(*made) == ["2025年，全市整改率达到98%。", "但也要看到，事故起数为2起，同比上升100%。"]


def test_nothing_to_state_is_nothing_said() -> None:
    assert state_facts([], whole="全市") == []


def test_a_leadership_is_cited_for_nothing() -> None:
    for source, named in (("县委", False), ("县政府", False), ("县委组织部", True), ("县发展改革委", True)):
        made = [fact("先进集体", "20", "个", period="2025年", source=source)]
        (said,) = state_facts(made, whole="全县", cited=Cited(draw=lambda *_: 0.0))
        assert (f"据{source}统计" in said.text) is named
