"""TBX: what a term base gets, what it gives back."""

from __future__ import annotations

import pytest
from lxml import etree

from phrasebank.errors import CodedError
from phrasebank.exchange_files.tbx_file import read_tbx, write_tbx
from phrasebank.model import Status, Unit
from phrasebank.store import Held
from tests.phrasebank.exchange_files.conftest import held_of, phrase_of

NS = {"t": "urn:iso:std:iso:30042:ed-2"}


def entries(helds: tuple[Held, ...]) -> dict[str, etree._Element]:
    root = etree.fromstring(write_tbx(helds))
    assert (root.get("style"), root.get("type")) == ("dca", "TBX-Basic")
    found = root.findall("t:text/t:body/t:conceptEntry", NS)
    return {entry.findtext("t:langSec/t:termSec/t:term", "", NS): entry for entry in found}


def test_only_fixed_terms_with_their_status(helds: tuple[Held, ...]) -> None:
    statuses = {
        term: entry.findtext(".//t:termNote[@type='administrativeStatus']", "", NS)
        for term, entry in entries(helds).items()
    }
    assert statuses == {
        "守土有责": "preferredTerm-admn-sts",
        "百日攻坚": "deprecatedTerm-admn-sts",
        "人定胜天": "deprecatedTerm-admn-sts",
        "五年一小修": "supersededTerm-admn-sts",
    }


def test_topic_and_what_to_say_instead(helds: tuple[Held, ...]) -> None:
    found = entries(helds)
    assert found["守土有责"].findtext("t:descrip[@type='subjectField']", "", NS) == "防汛"
    notes = [note.text or "" for note in found["百日攻坚"].iter(f"{{{NS['t']}}}note")]
    assert any("改说：集中整治" in note for note in notes)
    ids = [entry.get("id") or "" for entry in found.values()]
    assert all(identity.startswith("p-") for identity in ids)
    assert len(set(ids)) == len(ids)


def test_what_the_dialect_allows(helds: tuple[Held, ...]) -> None:
    """The order and the values of TBX-Basic's schema and rules (DCA, dialect 1.2)."""
    for entry in entries(helds).values():
        (language,) = entry.findall("t:langSec", NS)
        (term,) = language.findall("t:termSec", NS)
        names = [etree.QName(part).localname for part in term]
        assert names == sorted(names, key=["term", "termNote", "note"].index)
        assert term.findtext("t:termNote[@type='termType']", "", NS) == "phrase"
        assert all((part.text or "").strip() for part in term)


def test_no_term_base_without_a_term() -> None:
    with pytest.raises(CodedError, match="I006"):
        write_tbx([held_of(phrase_of("这是一句话"))])


FOREIGN = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "http://example.invalid/TBXcoreStructV02.dtd">
<martif type="TBX"><text><body><termEntry id="c1"><descrip type="subjectField">防汛</descrip>
<langSet xml:lang="en"><tig><term>flood season</term></tig></langSet>
<langSet xml:lang="zh-CN"><ntig><termGrp><term>汛期</term>
<termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp>
<note>水利部门用语</note><note>语步：正文·形势</note></ntig></langSet></termEntry></body></text></martif>
"""


def test_an_older_file_from_elsewhere() -> None:
    (row,) = read_tbx(FOREIGN.encode()).given
    assert row.id == ""
    assert row.fields["text"] == "汛期"
    assert row.fields["topics"] == ("防汛",)
    assert row.fields["status"] is Status.CANDIDATE
    assert row.fields["unit"] is Unit.PHRASE
    assert row.fields["note"] == "水利部门用语"
    assert row.fields["move"].value == "body.situation"


BOMB = (
    '<!DOCTYPE tbx [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY f SYSTEM "file:///etc/hostname">]>'
)


def test_entities_are_not_resolved() -> None:
    text = (
        f'{BOMB}<tbx xmlns="{NS["t"]}"><text><body><conceptEntry id="p-1"><langSec xml:lang="zh"><termSec>'
        "<term>守&b;&f;土</term></termSec></langSec></conceptEntry></body></text></tbx>"
    )
    with pytest.raises(CodedError, match="实体"):
        read_tbx(text.encode())


def test_a_doctype_without_entities_is_read() -> None:
    """Older files name their DTD (ISO 30042:2008, annex B); it is not looked for."""
    text = (
        f'<!DOCTYPE tbx SYSTEM "TBXcoreStructV02.dtd"><tbx xmlns="{NS["t"]}"><text><body>'
        '<conceptEntry id="p-1"><langSec xml:lang="zh"><termSec><term>守土尽责</term></termSec></langSec>'
        "</conceptEntry></body></text></tbx>"
    )
    read = read_tbx(text.encode())
    assert [row.fields["text"] for row in read.given] + [one.message for one in read.refused]


@pytest.mark.parametrize("data", [b"", b"<tbx>", b"<html/>", "不是".encode()])
def test_what_is_no_tbx_is_refused(data: bytes) -> None:
    with pytest.raises(CodedError, match="I005"):
        read_tbx(data)
