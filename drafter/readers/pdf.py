"""PDF with a text layer: characters with their places back to lines, lines back to paragraphs.

A PDF knows no paragraphs. What the standard for official documents sets tells them: the first line of each
is indented by two characters, lines but the last reach the right edge, page numbers stand alone at the foot.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from drafter.errors import Problem, ReadError
from drafter.readers.pdf_pages import Box, PdfError, has_library, read_pages
from drafter.readers.source import Dropped, SourceText
from drafter.speech.salutation import read_salutation

__all__ = ["read_pdf"]

INSTALL = "pip install jianggao[pdf]（离线的机器：下载 pypdfium2 的 wheel 再装）"
"""How the library comes to a machine."""

#: Characters on a page below which a page with pictures is a scan.
_FEWEST = 8
#: Rows with text on both sides of a place from which that place may be a gutter.
_FEWEST_ROWS = 4
#: Width from which a gap is a gutter, in characters: Word's own is 0.5 inch, newspapers go down to one.
_NARROWEST = 0.8
#: Places looked at on a page: the gutter is among the commonest, or there is none.
_MOST_PLACES = 12
#: Marks that typesetting hangs over the end of a full line, into the gutter.
_HANGING = "，。、；：！？”’）》】〉,.;:!?)"
#: Share of the page's height at its head and foot in which running heads and page numbers stand.
_MARGIN = 0.09
_PAGE_NUMBER = re.compile(
    r"^[\s\-—–－_·.|]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／]\s*(?:共\s*)?\d{1,4}\s*页?)?[\s\-—–－_·.|]*$"
)
#: What begins a paragraph even where the typesetting does not say so.
_BEGINS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]\s?(?=[一-鿿])|（\d{1,2}）"
    r"|第[一二三四五六七八九十]{1,3}[章节条])"
)
#: What begins a paragraph or goes on in one.
_MAY_BEGIN = re.compile(r"^(?:第[一二三四五六七八九十]{1,3}[，、]|[一二三四五六七八九十][是要]|——)")
#: The line of its own that says the day, under the title.
_DATED = re.compile(r"^（\d{4}年\d{1,2}月(?:\d{1,2}日)?）$")
_ENDS = re.compile("[。！？：；…”’）》】]$")


@dataclass(slots=True)
class _Line:
    """A line of a page, in points from the top left."""

    text: str
    left: float
    right: float
    top: float
    height: float
    page: int
    column: int = 0
    """1 the left column, 2 the right one, 0 where the page has but one and for what runs across both."""


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
    pages: list[list[_Line]] = []
    gutter: float | None = None
    try:
        for number, page in enumerate(read_pages(data)):
            rows = _rows(page.boxes)
            gutter = _gutter(rows, page.width, gutter)
            pages.append(_in_columns([line for row in rows for line in _parted(row, gutter, number)], gutter))
    except PdfError as error:
        raise _refused(error, name) from error
    return pages


def _refused(error: PdfError, name: str) -> ReadError:
    if error.reason == "pages":
        message, mend = f"这份 PDF 有{error.number}页，太长了", "请只留下要读的那一篇讲话"
        return _error("R037", message, name, mend)
    if error.reason == "slow":
        where = f"第{error.number}页" if error.number else ""
        message = f"这份 PDF {where}内容多得不正常，没有读"
        return _error("R037", message, name, "请用 Word、WPS 打开后另存为 .docx，或找原来的文件")
    return _error("R035", "这份 PDF 打不开，可能坏了或加了密码", name, "请去掉密码，或重新导出")


def _rows(boxes: Sequence[Box]) -> list[list[Box]]:
    """Characters that stand at one height, from left to right; the rows from top to bottom."""
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda box: ((box[3] + box[4]) / 2, box[1])):
        middle, tall = (box[3] + box[4]) / 2, box[4] - box[3]
        if rows and abs(middle - _middle(rows[-1])) < 0.5 * max(tall, rows[-1][0][4] - rows[-1][0][3]):
            rows[-1].append(box)
        else:
            rows.append([box])
    return [sorted(row, key=lambda box: box[1]) for row in rows]


def _middle(row: Sequence[Box]) -> float:
    """The median height of characters that stand in the order of their heights."""
    one, other = row[(len(row) - 1) // 2], row[len(row) // 2]
    return (one[3] + one[4] + other[3] + other[4]) / 4


def _gutter(rows: Sequence[Sequence[Box]], width: float, before: float | None) -> float | None:
    """Where the space between two columns stands on a page, in points; None for a page in one column.

    A gutter is a place in the middle of the page that few rows write over and that many rows have text on
    both sides of, or some on the one side and some on the other where the columns' lines are not level.

    Arguments:
        before: the gutter of the page before: a last page too short to tell may go on in its columns.
    """
    sized = [(row, _size(row)) for row in rows]
    best: float | None = None
    most = 0
    for place in _starts(sized, width):
        sides = Counter(_side(row, size, place) for row, size in sized)
        parted = sides["both"] + min(sides["left"], sides["right"])
        if parted > max(most, _FEWEST_ROWS - 1) and sides["across"] <= parted / 3:
            best, most = place, parted
    if best is None and before is not None:
        sides = Counter(_side(row, size, before) for row, size in sized)
        if sides["across"] <= len(rows) / 4:
            return before
    return best


def _starts(sized: Sequence[tuple[Sequence[Box], float]], width: float) -> list[int]:
    """Where in the middle of the page text begins after a space, in whole points, the commonest first."""
    found: Counter[int] = Counter()
    for row, size in sized:
        right = 0.0
        for box in row:
            if 0.3 * width <= box[1] <= 0.7 * width and box[1] - right >= 0.2 * size:
                found[int(box[1])] += 1
            right = box[2]
    return [place for place, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:_MOST_PLACES]]


def _side(row: Sequence[Box], size: float, place: float) -> str:
    """Whether the characters of a row stand left of a place, right of it, on both sides, or run across."""
    cut = bisect_left(row, place, key=lambda box: box[1])
    if cut == 0:
        return "right"
    before = row[cut - 1]
    hangs = before[0] in _HANGING
    if before[2] > place and not hangs:
        return "across"
    if cut == len(row):
        return "left"
    gap = row[cut][1] - before[2]
    if hangs and gap >= 0.2 * size:
        gap = row[cut][1] - before[1]
    return "both" if gap >= _NARROWEST * size else "across"


def _size(row: Sequence[Box]) -> float:
    """The size of the type, in points: a Chinese character is as wide as its type is large.

    How high a character's box is says less: fonts differ in what they put above and below.
    """
    wide = [box[2] - box[1] for box in row if _is_han(box[0])]
    return median(wide or [box[4] - box[3] for box in row])


def _parted(row: Sequence[Box], gutter: float | None, page: int) -> Iterator[_Line]:
    """The lines of a row: parted at the gutter, and where a gap is wider than three characters."""
    size = _size(row)
    beside = gutter is not None and _side(row, size, gutter) == "both"
    run = [row[0]]
    for box in row[1:]:
        at_gutter = beside and gutter is not None and run[-1][1] < gutter <= box[1]
        if at_gutter or box[1] - run[-1][2] > 3 * size:
            yield _line(run, page)
            run = [box]
        else:
            run.append(box)
    yield _line(run, page)


def _line(run: Sequence[Box], page: int) -> _Line:
    size, text = _size(run), run[0][0]
    usual = median([box[1] - before[2] for before, box in pairwise(run)] or [0.0])
    for before, box in pairwise(run):
        # Between letters and digits a gap is a space; between Chinese characters it is typesetting, unless it
        # is much wider than the line's others, as before a speaker's name.
        gap = box[1] - before[2]
        latin = before[0].isascii() and box[0].isascii()
        wide = _is_han(before[0]) and _is_han(box[0]) and gap - usual > 0.3 * size
        text += (" " if wide or (latin and gap > 0.25 * size) else "") + box[0]
    return _Line(text, run[0][1], run[-1][2], min(box[3] for box in run), size, page)


def _is_han(character: str) -> bool:
    return "一" <= character <= "鿿"


def _in_columns(lines: list[_Line], gutter: float | None) -> list[_Line]:
    """Of a page in two columns the left one, then the right; whatever runs across parts the page."""
    if gutter is None:
        return sorted(lines, key=lambda line: (line.top, line.left))
    for line in lines:
        hangs = line.height if line.text[-1:] in _HANGING else 0
        line.column = 1 if line.right - hangs <= gutter else 2 if line.left >= gutter else 0
    bands = sorted(line.top for line in lines if line.column == 0)
    return sorted(lines, key=lambda line: (bisect_left(bands, line.top), line.column, line.top))


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
    columns = {line.column for line in lines}
    edges = {column: _edges([line for line in lines if line.column == column], size) for column in columns}
    paragraph = ""
    before: _Line | None = None
    for line in lines:
        if before is not None and _begins_anew(before, line, edges, size):
            yield paragraph
            paragraph = line.text
        else:
            paragraph = _joined(paragraph, line.text)
        before = line
    yield paragraph


def _edges(lines: Sequence[_Line], size: float) -> tuple[float, float]:
    """Where full lines of a column begin and end: the right edge is the one most of the longest share."""
    long = [line for line in lines if line.right - line.left > 12 * size]
    left = min((line.left for line in long), default=lines[0].left)
    # A mark at the end of a line may hang over the edge.
    upright = [line for line in long or lines if line.text[-1:] not in _HANGING] or lines
    ends = sorted((line.right for line in upright), reverse=True)
    return left, median(ends[: max(1, len(ends) // 3)])


def _begins_anew(before: _Line, line: _Line, edges: Mapping[int, tuple[float, float]], size: float) -> bool:
    """Whether a line begins a paragraph."""
    left, right = edges[line.column]
    left_before, right_before = edges[before.column]
    short = before.right < right_before - 1.6 * size
    indented = line.left > left + 1.2 * size
    ended = _ENDS.search(before.text) is not None
    other_size = abs(line.height - before.height) > 0.18 * size
    other_band = (line.column == 0) != (before.column == 0)
    if other_size or other_band or _DATED.match(line.text) or _DATED.match(before.text):
        return True
    if line.page == 0 and not ended and read_salutation(line.text) is not None:
        return True
    if (_BEGINS.match(line.text) and (short or ended)) or (_MAY_BEGIN.match(line.text) and short):
        return True
    title = before.height == line.height > 1.2 * size
    stood_in = before.left > left_before + 0.6 * size
    centred = stood_in and _is_centred(before, left_before, right_before)
    if short:
        # A line that stops before the edge ends its paragraph; a centred title may go on in the next line.
        return not (centred and indented and not ended and _is_centred(line, left, right) and title)
    # A centred line that is nearly full, as of the speaker, ends where the next begins at the edge.
    if centred and not title and not indented and line.left < left + 0.5 * size:
        return True
    by_two = abs(line.left - left - 2 * size) < 0.5 * size
    return indented and (ended or (by_two and not centred and not title))


def _is_centred(line: _Line, left: float, right: float) -> bool:
    return abs((line.left - left) - (right - line.right)) < 0.6 * line.height


def _joined(before: str, line: str) -> str:
    if before and before[-1].isascii() and line[:1].isascii() and before[-1].isalnum() and line[:1].isalnum():
        return f"{before} {line}"
    return before + line


def _error(code: str, message: str, name: str, mend: str) -> ReadError:
    return ReadError(Problem(code, message, name, mend=mend))
