"""Pages as LibreOffice sets them: lines a page, characters a line, margins, page numbers, faces.

One conversion for the whole file; skipped with the reason where LibreOffice or the stand-in fonts
of tools/fonts are missing.
"""

from __future__ import annotations

import functools
import itertools
import shutil
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from drafter.speech import Speech
from drafter.writers import READING, write_docx

pytestmark = pytest.mark.soffice

MM = 72 / 25.4
PITCH = 28.95
STAND_INS = {
    "方正小标宋简体": "FandolSong",
    "仿宋_GB2312": "FandolFang",
    "楷体_GB2312": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
    "Times New Roman": "Liberation Serif",
}

_PLAIN = "安全生产责任重于泰山必须时时放心不下" * 20
_TITLE = "在2026年全市安全生产工作会议暨第一季度防范重大安全风险调度会上的讲话"


def _missing() -> str:
    """Why nothing can be rendered here, or ""."""
    for tool, package in (
        ("soffice", "libreoffice-writer"),
        ("fc-match", "fontconfig"),
        ("pdffonts", "poppler-utils"),
    ):
        if shutil.which(tool) is None:
            return f"没有 {tool}（apt 包：{package}）"
    for name, stand_in in STAND_INS.items():
        found = subprocess.run(
            ["fc-match", "-f", "%{family[0]}", name], capture_output=True, text=True, check=True, timeout=60
        ).stdout
        if found != stand_in:
            return f"{name} 没有替代字体（运行 tools/fonts/install.sh）"
    return ""


def _plain_speech():
    return Speech(opening=(_PLAIN,) * 8)


def _short_speech():
    return Speech(title="致辞", salutation="各位来宾", opening=("欢迎大家来到临江。",))


@pytest.fixture(scope="module")
def rendered(tmp_path_factory, speech_of):
    """The PDF of every document that is looked at, by name."""
    reason = _missing()
    if reason:
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("render")
    documents = {
        "plain": write_docx(_plain_speech()),
        "long": write_docx(speech_of(repeats=12, title=_TITLE)),
        "short": write_docx(_short_speech()),
        "reading": write_docx(speech_of(repeats=2), profile=READING),
        "again": write_docx(speech_of(), reference=write_docx(speech_of())),
    }
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--infilter=MS Word 2007 XML", "--convert-to", "pdf", "--outdir", str(folder)),
            *(str(folder / f"{name}.docx") for name in documents),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    # LibreOffice says 0 for files it never wrote.
    pdfs = {name: folder / f"{name}.pdf" for name in documents}
    assert [name for name, pdf in pdfs.items() if not pdf.is_file() or pdf.stat().st_size < 1000] == []
    return pdfs


@pytest.fixture(scope="module")
def pages_of(rendered):
    """The pages of a document: characters of the text, by line, and of the footer."""
    import pdfplumber

    @functools.cache
    def read(name):
        with pdfplumber.open(rendered[name]) as pdf:
            return [_Page(page) for page in pdf.pages]

    return read


class _Page:
    def __init__(self, page):
        self.height, self.width = float(page.height), float(page.width)
        floor = self.height - 34 * MM
        self.text = [char for char in page.chars if char["top"] < floor and char["text"].strip()]
        self.footer = [char for char in page.chars if char["top"] >= floor]
        self.yellow = [rect for rect in page.rects if rect.get("non_stroking_color") == (1, 1, 0)]
        lines = defaultdict(list)
        for char in self.text:
            lines[round((char["bottom"] - 37 * MM) / PITCH)].append(char)
        self.lines = [sorted(lines[at], key=lambda char: char["x0"]) for at in sorted(lines)]

    def slots(self, pitch=PITCH):
        """Lines of the type area from its top to the last line used, empty ones included."""
        return round((max(char["bottom"] for char in self.text) - 37 * MM) / pitch)

    def fonts(self, at):
        return {char["fontname"].partition("+")[2].partition("-")[0] for char in self.lines[at]}


def words(line):
    return "".join(char["text"] for char in line)


def test_22_lines_a_page(pages_of):
    pages = pages_of("plain")
    assert len(pages) >= 4
    assert [len(page.lines) for page in pages[:-1]] == [22] * (len(pages) - 1)


def test_28_characters_a_line(pages_of):
    counts = Counter(len(line) for page in pages_of("plain") for line in page.lines)
    # 360 characters a paragraph: 26 on the indented first line, 11 full lines, and the rest.
    assert counts[28] == 8 * 11
    assert max(counts) == 28


def test_pages_of_a_whole_speech_are_full(pages_of):
    """Only a page that ends before a heading kept with its text may have one line less, or two."""
    pages = pages_of("long")
    assert len(pages) >= 6
    for page, following in itertools.pairwise(pages):
        kept = words(following.lines[0]).startswith(("一、", "二、", "三、", "（", "1."))
        assert page.slots() == 22 or (kept and page.slots() == 21), words(following.lines[0])


def test_margins_in_millimetres(pages_of):
    """37 top, 35 bottom, 28 left, 26 right, ± 1: an exact line keeps its leading above and below."""
    leading = (PITCH - 16) / 2
    for page in pages_of("plain")[:-1]:
        top = (min(char["top"] for char in page.text) - leading) / MM
        bottom = (page.height - max(char["bottom"] for char in page.text) - leading) / MM
        left = min(char["x0"] for char in page.text) / MM
        right = (page.width - max(char["x1"] for char in page.text)) / MM
        assert (top, bottom, left, right) == pytest.approx((37, 35, 28, 26), abs=1)


def test_page_numbers_stand_outside_one_character_in(pages_of):
    for number, page in enumerate(pages_of("long"), 1):
        assert words(page.footer) == f"— {number} —"
        left = page.footer[0]["x0"] / MM
        right = (page.width - page.footer[-1]["x1"]) / MM
        em = 14 / MM
        assert (right if number % 2 else left) == pytest.approx((26 if number % 2 else 28) + em, abs=1)
        dash = (page.footer[0]["top"] + page.footer[0]["bottom"]) / 2
        assert (dash - (page.height - 35 * MM)) / MM == pytest.approx(7, abs=1)
        assert {char["fontname"].partition("+")[2] for char in page.footer if char["text"] != " "} == {
            "FandolSong-Regular"
        }
        assert {round(char["size"]) for char in page.footer} == {14}


def test_faces_are_embedded_and_none_is_guessed(rendered):
    listed = subprocess.run(
        ["pdffonts", str(rendered["long"])], capture_output=True, text=True, check=True, timeout=60
    ).stdout.splitlines()[2:]
    families = {line.split()[0].partition("+")[2].partition("-")[0] for line in listed}
    assert families == {"FandolSong", "FandolFang", "FandolKai", "FandolHei", "LiberationSerif"}
    assert all("yes yes" in line for line in listed), "embedded and subset"


def test_each_kind_of_line_has_its_face(pages_of):
    faces = {}
    for page in pages_of("long"):
        for at, line in enumerate(page.lines):
            for start in ("一、", "（一）", "1.", "（1）", "同志们：", "——2026"):
                if words(line).startswith(start):
                    faces.setdefault(start, page.fonts(at))
    latin = {"LiberationSerif"}
    assert faces["一、"] == {"FandolHei"}
    assert faces["（一）"] == {"FandolKai"}
    assert faces["1."] == {"FandolFang"} | latin
    assert faces["（1）"] == {"FandolFang"} | latin
    assert faces["同志们："] == {"FandolFang"}
    assert faces["——2026"] == {"FandolKai"} | latin


def test_quotes_and_dashes_are_chinese_and_digits_western(pages_of):
    fonts = defaultdict(set)
    for page in pages_of("long"):
        for char in page.text:
            kind = "mark" if char["text"] in "“”—…" else "digit" if char["text"] in "0123456789%" else ""
            fonts[kind].add(char["fontname"].partition("+")[2].partition("-")[0])
    assert fonts["mark"] <= {"FandolFang", "FandolKai"}
    assert fonts["digit"] == {"LiberationSerif"}


def test_a_run_in_lead_stands_in_kaiti_within_its_paragraph(pages_of):
    lines = [line for page in pages_of("long") for line in page.lines if words(line).startswith("一要")]
    (line,) = lines
    lead = [char for char in line[: len("一要压实第1类企业的主体责任。")] if char["text"] != "1"]
    rest = line[len("一要压实第1类企业的主体责任。") :]
    assert {char["fontname"].partition("+")[2] for char in lead} == {"FandolKai-Regular"}
    assert rest
    assert {char["fontname"].partition("+")[2] for char in rest} == {"FandolFang-Regular"}


def test_missing_facts_are_yellow(pages_of):
    assert any(page.yellow for page in pages_of("long"))


def test_the_title_is_centred_on_its_lines(pages_of):
    page = pages_of("long")[0]
    assert [words(line) for line in page.lines[:2]] == [
        "在2026年全市安全生产工作会议暨",
        "第一季度防范重大安全风险调度会上的讲话",
    ]
    middle = (28 * MM + page.width - 26 * MM) / 2
    for line in page.lines[:2]:
        assert (line[0]["x0"] + line[-1]["x1"]) / 2 == pytest.approx(middle, abs=2)


def test_headings_and_only_headings_stand_in_the_outline(rendered):
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfparser import PDFParser

    with Path(rendered["long"]).open("rb") as file:
        outline = [(level, title) for level, title, *_ in PDFDocument(PDFParser(file)).get_outlines()]
    assert outline == [
        (1, "一、提高政治站位，把握工作主动权"),
        (2, "（一）织密“横向到边”责任网"),
        (3, "1.抓排查"),
        (4, "（1）查重点企业"),
        (1, "二、突出重点环节，织密防控网络"),
        (1, "三、加强组织领导，凝聚工作合力"),
    ]


def test_a_short_speech_is_one_page(pages_of):
    (page,) = pages_of("short")
    assert [words(line) for line in page.lines] == ["致辞", "各位来宾：", "欢迎大家来到临江。"]
    tops = [line[0]["bottom"] for line in page.lines]
    assert (tops[1] - tops[0]) / PITCH == pytest.approx(2, abs=0.2), "one empty line below the title"


def test_the_reading_copy_is_large(pages_of):
    pages = pages_of("reading")
    sizes = Counter(round(char["size"]) for page in pages for char in page.text)
    assert sizes.most_common(1)[0][0] == 18
    assert max(sizes) == 24
    assert all(page.slots(33) in (18, 19) for page in pages[:-1])


def test_a_reference_of_our_own_make_renders_the_same_page(pages_of):
    page = pages_of("again")[0]
    assert page.slots() in (21, 22)
    assert words(page.lines[0]) == "在全市安全生产工作会议上的讲话"
    assert words(page.footer) == "— 1 —"
