"""What a decision says besides stands in the note, in a form that is read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.curation.notes import INSTEAD, REASON, SINCE, Note, read_note, write_note

WORDS = st.text(st.sampled_from("说法过时改用新词："), max_size=8).map(str.strip)
OWN = st.lists(st.text(st.sampled_from("编者的话，出处"), min_size=1, max_size=8), max_size=3).map("\n".join)


@given(st.builds(Note, reason=WORDS, instead=WORDS, since=st.sampled_from(["", "2025-01-01"]), own=OWN))
def test_what_is_written_is_read_back(note: Note) -> None:
    assert read_note(write_note(note)) == note


def test_the_form_that_is_documented() -> None:
    note = Note(reason="说法过时", instead="高质量发展", since="2025-01-01", own="王秀梅提的")
    assert write_note(note) == f"{REASON}说法过时\n{INSTEAD}高质量发展\n{SINCE}2025-01-01\n王秀梅提的"
    assert write_note(Note()) == ""


def test_lines_in_a_reason_do_not_break_the_form() -> None:
    assert read_note(write_note(Note(reason="一\n改说：二"))) == Note(reason="一 改说：二")
