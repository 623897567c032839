"""Accept, reject, forbid, make obsolete: one by one, and many at once after a look."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from phrasebank.store import open_bank
from tests.cli.bank.conftest import (
    DOUBT,
    DOUBTFUL,
    DRILL,
    DUTY,
    HEADING,
    LEAK,
    PASSAGE,
    STOCK,
    Ask,
    Records,
    short,
)
from tests.cli.conftest import PROGRAM, Run


def test_accept_records_who_and_when(ask: Ask, records: Records) -> None:
    told = ask("accept", short(DUTY)).out
    assert told == "已采用1条（第1步，撤销用 drafter bank undo 1）\n"
    duty = records("--move", "point.duty", "--origin", "mined")[DUTY]
    assert (duty["status"], duty["decided_by"]) == ("accepted", "王秀梅")
    assert duty["decided_at"][:4].isdigit()
    assert duty["decided_at"][10] == "T"
    ask("reject", short(DRILL), "--by", "赵立新")
    assert records("--status", "rejected")[DRILL]["decided_by"] == "赵立新"


def test_what_holds_a_place_or_a_figure_is_refused_with_the_words(ask: Ask, records: Records) -> None:
    ran = ask("accept", short(LEAK), code=1)
    assert ran.out == ""
    assert "空位之外有地名“临江市”" in ran.err
    assert f"1条没有采用；修改用 drafter bank edit {short(LEAK)}" in ran.err
    assert records("--origin", "mined")[LEAK]["status"] == "candidate"


def test_doubts_are_cleared_by_a_person_only(ask: Ask, records: Records) -> None:
    ran = ask("accept", short(DOUBTFUL), code=1)
    assert DOUBT in ran.err
    assert "--despite-doubts" in ran.err
    ask("accept", short(DOUBTFUL), "--despite-doubts")
    accepted = records("--status", "accepted", "--origin", "mined")[DOUBTFUL]
    assert "doubts" not in accepted


def test_many_at_once_leaves_out_what_cannot_be(ask: Ask, records: Records) -> None:
    ran = ask("accept", "--topic", "防汛", "--unit", "sentence", "--yes", code=1)
    assert ran.out.startswith("已采用2条（第1步")
    assert "2条没有采用" in ran.err
    assert set(records("--status", "accepted", "--origin", "mined")) == {DRILL, STOCK}


def test_a_query_without_an_answer_changes_nothing(ask: Ask, records: Records) -> None:
    line = ask("accept", "--origin", "mined", "--unit", "sentence", code=2).complaint
    assert line == "将采用3条，另有2条过不了关，没有得到确认，没有改动（看过之后加 --yes） [U012]"
    assert records("--status", "accepted", "--origin", "mined") == {}


def test_a_query_is_about_candidates_unless_it_says_otherwise(ask: Ask, records: Records) -> None:
    ask("reject", short(DRILL))
    ask("accept", "--topic", "防汛", "--unit", "sentence", "--no-doubts", "--yes", code=1)
    assert records("--status", "rejected", "--origin", "mined").keys() == {DRILL}
    ask("accept", "--status", "rejected", "--origin", "mined", "--yes")
    assert records("--status", "rejected") == {}


@pytest.mark.parametrize(("answer", "code", "accepted"), [("y", 0, {DUTY}), ("n", 0, set()), ("", 0, set())])
def test_on_a_terminal_it_shows_and_asks(
    bank: Path, records: Records, answer: str, code: int, accepted: set[str]
) -> None:
    parent, child = pty.openpty()
    command = [*PROGRAM, "bank", "accept", "--move", "point.duty", "--origin", "mined"]
    process = subprocess.Popen(
        command, cwd=bank.parent, stdin=child, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    os.write(parent, f"{answer}\n".encode())
    out, err = process.communicate(timeout=60)
    os.close(child)
    os.close(parent)
    assert (process.returncode, err) == (code, b"")
    lines = out.decode().splitlines()
    assert lines[0] == "将采用1条："
    assert DUTY in lines[1]
    assert "确定吗？ [y/N]" in lines[2]
    assert ("已采用1条" in out.decode()) == bool(accepted)
    assert set(records("--status", "accepted", "--origin", "mined")) == accepted


def test_limit_takes_the_best(ask: Ask, records: Records) -> None:
    ask("accept", "--origin", "mined", "--limit", "2", "--yes")
    assert set(records("--status", "accepted", "--origin", "mined")) == {DUTY, PASSAGE}


def test_forbid_says_why_and_what_instead(ask: Ask, records: Records) -> None:
    ask("forbid", short(STOCK), "--reason", "说法过时", "--instead", "要把物资储备到村")
    stock = records("--status", "forbidden")[STOCK]
    assert stock["note"] == "原因：说法过时\n改说：要把物资储备到村"
    assert "缺少选项 --reason" in ask("forbid", short(DUTY), code=2).complaint
    ask("accept", short(STOCK))
    assert records("--status", "accepted", "--origin", "mined")[STOCK]["note"] == ""


def test_obsolete_from_a_day(ask: Ask, records: Records) -> None:
    ask("obsolete", short(STOCK), "--from", "2025-01-01", "--instead", DRILL)
    assert records("--status", "obsolete")[STOCK]["note"] == f"改说：{DRILL}\n停用：2025-01-01"
    line = ask("obsolete", short(DUTY), "--from", "2025-13-01", code=2).complaint
    assert line == "“2025-13-01”不是日期（写成 2025-01-01） [U013]"


def test_ids_or_a_query_not_both_and_not_neither(ask: Ask) -> None:
    assert ask("accept", code=2).complaint.startswith("没有说是哪些词条（")
    line = ask("accept", short(DUTY), "--topic", "防汛", code=2).complaint
    assert line.startswith("编号和筛选条件只能写一种")
    assert "[K008]" in ask("accept", "zzzz", code=2).complaint


def test_one_wrong_id_and_nothing_is_done(ask: Ask, records: Records) -> None:
    ask("accept", short(DUTY), "ffffffffffff", code=2)
    assert records("--status", "accepted", "--origin", "mined") == {}


def test_nothing_found_and_nothing_new(ask: Ask) -> None:
    assert ask("accept", "--topic", "没有这个主题").out == "没有符合条件的词条\n"
    ask("accept", short(DUTY))
    assert ask("accept", short(DUTY)).out == "1条已经是这样，没有改动\n"


def test_a_heading_needs_its_family(ask: Ask) -> None:
    ask("accept", short(HEADING))
    ask("edit", short(DRILL), "--unit", "heading")
    assert "family" in ask("accept", short(DRILL), code=1).err


def test_a_builtin_phrase_is_rejected_in_the_users_bank(drafter: Run, tmp_path: Path) -> None:
    listed = drafter("bank", "list", "--limit", "1").out
    ran = drafter("bank", "reject", listed[:8], "--by", "王秀梅")
    assert ran.out.startswith("已去掉1条")
    assert ran.err == "新建了语料库 bank.db\n"
    assert (tmp_path / "bank.db").exists()
    assert drafter("bank", "list", "--status", "rejected").out.splitlines()[0][:8] == listed[:8]


def test_what_is_refused_makes_no_bank(drafter: Run, tmp_path: Path) -> None:
    assert drafter("bank", "reject", "zzzz", "--by", "王秀梅").code == 2
    assert drafter("bank", "reject", "0", "--by", "王秀梅").code == 2
    assert list(tmp_path.iterdir()) == []
    assert "[K001]" in drafter("bank", "reject", "0", "--bank", "没有.db").complaint
    assert list(tmp_path.iterdir()) == []


def test_somebody_was_faster(ask: Ask, bank: Path, records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another person decides between the look and the answer: told, and not overwritten."""
    from drafter.cli.bank import carrying_out

    def decide_meanwhile(*_: object) -> None:
        with open_bank(bank) as store:
            from phrasebank.curation.judging import reject

            store.decide(
                reject([store.get(short(DUTY))]).changes, by="赵立新", at="2026-03-01T09:00:00+08:00"
            )

    monkeypatch.setattr(carrying_out, "make_sure", decide_meanwhile)
    line = ask("accept", "--move", "point.duty", "--status", "candidate", code=2).complaint
    assert "赵立新" in line
    assert "没有覆盖" in line
    assert line.endswith("[K010]")
    assert records("--status", "rejected")[DUTY]["decided_by"] == "赵立新"
