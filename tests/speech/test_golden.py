"""Whole speeches of our own against the JSON that a person has looked over."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.speech import parse_speech, speech_text
from tests.speech.golden import FOLDER, read_golden

TEXTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_golden(text: Path) -> None:
    assert read_golden(text) == text.with_suffix(".json").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_what_was_read_prints_plainly_and_is_read_again(text: Path) -> None:
    speech = parse_speech(text.read_text(encoding="utf-8").split("\n"))
    printed = speech_text(speech)
    assert "\n\n" not in printed
    assert parse_speech(printed) == speech


def test_there_are_texts() -> None:
    assert TEXTS
