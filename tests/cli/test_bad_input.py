"""Input that cannot be used: one Chinese line, exit 2, nothing written and nothing touched."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TRAINING, Run

Make = Callable[[Path], None]

NOTHING: Make = Path.exists  # leaves the path as it is, empty

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def folder(path: Path) -> None:
    path.mkdir()


def text(content: str, encoding: str = "utf-8") -> Make:
    def make(path: Path) -> None:
        path.write_text(content, encoding=encoding)

    return make


def data(content: bytes) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


GOOD = "文种: 工作部署\n主题: 安全生产\n地区: {名称: 临江市, 层级: 市}\n"
BRIEFS = {
    "missing": (NOTHING, "B001"),
    "folder": (folder, "B00"),
    "empty": (text(""), "B004"),
    "blank": (text("\n \n# 只有注释\n"), "B0"),
    "binary": (data(bytes(range(256)) * 8), "B003"),
    "word": (data(b"PK\x03\x04" + b"\0" * 64), "B003"),
    "yaml": (text(GOOD + "部分: [一, 二\n"), "B005"),
    "tab": (text(GOOD + "风格:\n\t分点: 一要\n"), "B0"),
    "list": (text("- 文种\n- 主题\n"), "B0"),
    "key": (text(GOOD + "标提: 讲话\n"), "B010"),
    "kind": (text(GOOD.replace("工作部署", "工作布置")), "B0"),
    "level": (text(GOOD.replace("层级: 市", "层级: 国")), "B0"),
    "date": (text(GOOD + "日期: 2026-02-30\n"), "B0"),
    "length": (text(GOOD + "篇幅: 很长\n"), "B0"),
    "fact": (text(GOOD + "部分: [{主题: 提高认识, 要点: [{主题: 树牢红线意识, 数据: [事故起数]}]}]\n"), "B0"),
    "data file": (text(GOOD + "数据: 没有.xlsx\n"), "B001"),
}


@pytest.mark.parametrize("case", BRIEFS)
def test_a_brief_that_cannot_be_used(drafter: Run, tmp_path: Path, case: str) -> None:
    make, code = BRIEFS[case]
    make(tmp_path / "提纲.yaml")
    before = set(tmp_path.iterdir())
    line = drafter("draft", "提纲.yaml", "-o", "讲稿.docx", "--trace", "出处.json").complaint
    assert f"[{code}" in line
    assert line.startswith(("提纲.yaml", "没有.xlsx"))
    assert set(tmp_path.iterdir()) == before


def test_all_that_is_wrong_is_told_at_once(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "提纲.yaml").write_text(
        GOOD.replace("层级: 市", "层级: 国") + "标提: 讲话\n日期: 三月\n", encoding="utf-8"
    )
    ran = drafter("draft", "提纲.yaml")
    assert ran.code == 2
    assert [line.split("：")[0].split(" ")[0] for line in ran.err.splitlines()] == [
        "提纲.yaml:3",
        "提纲.yaml:4",
        "提纲.yaml:5",
    ]


DOCUMENTS = {
    "missing": (NOTHING, "R001"),
    "folder": (folder, "R002"),
    "empty": (data(b""), "R005"),
    "blank": (text("\n\n　\n"), "R006"),
    "binary": (data(bytes(range(256)) * 64), "R008"),
    "broken zip": (data(b"PK\x03\x04" + bytes(range(200))), "R0"),
    "old word": (
        data(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "PowerPoint Document".encode("utf-16-le")),
        "R033",
    ),
    "pdf": (data(b"%PDF-1.7\n" + b"\0" * 100), "R035"),
}


@pytest.mark.parametrize("case", DOCUMENTS)
@pytest.mark.parametrize("command", ["parse", "format"])
def test_a_document_that_cannot_be_read(drafter: Run, tmp_path: Path, command: str, case: str) -> None:
    make, code = DOCUMENTS[case]
    make(tmp_path / "讲话.txt")
    before = set(tmp_path.iterdir())
    out = ["-o", "新.docx"] if command == "format" else []
    line = drafter(command, "讲话.txt", *out).complaint
    if case == "folder" and command == "parse":
        code = "R010"  # a folder is read to the bottom; this one holds nothing
    assert f"[{code}" in line
    assert line.startswith("讲话.txt：")
    assert set(tmp_path.iterdir()) == before


@pytest.fixture
def speech(tmp_path: Path) -> Path:
    path = tmp_path / "讲话.txt"
    path.write_text("同志们：\n今天开会。\n一、提高认识\n要抓好。\n", encoding="utf-8")
    return path


TARGETS = {
    "no such folder": ("没有/新.docx", "F002"),
    "a folder": ("有.docx", "F002"),
    "no ending": ("新", "W0"),
    "unknown ending": ("新.pdf", "W0"),
    "name too long": ("长" * 200 + ".docx", "F002"),
}


@pytest.mark.parametrize("case", TARGETS)
@pytest.mark.parametrize("command", ["draft", "format"])
def test_a_target_that_cannot_be_written(
    drafter: Run, tmp_path: Path, speech: Path, command: str, case: str
) -> None:
    target, code = TARGETS[case]
    (tmp_path / "有.docx").mkdir()
    before = set(tmp_path.rglob("*"))
    source = TRAINING if command == "draft" else speech.name
    line = drafter(command, source, "-o", target).complaint
    assert line.startswith(target)
    assert f"[{code}" in line
    assert set(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("trace", ["没有/出处.json", "有", "讲稿.txt"])
@pytest.mark.parametrize("force", [[], ["--force"]], ids=["", "force"])
def test_no_draft_without_the_trace_that_was_asked_for(
    drafter: Run, tmp_path: Path, trace: str, force: list[str]
) -> None:
    (tmp_path / "有").mkdir()
    line = drafter("draft", TRAINING, "-o", "讲稿.txt", "--trace", trace, *force).complaint
    assert "[F00" in line
    assert [path.name for path in tmp_path.iterdir()] == ["有"]


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(drafter: Run, tmp_path: Path, speech: Path) -> None:
    (tmp_path / "锁").mkdir(mode=0o500)
    assert "没有权限" in drafter("format", speech.name, "-o", "锁/新.docx").complaint


@pytest.mark.parametrize(
    "words",
    [
        ("draft", TRAINING, "-o", "旧.docx"),
        ("draft", TRAINING, "-o", "新.docx", "--trace", "旧.docx"),
        ("format", "讲话.txt", "-o", "旧.docx"),
        ("new", "工作部署", "-o", "旧.docx"),
        ("new", "专题培训", "--example", "-o", "旧.docx"),
    ],
    ids=lambda words: " ".join(map(str, words[:1])),
)
def test_what_is_there_is_left_alone(
    drafter: Run, tmp_path: Path, speech: Path, words: tuple[str, ...]
) -> None:
    old = tmp_path / "旧.docx"
    old.write_bytes("原来的内容".encode())
    before = set(tmp_path.iterdir())
    assert drafter(*words).complaint == "旧.docx：文件已经存在，没有改动它（要覆盖请加 --force） [F001]"
    assert old.read_bytes() == "原来的内容".encode()
    assert set(tmp_path.iterdir()) == before


def test_force_replaces(drafter: Run, tmp_path: Path, speech: Path) -> None:
    (tmp_path / "旧.txt").write_bytes("原来的内容".encode())
    assert drafter("format", speech.name, "-o", "旧.txt", "--force").code == 0
    assert "提高认识" in (tmp_path / "旧.txt").read_text(encoding="utf-8")


def test_an_unknown_kind_names_the_known(drafter: Run) -> None:
    line = drafter("new", "工作布署").complaint
    assert "工作部署" in line
    assert "[T001]" in line


@pytest.mark.parametrize(
    "content", [None, b"", b"{}\n", b"not json\n"], ids=["missing", "empty", "no phrase", "text"]
)
def test_a_bank_that_cannot_be_used(drafter: Run, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "词条.jsonl").write_bytes(content)
    ran = drafter("draft", TRAINING, "-o", "讲稿.txt", "--bank", "词条.jsonl")
    if content == b"":
        assert ran.code == 0
    else:
        assert ran.complaint.startswith("词条.jsonl")


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04 no zip", "不是文档".encode()])
def test_a_reference_document_that_cannot_be_used(
    drafter: Run, tmp_path: Path, speech: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "样式.docx").write_bytes(content)
    line = drafter("format", speech.name, "-o", "新.docx", "--reference-doc", "样式.docx").complaint
    assert "[W0" in line
    assert not (tmp_path / "新.docx").exists()


NAMES = [
    "有 空格.txt",
    "😀讲话.txt",
    "-讲话.txt",
    "讲话'\"$(x).txt",
    "讲话\n二.txt",
    "讲话（定稿）最终版.v2.txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_any_file_name_is_taken(drafter: Run, tmp_path: Path, speech: Path, name: str) -> None:
    (tmp_path / name).write_bytes(speech.read_bytes())
    assert '"提高认识"' in drafter("parse", "--", name).out
    out = name.replace(".txt", ".docx")
    assert drafter("format", "-o", out, "--", name).code == 0
    assert (tmp_path / out).read_bytes().startswith(b"PK")


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_name_that_is_no_text_is_taken(drafter: Run, tmp_path: Path, speech: Path) -> None:
    name = os.fsdecode("讲话.txt".encode("gbk"))
    (tmp_path / name).write_bytes(speech.read_bytes())
    assert drafter("parse", name).code == 0
    assert drafter("parse", name + "x").code == 2
