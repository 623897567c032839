from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import paragraphs, reasons

FIRST = "全市上下要把防汛作为当前头等大事，山塘水库逐座过堂，隐患点位逐个销号，责任人员逐级上岗，确保"
REST = "人民群众生命财产安全，确保重要设施万无一失，确保城乡生产生活秩序平稳。"


@pytest.mark.parametrize(
    "number", ["- 3 -", "— 3 —", "－3－", "第3页 共10页", "第 3 页", "3/10", "Page 3 of 10", "·3·", "3"]
)
def test_a_page_number_within_a_sentence(number: str) -> None:
    assert paragraphs(f"{FIRST}\n\n{number}\n\n{REST}") == [FIRST + REST]
    assert reasons(f"{FIRST}\n\n{number}\n\n{REST}") == {"page-number"}


def test_bare_numbers_count_pages() -> None:
    text = f"{REST}\n1\n{FIRST}\n2\n{REST}\n3"
    assert paragraphs(text) == [REST, FIRST + REST]


def test_a_figure_of_the_sentence_stays() -> None:
    text = (
        f"{REST}\n就业形势总体稳定。今年以来全市累计新增城镇就业人员比去年同期多出\n5\n万人，完成年度任务。"
    )
    assert paragraphs(text)[1:] == [
        "就业形势总体稳定。今年以来全市累计新增城镇就业人员比去年同期多出5万人，完成年度任务。"
    ]


def test_running_headers() -> None:
    page = f"{REST}\n{FIRST}"
    text = f"{page}\n- 1 -\n全市会议材料汇编\n{page}\n- 2 -\n全市会议材料汇编\n{REST}"
    assert paragraphs(text) == [REST, FIRST + REST, FIRST + REST]
    assert reasons(text) == {"page-number", "running-header"}


def test_a_salutation_that_comes_back_is_no_header() -> None:
    lines = ["各位代表！", REST, "各位代表！", REST, "各位代表！", REST]
    assert paragraphs("\n".join(lines)) == lines


def test_newspaper_jumps() -> None:
    assert paragraphs(f"{FIRST}（下转第二版）\n（上接第一版）{REST}") == [FIRST + REST]
