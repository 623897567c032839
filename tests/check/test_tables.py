"""The user's own tables: office-holders, bodies, laws, forbidden words, quotations."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafter.check import Checker, Finding, Options, Severity, manuscript_of
from drafter.errors import CodedError

HOLDERS = """
[[holder]]
name = "周明远"
posts = ["临江市委书记"]
since = 2024-01-10
[[holder]]
name = "程望"
posts = ["临江市委副书记", "市长"]
since = 2024-03-01
[[holder]]
name = "韩北辰"
posts = "临江市市长"
until = 2024-02-28
"""
DAY = dt.date(2026, 3, 18)


def _checked(
    folder: Path, code: str, settings: dict[str, object], text: str, day: dt.date = DAY
) -> list[Finding]:
    options = Options(select=(code,), rules={code: settings}, folder=folder)
    return Checker(options).check(manuscript_of(text.split("\n"), "", date=day))


def _held(folder: Path, text: str, table: str = HOLDERS, day: dt.date = DAY) -> list[Finding]:
    (folder / "名册.toml").write_text(table, "utf-8")
    return _checked(folder, "G005", {"table": "名册.toml"}, text, day)


def test_a_wrong_post_of_somebody_known(tmp_path: Path) -> None:
    (finding,) = _held(tmp_path, "请市委副书记程望同志讲话。\n请副市长程望同志讲话。")
    assert (finding.paragraph, finding.severity) == (1, Severity.ERROR)
    assert "市长" in finding.message


def test_somebody_else_in_a_known_post(tmp_path: Path) -> None:
    (finding,) = _held(tmp_path, "请临江市委书记韩北辰同志讲话。")
    assert (finding.text, finding.suggestion) == ("韩北辰", "周明远")
    assert not finding.certain


def test_who_was_in_office_on_the_day(tmp_path: Path) -> None:
    assert _held(tmp_path, "请临江市市长韩北辰同志讲话。", day=dt.date(2024, 2, 1)) == []


def test_the_order_of_names(tmp_path: Path) -> None:
    assert _held(tmp_path, "出席会议的有周明远、程望。") == []
    (finding,) = _held(tmp_path, "出席会议的有程望、周明远。")
    assert (finding.severity, finding.text) == (Severity.WARNING, "程望、周明远")


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("[[holder", "C010"),
        ('[[holder]]\nname = "周明远"\n', "C011"),
        ('[[holder]]\nname = 3\nposts = ["市长"]\n', "C011"),
        ('[[holder]]\nname = "周明远"\nposts = ["市长"]\nsince = "2024"\n', "C011"),
        ("holder = 3\n", "C011"),
    ],
)
def test_a_table_that_is_wrong(tmp_path: Path, table: str, code: str) -> None:
    with pytest.raises(CodedError) as error:
        _held(tmp_path, "请周明远同志讲话。", table)
    assert error.value.problems[0].code == code
    assert "名册.toml" in str(error.value)


def test_a_body_of_ones_own(tmp_path: Path) -> None:
    table = '[[renamed]]\nold = ["城建局"]\nnew = "住建局"\nsince = 2024-03-01\nsource = "方案"\n'
    (tmp_path / "机构.toml").write_text(table, "utf-8")
    settings: dict[str, object] = {"tables": ["机构.toml"]}
    (finding,) = _checked(tmp_path, "L001", settings, "城建局要抓好落实。")
    assert finding.suggestion == "住建局"
    assert _checked(tmp_path, "L001", settings, "城建局要抓好落实。", dt.date(2024, 2, 1)) == []
    assert _checked(tmp_path, "L001", settings, "原城建局的同志都在。") == []
    assert _checked(tmp_path, "L001", settings, "2020年，城建局修了这条路。") == []


def test_a_law_of_ones_own(tmp_path: Path) -> None:
    table = '[[articles]]\nnames = ["临江市条例"]\ncount = 20\nsince = 2020-01-01\n'
    (tmp_path / "法规.toml").write_text(table, "utf-8")
    settings: dict[str, object] = {"tables": ["法规.toml"]}
    (finding,) = _checked(tmp_path, "L003", settings, "《临江市条例》第二十一条写明了。")
    assert finding.text == "第二十一条"


@pytest.mark.parametrize(
    "text", ["[[renamed", '[[renamed]]\nold = "城建局"\n', '[[renamed]]\nold = [3]\nnew=""\n']
)
def test_a_table_of_bodies_that_is_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / "机构.toml").write_text(text, "utf-8")
    with pytest.raises(CodedError) as error:
        _checked(tmp_path, "L001", {"tables": ["机构.toml"]}, "城建局。")
    assert error.value.problems[0].code in ("C010", "C011")


def test_forbidden_and_obsolete_words() -> None:
    banned = {"敢教日月换新天": "forbidden", "大干快上": "obsolete"}
    manuscript = manuscript_of(["要敢教日月换新天，大干快上。"], "", banned=banned)
    found = Checker(Options(select=("W005",))).check(manuscript)
    assert [(one.text, one.severity) for one in found] == [
        ("敢教日月换新天", Severity.ERROR),
        ("大干快上", Severity.WARNING),
    ]


def test_a_quotation_whose_source_is_known() -> None:
    text = "周书记强调：“要把群众的小事当成自己的大事来办。”"
    checker = Checker(Options(select=("Q001",)))
    assert checker.check(manuscript_of([text], ""))
    known = ("要把群众的小事当成自己的大事来办",)
    assert checker.check(manuscript_of([text], "", quotes=known)) == []
