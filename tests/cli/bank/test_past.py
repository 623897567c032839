"""``drafter bank history`` and ``undo``: nothing that somebody decided is lost."""

from __future__ import annotations

import json

from tests.cli.bank.conftest import DRILL, DUTY, HEADING, PASSAGE, STOCK, Ask, Records, short


def test_history_tells_who_did_what_newest_first(ask: Ask) -> None:
    assert ask("history").out == "还没有审定过\n"
    ask("accept", short(DUTY))
    ask("edit", short(DUTY), "--text", "要把{topic}责任压到每一座水库")
    ask("reject", short(STOCK), "--by", "赵立新")
    lines = ask("history").out.splitlines()
    assert [line.split()[0] for line in lines] == ["第3步", "第2步", "第1步"]
    assert "赵立新 不用" in lines[0]
    assert lines[0].endswith(f"{STOCK} （待审 → 不用）")
    assert f"{DUTY} → 要把{{topic}}责任压到每一座水库" in lines[1]
    assert len(ask("history", "--limit", "1").out.splitlines()) == 1


def test_history_of_one_phrase_under_all_its_words(ask: Ask) -> None:
    ask("accept", short(DUTY))
    ask("reject", short(STOCK))
    new = "要把{topic}责任压到每一座水库"
    ask("edit", short(DUTY), "--text", new)
    lines = ask("history", short(new)).out.splitlines()
    assert [line.split()[0] for line in lines] == ["第3步", "第1步"]


def test_history_for_programs(ask: Ask) -> None:
    ask("accept", short(DUTY), short(DRILL))
    ask("undo", "--yes")
    records = [json.loads(line) for line in ask("history", "--json").out.splitlines()]
    assert [(one["batch"], one["action"], one["undoes"]) for one in records] == [
        (2, "undo", 1),
        (2, "undo", 1),
        (1, "accept", None),
        (1, "accept", None),
    ]
    assert records[-1]["before"]["status"] == "candidate"
    assert records[-1]["after"]["status"] == "accepted"


def test_undo_takes_back_ones_own_last_step(ask: Ask, records: Records) -> None:
    ask("accept", short(DUTY))
    ask("accept", short(STOCK))
    ask("accept", short(DRILL), "--by", "赵立新")
    told = ask("undo").out
    assert told.startswith("已撤销第2步（王秀梅 ")
    assert "1条回到原样（撤销本身是第4步）" in told
    assert STOCK in told
    assert set(records("--status", "accepted", "--origin", "mined")) == {DUTY, DRILL}
    ask("undo")
    assert set(records("--status", "accepted", "--origin", "mined")) == {DRILL}
    assert ask("undo", code=2).complaint.endswith("[D004]")


def test_undo_of_a_step_that_is_named_and_of_an_undo(ask: Ask, records: Records) -> None:
    ask("accept", short(DUTY))
    ask("reject", short(STOCK))
    ask("undo", "1")
    assert records("--origin", "mined")[DUTY]["status"] == "candidate"
    ask("undo", "3")
    assert records("--origin", "mined")[DUTY]["status"] == "accepted"
    assert "已经撤销过" in ask("undo", "1", code=2).complaint
    assert ask("undo", "77", code=2).complaint.endswith("[K013]")


def test_many_are_shown_and_asked_about(ask: Ask, records: Records) -> None:
    ask("accept", "--origin", "mined", "--no-doubts", "--min-score", "0.2", "--limit", "2", "--yes")
    line = ask("undo", code=2).complaint
    assert line.startswith("将撤销第1步（王秀梅 ")
    assert "2条回到原样，没有得到确认，没有改动" in line
    assert set(records("--status", "accepted", "--origin", "mined")) == {DUTY, PASSAGE}
    ask("undo", "--yes")
    assert records("--status", "accepted", "--origin", "mined") == {}


def test_what_somebody_changed_since_is_not_undone(ask: Ask, records: Records) -> None:
    ask("accept", short(HEADING))
    ask("edit", short(HEADING), "--topics", "抗旱", "--by", "赵立新")
    line = ask("undo", code=2).complaint
    assert "赵立新" in line
    assert line.endswith("[K010]")
    assert records("--origin", "mined")[HEADING]["topics"] == ["抗旱"]


def test_what_was_typed_in_is_taken_out_again(ask: Ask, records: Records) -> None:
    ask("add", "让群众住得安稳", "--unit", "sentence", "--move", "point.demand")
    assert "1条新加的拿掉" in ask("undo").out
    assert "让群众住得安稳" not in records()
