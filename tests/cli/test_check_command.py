"""``drafter check`` as a user runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import docx
import pytest

from phrasebank.exchange import dumps
from phrasebank.model import Move, Phrase, Status, Unit, phrase_id
from tests.cli.conftest import TRAINING, Run

WRONG = """在全市安全生产工作会议上的讲话
（2026年3月18日）
市长 周明远
同志们,
今天开会,主要任务是部署“安全”、“消防”工作。
一.提高认识
第一、要想得深。发生事故38起，去年同期40起，同比下降12.5%。
市环保局要周密布署，防止事故不再发生。
"""


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "讲稿.txt"
    path.write_text(WRONG, "utf-8")
    return path


@pytest.fixture
def word(drafter: Run, wrong: Path, tmp_path: Path) -> Path:
    document = docx.Document()
    for line in WRONG.splitlines():
        paragraph = document.add_paragraph()
        for piece in (line[:3], line[3:9], line[9:]):
            run = paragraph.add_run(piece)
            run.bold = piece == line[:3]
    document.save(str(tmp_path / "讲稿.docx"))
    return tmp_path / "讲稿.docx"


def _codes(told: str) -> set[str]:
    return {
        word for line in told.splitlines() for word in line.split() if len(word) == 4 and word[1:].isdigit()
    }


def test_findings_and_exit_code(drafter: Run, wrong: Path) -> None:
    ran = drafter("check", wrong)
    assert ran.code == 1
    assert {"P008", "P012", "P001", "P006", "P004", "F002", "L001", "W003", "W004"} <= _codes(ran.out)
    assert "第8段:8: W003 必错 [可改] “布署”应当写作“部署”" in ran.out


def test_a_draft_of_ours_is_clean(drafter: Run) -> None:
    assert drafter("draft", TRAINING, "-o", "稿.docx").code == 0
    ran = drafter("check", "稿.docx", "--brief", TRAINING)
    assert (ran.code, ran.out) == (0, "稿.docx：没有发现问题\n")


def test_mending_text_leaves_the_rest(drafter: Run, wrong: Path, tmp_path: Path) -> None:
    ran = drafter("check", wrong, "--fix", "-o", "改好.txt")
    assert ran.code == 1, "what only the writer can mend is left"
    assert "“布署” → “部署”" in ran.out
    given = (tmp_path / "改好.txt").read_text("utf-8")
    assert given == (
        WRONG.replace("同志们,", "同志们：")
        .replace("开会,", "开会，")
        .replace("”、“", "”“")
        .replace("一.", "一、")
        .replace("第一、", "第一，")
        .replace("布署", "部署")
        .replace("不再发生", "再发生")
    )
    assert wrong.read_text("utf-8") == WRONG


def test_mending_word_keeps_every_run(drafter: Run, word: Path, tmp_path: Path) -> None:
    drafter("check", word, "--fix", "-o", "改好.docx")
    before, after = docx.Document(str(word)), docx.Document(str(tmp_path / "改好.docx"))
    changed = 0
    for old, new in zip(before.paragraphs, after.paragraphs, strict=True):
        changed += old.text != new.text
        assert [run.bold for run in new.runs][:2] == [run.bold for run in old.runs][:2]
    assert changed >= 5
    assert after.paragraphs[7].text == "市环保局要周密部署，防止事故再发生。"


def test_comments_stand_on_the_very_words(drafter: Run, word: Path, tmp_path: Path) -> None:
    assert drafter("check", word, "--comments", "批注.docx").code == 1
    document = docx.Document(str(tmp_path / "批注.docx"))
    assert [p.text for p in document.paragraphs] == [p.text for p in docx.Document(str(word)).paragraphs]
    comments = [comment.text for comment in document.comments]
    assert any("W003" in text and "部署" in text for text in comments)
    xml = document.paragraphs[7]._p.xml
    marked = xml.split("commentRangeStart", 1)[1].split("commentRangeEnd", 1)[0]
    assert "".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", marked)) == "环保局"


def test_nothing_is_overwritten_unasked(drafter: Run, wrong: Path) -> None:
    assert "[F001]" in drafter("check", wrong, "--fix").complaint
    assert wrong.read_text("utf-8") == WRONG
    drafter("check", wrong, "--fix", "--force")
    assert "部署" in wrong.read_text("utf-8")


def test_json_and_sarif(drafter: Run, wrong: Path, tmp_path: Path) -> None:
    (document,) = json.loads(drafter("check", wrong, "--format", "json").out)
    assert document["file"].endswith("讲稿.txt")
    assert {
        "code",
        "severity",
        "message",
        "paragraph",
        "start",
        "end",
        "text",
        "suggestion",
        "source",
    } <= document["findings"][0].keys()
    assert drafter("check", wrong, "--format", "sarif", "-o", "查.sarif").code == 1
    assert json.loads((tmp_path / "查.sarif").read_text("utf-8"))["version"] == "2.1.0"


def test_selecting_and_settings(drafter: Run, wrong: Path, tmp_path: Path) -> None:
    assert _codes(drafter("check", wrong, "--select", "W").out) == {"W003", "W004"}
    (tmp_path / "drafter.toml").write_text('[check]\nselect = ["W003"]\n', "utf-8")
    assert _codes(drafter("check", wrong).out) == {"W003"}
    assert drafter("check", wrong, "--ignore", "W003").code == 0
    assert "[C004]" in drafter("check", wrong, "--select", "Z999").complaint


def test_against_the_source(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "原稿.txt").write_text("力争年内完成管网改造24公里。\n", "utf-8")
    (tmp_path / "讲稿.txt").write_text("确保年内完成管网改造24公里。\n", "utf-8")
    ran = drafter("check", "讲稿.txt", "--against", "原稿.txt")
    assert "A001 必错" in ran.out
    assert "力争" in ran.out


def test_forbidden_words_of_a_bank(drafter: Run, wrong: Path, tmp_path: Path) -> None:
    entry = Phrase(
        id=phrase_id("周密布署"),
        text="周密布署",
        unit=Unit.PHRASE,
        move=Move.POINT_MEASURE,
        status=Status.FORBIDDEN,
    )
    (tmp_path / "禁.jsonl").write_text(dumps([entry]), "utf-8")
    assert "W005 必错" in drafter("check", wrong, "--bank", "禁.jsonl").out


def test_rules_are_told(drafter: Run) -> None:
    assert "F002 必错" in drafter("check", "--rules").out
    told = drafter("check", "--explain", "f002").out
    assert told.startswith("F002 升降幅度算得不对")
    assert "[C004]" in drafter("check", "--explain", "F999").complaint


@pytest.mark.parametrize(
    ("words", "code"),
    [((), "U020"), (("没有.txt",), "R001"), (("讲稿.txt", "--date", "昨天"), "U023")],
)
def test_what_cannot_be_done(drafter: Run, wrong: Path, words: tuple[str, ...], code: str) -> None:
    assert f"[{code}]" in drafter("check", *words).complaint


def test_only_word_takes_comments(drafter: Run, wrong: Path) -> None:
    assert "[W031]" in drafter("check", wrong, "--comments", "批注.docx").complaint
