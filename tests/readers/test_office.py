"""Documents that LibreOffice reads for us: what they are, what they say, what goes wrong."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from drafter.errors import ReadError
from drafter.readers import office, read_speech_bytes
from drafter.readers.office import FILTERS, kind_of_office, read_office
from drafter.speech import parse_speech, speech_text
from drafter.writers import write_docx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SPEECH = parse_speech(
    "在全镇防汛工作会议上的讲话\n（2026年5月6日）\n同志们：\n今天开会，说说防汛。\n一、看清汛情\n雨来得早，也来得偏。\n"
    "第一，隐患还在。水库要查。\n第二，苗头要防。人要在岗。\n二、守住要害\n堤要守，人要转。\n谢谢大家！"
)
TARGETS = {"doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt", "wps": "doc:MS Word 97"}
needs_soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OLE + b"x", "doc"),
        (b"{\\rtf1 ...", "rtf"),
        (b"  {\\RTF1 ...", "rtf"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
        (b"PK\x03\x04[Content_Types].xml", ""),
        ("同志们：".encode(), ""),
        (b"", ""),
    ],
)
def test_what_it_is_is_told_by_its_bytes(data: bytes, kind: str) -> None:
    assert kind_of_office(data) == kind


@pytest.mark.parametrize("stream", ["Workbook", "PowerPoint Document", "EncryptedPackage"])
def test_what_is_no_text_is_refused_at_once(stream: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: pytest.fail("LibreOffice was asked"))
    with pytest.raises(ReadError) as error:
        read_office(OLE + stream.encode("utf-16-le"), "旧稿.doc", "doc")
    assert error.value.problems[0].code == "R033"


@pytest.mark.parametrize("kind", FILTERS)
def test_without_libreoffice_it_says_how_to_get_it(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_soffice", lambda: None)
    with pytest.raises(ReadError) as error:
        read_office(b"data", f"旧稿.{kind}", kind)
    (problem,) = error.value.problems
    assert problem.code == "R030"
    assert "LibreOffice" in problem.mend
    assert "\n" not in str(problem)


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The speech in every old format, as LibreOffice writes it."""
    folder = tmp_path_factory.mktemp("old")
    (folder / "a.docx").write_bytes(write_docx(SPEECH))
    made = {}
    for kind, target in TARGETS.items():
        command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", target, "--outdir", str(folder), str(folder / "a.docx")]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        made[kind] = (folder / f"a.{target.partition(':')[0]}").read_bytes()
    return made


@pytest.mark.soffice
@needs_soffice
@pytest.mark.parametrize("kind", TARGETS)
def test_an_old_document_says_what_it_said(kind: str, old_files: dict[str, bytes]) -> None:
    # The name's ending is nobody's business: an old file called .txt is still what it is.
    assert speech_text(read_speech_bytes(old_files[kind], "旧稿.txt")) == speech_text(SPEECH)


@pytest.mark.soffice
@needs_soffice
def test_nothing_of_it_stays_behind(
    old_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_speech_bytes(old_files["rtf"], "--convert-to=x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.soffice
@needs_soffice
def test_a_broken_one_is_one_line(old_files: dict[str, bytes]) -> None:
    with pytest.raises(ReadError) as error:
        read_speech_bytes(old_files["doc"][:600], "坏.doc")
    assert "\n" not in str(error.value)


@pytest.mark.soffice
@needs_soffice
def test_one_that_takes_too_long_is_stopped(
    old_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "TIME", 0.05)
    monkeypatch.setattr(office, "_bounded", lambda: None)
    with pytest.raises(ReadError) as error:
        read_speech_bytes(old_files["rtf"], "旧稿.rtf")
    assert error.value.problems[0].code == "R031"
