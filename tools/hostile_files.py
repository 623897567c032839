"""Hostile files (恶意文件): each as a command over a folder of its own, and how it must end.

Made here and nowhere kept: a bomb in a repository goes off in somebody's scanner.
"""

from __future__ import annotations

import io
import json
import os
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from drafter.speech import parse_speech
from drafter.writers import write
from phrasebank.exchange_files.formats import Format, read_bytes
from phrasebank.exchange_files.importing import import_rows, plan_import
from phrasebank.store import open_bank

__all__ = ["CASES", "Case"]

MIB = 2**20
GIB = 2**30
SPEECH = (
    "在全市安全生产工作会议上的讲话\n\n同志们：\n今天我们开会，安排部署下一步工作。\n"
    "一、提高认识\n各级各部门要认真落实会议精神。\n二、压实责任\n要把责任落到每一个岗位。\n"
)
BRIEF = "文种: 工作部署\n主题: 安全生产\n地区: 临江市\n"


@dataclass(frozen=True)
class Case:
    """One attack.

    Arguments:
        name: what it is, in a few words.
        make: lays its files into a folder.
        command: what the user calls there.
        refused: whether it must be refused (code 2, one line) or is neutralised (0; a checker's 1).
        holds: words that the output has to hold.
        never: words that no output and no file may hold.
        untouched: names that must not have come into being.
    """

    name: str
    make: Callable[[Path], None]
    command: tuple[str, ...]
    refused: bool
    holds: str = ""
    never: str = ""
    untouched: tuple[str, ...] = ()


CASES: list[Case] = []


def case(
    name: str,
    command: str,
    *,
    refused: bool,
    holds: str = "",
    never: str = "",
    untouched: tuple[str, ...] = (),
) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Registers the function that makes a case's files."""

    def register(make: Callable[[Path], None]) -> Callable[[Path], None]:
        CASES.append(Case(name, make, tuple(command.split()), refused, holds, never, untouched))
        return make

    return register


# Zips


def zeros(size: int, first: bytes = b"", last: bytes = b"") -> tuple[bytes, int, int]:
    """A deflated stream of blanks, its size and its CRC, made without holding it."""
    pack = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = b" " * MIB
    out, check = [pack.compress(first)], zlib.crc32(first)
    for _ in range(size // MIB):
        out.append(pack.compress(block))
        check = zlib.crc32(block, check)
    out += [pack.compress(last), pack.flush()]
    return b"".join(out), size // MIB * MIB + len(first) + len(last), zlib.crc32(last, check)


def raw_zip(entries: list[tuple[str, bytes, int, int, int]], told: dict[str, int] | None = None) -> bytes:
    """A zip of entries as they are: name, deflated bytes, size, CRC, offset (-1 for its own).

    Arguments:
        told: sizes that the directory tells instead of the true ones.
    """
    out = io.BytesIO()
    directory = []
    offsets: list[int] = []
    for name, data, size, check, shared in entries:
        raw = name.encode()
        says = (told or {}).get(name, size)
        if shared < 0:
            offsets.append(out.tell())
            out.write(
                struct.pack(
                    "<IHHHHHIIIHH", 0x04034B50, 20, 0x800, 8, 0, 33, check, len(data), says, len(raw), 0
                )
            )
            out.write(raw + data)
        else:
            offsets.append(offsets[shared])
        directory.append(
            struct.pack(
                "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0x800, 8, 0, 33, check, len(data), says,
                len(raw), 0, 0, 0, 0, 0, offsets[-1],
            )
            + raw
        )  # fmt: skip
    start = out.tell()
    out.write(b"".join(directory))
    size = out.tell() - start
    out.write(struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), size, start, 0))
    return out.getvalue()


def stored(**parts: bytes) -> bytes:
    """A zip of parts by name, ``／`` standing for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """A ``w:p``."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def document(body: str, head: str = "") -> bytes:
    """word/document.xml with anything before and in it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>' + head
        + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        + f"<w:body>{body}</w:body></w:document>"
    ).encode()  # fmt: skip


def docx_with(changed: dict[str, bytes]) -> bytes:
    """A good .docx in which some parts are others, or more."""
    changed = {DOCUMENT: document(paragraph("同志们：") + paragraph("今天开会。")), **changed}
    source = io.BytesIO(write(parse_speech(SPEECH), "docx").data)
    out = io.BytesIO()
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in read.namelist():
            package.writestr(name, changed.pop(name, None) or read.read(name))
        for name, data in changed.items():
            package.writestr(name, data)
    return out.getvalue()


DOCUMENT = "word/document.xml"
FIRST = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
LAST = b"</w:t></w:r></w:p></w:body></w:document>"


@case("docx: a part of 1 GB in 1 MB", "parse 稿.docx", refused=True, holds="R0")
def _(folder: Path) -> None:
    (folder / "稿.docx").write_bytes(raw_zip([(DOCUMENT, *zeros(GIB, FIRST, LAST), -1)]))


@case("docx: a part of 400 MB said to be 4 kB", "parse 稿.docx", refused=True, holds="R02")
def _(folder: Path) -> None:
    data = raw_zip([(DOCUMENT, *zeros(400 * MIB, FIRST, LAST), -1)], told={DOCUMENT: 4096})
    (folder / "稿.docx").write_bytes(data)


@case("docx: 70,000 entries", "parse 稿.docx", refused=True, holds="R02")
def _(folder: Path) -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(b"a") + packed.flush()
    entries = [(f"word/{number}.xml", data, 1, zlib.crc32(b"a"), -1) for number in range(65_000)]
    (folder / "稿.docx").write_bytes(raw_zip([(DOCUMENT, data, 1, zlib.crc32(b"a"), -1), *entries]))


@case("docx: one part twice", "parse 稿.docx", refused=True, holds="R025")
def _(folder: Path) -> None:
    made = [(DOCUMENT, *zeros(0, document(paragraph(words))), -1) for words in ("甲乙丙", "丁戊己")]
    (folder / "稿.docx").write_bytes(raw_zip(made))


@case("zip: 10 GB in 10 MB", "parse 夹.zip", refused=True, holds="R")
def _(folder: Path) -> None:
    stream = zeros(GIB)
    (folder / "夹.zip").write_bytes(raw_zip([(f"{number}.txt", *stream, -1) for number in range(10)]))


@case("zip: 60 entries over the same bytes", "parse 夹.zip", refused=True, holds="R")
def _(folder: Path) -> None:
    stream = zeros(60 * MIB)
    entries = [("0.txt", *stream, -1), *((f"{number}.txt", *stream, 0) for number in range(1, 60))]
    (folder / "夹.zip").write_bytes(raw_zip(entries))


@case("zip: zips in zips, eight deep, ten each", "parse 夹.zip", refused=True, holds="R")
def _(folder: Path) -> None:
    inner = raw_zip([("0.txt", *zeros(64 * MIB), -1)])
    for _ in range(8):
        deep = zlib.compressobj(9, zlib.DEFLATED, -15)
        data = deep.compress(inner) + deep.flush()
        inner = raw_zip([(f"{one}.zip", data, len(inner), zlib.crc32(inner), -1) for one in range(10)])
    (folder / "夹.zip").write_bytes(inner)


@case("zip: it holds itself (a quine's shape)", "parse 夹.zip", refused=True, holds="R")
def _(folder: Path) -> None:
    inner = stored(**{"稿.txt": SPEECH.encode()})
    for _ in range(40):
        inner = stored(**{"夹.zip": inner})
    (folder / "夹.zip").write_bytes(inner)


@case("zip: 65,000 empty files", "parse 夹.zip", refused=True, holds="R")
def _(folder: Path) -> None:
    nothing = zeros(0)
    (folder / "夹.zip").write_bytes(raw_zip([(f"{number}.txt", *nothing, -1) for number in range(65_000)]))


@case(
    "zip: paths that lead out", "parse 夹.zip", refused=False, untouched=("../出.txt", "/tmp/jianggao-出.txt")
)
def _(folder: Path) -> None:
    names = ("../出.txt", "/tmp/jianggao-出.txt", "..\\出.txt", "C:\\出.txt", "a/../../出.txt", "里/稿.txt")
    (folder / "夹.zip").write_bytes(stored(**dict.fromkeys(names, SPEECH.encode())))


@case("zip: a symbolic link to /etc/passwd", "parse 夹.zip", refused=True, never="root:")
def _(folder: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        link = zipfile.ZipInfo("稿.txt")
        link.create_system, link.external_attr = 3, 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    (folder / "夹.zip").write_bytes(out.getvalue())


@case(
    "zip: names without letters, with NUL, with bidi",
    "parse 夹.zip",
    refused=True,
    holds="R038",
    never="\u202e",
)
def _(folder: Path) -> None:
    data = zeros(0, SPEECH.encode())
    names = ("", "\x00.txt", "稿\u202etxt.exe.txt", "稿\x1b[31m.txt", "稿.txt")
    (folder / "夹.zip").write_bytes(raw_zip([(name, *data, -1) for name in names]))


# XML


@case("docx: entities that swell to 3 GB", "parse 稿.docx", refused=True, holds="R02")
def _(folder: Path) -> None:
    levels = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">'
    levels += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    data = document("<w:p><w:r><w:t>&a8;</w:t></w:r></w:p>", f"<!DOCTYPE w:document [{levels}]>")
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: an entity that reads /etc/passwd", "parse 稿.docx", refused=True, holds="R02", never="root:")
def _(folder: Path) -> None:
    head = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head)
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: a DTD from the network", "parse 稿.docx", refused=True, holds="R02")
def _(folder: Path) -> None:
    head = '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/a.dtd">'
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: document("<w:p/>", head)}))


@case("docx: 100,000 elements one in another", "parse 稿.docx", refused=True, holds="R02")
def _(folder: Path) -> None:
    data = document("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000)
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: tables 300 deep", "parse 稿.docx", refused=True, holds="R")
def _(folder: Path) -> None:
    data = document("<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300)
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: an attribute of 12 MB", "parse 稿.docx", refused=True, holds="R")
def _(folder: Path) -> None:
    data = document(f'<w:p w:rsidR="{"A" * 12 * MIB}"/>')
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: 240,000 paragraphs", "parse 稿.docx", refused=True, holds="R")
def _(folder: Path) -> None:
    # Every one another, so that they do not pack too well.
    data = document("".join(f"<w:p><w:r><w:t>{number}</w:t></w:r></w:p>" for number in range(240_000)))
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: data}))


@case("docx: styles that rest on each other in a circle", "parse 稿.docx", refused=False, holds="今天开会")
def _(folder: Path) -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = paragraph("同志们：", '<w:pStyle w:val="A"/>') + paragraph("今天开会。", '<w:pStyle w:val="B"/>')
    parts = {"word/styles.xml": styles.encode(), DOCUMENT: document(body)}
    (folder / "稿.docx").write_bytes(docx_with(parts))


@case("docx: numbered 99999999999999999999", "parse 稿.docx", refused=False)
def _(folder: Path) -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="99999999999999999999"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = paragraph("同志们：") + paragraph("今天开会。", numbered)
    parts = {"word/numbering.xml": numbering.encode(), DOCUMENT: document(body)}
    (folder / "稿.docx").write_bytes(docx_with(parts))


_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" TargetMode="External" Target="http://127.0.0.1:9/a.dotm" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    '<Relationship Id="rId2" TargetMode="External" Target="file:///etc/passwd" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"/></Relationships>'
)


@case("docx: a macro, a template and a chunk from outside", "parse 稿.docx", refused=False, never="root:")
def _(folder: Path) -> None:
    more = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 4096}
    more |= {"word/_rels/document.xml.rels": _LINKS.encode(), "word/_rels/settings.xml.rels": _LINKS.encode()}
    (folder / "稿.docx").write_bytes(docx_with(more))


@case("docx: a macro is not carried over", "format 稿.docx -o 新.docx", refused=False, never="vbaProject")
def _(folder: Path) -> None:
    more = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 4096}
    (folder / "稿.docx").write_bytes(docx_with(more))


@case(
    "docx: as the office's own layout, with a bomb in it",
    "format 稿.txt -o 新.docx --reference-doc 版.docx",
    refused=True,
    untouched=("新.docx",),
)
def _(folder: Path) -> None:
    (folder / "稿.txt").write_text(SPEECH, "utf-8")
    (folder / "版.docx").write_bytes(raw_zip([(DOCUMENT, *zeros(GIB, FIRST, LAST), -1)]))


@case("docx: a field that runs a program", "parse 稿.docx", refused=False, holds="今天开会", never="calc")
def _(folder: Path) -> None:
    field_codes = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        "DDEAUTO c:\\\\calc.exe</w:instrText>"
        '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>今天开会。</w:t></w:r></w:p>'
    )
    (folder / "稿.docx").write_bytes(docx_with({DOCUMENT: document(paragraph("同志们：") + field_codes)}))


# Web pages, PDF, old Word


@case("html: 200,000 boxes one in another", "parse 稿.html", refused=True, holds="R029")
def _(folder: Path) -> None:
    text = "<html><body>" + "<div>" * 200_000 + SPEECH.replace("\n", "<p>") + "</body></html>"
    (folder / "稿.html").write_text(text, "utf-8")


@case("html: 30 MB of scripts", "parse 稿.html", refused=False, never="alert")
def _(folder: Path) -> None:
    script = "<script>alert('x')</script>" * (30 * MIB // 27)
    page = f"<html><body>{script}<p>{SPEECH.replace(chr(10), '</p><p>')}</p></body></html>"
    (folder / "稿.html").write_text(page, "utf-8")


@case("html: 300,000 attributes never closed", "parse 稿.html", refused=False)
def _(folder: Path) -> None:
    (folder / "稿.html").write_text(f"<html><p>{SPEECH}</p>" + "<a href='x' " * 300_000, "utf-8")


def pdf(content: bytes, more: bytes = b"", kids: bytes = b"[3 0 R]", filters: bytes = b"") -> bytes:
    """A PDF of one page."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R" + more + b">>endobj\n2 0 obj<</Type/Pages/Kids" + kids
        + b"/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length " + str(len(content)).encode() + filters
        + b">>stream\n" + content + b"\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
        b"endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF\n"
    )  # fmt: skip


@case("pdf: pages in a circle", "parse 稿.pdf", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.pdf").write_bytes(pdf(b"", kids=b"[2 0 R 2 0 R]"))


@case("pdf: a stream of 1 GB in 1 MB", "parse 稿.pdf", refused=True, holds="R")
def _(folder: Path) -> None:
    stream, _, _ = zeros(GIB)
    whole = b"\x78\xda" + stream + struct.pack(">I", 0)
    (folder / "稿.pdf").write_bytes(pdf(whole, filters=b"/Filter/FlateDecode"))


@case("pdf: 10,000,000 letters on one page", "parse 稿.pdf", refused=True, holds="R")
def _(folder: Path) -> None:
    content = zlib.compress(b"BT /F1 12 Tf 72 700 Td " + b"(aaaaaaaaaa) Tj " * 1_000_000 + b"ET")
    (folder / "稿.pdf").write_bytes(pdf(content, filters=b"/Filter/FlateDecode"))


@case("pdf: scripts and a program to launch", "parse 稿.pdf", refused=True, holds="R")
def _(folder: Path) -> None:
    action = b"/OpenAction<</S/Launch/F(calc.exe)>>/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>"
    (folder / "稿.pdf").write_bytes(pdf(b"", more=action))


@case("doc: nothing but a head", "parse 稿.doc", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 4096)


@case("rtf: 50 MB and one", "parse 稿.rtf", refused=True, holds="R004")
def _(folder: Path) -> None:
    (folder / "稿.rtf").write_bytes(b"{\\rtf1 " + b"a" * (50 * MIB) + b"}")


# Text


@case("txt: 60 MB", "parse 稿.txt", refused=True, holds="R004")
def _(folder: Path) -> None:
    (folder / "稿.txt").write_bytes("安全生产".encode() * (60 * MIB // 12))


@case("txt: 45 MB on one line", "parse 稿.txt", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.txt").write_bytes("安全生产".encode() * (45 * MIB // 12))


@case("txt: 20,000,000 empty lines", "parse 稿.txt", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.txt").write_bytes(b"\n" * 20_000_000)


@case("txt: /dev/zero by a link", "parse 稿.txt", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.txt").symlink_to("/dev/zero")


@case("txt: a pipe that nobody writes to", "parse 稿.txt", refused=True, holds="R")
def _(folder: Path) -> None:
    os.mkfifo(folder / "稿.txt")


@case("txt: control and bidirectional characters", "parse 稿.txt", refused=False, never="\u202e")
def _(folder: Path) -> None:
    text = SPEECH * 9 + SPEECH.replace("责任", "\u202e任责\u202c\x07\x1b[2J\u2066甲\u2069责任\x08")
    (folder / "稿.txt").write_text(text, "utf-8")


@case("txt: escapes for the terminal in a message", "check 稿.txt", refused=False, never="\x1b[2J")
def _(folder: Path) -> None:
    (folder / "稿.txt").write_text(SPEECH.replace("责任", "责任\x1b[2J的的的责任"), "utf-8")


@case("txt: binary", "parse 稿.txt", refused=True, holds="R")
def _(folder: Path) -> None:
    (folder / "稿.txt").write_bytes(bytes(range(256)) * 4096)


@case("txt: one marker 300,000 times", "parse 稿.txt", refused=False)
def _(folder: Path) -> None:
    (folder / "稿.txt").write_text("同志们：\n" + "一、" * 300_000, "utf-8")


@case("txt: 300,000 opening quotes", "check 稿.txt", refused=False)
def _(folder: Path) -> None:
    (folder / "稿.txt").write_text(SPEECH + "“" * 300_000, "utf-8")


@case("txt: 300,000 brackets, checked", "check 稿.txt", refused=False)
def _(folder: Path) -> None:
    (folder / "稿.txt").write_text(SPEECH + "（《" * 150_000, "utf-8")


# Briefs and their figures


@case(
    "yaml: anchors that swell to 10^9",
    "draft 提纲.yaml -o 稿.docx",
    refused=True,
    holds="B",
    untouched=("稿.docx",),
)
def _(folder: Path) -> None:
    lines = ["甲0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]"]
    lines += [f"甲{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  " + "\n  ".join(lines) + "\n", "utf-8")


@case(
    "yaml: a tag that runs Python",
    "draft 提纲.yaml -o 稿.docx",
    refused=True,
    holds="B",
    untouched=("稿.docx", "出.txt"),
)
def _(folder: Path) -> None:
    text = BRIEF + "数据: !!python/object/apply:os.system ['touch 出.txt']\n"
    (folder / "提纲.yaml").write_text(text, "utf-8")


@case("yaml: 100,000 brackets", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据: " + "[" * 100_000, "utf-8")


@case("yaml: a number of 1,000,000 digits", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + f"数据:\n  事故: {'9' * 1_000_000}\n", "utf-8")


@case("yaml: 1e999999999", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  事故: 1e999999999\n", "utf-8")


@case("yaml: 60 MB", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_bytes(BRIEF.encode() + b"#" * (60 * MIB))


@case("yaml: a length of 999,999,999", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "篇幅: 999999999\n", "utf-8")


@case("yaml: figures from /etc/passwd", "draft 提纲.yaml -o 稿.txt", refused=True, holds="B", never="root:")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: /etc/passwd\n", "utf-8")


@case("yaml: figures from /dev/zero by a link", "draft 提纲.yaml -o 稿.txt", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "数据.csv").symlink_to("/dev/zero")
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.csv\n", "utf-8")


@case(
    "yaml: expressions in a text of the brief",
    "draft 提纲.yaml -o 稿.txt",
    refused=True,
    holds="B",
    never="root:",
    untouched=("稿.txt",),
)
def _(folder: Path) -> None:
    attack = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    (folder / "提纲.yaml").write_text(BRIEF + f'要点:\n  - "{attack}"\n', "utf-8")


@case("yaml: an endless loop in a text of the brief", "draft 提纲.yaml -o 稿.txt", refused=True, holds="B")
def _(folder: Path) -> None:
    attack = "{% for a in range(99999) %}{% for b in range(99999) %}哈{% endfor %}{% endfor %}"
    (folder / "提纲.yaml").write_text(BRIEF + f'部分:\n  - 主题: "{attack}"\n', "utf-8")


@case("yaml: names that only look the same", "draft 提纲.yaml -o 稿.txt", refused=True, holds="B")
def _(folder: Path) -> None:
    # The second A is the Cyrillic one.
    text = BRIEF + "数据:\n  A值: {值: 12, 单位: 亿元}\n  \u0410值: {值: 13, 单位: 亿元}\n"
    (folder / "提纲.yaml").write_text(text, "utf-8")


@case(
    "yaml: bidirectional characters in a name",
    "draft 提纲.yaml -o 稿.txt",
    refused=True,
    holds="B",
    never="\u202e",
)
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF.replace("临江市", "临\u202e市江\u202c"), "utf-8")


@case("json: 100,000 brackets", "draft 提纲.json -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.json").write_text('{"数据": ' + "[" * 100_000, "utf-8")


@case("csv: 1,000,000 columns", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.csv\n", "utf-8")
    (folder / "数据.csv").write_text("名称,值\n甲," + "1," * 1_000_000, "utf-8")


@case("csv: 700,000 rows", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.csv\n", "utf-8")
    (folder / "数据.csv").write_text("名称,值\n" + "".join(f"甲{n},1\n" for n in range(700_000)), "utf-8")


SHEET = "xl/worksheets/sheet1.xml"


def xlsx(sheet: bytes | tuple[bytes, int, int]) -> bytes:
    """A workbook with this sheet, in bytes or as a deflated stream."""
    out = io.BytesIO()
    Workbook().save(out)
    with zipfile.ZipFile(out) as read:
        entries = [(name, *zeros(0, read.read(name)), -1) for name in read.namelist()]
    stream = sheet if isinstance(sheet, tuple) else zeros(0, sheet)
    return raw_zip([(SHEET, *stream, -1) if one[0] == SHEET else one for one in entries])


_SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_END = b"</sheetData></worksheet>"


@case("xlsx: a sheet of 1 GB", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.xlsx\n", "utf-8")
    (folder / "数据.xlsx").write_bytes(xlsx(zeros(GIB, _SHEET, _END)))


@case("xlsx: one cell in the last row and column", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.xlsx\n", "utf-8")
    row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    (folder / "数据.xlsx").write_bytes(xlsx(_SHEET + row + _END))


@case("xlsx: entities", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B", never="root:")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.xlsx\n", "utf-8")
    head = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    (folder / "数据.xlsx").write_bytes(xlsx(head + _SHEET + _END))


@case("xlsx: a formula that was never worked out", "draft 提纲.yaml -o 稿.docx", refused=True, holds="B")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF + "数据:\n  - 文件: 数据.xlsx\n", "utf-8")
    words = "".join(
        f'<c r="{place}" t="inlineStr"><is><t>{word}</t></is></c>'
        for place, word in (("A1", "名称"), ("B1", "值"))
    )
    rows = f'<row r="1">{words}</row><row r="2"><c r="A2" t="inlineStr"><is><t>事故</t></is></c>'
    rows += '<c r="B2"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c></row>'
    (folder / "数据.xlsx").write_bytes(xlsx(_SHEET + rows.encode() + _END))


# Templates


def kind(folder: Path, template: str) -> None:
    """A kind of speech of the user's own with this template."""
    source = Path(__file__).parents[1] / "templates" / "工作部署"
    target = folder / "templates" / "坏文种"
    target.mkdir(parents=True)
    text = (source / "kind.toml").read_text("utf-8")
    (target / "kind.toml").write_text(text.replace("工作部署", "坏文种"), "utf-8")
    (target / "speech.j2").write_text(template, "utf-8")
    (folder / "提纲.yaml").write_text(BRIEF.replace("工作部署", "坏文种"), "utf-8")


_TEMPLATES = {
    "leaves the sandbox by a class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "leaves the sandbox by a filter": "{{ ''|attr('__class__') }}",
    "leaves the sandbox by a format": "{{ '{0.__class__.__init__.__globals__}'.format(1) }}",
    "leaves the sandbox by a global": "{{ cycler.__init__.__globals__.os.system('touch 出.txt') }}",
    "loops for ever": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "prints without end": "{% for a in range(99999) %}{% for b in range(999) %}哈{% endfor %}{% endfor %}",
    "asks for a text of 10 GB": "{{ 'a' * 10000000000 }}",
    "pads to 10 GB": "{{ '%10000000000d' % 1 }}{{ 'a'.ljust(10000000000) }}",
    "asks for 9 to the 9 to the 9": "{{ 9 ** 9 ** 9 }}",
    "grows a list without end": "{% set a = [1] %}{% for b in range(9) %}{% set a = a + a %}{% endfor %}"
    "{% set ns = namespace(x=[1]) %}{% for b in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "takes itself in": "{% include '坏文种/speech.j2' %}",
    "reads /etc/passwd": "{% include '/etc/passwd' %}{% include '../../../../../../etc/passwd' %}",
    "is 20 MB": "哈" * (20 * MIB // 3),
    "nests 5,000 brackets": "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
}
for _name, _template in _TEMPLATES.items():
    CASES.append(
        Case(
            f"template: {_name}", lambda folder, text=_template: kind(folder, text),  # type: ignore[misc]
            ("draft", "提纲.yaml", "-o", "稿.txt"), True, "T0", "root:", ("稿.txt", "出.txt"),
        )
    )  # fmt: skip


# Banks


@case("bank: a picture", "bank list --bank 库.db", refused=True, holds="K")
def _(folder: Path) -> None:
    (folder / "库.db").write_bytes(b"\x89PNG\r\n" * 1000)


@case("bank: another program's database", "bank list --bank 库.db", refused=True, holds="K")
def _(folder: Path) -> None:
    with sqlite3.connect(folder / "库.db") as made:
        made.execute("create table phrases (a)")
    made.close()


@case("bank: /dev/zero by a link", "bank list --bank 库.db", refused=True, holds="K")
def _(folder: Path) -> None:
    (folder / "库.db").symlink_to("/dev/zero")


@case("import: a line of 20 MB", "bank import 库.jsonl --bank 库.db --yes", refused=False, holds="P040")
def _(folder: Path) -> None:
    _bank(folder)
    text = '{"text": "' + "安" * (20 * MIB // 3) + '", "unit": "sentence", "move": "point.measure"}\n'
    (folder / "库.jsonl").write_text(text, "utf-8")


@case("import: brackets 100,000 deep", "bank import 库.jsonl --bank 库.db --yes", refused=False, holds="P001")
def _(folder: Path) -> None:
    _bank(folder)
    (folder / "库.jsonl").write_text('{"text": ' + "[" * 100_000, "utf-8")


@case("import: TBX with entities", "bank import 库.tbx --bank 库.db --yes", refused=True, never="root:")
def _(folder: Path) -> None:
    _bank(folder)
    text = '<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>'
    (folder / "库.tbx").write_text(text, "utf-8")


@case("import: a workbook of 1 GB", "bank import 库.xlsx --bank 库.db --yes", refused=True)
def _(folder: Path) -> None:
    _bank(folder)
    (folder / "库.xlsx").write_bytes(xlsx(zeros(GIB, _SHEET, _END)))


@case(
    "export: a phrase that is a formula",
    "bank export --bank 库.db --no-builtin -o 出.csv",
    refused=False,
    never="\n=HYPERLINK",
)
def _(folder: Path) -> None:
    _bank(folder, "=HYPERLINK(1)要抓紧抓实抓到位")


def _bank(folder: Path, text: str = "") -> None:
    with open_bank(folder / "库.db", create=True, builtin=False) as store:
        if text:
            line = json.dumps({"text": text, "move": "point.measure", "unit": "sentence"}, ensure_ascii=False)
            plan = plan_import(store, read_bytes(line.encode(), Format.JSONL))
            import_rows(plan.rows(), partial(store.decide, by="试", at="2026-01-01T00:00:00"))


# Names and folders


@case("names: files that are options", "parse 夹", refused=False, untouched=("出.txt",))
def _(folder: Path) -> None:
    (folder / "夹").mkdir()
    for name in ("--output=出.txt", "-rf.txt", "-", "--help.txt"):
        (folder / "夹" / name).write_text(SPEECH, "utf-8")


@case("names: a file called --help.txt, after --", "parse -- --help.txt", refused=False, holds="安全生产")
def _(folder: Path) -> None:
    (folder / "--help.txt").write_text(SPEECH, "utf-8")


@case("names: escapes for the terminal", "parse 夹", refused=True, never="\x1b")
def _(folder: Path) -> None:
    (folder / "夹").mkdir()
    (folder / "夹" / "稿\x1b[31m\u202e.txt").write_text(SPEECH, "utf-8")
    (folder / "夹" / "坏\x1b[31m.docx").write_bytes(b"PK\x03\x04")


@case("names: bytes that are no text", "parse 夹", refused=False)
def _(folder: Path) -> None:
    (folder / "夹").mkdir()
    Path(os.fsdecode(os.fsencode(folder / "夹") + b"/\xff\xfe.txt")).write_text(SPEECH, "utf-8")


@case("folder: a link to itself", "parse 夹", refused=False)
def _(folder: Path) -> None:
    (folder / "夹").mkdir()
    (folder / "夹" / "稿.txt").write_text(SPEECH, "utf-8")
    (folder / "夹" / "夹").symlink_to(folder / "夹")


@case(
    "folder: links out, to nothing, to a device, a pipe",
    "parse 夹",
    refused=True,
    holds="R012",
    never="root:",
)
def _(folder: Path) -> None:
    (folder / "夹").mkdir()
    (folder / "夹" / "稿.txt").write_text(SPEECH, "utf-8")
    for name, target in (
        ("a.txt", "/etc/passwd"),
        ("b.txt", "/没有"),
        ("c.txt", "/dev/zero"),
        ("d.txt", "/dev/tty"),
    ):
        (folder / "夹" / name).symlink_to(target)
    os.mkfifo(folder / "夹" / "e.txt")


@case("output: a link to another file", "draft 提纲.yaml -o 稿.txt", refused=True, holds="--force")
def _(folder: Path) -> None:
    (folder / "提纲.yaml").write_text(BRIEF, "utf-8")
    (folder / "要紧.txt").write_text("要紧", "utf-8")
    (folder / "稿.txt").symlink_to("要紧.txt")
