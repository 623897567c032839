from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebank.check import LONGEST, check_file, check_phrase, check_text
from phrasebank.handwritten import read_entries


def codes(text: str) -> list[str]:
    return [problem.code for problem in check_text(text)]


def test_a_good_phrase_has_no_problem(line: Callable[..., str]) -> None:
    assert check_text(line()) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"text": "抓{subject}要实"}, "P012"),
        ({"text": "抓{topic:adverb}要实"}, "P013"),
        ({"text": "抓{topic要实"}, "P013"),
        ({"unit": "sentense"}, "P010"),
        ({"move": "point.status.x"}, "P011"),
        ({"levels": ["村"]}, "P014"),
        ({"unit": "heading", "family": ""}, "P015"),
        ({"unit": "heading", "family": "动员/以为"}, "P015"),
        ({"unit": "heading", "family": "认识/以为"}, "P015"),
        ({"move": "opening.announce"}, "P016"),
        ({"move": "opening.acknowledge"}, "P016"),
        ({"status": "fine"}, "P017"),
        ({"topic": ["安全生产"]}, "P002"),
        ({"topics": "安全生产"}, "P002"),
        ({"topics": [1]}, "P002"),
        ({"move": ""}, "P002"),
        ({"slots": [1]}, "P002"),
        ({"text": "抓{topic}要实。"}, "P020"),
        ({"text": "，抓{topic}要实"}, "P020"),
        ({"text": "抓{topic},要实"}, "P021"),
        ({"text": '抓"实"{topic}'}, "P021"),
        ({"text": "抓“实{topic}要早"}, "P022"),
        ({"text": "抓“实（早”）{topic}"}, "P022"),
        ({"text": "抓 {topic}要实"}, "P023"),
        ({"text": "抓某某{topic}要实"}, "P023"),
        ({"text": "抓{topic}要实。抓要早"}, "P024"),
        ({"text": "抓{topic}要管住38家"}, "P030"),
        ({"text": "六月底前抓完{topic}"}, "P031"),
        ({"text": "临江市抓{topic}"}, "P032"),
        ({"text": "落实《条例》抓{topic}"}, "P033"),
        ({"text": "市应急管理局抓{topic}"}, "P034"),
        ({"text": "实" * (LONGEST + 1)}, "P040"),
        ({"text": "实" * 301, "unit": "passage"}, "P040"),
        ({"text": "重点环节是抓手，工作要抓住重点环节"}, "P041"),
        ({"text": "抓{topic}就是抓好{topic}"}, "P041"),
        ({"text": "加强加强{topic}"}, "P042"),
    ],
)
def test_what_is_wrong_has_a_code(line: Callable[..., str], changes: dict[str, object], code: str) -> None:
    assert code in codes(line(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "一步一步推，一件一件办"},
        {"text": "有的松了劲，有的换了频道", "move": "body.problem"},
        {"text": "认识要到位。行动更要到位", "unit": "passage"},
        {"text": "重点环节要实，重点环节要严", "unit": "parallel"},
        {"text": "早布置，早检查。" * 20 + "早总结", "unit": "passage"},
        {"text": "提高{topic}工作站位／压实{topic}工作责任", "unit": "outline"},
        {"text": "全{level}上下拧成一股绳，让全{level}群众安心"},
        {
            "text": "{section:verb}，打好主动仗",
            "unit": "heading",
            "move": "point.measure",
            "family": "措施/两段",
        },
        {"text": "“实”字当头"},
        {"text": "抓重点环节要实，管重点环节要严"},
        {"text": "不是没有制度，而是没有人较真；不是没有责任，而是责任没有落地"},
    ],
)
def test_what_is_right_is_left_alone(line: Callable[..., str], changes: dict[str, object]) -> None:
    assert codes(line(**changes)) == []


def test_two_lines_that_say_the_same_are_told(lines: Callable[..., str]) -> None:
    problems = check_text(lines("抓早抓小", "抓紧抓实", "抓早抓小"), file="a.jsonl")
    assert [(problem.code, problem.line) for problem in problems] == [("P050", 3)]
    assert "第1行" in problems[0].message


def test_every_problem_is_told_with_its_line(lines: Callable[..., str], tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines("抓早抓小，", "抓紧抓实", "三月底前抓完，"), "utf-8")
    problems = check_file(path)
    assert [(problem.code, problem.line) for problem in problems] == [("P020", 1), ("P020", 3), ("P031", 3)]
    assert problems[0].file == str(path)


def test_a_unit_that_is_nearly_right_is_suggested(line: Callable[..., str]) -> None:
    assert "sentence" in check_text(line(unit="sentense"))[0].mend


def test_a_changed_text_no_longer_answers_to_id_and_slots(line: Callable[..., str]) -> None:
    phrase = read_entries(line())[0].phrase
    assert check_phrase(phrase) == ()
    changed = dataclasses.replace(phrase, text="抓{task}，怕的是一阵风")
    assert [problem.code for problem in check_phrase(changed)] == ["P025", "P026"]
