from __future__ import annotations

import codecs

import pytest

from drafter.readers.decode import decode

TEXT = "同志们：\n今天，我们召开全市安全生产工作会议，总结工作，部署任务。2026年，㙟浜村的路修好了。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_without_bom(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.damaged) == (TEXT, encoding, 0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_with_bom(mark: bytes, encoding: str) -> None:
    assert decode(mark + TEXT.encode(encoding)).text == TEXT


def test_gbk_without_any_ascii() -> None:
    assert decode("同志们：今天开会，总结工作。".encode("gbk")).text == "同志们：今天开会，总结工作。"


def test_utf_16_without_any_ascii() -> None:
    text = "同志们：今天，我们召开会议，总结工作，部署任务。"
    assert decode(text.encode("utf-16-le")).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_damage_costs_only_what_is_damaged(encoding: str) -> None:
    data = TEXT.encode(encoding)
    at = len(TEXT[:14].encode(encoding))
    decoded = decode(data[:at] + b"\xff\xff" + data[at:])
    assert decoded.encoding == encoding
    assert 0 < decoded.damaged <= 4
    assert "部署任务" in decoded.text


def test_a_declared_encoding_is_believed_when_it_fits() -> None:
    assert decode("會議紀要".encode("big5"), "big5").text == "會議紀要"
    assert decode(TEXT.encode("gb18030"), "gb2312").text == TEXT
    assert decode(TEXT.encode(), "no-such-encoding").text == TEXT
    assert decode(TEXT.encode(), "ascii").text == TEXT


def test_nothing() -> None:
    assert decode(b"").text == ""
