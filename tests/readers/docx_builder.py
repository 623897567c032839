"""Word documents from raw XML, for tests: what is in them is all there in the test."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIDE_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header1", "footer1")


def run(text: str, properties: str = "") -> str:
    """A ``w:r`` with one text; ``properties`` is the inside of its ``w:rPr``."""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{wrapped}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    *content: str, style: str = "", num: int | None = None, level: int | None = None, properties: str = ""
) -> str:
    """A ``w:p``; content that is no markup becomes a run."""
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None or level is not None:
        inside += "<w:numPr>"
        inside += f'<w:ilvl w:val="{level}"/>' if level is not None else ""
        inside += f'<w:numId w:val="{num}"/>' if num is not None else ""
        inside += "</w:numPr>"
    inside += properties
    wrapped = f"<w:pPr>{inside}</w:pPr>" if inside else ""
    return f"<w:p>{wrapped}{''.join(one if one.startswith('<') else run(one) for one in content)}</w:p>"


def level(index: int, number_format: str, text: str, *, start: int | None = 1, more: str = "") -> str:
    """A ``w:lvl``; ``more`` holds further children such as ``<w:isLgl/>``."""
    begin = f'<w:start w:val="{start}"/>' if start is not None else ""
    return (
        f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str, more: str = "") -> str:
    """A ``w:abstractNum``."""
    return f'<w:abstractNum w:abstractNumId="{identifier}">{more}{"".join(levels)}</w:abstractNum>'


def num(identifier: int, abstract_id: int, overrides: str = "") -> str:
    """A ``w:num``."""
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def restart(index: int, start: int = 1) -> str:
    """A ``w:lvlOverride`` that begins a level anew."""
    return f'<w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(
    identifier: str,
    *,
    based_on: str = "",
    paragraph: str = "",
    run: str = "",
    kind: str = "paragraph",
    default: bool = False,
) -> str:
    """A ``w:style``; ``paragraph`` and ``run`` are the insides of its properties."""
    inside = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    inside += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    inside += f"<w:rPr>{run}</w:rPr>" if run else ""
    by_default = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}"{by_default}>'
        f'<w:name w:val="{identifier}"/>{inside}</w:style>'
    )


def numbered_by(num_id: int | None = None, index: int | None = None) -> str:
    """A ``w:numPr`` for the properties of a style."""
    inside = f'<w:ilvl w:val="{index}"/>' if index is not None else ""
    inside += f'<w:numId w:val="{num_id}"/>' if num_id is not None else ""
    return f"<w:numPr>{inside}</w:numPr>"


def field(code: str, result: str | None = None) -> str:
    """A complex field; a result that is no markup becomes a run."""
    shown = ""
    if result is not None:
        shown = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + (
            result if result.startswith("<") else run(result)
        )
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>'
        f'{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def root(name: str, inside: str) -> str:
    """A part whose root is ``w:name``, with all namespaces declared."""
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def zip_of(entries: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip with these entries, the same bytes each time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return target.getvalue()


def parts_of(body: str, **side: str) -> dict[str, str | bytes]:
    """The entries of a minimal document.

    Arguments:
        body: the inside of ``w:body``.
        side: the insides of styles, numbering, footnotes, endnotes, comments, header1, footer1.
    """
    known = [name for name in _SIDE_PARTS if name in side]
    kinds = {name: name.rstrip("1") for name in known}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kinds[name]}+xml"/>'
        for name in known
    )
    relations = "".join(
        f'<Relationship Id="r-{name}" Type="{R}/{kinds[name]}" Target="{name}.xml"/>' for name in known
    )
    opening = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{DECLARATION}{opening}<Relationship Id="rId1" Type="{R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": root("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": f"{DECLARATION}{opening}{relations}</Relationships>",
    }
    tags = {"header1": "hdr", "footer1": "ftr"}
    for name in known:
        entries[f"word/{name}.xml"] = root(tags.get(name, name), side[name])
    return entries


def make_docx(body: str, **side: str) -> bytes:
    """A minimal document as bytes; arguments as for ``parts_of``."""
    return zip_of(parts_of(body, **side))


def make_strict_docx(body: str, **side: str) -> bytes:
    """The same document in the namespaces of ISO/IEC 29500-1 strict."""
    transitional = re.compile(
        r"http://schemas\.openxmlformats\.org/(wordprocessingml|officeDocument|drawingml)/2006/"
    )
    parts = parts_of(body, **side)
    return zip_of(
        {name: transitional.sub(r"http://purl.oclc.org/ooxml/\1/", str(text)) for name, text in parts.items()}
    )


@dataclass(frozen=True)
class RawEntry:
    """A zip entry whose headers say what the test wants them to say."""

    name: str
    packed: bytes
    size: int
    crc: int = 0
    method: int = zipfile.ZIP_DEFLATED
    flags: int = 0
    packed_size: int | None = None

    @classmethod
    def of(cls, name: str, content: str | bytes) -> RawEntry:
        """An honest entry."""
        data = content.encode() if isinstance(content, str) else content
        return cls(name, deflate(data), len(data), zlib.crc32(data))


def deflate(data: bytes) -> bytes:
    """Raw deflate, as it stands in a zip."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def deflated_zeros(mebibytes: int) -> bytes:
    """Zeros deflated a thousandfold; a flushed block repeated, so it is made at once."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * mebibytes + packer.flush()


def raw_zip(entries: Iterable[RawEntry]) -> bytes:
    """A zip whose headers are written as given (APPNOTE 4.3.7, 4.3.12, 4.3.16)."""
    local, central = b"", b""
    count = 0
    for entry in entries:
        count += 1
        name = entry.name.encode()
        packed_size = len(entry.packed) if entry.packed_size is None else entry.packed_size
        common = struct.pack(
            "<HHHHHIIIHH",
            20,
            entry.flags,
            entry.method,
            0,
            0x21,
            entry.crc,
            packed_size,
            entry.size,
            len(name),
            0,
        )
        central += b"PK\x01\x02" + struct.pack("<H", 20) + common
        central += struct.pack("<HHHII", 0, 0, 0, 0, len(local)) + name
        local += b"PK\x03\x04" + common + name + entry.packed
    ending = struct.pack("<HHHHIIH", 0, 0, count, count, len(central), len(local), 0)
    return local + central + b"PK\x05\x06" + ending
