"""The whole report: beside samples, as a table, as JSON; what no speech of ours may do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import ReadError
from drafter.measure import (
    FIGURES,
    Known,
    Samples,
    Written,
    measure,
    norms_of,
    print_report,
    read_written,
    report_json,
    written_files,
)
from drafter.speech import as_json
from phrasebank.terminal.columns import columns


def test_a_clean_draft(written: Written, known: Known) -> None:
    report = measure(written, known=known)
    assert report.clean
    assert report.asked == 420
    assert report.copied is None
    assert "提纲里没有的具体内容：0处" in print_report(report, {})


def test_a_draft_with_faults(draft: str, known: Known) -> None:
    bad = draft.replace("82.6%", "92.6%").replace("86家", "八十家")
    report = measure(Written.of("坏", bad), known=known)
    assert not report.clean
    shown = print_report(report, {})
    assert "没有写进去 数据：学校食堂" in shown
    assert "数字“92.6%”" in shown


def test_measures_that_are_not_recognised_are_no_failure(draft: str, known: Known) -> None:
    report = measure(Written.of("", draft.replace("每月公布一次检查结果，", "")), known=known)
    assert [said.kind for said in report.missing] == ["措施"]
    assert report.clean


def test_beside_samples(written: Written, known: Known, speeches: list[Path]) -> None:
    samples = Samples([read_written(path) for path in speeches[:8]])
    norms = norms_of(samples)
    report = measure(written, known=known, samples=samples)
    assert set(norms) == {figure.key for figure in FIGURES}
    assert all(norm.low <= norm.middle <= norm.high for norm in norms.values())
    form = report_json(report, norms)
    assert json.loads(json.dumps(form)) == form
    assert set(form["figures"]) == set(norms)
    lines = print_report(report, norms).splitlines()
    start = next(number for number, line in enumerate(lines) if "样稿中位" in line)
    table = lines[start : start + 1 + len(FIGURES)]
    assert len({columns(line) for line in table}) == 1


def test_our_own_speeches_do_not_explode(speeches: list[Path]) -> None:
    for path in speeches:
        report = measure(read_written(path))
        assert report.repetition.sixes < 0.25, path.name
        assert report.lengths.sentences > 10, path.name
        assert report.invented is None
        assert report.clean


def test_files_and_folders(tmp_path: Path, written: Written) -> None:
    (tmp_path / "乙.txt").write_text(written.text, "utf-8")
    (tmp_path / "甲.json").write_text(json.dumps(as_json(written.speech), ensure_ascii=False), "utf-8")
    (tmp_path / "数据.csv").write_text("1", "utf-8")
    files = written_files([tmp_path, tmp_path / "乙.txt"])
    assert [file.name for file in files] == ["乙.txt", "甲.json"]
    assert {read_written(file).text for file in files} == {written.text}


SIGNS = "一要二是第、（）：。！？“”《》…同志们会议讲三点百分之9.%万亿年月日县局\n"


@settings(deadline=None)
@given(st.lists(st.text(alphabet=SIGNS, max_size=40), max_size=6))
def test_any_text_can_be_measured(known: Known, lines: list[str]) -> None:
    samples = Samples([Written.of("样稿", "同志们：\n今天开会，讲三点意见。")])
    report = measure(Written.of("草稿", "\n".join(lines)), known=known, samples=samples)
    json.dumps(report_json(report, {}))
    assert print_report(report, {}).startswith("# 草稿")


@pytest.mark.parametrize(
    "words",
    [
        "[]",
        "{}",
        '{"title": null, "sections": []}',
        "{",
        '{"title": 3, "sections": [{"marker": 5}]}',
        '{"sections": 5}',
    ],
)
def test_a_json_that_is_no_speech(words: str, tmp_path: Path) -> None:
    path = tmp_path / "稿.json"
    path.write_text(words, "utf-8")
    with pytest.raises(ReadError) as caught:
        read_written(path)
    assert [problem.code for problem in caught.value.problems] == ["R047"]


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        written_files([tmp_path])
    assert [problem.code for problem in caught.value.problems] == ["R048"]
