"""From a sample to a kind: its structure kept, its facts left behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.capture import capture
from drafter.errors import KindError, ReadError
from drafter.readers import read_speech
from drafter.speech import Block, Speech, parse_speech, speech_text
from phrasebank.masking import find_spans
from phrasebank.mining import About
from phrasebank.specifics import find_specifics
from tests.capture.filling import SPEECHES, captured, drafted, indexed

KINDS = indexed()
NUMERAL = re.compile(r"\d+(?:\.\d+)?")
#: What a template and a table of keys hold besides words.
CODE = re.compile(r"\{[{%#].*?[}%#]\}|\d+")
#: Slots of what only its own office has.
OWN = {"person", "place", "elsewhere", "org", "body", "event", "meeting", "document", "law"}


def _shape(sections: tuple[Block, ...]) -> list[tuple[str, int]]:
    """Numbering and number of points of every part."""
    return [
        (
            part.sections[0].marker.family.value if part.sections and part.sections[0].marker else "",
            len(part.sections),
        )
        for part in sections
    ]


def _names(speech: Speech, text: str) -> set[str]:
    """What the sample calls its own."""
    paragraphs = text.split("\n")
    return {
        paragraph[span.start : span.end]
        for paragraph, spans in zip(paragraphs, find_spans(paragraphs, About()), strict=True)
        for span in spans
        if span.slot.rstrip("0123456789") in OWN and not span.bare and span.end - span.start > 2
    }


def test_the_samples_cover_every_kind() -> None:
    assert len(KINDS) == 12


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_sample_is_left(kind: str) -> None:
    made = captured(KINDS[kind])
    sample = (SPEECHES / KINDS[kind]).read_text("utf-8")
    names = {name for name in _names(read_speech(SPEECHES / KINDS[kind]), sample) if len(name) > 3}
    for name, text in made.files.items():
        words = CODE.sub("", text)
        said = "\n".join(line for line in words.splitlines() if not line.startswith("#"))
        assert not [found.text for found in find_specifics(said)], name
        assert not [own for own in names if own in said], name
    figures = {figure for figure in NUMERAL.findall(sample) if len(figure) > 2}
    assert figures.isdisjoint(NUMERAL.findall(made.files["提纲.yaml"]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_drafts_at_once_in_the_same_structure(kind: str, tmp_path: Path) -> None:
    made = captured(KINDS[kind])
    sample = read_speech(SPEECHES / KINDS[kind])
    _, draft = drafted(made, tmp_path)
    speech = parse_speech(draft.text)
    assert _shape(speech.sections) == _shape(sample.sections)
    assert {anomaly.code for anomaly in speech.anomalies} <= {"placeholder"}
    assert bool(speech.salutation) == bool(sample.salutation)
    figures = {figure for figure in NUMERAL.findall(speech_text(sample)) if len(figure) > 2}
    assert figures.isdisjoint(set(NUMERAL.findall(draft.text)) - {"2026"})


def test_several_samples_make_one_kind() -> None:
    files = [SPEECHES / file for file in list(KINDS.values())[:2]]
    made = capture(files, "合起来的会")
    assert made.name == "合起来的会"
    assert set(made.files) == {"speech.j2", "kind.toml", "提纲.yaml"}
    again = capture(files, "合起来的会")
    assert again.files == made.files


@pytest.mark.parametrize("name", ["../外面", "a/b", "", " ", "名 称", "党课", "x" * 40, "\u202e会"])
def test_names_that_will_not_do(name: str) -> None:
    with pytest.raises(KindError):
        capture([SPEECHES / KINDS["党课"]], name)


def test_a_file_without_a_speech(tmp_path: Path) -> None:
    path = tmp_path / "单子.txt"
    path.write_text("白菜\n萝卜\n", "utf-8")
    with pytest.raises((KindError, ReadError)) as error:
        capture([path], "试学的会")
    assert error.value.problems[0].code == "T012"
