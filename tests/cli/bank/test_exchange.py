"""``drafter bank export`` and ``import`` as they are used."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from phrasebank.exchange import load
from phrasebank.model import Status, phrase_id
from phrasebank.store import Query, open_bank
from tests.cli.conftest import Run
from tests.phrasebank.curation.candidates import CANDIDATES, fill

FRAME = "要把{task}抓实抓细"
TERM = "守得住清贫、耐得住寂寞"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    fill(tmp_path)
    return tmp_path


def count(folder: Path, **query: object) -> int:
    with open_bank(folder / "bank.db") as store:
        return store.count(Query(**query))  # type: ignore[arg-type]


@pytest.mark.parametrize("ending", ["jsonl", "csv", "xlsx"])
def test_there_and_back_again(folder: Path, drafter: Run, ending: str) -> None:
    out = drafter("bank", "export", "-o", f"词条.{ending}", "--status", "candidate", "--with-sources")
    assert (out.code, out.err) == (0, f"导出{len(CANDIDATES)}条到 词条.{ending}\n")
    same = drafter("bank", "import", f"词条.{ending}")
    assert same.code == 0
    assert f"新增0、修改0、冲突0、无变化{len(CANDIDATES)}、不合格0" in same.out
    elsewhere = drafter("bank", "import", f"词条.{ending}", "--bank", "新.db", "--yes")
    assert elsewhere.code == 0
    assert f"已导入{len(CANDIDATES)}条" in elsewhere.out
    with open_bank(folder / "新.db") as new, open_bank(folder / "bank.db") as old:
        for text, *_ in CANDIDATES:
            identity = phrase_id(text.replace(":noun", ""))
            there, here = new.get(identity, sources=None).phrase, old.get(identity, sources=None).phrase
            assert (there.text, there.slots, there.doubts) == (here.text, here.slots, here.doubts)
            assert (there.status, there.score, there.sources) == (here.status, here.score, here.sources)


def test_samples_stay_at_home_unless_asked(folder: Path, drafter: Run) -> None:
    for ending in ("jsonl", "csv", "tbx"):
        drafter("bank", "export", "-o", f"甲.{ending}", "--status", "candidate")
        assert "粮食仓储讲话" not in (folder / f"甲.{ending}").read_text(encoding="utf-8")
        drafter("bank", "export", "-o", f"乙.{ending}", "--status", "candidate", "--with-sources")
        assert "粮食仓储讲话" in (folder / f"乙.{ending}").read_text(encoding="utf-8")
    assert {phrase.sample_count for phrase in load(folder / "甲.jsonl")} == {1}


def test_a_curator_works_in_excel(folder: Path, drafter: Run) -> None:
    drafter("bank", "export", "-o", "审.xlsx", "--status", "candidate")
    book = openpyxl.load_workbook(folder / "审.xlsx")
    sheet = book["词条"]
    column = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, column["文字"]).value: row for row in range(2, sheet.max_row + 1)}
    sheet.cell(rows["要把{task:noun}抓实抓细"], column["状态"]).value = "采用 accepted"
    sheet.cell(rows[TERM], column["文字"]).value = "守得住清贫"
    sheet.cell(rows[CANDIDATES[4][0]], column["状态"]).value = "采用"
    sheet.cell(sheet.max_row + 1, column["文字"]).value = "把粮管好"
    sheet.cell(sheet.max_row, column["单位"]).value = "句 sentence"
    sheet.cell(sheet.max_row, column["语步"]).value = "措施"
    sheet.delete_rows(rows["勤测温、勤翻仓"])
    book.save(folder / "审.xlsx")

    looked = drafter("bank", "import", "审.xlsx", "--dry-run")
    assert looked.code == 1
    assert "新增1、修改2、冲突0、无变化3、不合格1" in looked.out
    assert "文字：守得住清贫、耐得住寂寞 → 守得住清贫" in looked.out
    assert "状态：待审 candidate → 采用 accepted" in looked.out
    assert "松林县" in looked.err
    assert count(folder, status=Status.ACCEPTED, builtin=False) == 0

    refused = drafter("bank", "import", "审.xlsx")
    assert refused.code == 2
    assert "没有得到确认" in refused.err
    assert count(folder, status=Status.ACCEPTED, builtin=False) == 0

    done = drafter("bank", "import", "审.xlsx", "--yes", "--by", "吴审")
    assert done.code == 1  # one row was left out
    with open_bank(folder / "bank.db") as store:
        assert store.get(phrase_id(FRAME)).phrase.status is Status.ACCEPTED
        assert store.get(phrase_id("守得住清贫")).phrase.decided_by == "吴审"
        assert store.get(phrase_id("把粮管好")).phrase.status is Status.ACCEPTED
        assert store.get(phrase_id("勤测温、勤翻仓")).phrase.status is Status.CANDIDATE
        batch = store.history(limit=1)[0].batch

    assert drafter("bank", "undo", str(batch), "--yes").code == 0
    assert count(folder, status=Status.ACCEPTED, builtin=False) == 0
    assert count(folder, text="把粮管好") == 0


def test_a_conflict_is_left_alone_unless_the_file_shall_win(folder: Path, drafter: Run) -> None:
    drafter("bank", "export", "-o", "审.csv", "--move", "point.demand", "--status", "candidate")
    table = (folder / "审.csv").read_text(encoding="utf-8-sig").replace("待审 candidate", "采用 accepted")
    (folder / "审.csv").write_text(table, encoding="gb18030")
    assert drafter("bank", "reject", phrase_id(TERM)[:8], "--by", "郑编").code == 0
    left = drafter("bank", "import", "审.csv", "--yes")
    assert left.code == 1
    assert "冲突1" in left.out
    assert "郑编" in left.out
    assert count(folder, status=Status.REJECTED) == 1
    won = drafter("bank", "import", "审.csv", "--yes", "--theirs")
    assert won.code == 0
    assert count(folder, status=Status.REJECTED) == 0


def test_a_term_base_gets_fixed_terms_alone(folder: Path, drafter: Run) -> None:
    done = drafter("bank", "export", "-o", "术语.tbx", "--status", "candidate")
    assert done.code == 0
    assert done.err.startswith("导出2条")
    assert "5条不是短语或固定说法" in done.err
    back = drafter("bank", "import", "术语.tbx")
    assert "无变化2、不合格0" in back.out


def test_to_standard_output(folder: Path, drafter: Run) -> None:
    done = drafter("bank", "export", "-o", "-", "--unit", "phrase", "--status", "candidate")
    assert {json.loads(line)["unit"] for line in done.out.splitlines()} == {"phrase"}
    table = drafter("bank", "export", "-o", "-", "--to", "csv", "--limit", "1")
    assert table.out.startswith("\ufeff编号,文字")


def test_files_whole_or_not_at_all(folder: Path, drafter: Run) -> None:
    (folder / "有.csv").write_text("原来的", encoding="utf-8")
    assert "[F001]" in drafter("bank", "export", "-o", "有.csv").complaint
    assert (folder / "有.csv").read_text(encoding="utf-8") == "原来的"
    assert drafter("bank", "export", "-o", "有.csv", "--force").code == 0
    assert "[I000]" in drafter("bank", "export", "-o", "词条.docx").complaint
    assert not (folder / "词条.docx").exists()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("没有.csv", None, "P001"),
        ("坏.xlsx", b"PK\x03\x04", "I004"),
        ("坏.tbx", b"<tbx", "I005"),
        ("坏.csv", b"\x81\xff\x00", "I001"),
        ("坏.jsonl", b"\xff", "I001"),
        ("词条.txt", b"", "I000"),
    ],
)
def test_what_cannot_be_read_is_one_line(
    tmp_path: Path, drafter: Run, name: str, data: bytes | None, code: str
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert f"[{code}]" in drafter("bank", "import", name, "--yes").complaint
    assert not (tmp_path / "bank.db").exists()


def test_nothing_is_made_of_a_file_without_usable_rows(tmp_path: Path, drafter: Run) -> None:
    (tmp_path / "空.csv").write_text("文字,单位,语步\n有三百万元,句,措施\n", encoding="utf-8")
    done = drafter("bank", "import", "空.csv", "--yes", "--bank", "新.db")
    assert done.code == 1
    assert "空.csv:2 “文字”" in done.err
    assert "没有要改的" in done.out
    assert not (tmp_path / "新.db").exists()
