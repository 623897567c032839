"""``drafter bank show`` and ``stats``: one phrase with all about it, and the bank as a whole."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from phrasebank.exchange import loads
from phrasebank.model import Source
from tests.cli.bank.conftest import (
    DOUBT,
    DOUBTFUL,
    DRILL,
    DUTY,
    HEADING,
    OUTLINE,
    PASSAGE,
    SPEECH,
    STOCK,
    Ask,
    put_in,
    short,
)


def test_everything_about_a_phrase(ask: Ask) -> None:
    ask("tag", short(DUTY), "--add-theme", "责任", "--add-kind", "工作部署", "--add-level", "市")
    ask("accept", short(DUTY))
    told = ask("show", short(DUTY)).out
    for words in (
        "采用",
        DUTY,
        "语步：point.duty（要点·责任）　单位：sentence（句）",
        "主题：不限　文种：工作部署　层级：市　配词：责任",
        "空位：{topic} TOPIC",
        "来历：挖掘，1篇1处",
        "  防汛讲话.txt 第5段",
        "王秀梅 采用 （待审 → 采用）",
    ):
        assert words in told
    assert DOUBT in ask("show", short(DOUBTFUL)).out


def test_a_source_is_shown_in_its_context(ask: Ask, bank: Path) -> None:
    context = "【要请青禾环境来当参谋】。"
    assert f"临江市的堤防修了三十公里。{context}" in ask("show", short(DOUBTFUL)).out
    assert context not in ask("show", short(DOUBTFUL), "--sources", "0").out
    bank.with_name("防汛讲话.txt").unlink()
    told = ask("show", short(DOUBTFUL)).out
    assert "防汛讲话.txt 第5段" in told
    assert context not in told


def test_a_speech_that_was_rewritten_shows_no_wrong_words(ask: Ask, bank: Path) -> None:
    bank.with_name("防汛讲话.txt").write_text("同志们：\n今天不开会。\n", encoding="utf-8")
    assert "【" not in ask("show", short(DOUBTFUL)).out


def test_a_record_of_a_table_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.cli.bank.context import in_context

    monkeypatch.chdir(tmp_path)
    lines = [{"id": "甲", "text": "同志们：\n今天开会。\n"}, {"id": "乙", "text": SPEECH}]
    with gzip.open("讲话.jsonl.gz", "wt", encoding="utf-8") as table:
        table.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    found = in_context(Source("讲话.jsonl.gz#乙", 6, 0, 9))
    assert found is not None
    assert (found.words, found.after) == (DRILL, "。要把物资备到一线。")
    assert in_context(Source("讲话.jsonl.gz#丙", 6, 0, 9)) is None


def test_neighbours_are_shown(ask: Ask) -> None:
    told = ask("show", short(HEADING)).out
    assert f"一起出现的：\n  {short(OUTLINE)}\n    · 压实责任\n    · 备足力量\n" in told
    assert STOCK in ask("show", short(DRILL)).out
    assert f"其中：\n  · {DRILL}。\n  · {STOCK}\n" in ask("show", short(PASSAGE)).out


def test_one_phrase_for_programs(ask: Ask) -> None:
    (phrase,) = loads(ask("show", short(DRILL), "--json").out)
    assert (phrase.text, len(phrase.sources)) == (DRILL, 1)


def test_stats_count_by_status_and_place(ask: Ask) -> None:
    ask("accept", short(DUTY), short(DRILL), short(STOCK), short(PASSAGE))
    ask("reject", short(HEADING))
    told = ask("stats", "--by", "topic", "--no-builtin").out
    assert "挖过1篇稿子\n待审3条　采用4条　不用1条　禁用0条　停用0条\n" in told
    (measure,) = [line for line in told.splitlines() if line.startswith("point.measure ")]
    assert measure.split()[1:] == ["要点·措施", "·", "3", "2"]
    assert "薄弱的地方（不到3条）有" in told


def test_stats_for_programs(ask: Ask) -> None:
    filing = ("--add-kind", "工作部署", "--add-level", "市")
    ask("tag", short(DRILL), short(STOCK), short(PASSAGE), *filing)
    ask("accept", short(DUTY), short(DRILL), short(STOCK), short(PASSAGE))
    counted = {
        by: json.loads(ask("stats", "--by", by, "--no-builtin", "--json").out)
        for by in ("topic", "kind", "level")
    }
    assert {by: one["accepted"][-1] for by, one in counted.items()} == {
        "topic": {"move": "point.measure", "topic": "防汛", "count": 3},
        "kind": {"move": "point.measure", "kind": "工作部署", "count": 3},
        "level": {"move": "point.measure", "level": "市", "count": 3},
    }
    one = counted["topic"]
    assert one["statuses"]["accepted"] == 4
    assert one["speeches"] == 1
    assert {"move": "point.measure", "topic": "防汛", "count": 3} not in one["thin"]
    assert {"move": "point.duty", "topic": "", "count": 1} in one["thin"]


def test_a_sample_cannot_command_the_terminal(ask: Ask, bank: Path) -> None:
    wicked = "要把\x1b]0;标题\x07大门看住"
    again = bank.with_name("又一篇.txt")
    again.write_text(f"同志们：\n{STOCK}。\n", encoding="utf-8")
    put_in(bank, again, [(wicked, "sentence", "point.measure", STOCK, (), (), 0.6)])
    ask("reject", short(wicked))
    for words in (
        ("list", "--status", "rejected"),
        ("search", "大门"),
        ("show", short(wicked)),
        ("history",),
    ):
        told = ask(*words).out
        assert "要把·]0;标题·大门看住" in told
        assert "\x1b" not in told
