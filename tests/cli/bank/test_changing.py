"""Tag, add, edit, merge, split: what becomes of a phrase and its neighbours."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from phrasebank.model import phrase_id
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
    put_in,
    short,
)
from tests.cli.conftest import PROGRAM, Run


def test_tags_are_added_removed_and_set(ask: Ask, records: Records) -> None:
    ask("tag", short(STOCK), "--add-topic", "防汛抗旱", "--remove-topic", "防汛", "--set-level", "县")
    ask(
        "tag",
        short(STOCK),
        "--set-kind=",
        "--add-theme",
        "物资",
        "--add-theme",
        "储备",
        "--set-move",
        "point.demand",
    )
    stock = records("--origin", "mined")[STOCK]
    assert (stock["topics"], stock["levels"], stock["kinds"]) == (["防汛抗旱"], ["县"], [])
    assert (stock["themes"], stock["move"], stock["status"]) == (
        ["物资", "储备"],
        "point.demand",
        "candidate",
    )


def test_many_are_tagged_at_once_whatever_their_status(ask: Ask, records: Records) -> None:
    ask("accept", short(DRILL))
    assert ask("tag", "--text", "要把", "--origin", "mined", "--add-topic", "抢险", "--yes").out.startswith(
        "已归类4条"
    )
    assert set(records("--topic", "抢险")) == {DUTY, PASSAGE, DRILL, STOCK}
    assert records("--topic", "抢险", "--status", "accepted").keys() == {DRILL}
    assert ask("undo", "--yes").out.startswith("已撤销第2步（王秀梅")
    assert records("--topic", "抢险") == {}


def test_a_tag_that_is_none_is_refused(ask: Ask, records: Records) -> None:
    assert ask("tag", short(STOCK), code=2).complaint.endswith("[U014]")
    ask("tag", short(STOCK), "--add-level", "市")
    ask("accept", short(STOCK))
    assert "没有“国”这个层级" in ask("tag", short(STOCK), "--add-level", "国", code=1).err
    assert records("--origin", "mined")[STOCK]["levels"] == ["市"]


def test_a_phrase_is_typed_in(ask: Ask, records: Records) -> None:
    words = "把{task:noun}抓到每一个环节"
    told = ask(
        "add", words, "--unit", "sentence", "--move", "point.measure", "--topic", "防汛", "--level", "县"
    ).out
    assert told.startswith(f"已添加 {short('把{task}抓到每一个环节')}（第1步")
    added = records("--origin", "hand")["把{task}抓到每一个环节"]
    assert added["slots"] == [{"name": "task", "type": "TASK", "form": "noun"}]
    assert (added["status"], added["topics"], added["decided_by"]) == ("accepted", ["防汛"], "王秀梅")


TYPED = {
    "临江市的{topic}工作": "空位之外有地名“临江市”",
    "把{topc}抓实": "没有“topc”这个空位（是不是“topic”？）",
    "把{topic抓实": "花括号没有配对",
    "，把{topic}抓实": "首尾不应有“，”",
    "把{topic}抓实,抓细": "有半角或不规范的标点“,”",
    "": "缺少这个键",
}


@pytest.mark.parametrize("words", TYPED)
def test_what_is_typed_in_is_checked(ask: Ask, records: Records, words: str) -> None:
    line = ask("add", words, "--unit", "sentence", "--move", "point.measure", code=2).complaint
    assert TYPED[words] in line
    assert "第1行" not in line
    assert records("--origin", "hand") == {}


def test_a_copy_is_refused_and_a_near_one_told(ask: Ask) -> None:
    assert ask("add", STOCK, "--unit", "sentence", "--move", "point.measure", code=2).complaint.endswith(
        "[K011]"
    )
    ran = ask("add", "要把物资备到第一线", "--unit", "sentence", "--move", "point.measure")
    assert "库里有相近的" in ran.err
    assert short(STOCK) in ran.err
    assert ask("add", "让群众住得安稳", "--unit", "sentence", "--move", "point.demand").err == ""


def test_a_quotation_needs_its_source(ask: Ask) -> None:
    words = ("add", "凡事预则立", "--unit", "quote", "--move", "point.rationale")
    assert "引语没有出处" in ask(*words, code=2).complaint
    ask(*words, "--note", "出处：《礼记·中庸》")


def test_a_first_phrase_makes_the_bank(drafter: Run, tmp_path: Path) -> None:
    words = (
        "bank",
        "add",
        "让群众住得安稳",
        "--unit",
        "sentence",
        "--move",
        "point.demand",
        "--by",
        "王秀梅",
    )
    assert drafter(*words).err == "新建了语料库 bank.db\n"
    assert "[K011]" in drafter(*words).complaint
    assert (tmp_path / "bank.db").exists()


def test_words_are_edited_and_the_leak_is_gone(ask: Ask, records: Records) -> None:
    told = ask(
        "edit", short(LEAK), "--text", "{season}，堤防要再查一遍", "--topics", "防汛、抗旱", "--levels="
    ).out
    assert told.startswith("已修改（第1步")
    edited = records("--origin", "mined")["{season}，堤防要再查一遍"]
    assert (edited["topics"], edited["levels"], edited["status"]) == (["防汛", "抗旱"], [], "candidate")
    assert edited["sources"]
    ask("accept", phrase_id("{season}，堤防要再查一遍")[:8])
    assert ask("edit", phrase_id("{season}，堤防要再查一遍"), "--topics", "防汛、抗旱").out == "没有改动\n"


def test_a_doubt_about_words_that_are_gone_is_gone(ask: Ask, records: Records) -> None:
    ask("edit", short(DOUBTFUL), "--text", "要请行家来当参谋")
    ask("accept", short("要请行家来当参谋"))
    assert "要请行家来当参谋" in records("--status", "accepted", "--origin", "mined")


def test_an_accepted_phrase_stays_fit(ask: Ask, records: Records) -> None:
    ask("accept", short(STOCK))
    assert "临江市" in ask("edit", short(STOCK), "--text", "要把物资备到临江市一线", code=2).complaint
    assert "[K011]" in ask("edit", short(STOCK), "--text", DRILL, code=2).complaint
    assert "没有“国”这个层级" in ask("edit", short(STOCK), "--levels", "国", code=2).complaint
    assert STOCK in records("--status", "accepted", "--origin", "mined")


def test_edited_words_met_again_are_the_same_phrase(ask: Ask, bank: Path, records: Records) -> None:
    ask("edit", short(STOCK), "--text", "要把物资备足备齐")
    again = bank.with_name("又一篇.txt")
    again.write_text(f"同志们：\n{STOCK}。\n{DRILL}。\n", encoding="utf-8")
    put_in(bank, again, [(STOCK, "sentence", "point.measure", STOCK, (), (), 0.6)])
    found = records("--origin", "mined")
    assert STOCK not in found
    assert found["要把物资备足备齐"]["sample_count"] == 2


def test_without_options_and_terminal_nothing_is_edited(ask: Ask) -> None:
    assert ask("edit", short(STOCK), code=2).complaint.endswith("[U014]")


def in_editor(bank: Path, script: str, *words: str) -> tuple[int, str]:
    """``drafter bank edit`` on a terminal, with a Python script as the editor."""
    (bank.parent / "editor.py").write_text(
        f"import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
        f"text = path.read_text(encoding='utf-8')\n{script}\npath.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [*PROGRAM, "bank", "edit", *words],
        cwd=bank.parent,
        stdin=child,
        stdout=child,
        stderr=subprocess.STDOUT,
        env={**os.environ, "EDITOR": f"{PROGRAM[0]} editor.py"},
    )
    os.close(child)
    told = b""
    try:
        while piece := os.read(parent, 4096):
            told += piece
    except OSError:  # Linux says so when the other end is closed
        pass
    os.close(parent)
    return process.wait(timeout=60), told.decode()


def test_an_editor_is_opened_on_a_terminal(bank: Path, records: Records) -> None:
    script = (
        f"text = text.replace({STOCK!r}, '要把物资备到村组')\n"
        "text = text.replace('主题：防汛', '主题：防汛、抗旱') + '第二行'"
    )
    code, told = in_editor(bank, script, short(STOCK))
    assert (code, "已修改" in told) == (0, True)
    edited = records("--origin", "mined")["要把物资备到村组"]
    assert (edited["topics"], edited["note"]) == (["防汛", "抗旱"], "第二行")


@pytest.mark.parametrize(
    ("script", "code", "told"),
    [
        ("", 0, "没有改动"),
        ("text = text.replace('语步：', '步：')", 2, "[U016]"),
        ("text = text.replace('point.measure', 'point.mesure')", 2, "[P011]"),
        ("sys.exit(3)", 2, "[U015]"),
    ],
)
def test_what_an_editor_leaves_is_checked(
    bank: Path, records: Records, script: str, code: int, told: str
) -> None:
    before = records("--origin", "mined")
    assert in_editor(bank, script, short(STOCK))[0] == code
    assert told in in_editor(bank, script, short(STOCK))[1]
    assert records("--origin", "mined") == before


def test_merged_phrases_are_one_with_all_sources(ask: Ask, bank: Path, records: Records) -> None:
    again = bank.with_name("又一篇.txt")
    again.write_text("同志们：\n要把物资备到第一线。\n", encoding="utf-8")
    near = "要把物资备到第一线"
    put_in(bank, again, [(near, "sentence", "point.measure", near, (), (), 0.6)])
    ask("accept", short(STOCK))
    ask("tag", short(near), "--add-topic", "抗旱")
    assert ask("merge", short(STOCK), short(near)).out.startswith("已并入1条（第3步")
    merged = records("--origin", "mined")
    assert near not in merged
    assert (merged[STOCK]["topics"], merged[STOCK]["sample_count"]) == (["防汛", "抗旱"], 2)
    assert {source["file"] for source in merged[STOCK]["sources"]} == {"防汛讲话.txt", "又一篇.txt"}
    assert merged[STOCK]["status"] == "accepted"
    ask("undo", "--yes")
    undone = records("--origin", "mined")
    assert (undone[STOCK]["sample_count"], undone[near]["sample_count"]) == (1, 1)
    assert undone[STOCK]["topics"] == ["防汛"]
    assert ask("merge", short(STOCK), short(STOCK), code=2).complaint.endswith("[D002]")


def test_a_passage_falls_into_its_sentences(ask: Ask, records: Records) -> None:
    told = ask("split", short(PASSAGE)).out
    assert told.startswith("已拆成2条（第1步")
    assert told.count("库里已有") == 2
    assert records("--status", "rejected")[PASSAGE]["note"].startswith("已拆成：")


def test_a_sentence_is_split_at_words(ask: Ask, records: Records) -> None:
    whole = "要把{place}的险工查清，把{place2}的险段看住"
    ask("add", whole, "--unit", "sentence", "--move", "point.measure", "--topic", "防汛")
    ask("split", short(whole), "--at", "把{place2}")
    parts = records("--status", "candidate", "--text", "险")
    assert set(parts) == {"要把{place}的险工查清", "把{place}的险段看住"}
    assert {(part["unit"], *part["topics"]) for part in parts.values()} == {("sentence", "防汛")}
    ask("undo", "--yes")
    assert records("--text", "险段", "--no-builtin").keys() == {whole}
    assert records("--status", "accepted", "--origin", "hand").keys() == {whole}


@pytest.mark.parametrize(
    ("text", "at"),
    [(STOCK, ""), (STOCK, "不在里面"), (STOCK, "要把"), (LEAK, "，临江市"), (LEAK, "{season}")],
)
def test_what_cannot_be_split_stays(ask: Ask, records: Records, text: str, at: str) -> None:
    before = records("--no-builtin")
    assert ask("split", short(text), "--at", at, code=2).complaint.endswith("[D003]")
    assert records("--no-builtin") == before


def test_an_outline_falls_into_its_headings(ask: Ask, records: Records) -> None:
    ask("split", short(OUTLINE))
    found = records("--unit", "heading", "--status", "candidate")
    assert set(found) == {"压实责任", HEADING}
    assert found["压实责任"]["groups"] == [phrase_id(OUTLINE)]
