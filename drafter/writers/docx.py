"""Speech to Word (.docx) set to GB/T 9704 or to the office's own reference document."""

from __future__ import annotations

from drafter.speech.blocks import speech_paragraphs
from drafter.speech.model import Speech
from drafter.writers.clean import clean_speech
from drafter.writers.docx_body import body_xml, own_look
from drafter.writers.docx_package import pack, part
from drafter.writers.docx_properties import app_xml, core_xml
from drafter.writers.docx_styles import W_NAMESPACE, styles_part
from drafter.writers.profile import GB, PAGE, Profile
from drafter.writers.properties import Properties

__all__ = ["write_docx"]

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_docx(
    speech: Speech,
    *,
    profile: Profile = GB,
    reference: bytes | None = None,
    properties: Properties | None = None,
) -> bytes:
    """The speech as a Word document; the same arguments always give the same bytes.

    Arguments:
        speech: what to write; characters no file can hold are dropped (``clean_speech`` reports them).
        profile: how it is set.
        reference: bytes of a .docx whose styles, page set-up, headers and footers are used instead.
        properties: what the document says about itself; the title by default.

    Raises:
        WriteError: W002 a paragraph too long to be read again; W010–W019 a reference document
            that cannot be used.
    """
    speech, _ = clean_speech(speech)
    properties = properties or Properties()
    blocks = speech_paragraphs(speech)
    if reference is not None:
        from drafter.writers.docx_reference import write_into

        return write_into(reference, blocks, profile, core_xml(properties, speech))
    document = (
        f'{_DECLARATION}<w:document xmlns:w="{W_NAMESPACE}" xmlns:r="{_RELATIONSHIPS}"><w:body>'
        f"{body_xml(blocks, profile, own_look(profile))}{_section(profile)}</w:body></w:document>"
    )
    return pack(
        {
            "[Content_Types].xml": part("content_types.xml"),
            "_rels/.rels": part("package_rels.xml"),
            "docProps/app.xml": app_xml(),
            "docProps/core.xml": core_xml(properties, speech),
            "word/_rels/document.xml.rels": part("document_rels.xml"),
            "word/document.xml": document.encode(),
            "word/fontTable.xml": part("font_table.xml"),
            "word/footer1.xml": part("footer_odd.xml"),
            "word/footer2.xml": part("footer_even.xml"),
            "word/settings.xml": part("settings.xml"),
            "word/styles.xml": styles_part(profile).encode(),
            "word/theme/theme1.xml": part("theme.xml"),
        }
    )


def _section(profile: Profile) -> str:
    """w:sectPr: paper, margins, line grid and the two footers of document_rels.xml.

    The grid is of type lines: with linesAndChars and a negative charSpace LibreOffice sets 14 to 18
    characters a line.
    """
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/>'
        '<w:footerReference w:type="even" r:id="rId6"/>'
        f'<w:pgSz w:w="{PAGE.width}" w:h="{PAGE.height}"/>'
        f'<w:pgMar w:top="{PAGE.top}" w:right="{PAGE.right}" w:bottom="{PAGE.bottom}" w:left="{PAGE.left}"'
        f' w:header="{PAGE.header}" w:footer="{PAGE.footer}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{profile.line_pitch}"/></w:sectPr>'
    )
