"""Contract 3, to the letter of the architecture."""

from __future__ import annotations

import json

import pytest

from drafter.speech import as_json, from_json, parse_speech

TEXT = """在全市安全生产工作会议上的讲话
（2026年3月18日）
市长　周明远
同志们：
下面，我讲两点意见。
一、提高认识
安全是发展的前提。
第一，要看到成绩。去年事故下降12.5%。
第二，要看到差距。表现在：一是意识不强；二是监管不严。
二、落实责任
一要加强领导。书记带头。
二要严格考核。
谢谢大家！"""


def test_the_contract() -> None:
    assert as_json(parse_speech(TEXT)) == {
        "title": "在全市安全生产工作会议上的讲话",
        "subtitle": None,
        "speaker": "市长 周明远",
        "date": "2026年3月18日",
        "salutation": "同志们",
        "opening": ["下面，我讲两点意见。"],
        "sections": [
            {
                "marker": "一、",
                "number": 1,
                "heading": "提高认识",
                "heading_end": "",
                "run_in": False,
                "paragraphs": ["安全是发展的前提。"],
                "sections": [
                    {
                        "marker": "第一，",
                        "number": 1,
                        "heading": "要看到成绩",
                        "heading_end": "。",
                        "run_in": True,
                        "paragraphs": ["去年事故下降12.5%。"],
                        "sections": [],
                    },
                    {
                        "marker": "第二，",
                        "number": 2,
                        "heading": "要看到差距",
                        "heading_end": "。",
                        "run_in": True,
                        "paragraphs": ["表现在：一是意识不强；二是监管不严。"],
                        "sections": [],
                    },
                ],
            },
            {
                "marker": "二、",
                "number": 2,
                "heading": "落实责任",
                "heading_end": "",
                "run_in": False,
                "paragraphs": [],
                "sections": [
                    {
                        "marker": "一要",
                        "number": 1,
                        "heading": "加强领导",
                        "heading_end": "。",
                        "run_in": True,
                        "paragraphs": ["书记带头。"],
                        "sections": [],
                    },
                    {
                        "marker": "二要",
                        "number": 2,
                        "heading": "严格考核",
                        "heading_end": "。",
                        "run_in": False,
                        "paragraphs": [],
                        "sections": [],
                    },
                ],
            },
        ],
        "closing": ["谢谢大家！"],
        "announced": 2,
        "enumerations": [["一是", "二是"]],
        "anomalies": [],
    }


def test_what_was_found_out_travels_with_the_json() -> None:
    speech = parse_speech(TEXT.replace("两点", "三点"))
    read = from_json(json.loads(json.dumps(as_json(speech), ensure_ascii=False)))
    assert read == speech
    assert (read.announced, read.enumerations, read.anomalies) == (
        speech.announced,
        speech.enumerations,
        speech.anomalies,
    )


def test_first_lists_keep_their_numbers() -> None:
    text = "首先，要学。学理论。\n其次，要干。干实事。\n最后，要廉。守底线。"
    assert from_json(as_json(parse_speech(text))) == parse_speech(text)


def test_a_divisions_marker_is_printed_without_its_space() -> None:
    data = as_json(parse_speech("第一部分　回顾\n成绩。\n第二部分　打算\n任务。"))
    assert data["sections"][1]["marker"] == "第二部分"
    assert from_json(data).sections[1].marker.noun == "部分"


def test_a_marker_that_is_none() -> None:
    with pytest.raises(ValueError, match="甲"):
        from_json({"sections": [{"marker": "甲", "heading": "提高认识"}]})
