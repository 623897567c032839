"""Read any document: what it is is told by its bytes, not by its name."""

from __future__ import annotations

import errno
import re
from pathlib import Path

from drafter.errors import Problem, ReadError
from drafter.readers.cleaning import clean
from drafter.readers.decode import decode
from drafter.readers.html import declared_charset, is_html, read_html
from drafter.readers.source import SourceText
from drafter.readers.text import read_text
from phrasebank.bounded import read_whole
from phrasebank.os_reasons import os_reason

__all__ = ["LARGEST", "read_as_written", "read_bytes", "read_file_bytes", "read_source"]

LARGEST = 50 * 1024 * 1024
"""The largest file that is read, in bytes: some fifty times the longest report of a year."""

#: One speech: the longest report of a government has some 40,000 characters, so this leaves 25 times that;
#: and what makes paragraphs of single characters is bounded by their number.
_CHARACTERS, _PARAGRAPHS = 1_000_000, 30_000
#: Lines of a text, the empty ones too, by whatever ends them.
_LINES, _LINE_ENDS = 300_000, "\n\r\x0b\x0c\x85\u2028\u2029"
_ZIP = b"PK\x03\x04"
#: A PDF's header may stand behind up to so many bytes of something else (ISO 32000-1, annex H.3.4.1).
_PDF, _PDF_WITHIN = b"%PDF-", 1024
#: Files that lie in a folder of speeches and hold none, by how they begin.
_UNPACK, _RECOGNISE = "请先解压", "请先做文字识别，或者要一份文字版"
_FOREIGN = (
    (b"Rar!\x1a\x07", "这是 RAR 压缩包，打不开", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "这是 7z 压缩包，打不开", _UNPACK),
    (b"\x1f\x8b", "这是 gzip 压缩包，打不开", _UNPACK),
    (b"\xff\xd8\xff", "这是图片，里面没有文字", _RECOGNISE),
    (b"\x89PNG\r\n", "这是图片，里面没有文字", _RECOGNISE),
    (b"GIF8", "这是图片，里面没有文字", _RECOGNISE),
    (b"II*\x00", "这是图片，里面没有文字", _RECOGNISE),
    (b"MZ\x90\x00", "这是程序，不是文稿", "请换成文稿"),
)
_UNDECODABLE = 0.2  # share of damaged characters above which the bytes are no text
_SAMPLE = 50_000  # characters looked at for control characters
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_CONTROL = 0.05  # share of control characters above which they are none either


def read_source(path: Path) -> SourceText:
    """Read a file and clean its text.

    Arguments:
        path: a .txt, .md, .html or .docx file; the name's ending does not matter.

    Raises:
        ReadError: R001 it is not there; R002 it is a folder; R003 it cannot be opened; and what
            ``read_bytes`` raises.
    """
    return read_bytes(read_file_bytes(path), str(path))


def read_as_written(data: bytes, name: str) -> SourceText:
    """Read a document with nothing cleaned away: what a checker looks for, a cleaner would mend.

    Arguments, errors: as ``read_bytes``.
    """
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data:
        raise _error("R005", "文件是空的", name, "请换一个有内容的文件")
    return _bounded(_read(data, name), name)


def read_file_bytes(path: Path) -> bytes:
    """Read a file's bytes.

    Raises:
        ReadError: R001 it is not there; R002 it is a folder; R003 it cannot be opened; R004 too large.
    """
    name = str(path)
    try:
        if path.is_dir():
            raise _error("R002", "这是一个文件夹，不是文件", name, "请给出文件夹里的文件名")
        if not path.exists():
            raise _error("R001", "找不到这个文件", name, "请检查文件名和所在的文件夹")
        return read_whole(path, LARGEST)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise _too_large(name) from error
        raise _error(
            "R003", f"打不开：{os_reason(error)}", name, "请检查权限，或先关闭正在使用它的程序"
        ) from error


def read_bytes(data: bytes, name: str) -> SourceText:
    """Read and clean a document that is in memory already.

    Arguments:
        data: the document's bytes.
        name: what to call it in messages.

    Raises:
        ReadError: R004 too large; R005 empty; R006 there is no text in it; R008 no document at all;
            R009 text in no encoding that is known; R011 more text than a speech can have; and what the
            Word reader raises.
    """
    if len(data) > LARGEST:
        raise _too_large(name)
    if not data:
        raise _error("R005", "文件是空的", name, "请换一个有内容的文件")
    source = clean(_bounded(_read(data, name), name))
    if not any(char.isalnum() for paragraph in source.paragraphs for char in paragraph):
        raise _error("R006", "文件里没有文字", name, "如果是扫描件或图片，请先做文字识别")
    return source


def _read(data: bytes, name: str) -> SourceText:
    from drafter.readers.office import kind_of_office

    kind = kind_of_office(data)
    if kind:
        from drafter.readers.office import read_office

        return read_office(data, name, kind)
    if data.startswith(_ZIP):
        from drafter.readers.docx import read_docx
        from drafter.readers.zipped import is_archive, refuse_archive

        if is_archive(data):
            raise refuse_archive(name)

        return read_docx(data, name)
    if _PDF in data[:_PDF_WITHIN]:
        from drafter.readers.pdf import read_pdf

        return read_pdf(data, name)
    return _read_characters(data, name)


def _bounded(source: SourceText, name: str) -> SourceText:
    if sum(map(len, source.paragraphs)) > _CHARACTERS or sum(map(bool, source.paragraphs)) > _PARAGRAPHS:
        message = f"文字太多，超过{_CHARACTERS // 10_000}万字或{_PARAGRAPHS // 10_000}万段，不是一篇讲话"
        raise _error("R011", message, name, "请拆成一篇一个文件")
    return source


def _read_characters(data: bytes, name: str) -> SourceText:
    for beginning, message, mend in _FOREIGN:
        if data.startswith(beginning):
            raise _error("R008", message, name, mend)
    decoded = decode(data, declared_charset(data))
    text = decoded.text
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > _CONTROL * len(sample):
        raise _error(
            "R008",
            "这不是文本，也不是认得的文档格式",
            name,
            "能读 .docx .doc .wps .rtf .odt .pdf .html .md .txt",
        )
    if decoded.damaged > _UNDECODABLE * len(text):
        raise _error("R009", "认不出文字的编码", name, "请用记事本打开，另存为 UTF-8 编码")
    if is_html(text):
        return read_html(text, name)
    if sum(map(text.count, _LINE_ENDS)) > _LINES:
        raise _error("R011", f"有{_LINES // 10_000}万行以上，不是一篇讲话", name, "请拆成一篇一个文件")
    return read_text(text, name)


def _too_large(name: str) -> ReadError:
    return _error("R004", f"文件太大，超过 {LARGEST // 1024 // 1024} MB", name, "请只留下要读的那一篇讲话")


def _error(code: str, message: str, name: str, mend: str) -> ReadError:
    return ReadError(Problem(code, message, name, mend=mend))
