"""No word changes on the way to Word: the document's text is the speech's."""

from __future__ import annotations

import io

from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.speech import Family, Marker, Section, Speech
from drafter.speech.blocks import speech_paragraphs
from drafter.speech.text import speech_text
from drafter.writers import READING, write_docx


def words(text):
    """Text without the white space that setting may move."""
    return "".join(text.split())


def paragraphs(data):
    return [words(paragraph.text) for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_word_holds_the_words_of_the_text(speech):
    assert "".join(paragraphs(write_docx(speech))) == words(speech_text(speech))


def test_a_title_over_lines_is_one_paragraph_and_keeps_its_words(speech_of):
    title = "在2026年全市安全生产工作会议暨第一季度防范重大安全风险调度会上的讲话"
    document = Document(io.BytesIO(write_docx(speech_of(title=title))))
    assert document.paragraphs[0].text.split("\n") == [
        "在2026年全市安全生产工作会议暨",
        "第一季度防范重大安全风险调度会上的讲话",
    ]


_TEXT = st.text(
    st.sampled_from("全市安全生产“”——…·×<>&\"'38.5%（）《》【】待补：，。 A\u3000"), min_size=1, max_size=30
)
_PARAGRAPHS = st.lists(_TEXT, max_size=2).map(tuple)
_MARKERS = st.builds(
    Marker, st.sampled_from([Family.CHAPTER, Family.BRACKET, Family.YAO, Family.ORDINAL]), st.integers(1, 12)
)
_SECTIONS = st.recursive(
    st.builds(Section, _MARKERS, _TEXT, st.booleans(), st.sampled_from(["", "。", "："]), _PARAGRAPHS),
    lambda below: st.builds(
        Section,
        _MARKERS,
        _TEXT,
        st.just(False),
        st.just(""),
        _PARAGRAPHS,
        st.lists(below, max_size=2).map(tuple),
    ),
    max_leaves=5,
)
_SPEECHES = st.builds(
    Speech,
    title=st.none() | _TEXT,
    subtitle=st.none() | _TEXT,
    date=st.none() | st.just("2026年3月18日"),
    speaker=st.none() | _TEXT,
    salutation=st.none() | st.just("同志们"),
    opening=_PARAGRAPHS,
    sections=st.lists(_SECTIONS, max_size=3).map(tuple),
    closing=_PARAGRAPHS,
)


@settings(max_examples=40, deadline=None)
@given(_SPEECHES, st.sampled_from([None, READING]))
def test_every_paragraph_arrives_whole_and_in_order(speech, profile):
    data = write_docx(speech) if profile is None else write_docx(speech, profile=profile)
    assert paragraphs(data) == [words(block.text) for block in speech_paragraphs(speech)]
