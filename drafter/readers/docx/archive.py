"""The zip of a Word document, opened without trusting it: sizes first, then capped reads."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from drafter.errors import ReadError
from drafter.readers.docx.refusal import refusal

__all__ = ["MAX_ENTRIES", "MAX_PART_BYTES", "MAX_RATIO", "MAX_TOTAL_BYTES", "Archive"]

# A speech of 200,000 characters is 2-10 MB of XML, up to 30 MB when Word has cut it into a run
# for every word; the caps leave room above that and hold memory to what a laptop has.
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_TOTAL_BYTES = 128 * 1024 * 1024
MAX_ENTRIES = 8192
# Word XML packs 8-30 times, a table of equal rows about 100 times, zeros 1,000 times. Small parts
# are let off: what they unpack to does no harm.
MAX_RATIO = 200
_RATIO_FREE_BYTES = 8 * 1024 * 1024

# APPNOTE 4.3.12: every entry of the central directory begins with this mark.
_DIRECTORY_MARK = b"PK\x01\x02"
_CHUNK_BYTES = 1024 * 1024
_ENCRYPTED = 0x1  # APPNOTE 4.4.4, bit 0
# ECMA-376-2 (OPC) annex B: parts are stored or deflated. zipfile would unpack bzip2 and LZMA
# without a bound on what one chunk becomes.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_READ_ENDINGS = (".xml", ".rels")  # pictures of one name do no harm

_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,  # with it UnicodeDecodeError: a name that is no text
    RuntimeError,  # with it NotImplementedError: a feature zipfile lacks
    OverflowError,
)


class Archive:
    """The entries of a zip by part name (ECMA-376-2 9.1.1: compared without case)."""

    def __init__(self, data: bytes, name: str) -> None:
        """Read the directory; nothing is unpacked.

        Arguments:
            data: the file's bytes.
            name: the file's name as the user wrote it, for messages.

        Raises:
            ReadError: R022 an entry is encrypted; R023 the zip is damaged; R025 there are too
                many entries, or two of one name.
        """
        self.name = name
        self._unread = MAX_TOTAL_BYTES
        # Counted in the bytes before zipfile makes an object of every entry.
        if data.count(_DIRECTORY_MARK) > MAX_ENTRIES:
            raise refusal("R025", f"压缩包里的文件超过 {MAX_ENTRIES} 个，不是正常的 Word 文件", name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _ZIP_FAULTS as error:
            raise self._damaged() from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            self._admit(info)

    def _admit(self, info: zipfile.ZipInfo) -> None:
        key = _key(info.filename)
        if key.endswith("/"):
            return
        if info.flag_bits & _ENCRYPTED:
            raise refusal("R022", "文件加了密码", self.name, "请先去掉密码")
        if key in self._entries and key.endswith(_READ_ENDINGS):
            raise refusal(
                "R025", f"压缩包里有两个同名的“{_shown(info.filename)}”，不知道该读哪一个", self.name
            )
        self._entries[key] = info

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    def names(self) -> tuple[str, ...]:
        """The names of the parts, in lower case, without a leading slash."""
        return tuple(self._entries)

    def read(self, part: str) -> bytes:
        """Unpack one part.

        Arguments:
            part: its name, ``word/document.xml``; it must be there.

        Raises:
            ReadError: R023 its bytes are damaged or its header does not tell the truth; R024 it
                is larger than the limits.
        """
        info = self._entries[_key(part)]
        self._weigh(info)
        pieces: list[bytes] = []
        try:
            with self._zip.open(info) as stream:
                # The header may lie about the size, so what really comes out is counted.
                while piece := stream.read(_CHUNK_BYTES):
                    self._unread -= len(piece)
                    if self._unread < 0:
                        raise self._too_large(info)
                    pieces.append(piece)
        except ReadError:
            raise
        except _ZIP_FAULTS as error:
            raise self._damaged() from error
        return b"".join(pieces)

    def _weigh(self, info: zipfile.ZipInfo) -> None:
        if info.compress_type not in _METHODS:
            raise refusal(
                "R023", "压缩方式不是 Word 用的那一种", self.name, "请用 Word 或 WPS 打开后另存一次"
            )
        if info.file_size > min(MAX_PART_BYTES, self._unread):
            raise self._too_large(info)
        if info.file_size > _RATIO_FREE_BYTES and info.file_size > MAX_RATIO * info.compress_size:
            raise refusal(
                "R024",
                f"“{_shown(info.filename)}”压缩得过分（超过 {MAX_RATIO} 倍），疑似恶意文件，没有解开",
                self.name,
            )

    def _too_large(self, info: zipfile.ZipInfo) -> ReadError:
        return refusal(
            "R024",
            f"“{_shown(info.filename)}”解开后太大（单个部件上限 {MAX_PART_BYTES >> 20} MB，"
            f"合计 {MAX_TOTAL_BYTES >> 20} MB），没有解开",
            self.name,
            "请把文件分成几份",
        )

    def _damaged(self) -> ReadError:
        return refusal("R023", "文件已经损坏，解不开", self.name, "请用 Word 或 WPS 打开修复后另存一次")


def _key(part: str) -> str:
    # Old .NET packers write backslashes.
    return part.replace("\\", "/").lstrip("/").lower()


def _shown(part: str) -> str:
    """A part's name fit for a message of one line."""
    return "".join(letter if letter.isprintable() else "?" for letter in part)[:80]
