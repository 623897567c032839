"""Documents out of zips: what lies in one is read, what is hostile in one is refused quickly and alone."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from drafter.errors import Problem, ReadError
from drafter.readers import read_bytes
from drafter.readers.zipped import is_archive, zipped_documents

SPEECH = "同志们：\n今天开会。\n".encode()
MIB = 1024 * 1024


def zipped(
    entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return stream.getvalue()


def names_of(data: bytes) -> list[str]:
    return [found[0] for found in zipped_documents(data, "包.zip") if not isinstance(found, Problem)]


def codes_of(data: bytes) -> list[str]:
    return [found.code for found in zipped_documents(data, "包.zip") if isinstance(found, Problem)]


def test_documents_come_sorted_and_what_is_none_is_passed_over() -> None:
    entries = [
        "二.txt",
        "一.docx",
        "__MACOSX/._一.docx",
        ".DS_Store",
        "~$一.docx",
        "图.PNG",
        "表.xlsx",
        "旧/三.wps",
    ]
    data = zipped((name, SPEECH) for name in entries)
    assert names_of(data) == ["包.zip！一.docx", "包.zip！二.txt", "包.zip！旧/三.wps"]
    assert codes_of(data) == []


def test_the_bytes_are_those_that_were_packed() -> None:
    assert list(zipped_documents(zipped([("一.txt", SPEECH)]), "包")) == [("包！一.txt", SPEECH)]


@pytest.mark.parametrize(
    "method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
)
def test_every_usual_packing(method: int) -> None:
    assert names_of(zipped([("一.txt", SPEECH)], method)) == ["包.zip！一.txt"]


def test_names_as_windows_in_china_writes_them() -> None:
    """Without the UTF-8 flag, in GBK (APPNOTE D.1 says code page 437; Windows takes the system's)."""
    packed = zipped([("abcd.txt", SPEECH)])
    assert names_of(packed.replace(b"abcd.txt", "讲话".encode("gbk") + b".txt")) == ["包.zip！讲话.txt"]


def test_a_word_document_is_no_archive() -> None:
    assert not is_archive(zipped([("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]))
    assert not is_archive(zipped([("mimetype", b"application/vnd.oasis.opendocument.text")]))
    assert not is_archive(b"PK\x03\x04 and no more")
    assert not is_archive(SPEECH)
    assert is_archive(zipped([("一.txt", SPEECH)]))


def test_where_one_document_is_wanted_a_zip_is_named() -> None:
    with pytest.raises(ReadError) as caught:
        read_bytes(zipped([("一.txt", SPEECH)]), "包.zip")
    assert caught.value.problems[0].code == "R039"


def test_zips_in_zips_to_a_depth() -> None:
    data = zipped([("底.txt", SPEECH)])
    for _ in range(2):
        data = zipped([("里.zip", data), ("旁.txt", SPEECH)])
    assert names_of(data) == ["包.zip！旁.txt", "包.zip！里.zip！旁.txt", "包.zip！里.zip！里.zip！底.txt"]
    assert codes_of(zipped([("里.zip", data)])) == ["R039"]


@pytest.mark.parametrize("name", ["../../../etc/passwd.txt", "/etc/一.txt", "C:\\一.txt", "..\\..\\一.txt"])
def test_names_are_labels_and_lead_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (found,) = zipped_documents(zipped([(name, SPEECH)]), "包")
    assert not isinstance(found, Problem)
    assert found[1] == SPEECH
    assert list(tmp_path.iterdir()) == []


def test_a_link_in_a_zip_is_told() -> None:
    link = zipfile.ZipInfo("链.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    (found,) = zipped_documents(zipped([(link, b"/etc/passwd")]), "包")
    assert isinstance(found, Problem)
    assert "是链接" in found.message


def test_names_do_not_command_the_terminal() -> None:
    """ESC, a line break, and the mark that shows txt.exe as exe.txt."""
    (name,) = names_of(zipped([("一\x1b[2J\n\u202etxt.docx", SPEECH)]))
    assert name.isprintable()


def test_an_encrypted_entry_is_told_and_the_rest_is_read() -> None:
    data = bytearray(zipped([("一.txt", SPEECH), ("二.txt", SPEECH)]))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert codes_of(bytes(data)) == ["R038"]
    assert names_of(bytes(data)) == ["包.zip！二.txt"]


def test_a_damaged_entry_is_told_and_the_rest_is_read() -> None:
    data = bytearray(zipped([("一.txt", SPEECH), ("二.txt", SPEECH)], zipfile.ZIP_STORED))
    data[data.index(SPEECH) + 5] ^= 0xFF
    assert codes_of(bytes(data)) == ["R038"]
    assert names_of(bytes(data)) == ["包.zip！二.txt"]


def nested_bomb() -> bytes:
    """Zips in zips, each far under the bound on one part: 40 × 40 × 8 MiB when all is unpacked."""
    data = zipped((f"{number}.txt", b"0" * (8 * MIB)) for number in range(2))
    data = zipped((f"{number}.zip", data + bytes([number])) for number in range(40))
    return zipped((f"{number}.zip", data + bytes([number])) for number in range(40))


def overlapping_bomb() -> bytes:
    """One packed part that the directory names a thousand times (Fifield, A better zip bomb, WOOT 2019)."""
    data = zipped([("0000.txt", b"0" * (4 * MIB))])
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[start:end]
    entries = [entry.replace(b"0000.txt", f"{number:04}.txt".encode()) for number in range(1000)]
    directory = b"".join(entries)
    count = len(entries).to_bytes(2, "little")
    tail = data[end : end + 8] + count + count + len(directory).to_bytes(4, "little") + data[end + 16 :]
    return data[:start] + directory + tail


BOMBS = {
    "one part": lambda: zipped([("一.txt", b"0" * (200 * MIB))]),
    "many parts": lambda: zipped((f"{number}.txt", b"0" * (7 * MIB)) for number in range(40)),
    "nested": nested_bomb,
    "overlapping": overlapping_bomb,
    "too many": lambda: zipped((f"{number}.txt", b"") for number in range(20_001)),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_before_it_unfolds(bomb: str) -> None:
    data = BOMBS[bomb]()
    unpacked, codes = 0, []
    started = time.process_time()
    for found in zipped_documents(data, "包.zip"):
        if isinstance(found, Problem):
            codes.append(found.code)
        else:
            unpacked += len(found[1])
    assert {"R038"} <= {*codes} <= {"R038", "R039"}
    assert len(codes) <= 60  # and not a line for each of a million
    assert unpacked <= 64 * MIB
    assert time.process_time() - started < 10  # tenths of a second; a bomb that unfolds takes minutes


def test_damage_of_every_kind_is_a_line_and_no_more() -> None:
    """A byte changed anywhere, an end cut off anywhere: documents or problems, never anything else."""
    good = zipped([("一.txt", SPEECH), ("二.zip", zipped([("三.txt", SPEECH)]))])
    for place in range(len(good)):
        broken = bytearray(good)
        broken[place] ^= 0x55
        for data in (bytes(broken), good[:place]):
            for found in zipped_documents(data, "包"):
                assert isinstance(found, (Problem, tuple))
