"""Fixed terms as TBX (ISO 30042:2019), dialect TBX-Basic, style DCA: for term bases and translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange_files.cells import join, read_sources, split, text_with_forms, write_sources
from phrasebank.exchange_files.codes import labelled, named
from phrasebank.exchange_files.columns import COLUMNS
from phrasebank.exchange_files.given import Given, Read
from phrasebank.exchange_files.limits import MOST_ROWS, too_many_rows
from phrasebank.exchange_files.rows import read_values
from phrasebank.model import Status, Unit

if TYPE_CHECKING:
    from phrasebank.store import Held

__all__ = ["TERM_UNITS", "read_tbx", "write_tbx"]

TERM_UNITS = frozenset({Unit.PHRASE, Unit.FORMULA})
"""What has a fixed wording, so that a term base can hold it."""

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_XML = "http://www.w3.org/XML/1998/namespace"
_ADMINISTRATIVE = {
    Status.ACCEPTED: "preferredTerm-admn-sts",
    Status.CANDIDATE: "admittedTerm-admn-sts",
    Status.REJECTED: "deprecatedTerm-admn-sts",
    Status.FORBIDDEN: "deprecatedTerm-admn-sts",
    Status.OBSOLETE: "supersededTerm-admn-sts",
}
"""administrativeStatus, the values that TBX-Basic allows."""
_STATUSES = {
    "preferredTerm-admn-sts": Status.ACCEPTED,
    "admittedTerm-admn-sts": Status.CANDIDATE,
    "deprecatedTerm-admn-sts": Status.FORBIDDEN,
    "supersededTerm-admn-sts": Status.OBSOLETE,
}
_TITLES = {column.key: column.title for column in COLUMNS}
_KEYS = {column.title: column.key for column in COLUMNS}
#: Fields that TBX-Basic has no category for: each a note that begins with the column's name.
_NOTED = ("unit", "move", "kinds", "levels", "themes", "family", "groups", "moves")
_NUMBERS = ("score", "sample_count", "used", "revision")
_SPLIT = ("kinds", "levels", "themes", "groups", "moves")
_ID_BEGINS = "p-"  # an XML id may not begin with a figure
_ENTRIES, _TERMS = ("conceptEntry", "termEntry"), ("termSec", "tig", "ntig")
_LARGEST = 64 * 2**20
"""Bytes of a file; 200,000 terms without sources have some 50 MB less."""


def write_tbx(phrases: Iterable[Held], *, with_sources: bool = False) -> bytes:
    """The file's bytes: an entry a phrase of ``TERM_UNITS``, sorted by id; other units are left out.

    Arguments:
        phrases: what the bank holds.
        with_sources: whether the names of the samples go with it.

    Raises:
        CodedError: I006 none of them is a fixed term; TBX knows no empty term base.
    """
    from lxml import etree

    terms = [held for held in phrases if held.phrase.unit in TERM_UNITS]
    if not terms:
        raise CodedError(
            Problem("I006", "其中没有短语或固定说法，没有术语可导出", mend="可用 --unit phrase 查看")
        )
    root = etree.Element(f"{{{_NAMESPACE}}}tbx", nsmap={None: _NAMESPACE})  # type: ignore[dict-item]
    root.set("style", "dca")
    root.set("type", "TBX-Basic")
    root.set(f"{{{_XML}}}lang", "zh")
    source = _put(_put(_put(root, "tbxHeader"), "fileDesc"), "sourceDesc")
    _put(source, "p", "讲稿语料库里的固定说法")
    body = _put(_put(root, "text"), "body")
    for held in sorted(terms, key=lambda held: held.phrase.id):
        _put_entry(body, held, with_sources=with_sources)
    etree.indent(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _put_entry(body: Any, held: Held, *, with_sources: bool) -> None:
    phrase = held.phrase
    entry = _put(body, "conceptEntry")
    entry.set("id", _ID_BEGINS + phrase.id)
    for topic in phrase.topics:
        _put(entry, "descrip", topic).set("type", "subjectField")
    language = _put(entry, "langSec")
    language.set(f"{{{_XML}}}lang", "zh")
    term = _put(language, "termSec")
    _put(term, "term", text_with_forms(phrase))
    _put(term, "termNote", "phrase").set("type", "termType")
    _put(term, "termNote", _ADMINISTRATIVE[phrase.status]).set("type", "administrativeStatus")
    notes = {column.key: column.show(held) for column in COLUMNS if column.key in (*_NOTED, *_NUMBERS)}
    if phrase.status is Status.REJECTED:  # what is deprecated would come back as forbidden
        notes["status"] = labelled(phrase.status)
    notes["decided_at"] = phrase.decided_at
    notes["note"], notes["doubts"] = phrase.note, join(phrase.doubts)
    if with_sources:
        notes["sources"] = write_sources(phrase.sources)
    for key, value in notes.items():
        if value not in ("", 0):
            _put(term, "note", f"{_TITLES[key]}：{value}")


def read_tbx(data: bytes, *, file: str = "") -> Read:
    """Read the Chinese terms of a TBX file, also of the older form (martif, termEntry, tig).

    Raises:
        CodedError: I005 the bytes are no TBX; I003 too many entries.
    """
    given: list[Given] = []
    refused: list[Problem] = []
    for number, (entry, term) in enumerate(_terms(_root(data, file))):
        if number >= MOST_ROWS:
            raise too_many_rows(file)
        row, problems = read_values(_values(entry, term), term.sourceline or 0, file=file)
        refused += problems
        if row is not None:
            given.append(row)
    return Read(tuple(given), tuple(refused))


def _root(data: bytes, file: str) -> Any:
    from lxml import etree

    if len(data) > _LARGEST:
        raise _refused(f"文件太大，超过 {_LARGEST // 2**20} MB", file)
    # No entity is resolved and no address looked up, whatever the document declares.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused("不是完整的 XML", file) from error
    declared: Any = root.getroottree().docinfo.internalDTD  # the stubs know a part of it
    if declared is not None and any(declared.iterentities()):
        raise _refused("里面声明了实体，没有读", file)
    if _name(root) not in ("tbx", "martif"):
        raise _refused("这份 XML 不是 TBX", file)
    return root


def _terms(root: Any) -> Iterator[tuple[Any, Any]]:
    for entry in root.iter():
        if _name(entry) not in _ENTRIES:
            continue
        for language in entry:
            if _name(language) in ("langSec", "langSet") and _language(language).startswith("zh"):
                yield from ((entry, term) for term in language if _name(term) in _TERMS)


def _values(entry: Any, term: Any) -> dict[str, Any]:
    written = next((_text(part) for part in term.iter() if _name(part) == "term"), "")
    values: dict[str, Any] = {"text": written}
    identity = entry.get("id", "")
    if identity.startswith(_ID_BEGINS):
        values["id"] = identity.removeprefix(_ID_BEGINS)
        # Our own file says what it leaves out: nothing.
        values.update(dict.fromkeys(("topics", *_SPLIT, "doubts"), ()), family="", note="")
    topics = [
        _text(part) for part in entry if _name(part) == "descrip" and part.get("type") == "subjectField"
    ]
    if topics:
        values["topics"] = tuple(topics)
    for part in term.iter():
        if _name(part) == "termNote" and part.get("type") == "administrativeStatus":
            status = _STATUSES.get(_text(part))
            values["status"] = status.value if status else ""
    own_notes: list[str] = []
    for part in term.iter():
        if _name(part) != "note":
            continue
        title, colon, value = _text(part).partition("：")
        key = _KEYS.get(title) if colon else None
        if key is None:
            own_notes.append(_text(part))
        else:
            values[key] = value
    if own_notes:
        values["note"] = "\n".join(filter(None, [values.get("note", ""), *own_notes]))
    for key in (*_SPLIT, "doubts"):
        if isinstance(values.get(key), str):
            values[key] = split(values[key])
    if isinstance(values.get("sources"), str):
        values["sources"] = read_sources(values["sources"])
    if "unit" not in values or named(Unit, str(values["unit"])) is None:
        values["unit"] = Unit.PHRASE.value
    return values


def _put(parent: Any, name: str, text: str = "") -> Any:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    if text:
        element.text = "".join(character for character in text if _printable(character))
    return element


def _printable(character: str) -> bool:
    """Whether XML 1.0 can hold a character."""
    return character in "\t\n" or ("\x20" <= character <= "\ud7ff") or character > "\udfff"


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _text(element: Any) -> str:
    return "".join(element.itertext()).strip()


def _language(element: Any) -> str:
    return str(element.get(f"{{{_XML}}}lang", "")).lower()


def _refused(message: str, file: str) -> CodedError:
    return CodedError(Problem("I005", message, file, mend="请检查是不是术语库导出的 .tbx 文件"))
