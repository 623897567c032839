"""PDF: lines back to paragraphs, page numbers away, scans told."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.readers import read_as_written, read_speech_bytes
from drafter.readers.pdf import read_pdf
from drafter.speech import parse_speech, speech_text
from drafter.writers import write_docx
from drafter.writers.docx_file import DocxFile

pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 (extra pdf) is not installed")
SPEECHES = Path(__file__).parents[2] / "samples" / "speeches"
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


def _printed(data: bytes, folder: Path) -> bytes:
    (folder / "a.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (folder / "a.pdf").read_bytes()


@pytest.mark.soffice
@needs_soffice
def test_a_printed_speech_says_what_it_said(tmp_path: Path) -> None:
    path = sorted(SPEECHES.glob("*.txt"))[3]
    speech = parse_speech(path.read_text("utf-8"))
    data = _printed(write_docx(speech), tmp_path)
    found = read_speech_bytes(data, "印出来的.docx")
    assert [section.heading for section in found.sections] == [section.heading for section in speech.sections]
    wanted, given = speech_text(speech).split("\n"), set(speech_text(found).split("\n"))
    assert sum(line in given for line in wanted) >= 0.95 * len(wanted)
    source = read_as_written(data, "a.pdf")
    assert {one.reason for one in source.dropped} == {"page-number"}
    assert not any(text.strip("—- ").isdigit() for text in source.paragraphs)


@pytest.mark.soffice
@needs_soffice
@pytest.mark.parametrize("space", [425, 720])
def test_columns_are_read_one_after_the_other(tmp_path: Path, space: int) -> None:
    speech = parse_speech(sorted(SPEECHES.glob("*.txt"))[3].read_text("utf-8"))
    file = DocxFile(write_docx(speech))
    columns = f'<w:cols w:num="2" w:space="{space}"/><w:docGrid'.encode()
    file.change(file.main, file.document.replace(b"<w:docGrid", columns))
    found = read_speech_bytes(_printed(file.save(), tmp_path), "两栏.pdf")
    assert [section.heading for section in found.sections] == [section.heading for section in speech.sections]
    # LibreOffice leaves out some marks that hang over the end of a stretched line.
    wanted, given = _words(speech_text(speech)), _words(speech_text(found))
    assert sum(line in given for line in wanted) >= 0.95 * len(wanted)


def _words(text: str) -> list[str]:
    return [re.sub(r"\W", "", line) for line in text.split("\n")]


def _empty_page() -> bytes:
    document = pdfium.PdfDocument.new()
    document.new_page(595, 842)
    import io

    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_scan_is_told_to_be_one() -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(_empty_page(), "扫描.pdf")
    (problem,) = error.value.problems
    assert problem.code == "R036"
    assert "文字识别" in problem.mend


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.4\n" + b"\xff" * 2000, b"%PDF-"])
def test_a_broken_one_is_one_line(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(data, "坏.pdf")
    assert error.value.problems[0].code == "R035"


def test_without_the_library_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(ReadError) as error:
        read_pdf(_empty_page(), "a.pdf")
    (problem,) = error.value.problems
    assert problem.code == "R034"
    assert "jianggao[pdf]" in problem.mend
