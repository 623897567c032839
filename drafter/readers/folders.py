"""The documents of a folder: searched to the bottom, what is none passed over, links not followed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

__all__ = ["files_below", "is_hidden", "is_no_document"]

# What lies in a folder of speeches and is none; a file named on the command line is tried all the same.
_NO_DOCUMENTS = re.compile(
    r"\.(?:xlsx?|et|csv|pptx?|dps|jpe?g|png|gif|bmp|tiff?|svg|mp3|mp4|wav|avi|mov|rar|7z|gz|tar|exe|dll|lnk|ini"
    r"|db(?:-wal|-shm|-journal)?|sqlite|py|js|css|ya?ml|toml|json|log|tmp|bak)",
    re.IGNORECASE,
)
#: Hidden files, the lock files of Word and WPS, and what macOS puts beside every file of a zip.
_HIDDEN = (".", "~$", "__MACOSX")


def files_below(folder: Path, outside: list[Path] | None = None) -> Iterator[Path]:
    """The files of a folder and of all below it, sorted by name; hidden ones are passed over.

    Links to folders are not followed, so that a link to a folder above makes no endless search; nor are
    those that lead out of the folder, which is what whoever gave it meant to give.

    Arguments:
        folder: where to look.
        outside: gets the links that lead out.

    Raises:
        OSError: a folder cannot be opened.
    """

    def refuse(error: OSError) -> None:
        raise error

    top = folder.resolve()
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in sorted(names):
            path = Path(root, name)
            if is_hidden(name) or not path.is_file():
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(top):
                if outside is not None:
                    outside.append(path)
                continue
            yield path


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is none that the writer put there."""
    return name.startswith(_HIDDEN) and name != ".."


def is_no_document(name: str) -> bool:
    """Whether the name says that the file is no document: a picture, a spreadsheet, a program.

    Arguments:
        name: a file's name, with or without folders.
    """
    return _NO_DOCUMENTS.fullmatch(PurePosixPath(name).suffix) is not None
