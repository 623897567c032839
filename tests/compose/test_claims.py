"""Claims: said where the figures prove them, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from drafter.brief import Fact
from drafter.compose.claims import against_target, counterpart, prove
from tests.compose.examples import fact


def _claims(*facts: Fact) -> list[str]:
    return [claim.text for claim in prove(facts)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("事故起数", "8", "起", "-5%"), ("死亡人数", "2", "人", "-50%")], ["实现“双下降”"]),
        ([("事故起数", "8", "起", "-5%"), ("死亡人数", "2", "人", "50%")], []),
        ([("事故起数", "8", "起", "-5%"), ("死亡人数", "2", "人")], ["实现“双下降”"]),
        ([("财政收入", "8", "亿元", "5%"), ("工业投资", "20", "亿元", "3%")], ["实现“双增长”"]),
        ([("财政收入", "8", "亿元", "5%"), ("事故起数", "20", "起", "3%")], []),
        ([("整改率", "98", "%", "1.2"), ("办结率", "97", "%", "2")], []),
        ([("到位资金", "65", "亿元"), ("到位资金年度目标", "80", "亿元")], ["完成目标的81.3%"]),
        ([("到位资金", "80", "亿元"), ("到位资金目标", "80", "亿元")], ["如期完成目标"]),
        ([("到位资金", "81", "亿元"), ("到位资金目标", "80", "亿元")], ["超额完成目标"]),
        ([("到位资金", "65", "亿元"), ("签约项目目标", "80", "个")], []),
        ([("城镇化率", "65.2", "%"), ("全省平均城镇化率", "64", "%")], ["高于全省平均水平1.2个百分点"]),
        ([("城镇化率", "63.2", "%"), ("全省平均城镇化率", "64", "%")], ["低于全省平均水平0.8个百分点"]),
        ([("城镇化率", "64", "%"), ("全省平均城镇化率", "64", "%")], ["与全省平均水平持平"]),
    ],
)
def test_what_two_figures_prove(rows: list[tuple[str, ...]], expected: list[str]) -> None:
    facts = [fact(*row) for row in rows]
    if len(rows[-1]) == 3 and rows[-1][0] == "死亡人数":
        # A figure without its change proves nothing, so nothing is claimed of both.
        expected = []
    assert _claims(*facts) == expected


def _with_history(now: str, *before: tuple[str, str], period: str = "2025年") -> Fact:
    made = fact("粮食产量", now, "万吨", period=period)
    return replace(made, history=tuple((name, Decimal(value)) for name, value in before))


def test_a_run_needs_every_year_and_one_direction() -> None:
    assert _claims(_with_history("9", ("2023年", "7"), ("2024年", "8"))) == ["连续两年增长"]
    rising = _with_history("9", ("2022年", "6"), ("2023年", "7"), ("2024年", "8"))
    assert _claims(rising) == ["连续三年增长"]
    assert _claims(_with_history("6", ("2023年", "8"), ("2024年", "7"))) == ["连续两年下降"]
    assert _claims(_with_history("9", ("2023年", "8"), ("2024年", "7"))) == []
    assert _claims(_with_history("9", ("2022年", "7"), ("2024年", "8"))) == []
    assert _claims(_with_history("9", ("2024年", "8"))) == []
    assert _claims(_with_history("9", ("2023年", "7"), ("2024年", "8"), period="今年1—9月")) == []


def test_doubling_is_said_within_its_arithmetic() -> None:
    made = fact("旅游收入", "20", "亿元")
    assert _claims(replace(made, previous=Decimal(10))) == ["比上年翻了一番"]
    assert _claims(replace(made, previous=Decimal("10.1"))) == []
    assert _claims(replace(made, previous=Decimal(9))) == []


@pytest.mark.parametrize(
    ("part", "whole", "done"),
    [
        (("开工项目", "31", "个"), ("重点项目", "42", "个"), "开工"),
        (("智能监控覆盖", "71", "家"), ("学校食堂", "86", "家"), "覆盖"),
        (("已完成整改", "1120", "处"), ("排查隐患", "1200", "处"), "完成整改"),
        (("开工项目", "42", "个"), ("重点项目", "42", "个"), ""),
        (("开工项目", "31", "%"), ("重点项目", "42", "%"), ""),
        (("投资", "31", "亿元"), ("产值", "42", "亿元"), ""),
    ],
)
def test_what_is_left_is_known_where_the_part_says_what_was_done(
    part: tuple[str, str, str], whole: tuple[str, str, str], done: str
) -> None:
    assert counterpart(fact(*part), fact(*whole)) == done


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("高标准农田", "11.7", "万亩"), ("高标准农田年度任务", "18", "万亩")], ["完成任务的65%"]),
        ([("已建成高标准农田", "11.7", "万亩"), ("高标准农田年度任务", "18", "万亩")], ["完成任务的65%"]),
        ([("已完成的改造", "30", "户"), ("改造计划", "30", "户")], ["如期完成计划"]),
        ([("新签约项目", "38", "个"), ("签约目标", "30", "个")], []),
        ([("已建成高标准农田", "11.7", "万亩"), ("水浇地年度任务", "18", "万亩")], []),
    ],
)
def test_a_target_is_known_by_its_name(rows: list[tuple[str, ...]], expected: list[str]) -> None:
    reached, target = (fact(*row) for row in rows)
    assert [claim.text for claim in against_target(reached, target)] == expected
