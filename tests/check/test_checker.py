"""The checker as a whole: order, places, what it remembers, laws that hold for any text."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.check import Checker, Severity, manuscript_of, mended, plain_finding, without_overlaps
from drafter.check.reports import as_json, as_sarif, text_lines

SIGNS = "一二三四五、，。；：“”《》（）()[],.:;第是要的了地得年月日%～-—…0123456789"
TEXT = st.text(SIGNS + "万亿约左右下降上升 \tA市县省局长周王同志们", max_size=60)
SPEECH = [
    "在全市安全生产工作会议上的讲话",
    "（2026年3月18日）",
    "同志们：",
    "今天开会，主要任务是布署工作。",
    "一、提高认识",
    "要想得深，，也要看得远。",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXT, max_size=6))
def test_any_text_can_be_checked_and_every_finding_stands_where_it_says(paragraphs: list[str]) -> None:
    manuscript = manuscript_of(paragraphs, "")
    found = Checker().check(manuscript)
    assert found == sorted(found, key=lambda one: (one.paragraph, one.start, one.end, one.code))
    for one in found:
        text = manuscript.paragraphs[one.paragraph]
        assert 0 <= one.start <= one.end <= len(text)
        assert text[one.start : one.end] == one.text


@settings(max_examples=80, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4))
def test_mending_comes_to_an_end(paragraphs: list[str]) -> None:
    checker = Checker()
    held = [text for text in paragraphs if text.strip()]
    for _ in range(8):
        certain = without_overlaps(checker.check(manuscript_of(held, "")))
        if not certain:
            return
        held = [text for text in mended(held, certain) if text.strip()]
    raise AssertionError(held)


def test_what_was_remembered_is_what_would_be_found() -> None:
    checker = Checker()
    first = checker.check(manuscript_of(SPEECH, ""))
    changed = [*SPEECH[:-1], "要想得深，也要看得远。"]
    again = checker.check(manuscript_of(changed, ""))
    assert again == Checker().check(manuscript_of(changed, ""))
    assert len(again) == len(first) - 1


def test_the_front_matter_tells_the_day() -> None:
    manuscript = manuscript_of(SPEECH, "")
    assert manuscript.date is not None
    assert manuscript.date.isoformat() == "2026-03-18"


def test_json_is_contract_five() -> None:
    found = Checker().check(manuscript_of(SPEECH, ""))
    one = json.loads(as_json({"讲稿.txt": found}))[0]["findings"][0]
    wanted = {"code", "severity", "message", "paragraph", "start", "end", "text", "suggestion", "source"}
    assert wanted <= one.keys()
    assert one == plain_finding(found[0])


def test_sarif_names_every_rule_and_place() -> None:
    found = Checker().check(manuscript_of(SPEECH, ""))
    run = json.loads(as_sarif({"讲稿.txt": found}, "1"))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [one.code for one in found]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (found[0].paragraph + 1, found[0].start + 1)
    assert run["results"][0]["fixes"]


def test_lines_for_people() -> None:
    found = Checker().check(manuscript_of(SPEECH, ""))
    lines = list(text_lines("讲稿.txt", SPEECH, found))
    assert lines[0].startswith("讲稿.txt:第4段:11: W003 必错 [可改] “布署”应当写作“部署”")
    assert "【布署】" in lines[1]
    assert lines[-1] == "讲稿.txt：必错2处；其中2处可以用 --fix 改"
    assert list(text_lines("讲稿.txt", SPEECH, [])) == ["讲稿.txt：没有发现问题"]


def test_suggestions_that_touch_are_not_made_together() -> None:
    found = Checker().check(manuscript_of(SPEECH, ""))
    twice = [found[0], replace(found[0], code="X001", start=found[0].start + 1)]
    assert without_overlaps(twice) == [found[0]]
    assert without_overlaps([replace(found[0], certain=False)]) == []
    assert {one.severity for one in found} == {Severity.ERROR}
