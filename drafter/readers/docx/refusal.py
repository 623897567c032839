"""Say in one line why a file is not read: what it is instead, or what is wrong with it."""

from __future__ import annotations

from drafter.errors import Problem, ReadError

__all__ = ["refusal", "refuse_foreign"]

# [MS-CFB] 2.2: the header signature of an OLE compound file.
_OLE_SIGNATURE = bytes.fromhex("d0cf11e0a1b11ae1")
# PKWARE APPNOTE 4.3.7: a zip that holds anything begins with a local file header.
_ZIP_SIGNATURE = b"PK\x03\x04"
_SAVE_AS_DOCX = "请用 Word 或 WPS 另存为 .docx 再读"

# What an OLE file holds, told by the name of a stream in its directory (UTF-16, [MS-CFB] 2.6.1).
_OLE_STREAMS = (
    ("EncryptedPackage", "R022", "文件加了打开密码", "请先在 Word 或 WPS 里去掉密码"),
    ("WordDocument", "R021", "这是旧版 .doc 文件，不是 .docx", _SAVE_AS_DOCX),
    ("Workbook", "R020", "这是旧版 Excel 表格，不是 Word 文件", "请换成 Word 文件"),
    ("PowerPoint Document", "R020", "这是旧版演示文稿，不是 Word 文件", "请换成 Word 文件"),
)

_OTHER_BEGINNINGS = (
    (b"%PDF", "这是 PDF 文件，不是 Word 文件", _SAVE_AS_DOCX),
    (b"{\\rtf", "这是 RTF 文件，不是 .docx", _SAVE_AS_DOCX),
    (b"<", "这是网页或 XML 文件，不是 .docx", "请把扩展名改成 .html，或用 Word 另存为 .docx"),
)


def refusal(code: str, message: str, name: str, mend: str = "") -> ReadError:
    """The error for a document that is not read.

    Arguments:
        code: stable identifier, R020 to R029 for Word documents.
        message: one Chinese sentence.
        name: the file's name as the user wrote it.
        mend: one Chinese sentence that says how to put it right.
    """
    return ReadError(Problem(code, message, name, mend=mend))


def refuse_foreign(data: bytes, name: str) -> None:
    """Let pass only what begins like a zip; say of anything else what it is.

    Raises:
        ReadError: R020 some other kind of file; R021 an old .doc or .wps; R022 it has a password.
    """
    if data.startswith(_ZIP_SIGNATURE):
        return
    if not data:
        raise refusal("R020", "文件是空的", name)
    if data.startswith(_OLE_SIGNATURE):
        raise _refuse_ole(data, name)
    beginning = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, message, mend in _OTHER_BEGINNINGS:
        if beginning.startswith(signature):
            raise refusal("R020", message, name, mend)
    raise refusal("R020", "内容不是 Word 文件", name, "请确认文件没有损坏、扩展名没有写错")


def _refuse_ole(data: bytes, name: str) -> ReadError:
    for stream, code, message, mend in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return refusal(code, message, name, mend)
    return refusal("R021", "这是旧版 .doc 或 .wps 文件，不是 .docx", name, _SAVE_AS_DOCX)
