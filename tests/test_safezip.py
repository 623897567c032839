"""Foreign packages are judged by their directory before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from drafter.safexml import parse_part
from drafter.safezip import Bounds, PackageError, open_bounded


def package(parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return stream.getvalue()


def test_parts_are_read_by_name():
    found = open_bounded(package([("a/b.xml", b"<x/>"), ("folder/", b"")]))
    assert found.names == ("a/b.xml",)
    assert "a/b.xml" in found
    assert "c" not in found
    assert found.read("a/b.xml") == b"<x/>"
    with pytest.raises(KeyError):
        found.read("c")


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Bounds(entries=1), "2个文件"),
        (Bounds(part=9), "展开后"),
        (Bounds(part=100, total=15), "展开后"),
        (Bounds(ratio=1, ratio_from=5), "压缩比"),
    ],
)
def test_each_bound_holds(bounds, said):
    with pytest.raises(PackageError, match=said):
        open_bounded(package([("a", b"a" * 10), ("b", b"a" * 10)]), bounds)


def test_within_bounds_nothing_is_said():
    assert open_bounded(package([("a", b"a" * 10)]), Bounds(1, 10, 10, 1, 10)).read("a") == b"a" * 10


def test_a_gigabyte_of_spaces_is_refused_without_unpacking_it():
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(200):
            part.write(b" " * 1024 * 1024)
    with pytest.raises(PackageError, match="200兆"):
        open_bounded(stream.getvalue())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused():
    with pytest.raises(PackageError, match="重名"):
        open_bounded(package([("a", b"1"), ("a", b"2")]))


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + b"\xff" * 18])
def test_what_is_no_package_is_refused(data):
    with pytest.raises(PackageError):
        open_bounded(data)


def test_a_declared_size_that_lies_is_found_out():
    data = bytearray(package([("a", b"a" * 1000)]))
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(PackageError, match=r"损坏|大小不符"):
        open_bounded(bytes(data)).read("a")


def test_damaged_bytes_are_found_out():
    data = bytearray(package([("a", bytes(range(256)) * 20)]))
    data[60:70] = b"\xff" * 10
    with pytest.raises(PackageError, match="损坏"):
        open_bounded(bytes(data)).read("a")


def test_a_password_is_seen():
    data = bytearray(package([("a", b"a")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(PackageError, match="密码"):
        open_bounded(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        b"<a>" + b"x" * 10_000_001 + b"</a>",
    ],
    ids=["empty", "open", "entity", "doctype in utf-16", "text above 10 MB"],
)
def test_xml_that_no_office_writes_is_refused(data):
    with pytest.raises(PackageError):
        parse_part(data, "word/document.xml")


def test_good_xml_is_parsed():
    assert parse_part("<a>讲稿</a>".encode()).text == "讲稿"
