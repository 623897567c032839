"""What is written is read back, in each format."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.errors import CodedError
from phrasebank.exchange import loads
from phrasebank.exchange_files import Format, Given, encode, format_of, read_bytes, read_file
from phrasebank.exchange_files.cells import join, split
from phrasebank.exchange_files.columns import COLUMNS
from phrasebank.exchange_files.csv_file import read_csv, write_csv
from phrasebank.exchange_files.tbx_file import TERM_UNITS
from phrasebank.model import Phrase
from phrasebank.store import Held
from tests.phrasebank.exchange_files.conftest import PHRASES, held_of, phrase_of

TABLES = (Format.JSONL, Format.CSV, Format.XLSX)
EXTRAS = ("score", "sample_count", "used", "sources")


def as_phrase(row: Given) -> Phrase:
    """The phrase that a row makes where nothing is known."""
    return Phrase(id=row.id, **{**row.extras, **row.fields})


def without_time(phrase: Phrase) -> tuple[object, ...]:
    return tuple(
        getattr(phrase, name) for name in Phrase.__slots__ if name not in ("decided_by", "decided_at")
    )


@pytest.mark.parametrize("form", TABLES)
def test_every_phrase_comes_back(form: Format, helds: tuple[Held, ...]) -> None:
    read = read_bytes(encode(helds, form, with_sources=True), form)
    assert not read.refused
    assert not read.warnings
    back = {row.id: without_time(as_phrase(row)) for row in read.given}
    assert back == {phrase.id: without_time(phrase) for phrase in PHRASES}


@pytest.mark.parametrize("form", list(Format))
def test_the_same_phrases_give_the_same_bytes(form: Format, helds: tuple[Held, ...]) -> None:
    assert encode(helds, form) == encode(tuple(reversed(helds)), form)


@pytest.mark.parametrize("form", list(Format))
def test_samples_are_not_given_away_unless_asked(form: Format, helds: tuple[Held, ...]) -> None:
    terms = [held_of(phrase_of("守土尽责", unit=PHRASES[1].unit, sources=PHRASES[0].sources, sample_count=2))]
    for with_sources in (False, True):
        read = read_bytes(encode((*helds, *terms), form, with_sources=with_sources), form)
        found = [source.file for row in read.given for source in row.extras.get("sources", ())]
        assert ("讲话 一.docx" in found) is with_sources
        assert 2 in [row.extras.get("sample_count") for row in read.given]


@pytest.mark.parametrize("form", [Format.CSV, Format.XLSX])
def test_the_revision_goes_with_a_table(form: Format, helds: tuple[Held, ...]) -> None:
    read = read_bytes(encode(helds, form), form)
    assert {row.id: row.revision for row in read.given} == {held.phrase.id: held.revision for held in helds}


def test_json_lines_are_the_exchange_form(helds: tuple[Held, ...]) -> None:
    text = encode(helds, Format.JSONL, with_sources=True).decode()
    assert set(loads(text)) == set(PHRASES)
    assert [phrase.id for phrase in loads(text)] == sorted(phrase.id for phrase in PHRASES)


def test_terms_come_back_from_a_term_base(helds: tuple[Held, ...]) -> None:
    read = read_bytes(encode(helds, Format.TBX, with_sources=True), Format.TBX)
    terms = {phrase.id: without_time(phrase) for phrase in PHRASES if phrase.unit in TERM_UNITS}
    assert {row.id: without_time(as_phrase(row)) for row in read.given} == terms


names = st.lists(st.text("市县、；粮食 a", min_size=1, max_size=5).map(str.strip).filter(bool), max_size=4)


@given(names)
@settings(max_examples=200, deadline=None)
def test_lists_survive_their_cells(words: list[str]) -> None:
    assert split(join(words)) == tuple(words)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).map(str.strip))
@settings(max_examples=200, deadline=None)
def test_any_note_survives_csv_and_is_never_a_formula(note: str) -> None:
    data = write_csv([held_of(phrase_of("守土有责", note=note))])
    assert read_csv(data).given[0].fields["note"] == note
    cells = data.decode("utf-8-sig").splitlines()[1].split(",")
    assert not any(cell.lstrip('"')[:1] in tuple("=+-@＝＋－＠") for cell in cells if cell)


def test_the_ending_tells_the_format(tmp_path: Path) -> None:
    assert format_of(Path("a.XLSX")) is Format.XLSX
    with pytest.raises(CodedError, match="I000"):
        format_of(Path("a.docx"))
    with pytest.raises(CodedError, match="P001"):
        read_file(tmp_path / "没有.csv")


def test_every_column_is_explained_in_the_guide() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "exchange.md").read_text(encoding="utf-8")
    rows = [line.split(" | ")[0].removeprefix("| ") for line in guide.splitlines() if line.startswith("| ")]
    explained = {title for row in rows for title in row.split("、")}
    assert {column.title for column in COLUMNS} <= explained
