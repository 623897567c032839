"""Open somebody else's zip package (.docx, .xlsx) without letting it fill the memory.

Readers and writers both meet foreign packages and never import each other, so the bounds live
here. Nothing is unpacked before the directory of the archive has been judged, and no read goes
past the size that the directory declared.
"""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

__all__ = ["DEFAULT_BOUNDS", "BoundedZip", "Bounds", "PackageError", "open_bounded"]

_MIB = 1024 * 1024
_ENCRYPTED = 0x1
"""Bit 0 of the general purpose flag (APPNOTE 4.4.4)."""
#: The system that made an entry, whose link would stand in its attributes (APPNOTE 6.3.10, 4.4.2.2).
_UNIX = 3


class PackageError(Exception):
    """A package that is broken or hostile; the message is one Chinese clause without a full stop."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a package may hold.

    A speech of 200,000 characters makes a document.xml of about 1.5 MiB; the bounds leave forty
    times that. The known bomb (a 7.5 MB file with a 1 GiB document.xml) is refused three ways.

    Arguments:
        entries: number of files in the package.
        part: bytes of one part when unpacked.
        total: bytes of all parts when unpacked.
        ratio: unpacked to packed size of one part; judged only above ``ratio_from`` bytes,
            since small repetitive parts (styles, empty tables) honestly reach hundreds.
    """

    entries: int = 5_000
    part: int = 64 * _MIB
    total: int = 512 * _MIB
    ratio: int = 200
    ratio_from: int = 8 * _MIB


DEFAULT_BOUNDS = Bounds()


class BoundedZip:
    """A package whose directory has been judged; parts are read one at a time, each bounded.

    Arguments:
        archive: the package.
        bounds: what is too much of one part, where the parts were not judged yet.
    """

    def __init__(self, archive: zipfile.ZipFile, bounds: Bounds | None = None) -> None:
        self._archive = archive
        self._bounds = bounds
        # A name may be empty, or end at a NUL right away: asking whether that is a folder fails.
        infos = (info for info in archive.infolist() if info.filename)
        self._infos = {info.filename: info for info in infos if not info.is_dir()}

    def __enter__(self) -> BoundedZip:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    @property
    def names(self) -> tuple[str, ...]:
        """The parts' names in the order of the directory."""
        return tuple(self._infos)

    @property
    def size(self) -> int:
        """Bytes of all parts when unpacked, as declared; no read goes past it."""
        return sum(info.file_size for info in self._infos.values())

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of one part.

        Raises:
            KeyError: there is no such part.
            PackageError: it is a link, damaged, packed in an unknown way or larger than declared.
        """
        info = self._infos[name]
        if info.create_system == _UNIX and stat.S_ISLNK(info.external_attr >> 16):
            raise PackageError(f"压缩包里的“{name}”是链接，不是文件")
        if self._bounds:
            _judge(info, self._bounds)
        try:
            with self._archive.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            struct.error,
            ValueError,  # a name that is no UTF-8 though it says so
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise PackageError(f"压缩包里的“{name}”已经损坏") from error
        if len(data) != info.file_size:
            raise PackageError(f"压缩包里的“{name}”与登记的大小不符")
        return data


def open_bounded(data: bytes | Path, bounds: Bounds = DEFAULT_BOUNDS, *, each: bool = True) -> BoundedZip:
    """Judge a package by its directory and open it.

    Arguments:
        data: the whole file, or where it is.
        bounds: what is too much.
        each: whether one part that is too much refuses the package; else it is refused when it is read.

    Raises:
        PackageError: not a zip file, damaged, encrypted, with two parts of one name, or larger
            than the bounds allow.
    """
    try:
        archive = _opened(data)
        infos = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, NotImplementedError) as error:
        raise PackageError("不是完整的压缩包，可能没有下载完或已经损坏") from error
    if len(infos) > bounds.entries:
        raise PackageError(f"压缩包里有{len(infos)}个文件，超过上限{bounds.entries}个")
    if len({info.filename for info in infos}) != len(infos):
        raise PackageError("压缩包里有重名的文件")
    for info in infos if each else ():
        _judge(info, bounds)
    total = sum(info.file_size for info in infos)
    if total > bounds.total:
        raise PackageError(f"压缩包展开后有{total // _MIB}兆字节，超过上限{bounds.total // _MIB}兆")
    return BoundedZip(archive, None if each else bounds)


def _opened(data: bytes | Path) -> zipfile.ZipFile:
    """The archive, names without the UTF-8 flag taken for GBK as Windows in China writes them."""
    file = data if isinstance(data, Path) else io.BytesIO(data)
    try:
        return zipfile.ZipFile(file, metadata_encoding="gb18030")
    except UnicodeDecodeError:
        return zipfile.ZipFile(file)


def _judge(info: zipfile.ZipInfo, bounds: Bounds) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise PackageError("压缩包加了密码")
    if info.file_size > bounds.part:
        size, limit = info.file_size // _MIB, bounds.part // _MIB
        raise PackageError(f"压缩包里的“{info.filename}”展开后有{size}兆字节，超过上限{limit}兆")
    if info.file_size > bounds.ratio_from and info.file_size > bounds.ratio * max(info.compress_size, 1):
        raise PackageError(f"压缩包里的“{info.filename}”压缩比超过{bounds.ratio}倍，像是恶意文件")
