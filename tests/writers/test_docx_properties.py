"""Document properties: what is said, what is cut, and that no clock is read."""

from __future__ import annotations

import datetime as dt
import io

from docx import Document

from drafter.speech import Speech
from drafter.writers import Properties, write_docx


def core(data):
    return Document(io.BytesIO(data)).core_properties


def test_the_title_is_the_speech_s_own(speech):
    found = core(write_docx(speech))
    assert found.title == "在全市安全生产工作会议上的讲话"
    assert (found.author, found.created) == ("", None)


def test_given_properties_are_written(speech):
    zone = dt.timezone(dt.timedelta(hours=8))
    given = Properties(
        title="讲话<稿>&",
        author="周明远",
        created=dt.datetime(2026, 3, 18, 9, 30, tzinfo=zone),
        subject="安全生产",
        keywords="讲话稿",
    )
    found = core(write_docx(speech, properties=given))
    assert (found.title, found.author, found.subject, found.keywords) == (
        "讲话<稿>&",
        "周明远",
        "安全生产",
        "讲话稿",
    )
    assert found.created == found.modified == dt.datetime(2026, 3, 18, 1, 30, tzinfo=dt.UTC)


def test_long_titles_are_cut_to_what_word_takes():
    found = core(write_docx(Speech(title="讲话" * 300), properties=Properties(author="\x00周" * 300)))
    assert len(found.title) == 255
    assert found.author == "周" * 255
