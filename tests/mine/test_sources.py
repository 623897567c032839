"""What a path stands for, and the documents in it."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from drafter.errors import CodedError, Problem
from drafter.mine.listing import Form, list_sources
from drafter.mine.raw import Raw, digest_of
from drafter.mine.records import read_records


def documents(path: Path) -> list[Raw | Problem]:
    return [item for file in list_sources([path]).files for item in read_records(file)]


def test_a_folder_is_searched_to_the_bottom_in_order_and_what_is_no_document_passed_over(
    tmp_path: Path,
) -> None:
    for name in (
        "乙/b.txt",
        "甲.docx",
        "乙/丙/c.html",
        "图.png",
        "数据.xlsx",
        ".git/x.txt",
        "~$甲.docx",
        "z.jsonl",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("字", encoding="utf-8")
    listing = list_sources([tmp_path])
    found = [file.path.relative_to(tmp_path).as_posix() for file in listing.files]
    assert found == ["z.jsonl", "甲.docx", "乙/b.txt", "乙/丙/c.html"]
    assert listing.files[0].form is Form.JSON_LINES
    assert sorted(path.name for path in listing.passed_over) == ["图.png", "数据.xlsx"]
    assert listing.size == 3 * 4


def test_a_file_given_twice_is_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("字", encoding="utf-8")
    assert len(list_sources([tmp_path / "a.txt", tmp_path, tmp_path / "*.txt"]).files) == 1


def test_a_link_in_a_circle_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("字", encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(list_sources([tmp_path]).files) == 1


def test_paths_that_are_not_there_are_named_all_at_once(tmp_path: Path) -> None:
    with pytest.raises(CodedError) as caught:
        list_sources([tmp_path / "没有.txt", tmp_path / "*.doc"])
    assert [problem.code for problem in caught.value.problems] == ["M001", "M001"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that may not be opened")
def test_a_folder_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0)
    with pytest.raises(CodedError, match="M001"):
        list_sources([locked])


def test_records_of_json_lines_plain_and_compressed(tmp_path: Path) -> None:
    records = [
        {"name": "甲", "text": "正文一"},
        {"标题": "乙", "正文": "正文二"},
        {"text": "正文三"},
        {"name": "空"},
    ]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "\n\n不是\n[1]\n"
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    for name in ("a.jsonl", "b.jsonl.gz"):
        found = documents(tmp_path / name)
        names = [item.name.partition("#")[2] for item in found if isinstance(item, Raw)]
        assert names == ["甲", "乙", "3"]
        assert [(item.code, item.line) for item in found if isinstance(item, Problem)] == [
            ("M003", 4),
            ("M002", 6),
            ("M002", 7),
        ]
        first = found[0]
        assert isinstance(first, Raw)
        assert first.digest == digest_of("正文一".encode())


def test_a_damaged_archive_gives_what_it_holds_and_a_problem(tmp_path: Path) -> None:
    line = json.dumps({"name": "甲", "text": "字" * 20}, ensure_ascii=False) + "\n"
    whole = gzip.compress("".join(line.replace("甲", str(n)) for n in range(4000)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    found = documents(tmp_path / "a.jsonl.gz")
    assert isinstance(found[0], Raw)
    assert isinstance(found[-1], Problem)
    assert found[-1].code == "R003"


def test_the_weights_of_a_table_add_up_to_no_more_than_its_size(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"第{n}篇"}) + "\n" for n in range(50))
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines.encode()))
    assert sum(item.weight for item in documents(path) if isinstance(item, Raw)) <= path.stat().st_size


def test_records_of_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"name": ["甲", "乙"], "text": ["正文一", None], "year": [2025, 2026]})
    parquet.write_table(table, tmp_path / "a.parquet")
    found = documents(tmp_path / "a.parquet")
    assert isinstance(found[0], Raw)
    assert found[0].data == "正文一".encode()
    assert isinstance(found[1], Problem)
    assert found[1].code == "M003"
    (tmp_path / "b.parquet").write_bytes(b"PAR1 but not really")
    assert [item.code for item in documents(tmp_path / "b.parquet") if isinstance(item, Problem)] == ["M005"]


def test_an_empty_path_is_not_the_current_folder() -> None:
    with pytest.raises(CodedError, match="M001"):
        list_sources([""])
