from __future__ import annotations

from pathlib import Path

import pytest

from phrasebank.errors import CodedError
from phrasebank.labelled import as_document, marker_of, read_labelled
from phrasebank.masking import describe, find_spans, frame
from phrasebank.mining import Role
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import SLOT_PATTERN

FOLDER = Path(__file__).parents[2] / "samples" / "labelled"

SPEECH = """\
# kind: 工作部署
# topic: 防汛
# level: 县
# place: 瑶川县

title\t在[[EVENT|全县防汛工作会议]]上的讲话
speaker\t[[POST|县长]] [[PERSON|覃怀远]]

salutation\t同志们：

opening.purpose\t今天开会，就是要部署[[TOPIC|防汛]]。
opening.announce\t我讲[[COUNT|两]]点。

body.situation\t一、看清形势
body.situation\t[[PERIOD|今年]]雨水多。
point.measure\t二、落实措施
point.lead\t（一）水库要保。
point.status\t[[PLACE|青石坝]]共1.36亿方。
point.lead\t（二）堤防要守。

closing.call\t马上行动！
"""


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    path = tmp_path / "01.txt"
    path.write_text(SPEECH, encoding="utf-8")
    return path


def test_lines_lose_their_labels_and_keep_the_places(path: Path) -> None:
    speech = read_labelled(path)
    assert (speech.kind, speech.topic, speech.level, speech.place) == ("工作部署", "防汛", "县", "瑶川县")
    assert speech.lines[0].text == "在全县防汛工作会议上的讲话"
    for line in speech.lines:
        assert "[[" not in line.text
    start, end, kind = speech.lines[0].specifics[0]
    assert (speech.lines[0].text[start:end], kind) == ("全县防汛工作会议", "EVENT")


def test_the_document_has_paragraphs_as_a_file_would(path: Path) -> None:
    speech = read_labelled(path)
    passages = as_document(speech).passages
    assert [passage.role for passage in passages] == [
        Role.TITLE,
        Role.SPEAKER,
        Role.SALUTATION,
        Role.OPENING,
        Role.HEADING,
        Role.BODY,
        Role.HEADING,
        Role.BODY,
        Role.BODY,
        Role.CLOSING,
    ]
    assert [passage.path for passage in passages[4:9]] == [(1,), (1,), (2,), (2, 1), (2, 2)]
    assert passages[7].marker == "（一）"
    assert passages[7].text[: passages[7].lead] == "水库要保。"
    for line in speech.lines:
        passage = passages[line.paragraph]
        printed = passage.marker + passage.text
        assert printed[line.start : line.start + len(line.text)] == line.text


def test_a_decimal_is_no_marker() -> None:
    assert marker_of("point.status", "1.36亿方") == ""
    assert marker_of("point.lead", "1. 抓签约") == "1. "


@pytest.mark.parametrize(
    ("line", "code"),
    [("point.nothing\t话", "L002"), ("没有制表符", "L002"), ("point.lead\t[[PLACES|镇]]", "L003")],
)
def test_bad_lines_are_named(path: Path, line: str, code: str) -> None:
    path.write_text(SPEECH + line + "\n", encoding="utf-8")
    with pytest.raises(CodedError) as error:
        read_labelled(path)
    assert [problem.code for problem in error.value.problems] == [code]
    assert error.value.problems[0].line == SPEECH.count("\n") + 1


def test_a_missing_file_and_a_missing_key_are_named(tmp_path: Path) -> None:
    with pytest.raises(CodedError, match="L001"):
        read_labelled(tmp_path / "none.txt")
    path = tmp_path / "02.txt"
    path.write_text("# kind: 党课\n", encoding="utf-8")
    with pytest.raises(CodedError, match="L004"):
        read_labelled(path)


LABELLED = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", LABELLED, ids=lambda path: path.name[:2])
def test_masked_lines_of_labelled_speeches_hold_no_figure_date_or_law(path: Path) -> None:
    # The gate takes a few ordinary words for places and persons (推进区域, 谢谢同志); figures, dates and laws
    # it knows well, and none of them may be left.
    document = as_document(read_labelled(path))
    texts = [passage.text for passage in document.passages]
    for text, spans in zip(texts, find_spans(texts, describe(document)), strict=True):
        framed = frame(text, spans)
        left = [found for found in find_specifics(SLOT_PATTERN.sub("□", framed.text)) if found.code < "P032"]
        assert left == [], framed.text
