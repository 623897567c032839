"""``drafter bank list`` and ``search``: filters on every field, for people and for programs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.cli.bank.filters import OrderName, Origin
from phrasebank.exchange import loads
from phrasebank.model import phrase_id
from phrasebank.store import Order
from tests.cli.bank.conftest import (
    DOUBTFUL,
    DRILL,
    DUTY,
    HEADING,
    LEAK,
    OUTLINE,
    PASSAGE,
    STOCK,
    Ask,
    Records,
    short,
)
from tests.cli.conftest import Run

MINED = {DUTY, LEAK, DOUBTFUL, PASSAGE, DRILL, STOCK, OUTLINE, HEADING}

FILTERS = {
    "--move point.duty": {DUTY},
    "--unit passage": {PASSAGE},
    "--status accepted": set(),
    "--topic 防汛 --unit sentence": {LEAK, DOUBTFUL, DRILL, STOCK},
    "--topic= --unit sentence": {DUTY},
    "--kind 工作部署": {OUTLINE},
    "--kind 党课": set(),
    "--level 市": set(),
    "--level= --unit heading": {HEADING},
    "--level 县": set(),
    "--theme 责任": set(),
    "--theme=": MINED,
    "--text 堤": {LEAK, PASSAGE, DRILL},
    "--family 措施/": {HEADING},
    "--source 防汛讲话": MINED,
    "--source 没有这篇": set(),
    "--doubts": {DOUBTFUL},
    "--no-doubts": MINED - {DOUBTFUL},
    "--min-samples 2": set(),
}


@pytest.mark.parametrize("words", FILTERS)
def test_every_filter(records: Records, words: str) -> None:
    assert set(records("--origin", "mined", *words.split())) == FILTERS[words]


def test_a_score_is_enough_when_it_is_no_lower(records: Records) -> None:
    scores = {text: record["score"] for text, record in records("--origin", "mined").items()}
    assert scores[DUTY] > scores[PASSAGE] > scores[LEAK]
    found = records("--origin", "mined", "--min-score", str(scores[PASSAGE]))
    assert set(found) == {text for text, score in scores.items() if score >= scores[PASSAGE]}


def test_json_is_the_exchange_form(ask: Ask) -> None:
    told = ask("list", "--origin", "mined", "--order", "id", "--json").out
    phrases = loads(told)
    assert [phrase.id for phrase in phrases] == sorted(map(phrase_id, MINED))
    (duty,) = [phrase for phrase in phrases if phrase.text == DUTY]
    assert [(source.file, source.paragraph) for source in duty.sources] == [("防汛讲话.txt", 4)]


def test_json_gives_all_and_a_page_is_a_page(ask: Ask) -> None:
    assert len(ask("list", "--json", "--status", "accepted").out.splitlines()) > 1000
    lines = ask("list", "--status", "accepted").out.splitlines()
    assert len(lines) == 21
    assert re.fullmatch(r"共\d{4,}条，显示前20条", lines[-1])
    more = ask("list", "--status", "accepted", "--offset", "20", "--limit", "5").out.splitlines()
    assert more[-1].endswith("条，显示第21到25条")
    assert not set(lines[:-1]) & set(more[:-1])


def test_a_line_is_for_people(ask: Ask) -> None:
    told = ask("list", "--origin", "mined").out.splitlines()
    shown = told[0].split()
    assert [*shown[:4], shown[5]] == [short(DUTY), "待", "point.duty", "sentence", DUTY]
    assert 0 < float(shown[4]) < 1
    assert told[-1] == "共8条"
    assert f"{DOUBTFUL} ？" in "\n".join(told)


def test_orders(ask: Ask) -> None:
    texts = [
        line.split()[0] for line in ask("list", "--origin", "mined", "--limit", "3").out.splitlines()[:-1]
    ]
    assert texts == [short(DUTY), short(PASSAGE), short(DRILL)]
    ask("reject", short(STOCK))
    assert ask("list", "--order", "decided", "--limit", "1").out.startswith(f"{short(STOCK)} 弃")


def test_what_the_command_line_calls_things_the_store_knows() -> None:
    assert {order.value for order in OrderName} == {order.value for order in Order}
    assert {origin.value for origin in Origin} == {"builtin", "mined", "hand", "import"}


def test_search_finds_one_character_and_many(ask: Ask) -> None:
    assert STOCK in ask("search", "物资备到一线").out
    found = ask("search", "堤", "--origin", "mined").out
    assert all(text in found for text in (LEAK, PASSAGE, DRILL))
    assert found.endswith("共3条\n")
    assert ask("search", "不会有人这样说").out == "没有找到“不会有人这样说”\n"
    (phrase,) = loads(ask("search", "参谋", "--unit", "sentence", "--origin", "mined", "--json").out)
    assert phrase.text == DOUBTFUL
    assert phrase.sources


def test_no_builtin_leaves_the_users_own(ask: Ask) -> None:
    assert ask("list", "--no-builtin").out.endswith("共8条\n")


def test_without_a_bank_the_builtin_one_is_looked_up(drafter: Run, tmp_path: Path) -> None:
    ran = drafter("bank", "list", "--move", "point.measure", "--topic", "安全生产")
    assert ran.code == 0
    assert ran.out.splitlines()[-1].startswith("共")
    assert "用 point.measure" in ran.out
    assert drafter("bank", "search", "隐患", "--limit", "1").code == 0
    assert drafter("bank", "stats").code == 0
    assert list(tmp_path.iterdir()) == []


def test_the_bank_is_found_by_option_variable_or_place(
    drafter: Run, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = bank.rename(bank.with_name("本单位.db"))
    assert "没有符合" in drafter("bank", "list", "--origin", "mined").out
    assert "共8条" in drafter("bank", "list", "--origin", "mined", "--bank", other.name).out
    monkeypatch.setenv("JIANGGAO_BANK", other.name)
    assert "共8条" in drafter("bank", "list", "--origin", "mined").out
    assert drafter("bank", "list", "--bank", "没有.db").complaint.startswith("没有.db：没有这个语料库")


MISTAKES = {
    "list --move point.nothing": ("选项 --move 的值不对", "U004"),
    "list --order best": ("选项 --order 的值不对，应为 score", "U004"),
    "list --min-score 2": ("选项 --min-score 的值不对", "U004"),
    "list 防汛": ("多出了参数：防汛", "U006"),
    "search": ("缺少参数“词语”", "U001"),
    "serch": ("没有“serch”这个命令，是不是 search？", "U003"),
    "list --topics 防汛": ("没有选项 --topics，是不是 --topic？", "U002"),
}


@pytest.mark.parametrize("words", MISTAKES)
def test_a_mistake_is_one_line(drafter: Run, words: str) -> None:
    message, code = MISTAKES[words]
    line = drafter("bank", *words.split()).complaint
    assert line.startswith(message)
    assert line.endswith(f"[{code}]")
    assert "drafter bank" in line


def test_no_words_is_help(drafter: Run) -> None:
    ran = drafter("bank")
    assert ran.code == 2
    assert ran.err.startswith("用法：drafter bank [选项] 命令 …\n")
    assert drafter("bank", "--help").out == ran.err
