"""Document properties (文档属性): core.xml and app.xml."""

from __future__ import annotations

import datetime as dt

from drafter.speech.model import Speech
from drafter.writers.clean import clean_text
from drafter.writers.docx_runs import escape
from drafter.writers.properties import Properties

__all__ = ["app_xml", "core_xml"]

_LONGEST = 255
"""Word refuses longer property strings."""


def core_xml(properties: Properties, speech: Speech) -> bytes:
    """docProps/core.xml (ECMA-376 part 2, 11); strings are cut to 255 characters."""
    title = properties.title or speech.title or ""
    elements = [
        _element("dc:title", title),
        _element("dc:subject", properties.subject),
        _element("dc:creator", properties.author),
        _element("cp:keywords", properties.keywords),
        "<dc:language>zh-CN</dc:language>",
    ]
    if properties.created is not None:
        stamp = _w3cdtf(properties.created)
        elements += [
            f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
            for name in ("created", "modified")
        ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{''.join(elements)}</cp:coreProperties>"
    ).encode()


def app_xml() -> bytes:
    """docProps/app.xml, which names the program and nothing of the machine."""
    return (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Application>jianggao</Application></Properties>"
    )


def _element(name: str, value: str) -> str:
    text = " ".join(clean_text(value)[0].split())[:_LONGEST]
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _w3cdtf(moment: dt.datetime) -> str:
    """UTC with a Z; a time without zone is taken as it stands."""
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
