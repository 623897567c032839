"""Order and wording of the lines below the title are the profile's."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document

from drafter.writers import GB, write_docx, write_html

DATE, SPEAKER = "2026年3月18日", "市委副书记、市长 周明远"


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, [f"（{DATE}）", SPEAKER]),
        ({"front_order": ("speaker", "date")}, [SPEAKER, f"（{DATE}）"]),
        ({"date_form": "{}", "speaker_form": "讲话人：{}"}, [DATE, f"讲话人：{SPEAKER}"]),
    ],
)
def test_date_and_speaker(changes, lines, speech):
    profile = replace(GB, **changes)
    document = Document(io.BytesIO(write_docx(speech, profile=profile)))
    assert [paragraph.text for paragraph in document.paragraphs[2:4]] == lines
    source = write_html(speech, profile=profile)
    assert source.index(lines[0]) < source.index(lines[1])


def test_the_empty_line_stands_below_whichever_comes_last(speech):
    document = Document(io.BytesIO(write_docx(speech, profile=replace(GB, front_order=("speaker", "date")))))
    spaced = [each.text for each in document.paragraphs if each.paragraph_format.space_after is not None]
    assert spaced == [f"（{DATE}）"]
