"""``make quality`` prints every line with what was found, and ends by whether all of them hold."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tools import quality

ROOT = Path(__file__).parents[2]
BRIEFS = [
    str(ROOT / "samples" / "briefs" / f"{name}.yaml") for name in ("文旅节开幕致辞", "年轻干部培训开班")
]


def row(**changes: object) -> quality.Row:
    plain = quality.Row(
        brief="甲", seed=1, length=1000, target=1000, figures={"echo": 0.0}, invented=[], unused=[],
        unsaid=[], listed=[], missing=[], repeated=[], echoes=[], longest="", source="",
        largest=("", 0.0), lacks=[], sentences=["这是第一句话。", "这是另外一句。"], verbatim=[], masked="",
    )  # fmt: skip
    return replace(plain, **changes)  # type: ignore[arg-type]


NORMS = {"echo": quality.Norm(0.0, 1.0, 4.0)}
GOOD = [row(), row(seed=2, sentences=["别的话说在这里。", "又是别的一句话。"])]


def failing(*rows: quality.Row) -> set[str]:
    return {line.what for line in quality.must_be_true([*GOOD, *rows], NORMS) if line.true is False}


def test_good_drafts_hold() -> None:
    assert failing() == set()


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"invented": ["数字“3起”"]}, "编造的具体内容"),
        ({"unused": ["数据：产值"]}, "给了没用、也没有列出来的"),
        ({"missing": ["【待补：产值】"]}, "【待补】"),
        ({"repeated": ["一句话。"]}, "说了两遍的句子"),
        ({"figures": {"echo": 9.0}}, "八字以上回声（每千字的字数）"),
        ({"longest": "长" * 61}, "套话之外最长一段照抄"),
        ({"largest": ("样稿", 0.21)}, "一篇样稿占一稿最多"),
        ({"length": 1101}, "篇幅"),
        ({"lacks": ["结尾：没有结尾"]}, "结构不合"),
    ],
)
def test_each_fault_fails_its_line(changes: dict[str, object], what: str) -> None:
    assert failing(row(brief="乙", **changes)) == {what}


def test_two_seeds_that_say_the_same() -> None:
    assert failing(row(seed=3)) == {"两个种子相同的句子"}


def test_a_whole_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    samples = tmp_path / "样稿"
    samples.mkdir()
    for path in sorted((ROOT / "samples" / "speeches").glob("0*.txt")):
        (samples / path.name).write_bytes(path.read_bytes())
    out = tmp_path / "量.json"
    words = ["--seeds", "1", "--jobs", "1", "--samples", str(samples), "-o", str(out), "--briefs", *BRIEFS]
    code = quality.main(words)
    shown = capsys.readouterr().out
    assert shown.startswith("2份提纲，2稿")
    assert "分得出来吗：草稿2篇" in shown
    form = json.loads(out.read_text("utf-8"))
    assert code == (0 if all(line["true"] is not False for line in form["lines"]) else 1)
    assert [draft["brief"] for draft in form["drafts"]] == ["年轻干部培训开班", "文旅节开幕致辞"]
