"""PDF with a text layer: characters with their places back to lines, lines back to paragraphs.

A PDF knows no paragraphs. What the standard for official documents sets tells them: the first line of each
is indented by two characters, lines but the last reach the right edge, page numbers stand alone at the foot.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.errors import Problem, ReadError
from drafter.readers.pdf_pages import Box, PdfError, has_library, read_pages
from drafter.readers.source import Dropped, SourceText

__all__ = ["read_pdf"]

INSTALL = "pip install jianggao[pdf]（离线的机器：下载 pypdfium2 的 wheel 再装）"
"""How the library comes to a machine."""

#: Characters on a page below which a page with pictures is a scan.
_FEWEST = 8
#: Share of the page's height at its head and foot in which running heads and page numbers stand.
_MARGIN = 0.09
_PAGE_NUMBER = re.compile(
    r"^[\s\-—–－_·.|]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–－_·.|]*$"
)
#: What begins a paragraph even where the typesetting does not say so.
_BEGINS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]\s?(?=[一-鿿])|（\d{1,2}）"
    r"|第[一二三四五六七八九十]{1,3}[，、章节条]|[一二三四五六七八九十][是要]|——)"
)
_ENDS = re.compile("[。！？：；…”’）》】]$")
_HAN = re.compile("[一-鿿]")


@dataclass(slots=True)
class _Line:
    """A line of a page, in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    height: float
    page: int


def read_pdf(data: bytes, name: str) -> SourceText:
    """The paragraphs of a PDF.

    Arguments:
        data: its bytes.
        name: what to call it in messages.

    Raises:
        ReadError: R034 the library is not installed; R035 it cannot be opened (damaged, or a password);
            R036 it is a scan without text; R037 it has too many pages.
    """
    pages = _pages(data, name)
    characters = sum(len(line.text) for lines in pages for line in lines)
    if characters < _FEWEST * max(1, len(pages)):
        mend = "请先做文字识别（OCR），或找原来的 Word 文件"
        raise _error("R036", "这份 PDF 是扫描件，里面没有文字", name, mend)
    dropped: list[Dropped] = []
    kept = [_without_margins(lines, pages, dropped) for lines in pages]
    paragraphs = list(_paragraphs([line for lines in kept for line in lines]))
    return SourceText(name, tuple(paragraphs), trusted=True, dropped=tuple(dropped))


def _pages(data: bytes, name: str) -> list[list[_Line]]:
    if not has_library():
        mend = f"{INSTALL}；或用 Word、WPS 打开后另存为 .docx"
        raise _error("R034", "读 PDF 要装 pypdfium2，这里没有", name, mend)
    try:
        return [
            _in_columns(_rows(page.boxes, number), page.width / 2)
            for number, page in enumerate(read_pages(data))
        ]
    except PdfError as error:
        raise _refused(error, name) from error


def _refused(error: PdfError, name: str) -> ReadError:
    if error.reason == "pages":
        message, mend = f"这份 PDF 有{error.number}页，太长了", "请只留下要读的那一篇讲话"
        return _error("R037", message, name, mend)
    if error.reason == "slow":
        where = f"第{error.number}页" if error.number else ""
        message = f"这份 PDF {where}内容多得不正常，没有读"
        return _error("R037", message, name, "请用 Word、WPS 打开后另存为 .docx，或找原来的文件")
    return _error("R035", "这份 PDF 打不开，可能坏了或加了密码", name, "请去掉密码，或重新导出")


def _rows(boxes: Sequence[Box], page: int) -> list[_Line]:
    """Characters that stand at one height, parted where a gap is wider than three characters."""
    if not boxes:
        return []
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: ((box[3] + box[4]) / 2, box[1])):
        middle, tall = (box[3] + box[4]) / 2, box[4] - box[3]
        if rows and abs(middle - _middle(rows[-1])) < 0.5 * max(tall, rows[-1][0][4] - rows[-1][0][3]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [line for row in rows for line in _parted(sorted(row, key=lambda box: box[1]), page)]


def _middle(row: Sequence[Box]) -> float:
    """The median height of characters that stand in the order of their heights."""
    one, other = row[(len(row) - 1) // 2], row[len(row) // 2]
    return (one[3] + one[4] + other[3] + other[4]) / 4


def _parted(row: Sequence[Box], page: int) -> Iterator[_Line]:
    size = median(box[4] - box[3] for box in row)
    run = [row[0]]
    for box in row[1:]:
        if box[1] - run[-1][2] > 3 * size:
            yield _line(run, size, page)
            run = [box]
        else:
            run.append(box)
    yield _line(run, size, page)


def _line(run: Sequence[Box], size: float, page: int) -> _Line:
    text = run[0][0]
    for before, box in pairwise(run):
        # Between letters and digits a gap is a space; between Chinese characters it is typesetting.
        latin = before[0].isascii() and box[0].isascii()
        text += (" " if latin and box[1] - before[2] > 0.25 * size else "") + box[0]
    return _Line(text, run[0][1], run[-1][2], min(box[3] for box in run), size, page)


def _in_columns(lines: list[_Line], middle: float) -> list[_Line]:
    """Of a page in two columns the left one, then the right; whatever runs across parts the page."""
    across = [line for line in lines if line.left < middle - 10 and line.right > middle + 10]
    beside = [line for line in lines if line not in across]
    left = [line for line in beside if line.right <= middle + 10]
    right = [line for line in beside if line.left >= middle - 10]
    if len(left) < 4 or len(right) < 4 or len(across) > len(beside) / 3:
        return sorted(lines, key=lambda line: (line.top, line.left))
    tops = {round(line.top) for line in left}
    if sum(round(line.top) in tops for line in right) < len(right) / 2:
        return sorted(lines, key=lambda line: (line.top, line.left))
    bands = [line.top for line in sorted(across, key=lambda line: line.top)]

    def order(line: _Line) -> tuple[int, int, float]:
        band = sum(top < line.top for top in bands)
        return (band, 0 if line in across else 1 if line.right <= middle + 10 else 2, line.top)

    return sorted(lines, key=order)


def _without_margins(lines: list[_Line], pages: Sequence[list[_Line]], dropped: list[Dropped]) -> list[_Line]:
    """Without page numbers and what stands at the head or foot of most pages."""
    if not lines:
        return []
    top, bottom = min(line.top for line in lines), max(line.top for line in lines)
    repeated = _repeated(pages)
    kept = []
    for line in lines:
        edge = line.top <= top + 2 or line.top >= bottom - 2
        number = edge and _PAGE_NUMBER.match(line.text) is not None
        running = edge and len(pages) > 2 and line.text.strip() in repeated
        if number or running:
            dropped.append(Dropped("page-number" if number else "chrome", line.text, line.page + 1))
        else:
            kept.append(line)
    return kept


def _repeated(pages: Sequence[list[_Line]]) -> set[str]:
    edges: Counter[str] = Counter()
    for lines in pages:
        if lines:
            ordered = sorted(lines, key=lambda line: line.top)
            edges.update({ordered[0].text.strip(), ordered[-1].text.strip()})
    return {text for text, count in edges.items() if count > len(pages) / 2}


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    if not lines:
        return
    size = median(line.height for line in lines)
    long = [line for line in lines if line.right - line.left > 12 * size]
    left = median(sorted(line.left for line in long)[: max(1, len(long) // 2)]) if long else lines[0].left
    left = min((line.left for line in long), default=left)
    right = _edge(long or lines)
    paragraph = ""
    before: _Line | None = None
    for line in lines:
        if before is not None and _begins_anew(before, line, left, right, size):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = _joined(paragraph, line.text)
        before = line
    yield paragraph


def _edge(lines: Sequence[_Line]) -> float:
    """Where full lines end: the right edge that most of the longest share."""
    ends = sorted((line.right for line in lines), reverse=True)
    return median(ends[: max(1, len(ends) // 3)])


def _begins_anew(before: _Line, line: _Line, left: float, right: float, size: float) -> bool:
    """Whether a line begins a paragraph."""
    short = before.right < right - 1.6 * size
    indented = line.left > left + 1.2 * size
    ended = _ENDS.search(before.text) is not None
    other_size = abs(line.height - before.height) > 0.18 * size
    if other_size or (_BEGINS.match(line.text) and (short or ended)):
        return True
    if short:
        # A line that stops before the edge ends its paragraph; a centred title may go on in the next line.
        centred = before.left > left + 1.2 * size and line.left > left + 1.2 * size
        return not (
            centred
            and not ended
            and _is_centred(before, left, right)
            and _is_centred(line, left, right)
            and before.height == line.height
            and before.height > 1.2 * size
        )
    return indented and ended


def _is_centred(line: _Line, left: float, right: float) -> bool:
    return abs((line.left - left) - (right - line.right)) < line.height


def _joined(before: str, line: str) -> str:
    if before and before[-1].isascii() and line[:1].isascii() and before[-1].isalnum() and line[:1].isalnum():
        return f"{before} {line}"
    return before + line


def _error(code: str, message: str, name: str, mend: str) -> ReadError:
    return ReadError(Problem(code, message, name, mend=mend))
