"""Columns of a terminal: two for a Chinese character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.terminal.columns import columns, pad, shorten, wrap

texts = st.text("讲话，。“”{task}abc ×é\u0301①", max_size=60)
MARKS = "，。"


def test_widths() -> None:
    assert columns("讲a，") == 5
    assert columns("e\u0301") == 1
    assert pad("讲", 4) == "讲  "


@given(texts, st.integers(8, 40))
def test_no_line_is_wider_than_asked_but_for_marks_that_hang_over(text: str, width: int) -> None:
    for line in wrap(text, width):
        bare = line.rstrip(MARKS + "”")
        assert columns(bare) <= max(width, max(map(columns, bare.split()), default=0))


@given(texts, st.integers(8, 40))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@given(texts, st.integers(8, 40))
def test_no_line_begins_with_a_closing_mark(text: str, width: int) -> None:
    _, *rest = [*wrap(text, width), ""]
    assert not any(line[:1] in tuple(MARKS) for line in rest if line)


@given(texts, st.integers(2, 40))
def test_shortened_texts_fit(text: str, width: int) -> None:
    short = shorten(text, width)
    assert columns(short) <= width
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@given(texts, st.integers(8, 40))
def test_no_line_ends_with_an_opening_mark(text: str, width: int) -> None:
    *lines, _ = [*wrap(text, width), ""]
    assert not any(line.endswith("“") for line in lines[:-1])


def test_an_opening_mark_goes_with_what_it_opens() -> None:
    assert list(wrap("推进“四个率先”", 6)) == ["推进", "“四个", "率先”"]
