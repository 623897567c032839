"""What each command does, from the outside."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import DEPLOYMENT, EXAMPLES, TRAINING, Run

KINDS = ("工作部署", "专题培训", "动员部署")


def test_version(drafter: Run) -> None:
    from drafter import __version__

    assert drafter("--version").out == f"jianggao {__version__}\n"


def test_kinds(drafter: Run) -> None:
    lines = drafter("kinds").out.splitlines()
    assert {line.split("　")[0] for line in lines} >= set(KINDS)
    listed = json.loads(drafter("kinds", "--json").out)
    assert [f"{kind['name']}　{kind['summary']}" for kind in listed] == lines


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_brief_can_be_drafted_as_it_is(drafter: Run, tmp_path: Path, kind: str) -> None:
    made = drafter("new", kind, "--topic", "防汛抗旱", "-o", "提纲.yaml")
    assert (made.code, made.out) == (0, "")
    assert "drafter draft 提纲.yaml" in made.err
    assert drafter("new", kind, "--topic", "防汛抗旱").out == (tmp_path / "提纲.yaml").read_text(
        encoding="utf-8"
    )
    drafted = drafter("draft", "提纲.yaml")
    assert drafted.code == 0
    assert zipfile.is_zipfile(tmp_path / "提纲.docx")


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_comes_with_its_data(drafter: Run, tmp_path: Path, kind: str) -> None:
    assert drafter("new", kind, "--example").code == 0
    (brief,) = tmp_path.glob("*.yaml")
    assert all(path.read_bytes() == (EXAMPLES / path.name).read_bytes() for path in tmp_path.iterdir())
    drafted = drafter("draft", brief.name, "-o", "讲稿.txt")
    assert drafted.code == 0
    assert "待补" not in drafted.err


def test_an_example_never_replaces_data(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "招商引资数据.xlsx").write_bytes("本单位的数据".encode())
    assert "[F001]" in drafter("new", "工作部署", "--example").complaint
    assert [path.name for path in tmp_path.iterdir()] == ["招商引资数据.xlsx"]


@pytest.mark.parametrize("brief", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_draft_reads_back_as_its_brief(drafter: Run, tmp_path: Path, brief: Path) -> None:
    from drafter.brief import load_brief
    from drafter.compose.kinds import load_kind

    wanted = load_brief(brief)
    drafted = drafter("draft", brief, "-o", "讲稿.docx")
    assert drafted.code == 0
    assert drafted.out == "已写好：讲稿.docx\n"
    speech = json.loads(drafter("parse", "讲稿.docx").out)
    points = [len(part.points) for part in wanted.parts]
    numbered = load_kind(wanted.kind).numbered
    counted = {"parts": len(points), "points": sum(points), "nothing": None}[numbered]
    assert len(speech["sections"]) == (counted or 0)
    assert speech["announced"] == counted
    if numbered == "parts":
        # A point that stands alone is not counted.
        assert [len(section["sections"]) for section in speech["sections"]] == [
            count if count > 1 else 0 for count in points
        ]
    assert speech["anomalies"] == []
    assert speech["salutation"] == (wanted.salutation or load_kind(wanted.kind).salutation)


def test_the_announced_number_is_the_briefs(drafter: Run) -> None:
    drafter("draft", TRAINING, "-o", "讲稿.docx")
    speech = json.loads(drafter("parse", "讲稿.docx").out)
    assert speech["announced"] == len(speech["sections"]) == 5


def test_same_seed_same_bytes_whatever_the_hash_seed(drafter: Run, tmp_path: Path) -> None:
    for run, seed in enumerate(("0", "4711")):
        ran = drafter(
            "draft", DEPLOYMENT, "-o", f"{run}.docx", "--trace", f"{run}.json", env={"PYTHONHASHSEED": seed}
        )
        assert ran.code == 0
    assert (tmp_path / "0.docx").read_bytes() == (tmp_path / "1.docx").read_bytes()
    assert (tmp_path / "0.json").read_bytes() == (tmp_path / "1.json").read_bytes()


def test_another_seed_another_draft_of_the_same_facts(drafter: Run) -> None:
    first, second = (drafter("draft", DEPLOYMENT, "-o", "-", "--to", "txt", "--seed", n).out for n in "12")
    assert first != second
    assert ("白鹭镇" in first) == ("白鹭镇" in second)


def test_every_sentence_has_its_origin(drafter: Run, tmp_path: Path) -> None:
    drafter("draft", TRAINING, "-o", "讲稿.txt", "--trace", "出处.json")
    trace = json.loads((tmp_path / "出处.json").read_text(encoding="utf-8"))
    text = (tmp_path / "讲稿.txt").read_text(encoding="utf-8").replace("\n", "")
    assert trace["seed"] == 1
    assert {sentence["origin"] for sentence in trace["sentences"]} <= {
        "brief",
        "data",
        "phrase",
        "template",
        "proposal",
    }
    assert all(sentence["text"].rstrip("。") in text for sentence in trace["sentences"] if sentence["phrase"])


@pytest.mark.parametrize("ending", ["docx", "md", "txt", "html", "json"])
def test_the_ending_decides_the_format(drafter: Run, tmp_path: Path, ending: str) -> None:
    assert drafter("draft", TRAINING, "-o", f"讲稿.{ending}").code == 0
    data = (tmp_path / f"讲稿.{ending}").read_bytes()
    starts = {"docx": b"PK", "md": b"# ", "html": b"<!", "json": b"{"}
    assert data.startswith(starts.get(ending, "在全市".encode()))
    assert drafter("draft", TRAINING, "-o", "别名.out", "--to", ending).code == 0
    assert (tmp_path / "别名.out").read_bytes() == data


def test_length_is_asked_for(drafter: Run) -> None:
    short, long = (
        drafter("draft", TRAINING, "-o", "-", "--to", "txt", "--length", n).out for n in ("3000", "6000")
    )
    assert len(short) < len(long)


def test_what_is_missing_is_listed(drafter: Run, tmp_path: Path) -> None:
    (tmp_path / "提纲.yaml").write_text(
        "文种: 工作部署\n主题: 安全生产\n地区: {名称: 临江市, 层级: 市}\n"
        "数据: {没用上的: {值: 3, 单位: 起}}\n",
        encoding="utf-8",
    )
    ran = drafter("draft", "提纲.yaml", "-o", "讲稿.txt")
    assert "待补" in ran.err
    assert "没用上的" in ran.err
    assert "【待补：" in (tmp_path / "讲稿.txt").read_text(encoding="utf-8")


SPEECH = """在全市工作会议上的讲话

同志们：
今天我们开会。下面，我讲两点意见。
一、提高认识
要重视。
二、抓好落实
一要明确责任。各县区都要抓。
"""


@pytest.fixture
def speech(tmp_path: Path) -> str:
    (tmp_path / "讲话.txt").write_text(SPEECH, encoding="utf-8")
    return "讲话.txt"


def test_parse_shows_contract_3(drafter: Run, speech: str) -> None:
    parsed = json.loads(drafter("parse", speech).out)
    assert parsed["title"] == "在全市工作会议上的讲话"
    assert parsed["announced"] == 2
    assert [section["heading"] for section in parsed["sections"]] == ["提高认识", "抓好落实"]


@pytest.mark.parametrize(
    ("form", "line"), [("tree", "一、提高认识"), ("txt", "一、提高认识"), ("md", "## 一、提高认识")]
)
def test_parse_shows_other_forms(drafter: Run, speech: str, form: str, line: str) -> None:
    assert line in drafter("parse", speech, "--to", form).out.splitlines()


def test_several_files_are_json_lines(drafter: Run, tmp_path: Path, speech: str) -> None:
    (tmp_path / "二.txt").write_text(SPEECH.replace("认识", "站位"), encoding="gb18030")
    lines = drafter("parse", speech, "二.txt").out.splitlines()
    parsed = [json.loads(line) for line in lines]
    assert [(one["file"], one["sections"][0]["heading"]) for one in parsed] == [
        (speech, "提高认识"),
        ("二.txt", "提高站位"),
    ]


def test_one_bad_file_does_not_stop_the_others(drafter: Run, speech: str) -> None:
    ran = drafter("parse", "没有.txt", speech)
    assert ran.code == 2
    assert [json.loads(line)["file"] for line in ran.out.splitlines()] == [speech]
    assert ran.err.startswith("没有.txt：")
    assert ran.err.count("\n") == 1


def test_format_changes_no_word(drafter: Run, speech: str) -> None:
    assert drafter("format", speech, "-o", "新.docx").code == 0
    before, after = json.loads(drafter("parse", speech).out), json.loads(drafter("parse", "新.docx").out)
    assert after == before


def test_format_keeps_the_offices_own_styles(drafter: Run, tmp_path: Path, speech: str) -> None:
    drafter("format", speech, "-o", "本单位.docx", "--profile", "reading")
    assert drafter("format", speech, "-o", "新.docx", "--reference-doc", "本单位.docx").code == 0
    with zipfile.ZipFile(tmp_path / "新.docx") as new, zipfile.ZipFile(tmp_path / "本单位.docx") as own:
        assert new.read("word/theme/theme1.xml") == own.read("word/theme/theme1.xml")


def test_the_parser_reads_every_announcement_of_the_bank() -> None:
    from drafter.speech.announced import find_announced
    from phrasebank.builtin import load_builtin
    from phrasebank.model import Move

    said = [phrase.text for phrase in load_builtin() if phrase.move is Move.OPENING_ANNOUNCE]
    filled = [re.sub(r"\{[^}]*\}", "安全生产", re.sub(r"\{count[^}]*\}", "五", text)) for text in said]
    assert [text for text in filled if find_announced([f"{text}。"]) != 5] == []
