"""The characters of a PDF with their places, read in a process of its own that may be stopped.

A page's instructions may draw ten million characters, or call each other a billion times, and the library
that follows them is C: nothing of ours can interrupt it. So it works in a child process with a bound on its
memory, and a page that keeps it longer than any real one does is given up together with the process.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

__all__ = ["MOST_PAGES", "Box", "Page", "PdfError", "has_library", "read_pages"]

MOST_PAGES = 500
#: Characters of one page: A4 full of the smallest print has some 15,000.
_MOST_CHARACTERS = 40_000
#: Seconds for one page: one of a speech takes a hundredth, and a machine may be busy.
_SLOWEST = 1.5
#: Seconds until the child has opened the document.
_OPENING = 10.0
#: Bytes of memory that the child may take beyond the document (Linux; others have the time alone).
_MEMORY = 160 * 2**20


class Box(NamedTuple):
    """A character and its place, in points from the top left."""

    character: str
    left: float
    right: float
    top: float
    bottom: float


class Page(NamedTuple):
    """A page's width and height in points, and its characters in the order of the file."""

    width: float
    height: float
    boxes: list[Box]


class PdfError(Exception):
    """Why a PDF was not read.

    Arguments:
        reason: ``damaged``; ``pages``, with their number; ``slow``, with the page's 1-based number.
        number: see there.
    """

    def __init__(self, reason: str, number: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.number = reason, number


def has_library() -> bool:
    """Whether the library is on this machine."""
    try:
        return importlib.util.find_spec("pypdfium2") is not None
    except ValueError:  # somebody has put None in its place
        return False


def read_pages(data: bytes) -> Iterator[Page]:
    """The pages of a document, one by one.

    Arguments:
        data: its bytes.

    Raises:
        PdfError: see there.
    """
    # This file is run as it is: nothing of the program but it is loaded in the child.
    process = subprocess.Popen(
        [sys.executable, "-I", str(Path(__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        threading.Thread(target=_feed, args=(process.stdin, data), daemon=True).start()
        lines: queue.Queue[bytes] = queue.Queue(maxsize=8)
        threading.Thread(target=_collect, args=(process.stdout, lines), daemon=True).start()
        opened = _next(lines, _OPENING, 0)
        if "pages" not in opened:
            raise PdfError("damaged")
        if opened["pages"] > MOST_PAGES:
            raise PdfError("pages", opened["pages"])
        for number in range(1, opened["pages"] + 1):
            page = _next(lines, _SLOWEST, number)
            if "boxes" not in page:
                raise PdfError(page["reason"], number)
            yield Page(page["width"], page["height"], [Box(*box) for box in page["boxes"]])
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _next(lines: queue.Queue[bytes], seconds: float, number: int) -> dict[str, Any]:
    try:
        line = lines.get(timeout=seconds)
    except queue.Empty:
        raise PdfError("slow", number) from None
    try:
        found: dict[str, Any] = json.loads(line)
    except ValueError:  # it died: of its memory, or of the document
        raise PdfError("slow" if number else "damaged", number) from None
    return found


def _feed(stream: IO[bytes], data: bytes) -> None:
    with contextlib.suppress(OSError):  # it has seen enough, or is dead
        stream.write(data)
        stream.close()


def _collect(stream: IO[bytes], lines: queue.Queue[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError):  # closed
        for line in stream:
            lines.put(line)
    lines.put(b"")


def _child() -> None:
    """In the child: a line with the number of pages, then a line a page."""
    import pypdfium2 as pdfium

    data = sys.stdin.buffer.read()
    _bound_memory()
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError:
        _tell({"reason": "damaged"})
        return
    _tell({"pages": count})
    for number in range(min(count, MOST_PAGES)):
        try:
            _tell(_page(document[number]))
        except pdfium.PdfiumError:
            _tell({"reason": "damaged"})
            return


def _page(page: Any) -> dict[str, Any]:
    width, height = page.get_size()
    text = page.get_textpage()
    count = text.count_chars()
    if count > _MOST_CHARACTERS:
        return {"reason": "slow"}
    boxes = []
    for at in range(count):
        character = text.get_text_range(at, 1)
        if not character or character.isspace() or character in "\ufffe\uffff\x00\x02":
            continue
        left, bottom, right, top = text.get_charbox(at, loose=True)
        if right > left:
            boxes.append((character, left, right, height - top, height - bottom))
    text.close()
    return {"width": width, "height": height, "boxes": boxes}


def _bound_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # no such thing on Windows
        import resource

        limit = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 + _MEMORY
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _tell(what: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    _child()
