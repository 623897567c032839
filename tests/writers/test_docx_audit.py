"""openxml-audit finds nothing: schema, relationships and semantics of what we write."""

from __future__ import annotations

import datetime as dt

import pytest

from drafter.speech import Speech
from drafter.writers import GB, READING, Properties, write_docx


@pytest.fixture
def findings(tmp_path):
    from openxml_audit import FileFormat, OpenXmlValidator

    def validate(data):
        path = tmp_path / "speech.docx"
        path.write_bytes(data)
        result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, security_validation=True).validate(path)
        return [str(error) for error in result.errors]

    return validate


@pytest.mark.parametrize("profile", [GB, READING], ids=lambda profile: profile.name)
def test_each_profile_is_clean(profile, speech, findings):
    said = Properties(author="周明远", created=dt.datetime(2026, 3, 18, tzinfo=dt.UTC), keywords="讲话稿")
    assert findings(write_docx(speech, profile=profile, properties=said)) == []


def test_an_empty_speech_is_clean(findings):
    assert findings(write_docx(Speech())) == []


def test_our_own_document_as_reference_is_clean(speech, findings):
    assert findings(write_docx(speech, reference=write_docx(speech))) == []


def test_python_docx_s_template_as_reference_is_clean(speech, findings):
    import io

    from docx import Document

    stream = io.BytesIO()
    Document().save(stream)
    assert findings(write_docx(speech, reference=stream.getvalue())) == []


def test_the_audit_finds_a_planted_fault(speech, findings):
    import io
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_docx(speech))) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'w:val="BodyText"/>', b'w:val="BodyText" w:no="1"/>'))
    assert findings(stream.getvalue())
