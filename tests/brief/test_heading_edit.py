"""Chosen headings go into the brief; nothing else of it moves."""

from __future__ import annotations

import difflib
import json
from pathlib import Path

import pytest

from drafter.brief import Brief, load_brief
from drafter.brief.heading_edit import ChosenPart, set_headings
from drafter.errors import BriefError
from drafter.resources import example_briefs

HEAD = "文种: 工作部署   # 说明\n主题: 消防\n地区: 临江市\n"
ONE = [ChosenPart("甲", "抓实甲", (("子", "盯住子"), ("丑", "")))]


def loaded(tmp_path: Path, text: str, name: str = "提纲.yaml") -> Brief:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return load_brief(path)


@pytest.mark.parametrize(
    "parts",
    [
        "部分:\n  - 主题: 甲   # 这一块\n    要点:\n      - 主题: 子\n        措施: [一, 二]\n      - 丑\n",
        "部分:\n- 主题: 甲\n  要点: [子, 丑]\n结尾: 完\n",
        "部分:\n  - {主题: 甲, 要点: [{主题: 子}, 丑]}\n",
        "部分:\n  主题: '甲'\n  标题: 旧的\n  要点:\n  - 标题:\n    主题: 子\n  - 主题: 丑",
        "parts:\n- theme: 甲\n  heading: 旧的  # 去年的\n  points:\n  - theme: 子\n    heading: 旧\n  - 丑\n",
        "部分:\r\n  - 主题: 甲\r\n    要点:\r\n      - 主题: 子\r\n      - 主题: 丑\r\n",
        "部分:\n  - 作用: 认识\n    主题: >-\n      甲\n    要点:\n      - 子\n      - 丑\n",
    ],
    ids=["block", "short points", "flow", "one without a list", "aliases", "line ends", "folded"],
)
def test_headings_are_set_however_the_brief_is_written(tmp_path: Path, parts: str) -> None:
    text = HEAD + parts
    written = set_headings(text, ONE, file="提纲.yaml")
    brief = loaded(tmp_path, written)
    assert [(part.theme, part.heading) for part in brief.parts] == [("甲", "抓实甲")]
    assert [(point.theme, point.heading) for point in brief.parts[0].points] == [("子", "盯住子"), ("丑", "")]
    assert "# 说明" in written
    assert ("\r\n" in text) == ("\r\n" in written)
    assert "# 这一块" in written or "# 这一块" not in text
    again = set_headings(written, ONE, file="提纲.yaml")
    assert again == written


@pytest.mark.parametrize("path", sorted(example_briefs().glob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_keeps_every_line(path: Path) -> None:
    text = path.read_text("utf-8")
    chosen = [
        ChosenPart(
            part.theme,
            f"标题甲{number}",
            tuple((point.theme, f"标题乙{number}") for point in part.points),
        )
        for number, part in enumerate(load_brief(path).parts)
    ]
    written = set_headings(text, chosen, file=path.name)
    changed = [line for line in difflib.ndiff(text.splitlines(), written.splitlines()) if line[:1] in "+-"]
    assert all("标题: " in line for line in changed)
    assert written.count("标题: 标题") == sum(1 + len(part.points) for part in chosen)


@pytest.mark.parametrize(
    "behind", ["", "部分:\n", "部分:      # 讲话的几大块\n篇幅: 900\n", "部分: []\n篇幅: 900\n", "部分: ~"]
)
def test_a_brief_without_parts_gets_them(tmp_path: Path, behind: str) -> None:
    chosen = [ChosenPart("甲", "抓实：甲", (("子", ""), ("丑", "盯住丑")), role="认识"), ChosenPart("乙", "")]
    written = set_headings(HEAD.rstrip("\n") + "\n" + behind, chosen, file="提纲.yaml")
    brief = loaded(tmp_path, written)
    assert [(part.theme, part.heading, part.role) for part in brief.parts] == [
        ("甲", "抓实：甲", "认识"),
        ("乙", "乙", ""),
    ]
    assert [point.heading for point in brief.parts[0].points] == ["", "盯住丑"]
    assert brief.length == (900 if "900" in behind else None)


def test_a_json_brief_is_written_anew(tmp_path: Path) -> None:
    given = {
        "kind": "工作部署",
        "主题": "消防",
        "地区": "临江市",
        "部分": [{"主题": "甲", "points": ["子", "丑"]}],
    }
    written = set_headings(json.dumps(given), ONE, file="提纲.json", is_json=True)
    brief = loaded(tmp_path, written, "提纲.json")
    assert brief.parts[0].heading == "抓实甲"
    assert [point.heading for point in brief.parts[0].points] == ["盯住子", ""]
    assert "临江市" in written


@pytest.mark.parametrize(
    "parts",
    [
        "部分: [甲, 乙]\n",
        "部分:\n  - 主题: 甲\n    要点: [子]\n",
        "部分:\n  - 主题: 甲\n    要点:\n      - &same {主题: 子}\n      - *same\n",
    ],
    ids=["other parts", "other points", "used twice"],
)
def test_what_cannot_be_edited_is_refused(parts: str) -> None:
    chosen = [ChosenPart("甲", "抓实甲", (("子", "盯住子"), ("丑", "盯住丑")))]
    with pytest.raises(BriefError) as caught:
        set_headings(HEAD + parts, chosen, file="提纲.yaml")
    assert caught.value.problems[0].code == "B041"
