"""The example briefs are what a newcomer tries first: they load, and nothing given in them is idle."""

from __future__ import annotations

import io
import runpy
import zipfile
from pathlib import Path

import pytest

from drafter.brief import LEVELS, Brief, load_brief
from drafter.brief.references import named_facts
from drafter.compose.draft import compose_draft
from drafter.compose.kinds import kind_names, load_kind
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "samples" / "briefs").glob("*.yaml"))
WORKBOOK = ROOT / "samples" / "briefs" / "招商引资数据.xlsx"


@pytest.fixture(scope="module")
def builtin_bank() -> MemoryBank:
    return MemoryBank(load_builtin())


def _strings(brief: Brief) -> list[str]:
    points = [point for part in brief.parts for point in part.points]
    return [brief.closing, *(text for point in points for text in (*point.measures, *point.verbatim))]


def test_there_is_a_brief_for_each_way_of_giving_data() -> None:
    assert {path.suffix for path in (ROOT / "samples" / "briefs").iterdir()} == {".yaml", ".xlsx", ".csv"}


#: Kinds in which a superior hands out work: every point says what, and who does it.
_ORDERED = [name for name in kind_names() if load_kind(name).tone == "command"]
#: Kinds that hold few figures: nobody reads statistics to guests, nor from the chair.
_FEW_FIGURES = {"致辞": 6, "主持词": 6, "汇报": 10}


def test_there_is_an_example_of_every_kind_and_level() -> None:
    briefs = [load_brief(path) for path in BRIEFS]
    assert {brief.kind for brief in briefs} == set(kind_names())
    assert {brief.place.level for brief in briefs} == set(LEVELS)
    assert len({brief.topic for brief in briefs}) >= 14


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_fact_is_for_a_point(path: Path) -> None:
    brief = load_brief(path)
    wanted = {name for part in brief.parts for point in part.points for name in point.facts}
    said = [*_strings(brief), *(point.heading for part in brief.parts for point in part.points)]
    wanted.update(name for text in said for name in named_facts(text, brief.facts))
    assert len(brief.facts) >= _FEW_FIGURES.get(brief.kind, 12)
    assert set(brief.facts) - wanted == set()


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_point_has_something_to_say(path: Path) -> None:
    brief = load_brief(path)
    for part in brief.parts:
        for point in part.points:
            assert point.measures or point.verbatim or point.facts, point.theme
            assert len(point.measures) <= 4, point.theme
            assert all(6 <= len(measure) <= 40 for measure in point.measures), point.measures
            if brief.kind in _ORDERED and point.measures:
                assert point.duty, point.theme


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_the_example_is_drafted_whole(path: Path, builtin_bank: MemoryBank) -> None:
    brief = load_brief(path)
    draft = compose_draft(brief, builtin_bank, seed=3, candidates=8)
    assert not draft.trace.missing
    assert not draft.trace.unused
    assert "【" not in draft.text
    assert brief.length is not None
    assert abs(draft.length - brief.length) <= 0.1 * brief.length
    assert draft.speech.speaker
    assert draft.speech.salutation == (brief.salutation or load_kind(brief.kind).salutation)


def test_the_workbook_is_what_its_script_makes() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "make_example_xlsx.py"))
    packed: bytes = made["pack"](made["make_workbook"]())
    # Parts, not the packed bytes: another build of zlib may deflate the same parts otherwise.
    assert _parts(packed) == _parts(WORKBOOK.read_bytes())


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
