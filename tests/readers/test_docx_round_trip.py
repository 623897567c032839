"""What the Word writer writes, the Word reader reads back, paragraph by paragraph."""

from __future__ import annotations

import pytest

from drafter.readers import read_speech_bytes
from drafter.readers.docx import read_docx
from drafter.speech import Speech, parse_speech, speech_paragraphs
from drafter.writers import PROFILES, Profile
from drafter.writers.docx import write_docx

SPEECH = parse_speech(
    [
        "在全市安全生产工作暨重大事故隐患排查整治动员部署会议上的讲话",
        "（2026年3月18日）",
        "市委副书记、市长\u3000周明远",
        "同志们：",
        "今天召开这次会议，主要任务是部署“百日攻坚”行动。下面，我讲两点意见。",
        "一、提高站位，扛牢安全生产责任",
        "（一）形势仍然严峻",
        "去年全市发生事故38起，同比下降12.5%——基础还不牢……",
        "1.企业主体责任没有压实。一些企业重效益、轻安全。",
        "2.2026年任务更重。要早作打算。",
        "（1）看台账。台账要全。",
        "①查现场。现场要细。",
        "（二）要求更加明确",
        "第一，要严。严就是爱。",
        "第二，要实。实才有效。",
        "二、真抓实干，打赢百日攻坚",
        "一要加强领导。主要负责同志亲自抓。",
        "二要严格督导。一是明查，二是暗访，三是回头看。",
        "同志们，让我们共同努力！",
    ]
)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=PROFILES)
def test_every_paragraph_comes_back(profile: Profile) -> None:
    written = write_docx(SPEECH, profile=profile)

    found = read_docx(written, "稿.docx")

    expected = [block.text for block in speech_paragraphs(SPEECH)]
    assert [text.replace("\n", "") for text in found.paragraphs] == expected
    assert found.notes == ()
    assert {one.reason for one in found.dropped} <= {"header", "footer"}


def test_written_speech_reads_as_itself() -> None:
    found = read_speech_bytes(write_docx(SPEECH), "稿.docx")

    assert _without_spaces(found) == _without_spaces(SPEECH)


def _without_spaces(speech: Speech) -> list[str]:
    return ["".join(block.text.split()) for block in speech_paragraphs(speech)]
