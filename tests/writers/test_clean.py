"""Characters that no file can hold are dropped at the door and reported."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.speech import Family, Marker, Section, Speech
from drafter.writers import WRITERS, write
from drafter.writers.clean import clean_speech, clean_text


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1f", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff"])
def test_unwritable_characters_go_and_are_named(bad):
    speech = Speech(
        sections=(Section(Marker(Family.CHAPTER, 1), f"加{bad}强领导", paragraphs=(f"安全{bad}",)),)
    )
    cleaned, (note,) = clean_speech(speech)
    assert cleaned.sections[0].heading == "加强领导"
    assert cleaned.sections[0].paragraphs == ("安全",)
    assert note.code == "W001"
    assert "2个" in note.message
    assert f"U+{ord(bad):04X}" in note.message


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_line_end_becomes_one(end):
    assert clean_text(f"甲{end}乙") == ("甲\n乙", ())


def test_a_clean_speech_is_the_same_object(speech):
    cleaned, notes = clean_speech(speech)
    assert cleaned is speech
    assert notes == ()


@pytest.mark.parametrize("to", WRITERS)
def test_no_format_crashes_and_each_reports(to):
    written = write(Speech(title="讲\ud800话", opening=("安\x00全\ufffe。",), closing=("\x00",)), to)
    assert written.data
    assert [note.code for note in written.notices] == ["W001"]


@settings(max_examples=60)
@given(st.text(max_size=30))
def test_what_stays_was_there_before(text):
    cleaned, dropped = clean_text(text)
    cleaned.encode()
    assert clean_text(cleaned) == (cleaned, ())
    assert len(cleaned) + len(dropped) <= len(text)
