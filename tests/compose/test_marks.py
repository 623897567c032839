"""Marks carry the origin of every run of text through a rendering, and nobody else can write one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compose.marks import Marks, Piece, Span, plain
from drafter.compose.trace import trace_paragraph
from drafter.speech import read_marker

PRIVATE = "\ue000\ue001\ue002"
ordinary = st.text(st.characters(exclude_characters=PRIVATE, exclude_categories=("Cs",)), max_size=12)
hostile = st.text(st.sampled_from(f"{PRIVATE}0129一要。，甲“”\n"), max_size=14)


@given(st.lists(st.tuples(ordinary, ordinary), max_size=6), ordinary)
def test_unwrap_gives_back_what_was_wrapped(runs: list[tuple[str, str]], tail: str) -> None:
    marks = Marks()
    pieces = [Piece(text, "brief", facts=(str(number),)) for number, (_, text) in enumerate(runs)]
    line = "".join(own + marks.wrap(piece) for (own, _), piece in zip(runs, pieces, strict=True)) + tail
    text, spans = marks.unwrap(line)
    assert text == "".join(own + words for own, words in runs) + tail
    assert sorted(span.piece.facts for span in spans) == sorted(piece.facts for piece in pieces)
    assert all(text[span.start : span.end] == span.piece.text for span in spans)
    assert plain(line) == text


@given(ordinary, ordinary, ordinary)
def test_of_nested_pieces_the_outer_one_holds(before: str, inner: str, after: str) -> None:
    marks = Marks()
    within = marks.wrap(Piece(inner, "data"))
    text, spans = marks.unwrap(marks.wrap(Piece(before + within + after, "brief")))
    assert text == before + inner + after
    assert [(span.start, span.end, span.piece.origin) for span in spans] == [(0, len(text), "brief")]


@given(hostile, hostile, hostile)
def test_nobody_can_forge_a_mark(wrapped: str, before: str, after: str) -> None:
    marks = Marks()
    piece = Piece(wrapped, "brief")
    text, spans = marks.unwrap(marks.wrap(piece))
    assert not set(text) & set(PRIVATE)
    assert spans == (Span(0, len(text), piece),)
    text, spans = marks.unwrap(before + after)
    assert not set(text) & set(PRIVATE)
    assert all(span.end <= len(text) for span in spans)


def test_a_number_never_given_out_is_no_piece() -> None:
    assert Marks().unwrap("\ue0007\ue001甲\ue002乙") == ("甲乙", ())


def _han(text: str) -> list[str]:
    return [character for character in text if "一" <= character <= "鿿"]


sentences = st.text(st.sampled_from("甲乙丙丁，。！？…”；12"), min_size=1, max_size=20)


@given(st.lists(st.tuples(sentences, st.booleans()), min_size=1, max_size=6))
@settings(max_examples=200)
def test_every_character_is_traced_once(runs: list[tuple[str, bool]]) -> None:
    marks = Marks()
    line = "".join(marks.wrap(Piece(text, "phrase")) if wrapped else text for text, wrapped in runs)
    text, spans = marks.unwrap(line)
    traced = "".join(sentence.text for sentence in trace_paragraph(3, text, spans))
    assert _han(traced) == _han(text)


def test_numbering_before_a_piece_is_not_a_sentence() -> None:
    marks = Marks()
    for marker in ("一、", "（三）", "第二，", "一要", "最后，", "——", "1.", "第二十一，"):
        assert read_marker(f"{marker}加强领导") is not None
        text, spans = marks.unwrap(marker + marks.wrap(Piece("加强领导。", "brief")))
        assert [sentence.text for sentence in trace_paragraph(0, text, spans)] == ["加强领导。"]


def test_sentences_of_a_piece_keep_closing_quotes_and_their_origin() -> None:
    marks = Marks()
    text, spans = marks.unwrap(marks.wrap(Piece("他说：“好！”大家都笑了。再说一遍……完", "phrase", "ab12")))
    traced = list(trace_paragraph(2, text, spans))
    assert [sentence.text for sentence in traced] == ["他说：“好！”", "大家都笑了。", "再说一遍……", "完"]
    assert {(sentence.paragraph, sentence.origin, sentence.phrase) for sentence in traced} == {
        (2, "phrase", "ab12")
    }
