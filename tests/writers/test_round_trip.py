"""What we write, our own readers read back as the same speech."""

from __future__ import annotations

import pytest

from drafter.readers import read_speech_bytes
from drafter.writers import READING, Options, write


@pytest.mark.parametrize("to", ["docx", "md", "html", "txt"])
def test_every_format_with_structure_comes_back(to, speech):
    assert read_speech_bytes(write(speech, to).data, f"讲话.{to}") == speech


def test_a_title_over_lines_comes_back_as_one(speech_of):
    speech = speech_of(title="在2026年全市安全生产工作会议暨第一季度防范重大安全风险调度会上的讲话")
    assert read_speech_bytes(write(speech, "docx").data, "讲话.docx") == speech
    assert read_speech_bytes(write(speech, "docx", Options(profile=READING)).data, "讲话.docx") == speech
    assert read_speech_bytes(write(speech, "html").data, "讲话.html") == speech
