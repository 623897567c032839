"""A speech's paragraphs for the miner: roles, paths, offsets."""

from __future__ import annotations

from drafter.mine.passages import document_of
from drafter.speech import parse_speech, speech_paragraphs
from phrasebank.mining import Role

SPEECH = """在全县防汛工作会议上的讲话

同志们：

汛期将至，今天开个会。下面，我讲两点意见。

一、认清形势，绷紧防汛这根弦

今年雨水来得早。

一要看到短板。老堤多，险段也多。

二要看到责任。守堤就是守家。

二、压实责任，守住安全底线

各乡镇要把人落到堤上。

同志们，防汛没有旁观者，让我们一起守好这道堤！
"""


def test_every_paragraph_has_its_role_its_path_and_its_words() -> None:
    document = document_of(parse_speech(SPEECH), "防汛.txt", "d")
    assert [(p.role, p.path, p.marker, p.lead, p.text[:6]) for p in document.passages] == [
        (Role.TITLE, (), "", 0, "在全县防汛工"),
        (Role.SALUTATION, (), "", 0, "同志们："),
        (Role.OPENING, (), "", 0, "汛期将至，今"),
        (Role.HEADING, (1,), "一、", 0, "认清形势，绷"),
        (Role.BODY, (1,), "", 0, "今年雨水来得"),
        (Role.BODY, (1, 1), "一要", 5, "看到短板。老"),
        (Role.BODY, (1, 2), "二要", 5, "看到责任。守"),
        (Role.HEADING, (2,), "二、", 0, "压实责任，守"),
        (Role.BODY, (2,), "", 0, "各乡镇要把人"),
        (Role.CLOSING, (), "", 0, "同志们，防汛"),
    ]


def test_locator_and_offset_find_the_words_in_the_printed_paragraph() -> None:
    speech = parse_speech(SPEECH)
    printed = speech_paragraphs(speech)
    for passage in document_of(speech, "防汛.txt", "d").passages:
        assert printed[passage.locator].text[passage.offset :] == passage.text


def test_a_speech_without_units_opens_with_its_first_paragraph_and_closes_with_its_last() -> None:
    speech = parse_speech(
        "各位来宾：\n\n大家上午好。\n\n这座桥修了三代人的心愿。\n\n路通了，人心就近了。\n\n祝大家一切顺利！\n"
    )
    roles = [passage.role for passage in document_of(speech, "致辞", "d").passages]
    assert roles[1] is Role.OPENING
    assert set(roles[2:-1]) <= {Role.BODY, Role.CLOSING}
    assert roles[-1] is Role.CLOSING
