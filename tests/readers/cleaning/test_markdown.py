from __future__ import annotations

import pytest

from drafter.readers.cleaning.markdown import strip_markdown
from tests.readers.cleaning.helpers import after, reasons


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# 在全县科技工作会议上的讲话", "在全县科技工作会议上的讲话"),
        ("## 一、提高认识 ##", "一、提高认识"),
        ("###（一）压实责任", "（一）压实责任"),
        ("**第一，要讲政治。**各级党组织要带头。", "第一，要讲政治。各级党组织要带头。"),
        ("***要严***，_要实_，~~要快~~。", "要严，要实，要快。"),
        ("- 巡查河堤", "巡查河堤"),
        ("1. 巡查河堤", "1. 巡查河堤"),
        ("> 群众利益无小事。", "群众利益无小事。"),
        ("- [x] 已经办结", "已经办结"),
        ("见[实施方案](https://example.com/a)。", "见实施方案。"),
        ("| 项目 | 数量 |", "项目 数量"),
        ("`一网通办`要提速", "一网通办要提速"),
        (r"1\. 巡查河堤\*", "1. 巡查河堤*"),
        ("增长5%*以上", "增长5%*以上"),
        ("snake_case_name 不是强调", "snake_case_name 不是强调"),
        ("2*3=6，a < b > c", "2*3=6，a < b > c"),
    ],
)
def test_marks(marked: str, plain: str) -> None:
    assert after(strip_markdown, marked) == [plain]


def test_rules_fences_and_table_rules_go() -> None:
    text = "一段。\n\n---\n\n```\n二段。\n```\n|---|:-:|\n三段。"
    assert [line for line in after(strip_markdown, text) if line] == ["一段。", "二段。", "三段。"]


def test_a_lone_bracket_is_a_quote_only_among_quotes() -> None:
    assert after(strip_markdown, "首页\n>\n要闻") == ["首页", ">", "要闻"]
    assert after(strip_markdown, "> 一段。\n>\n> 二段。") == ["一段。", "", "二段。"]


def test_what_marks_hide_is_written_down() -> None:
    assert reasons("一段。<!-- 图：会场 -->\n![会场](a.png)二段。") == {"comment", "link"}
