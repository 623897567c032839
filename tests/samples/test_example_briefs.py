"""The example briefs are what a newcomer tries first: they load, and nothing given in them is idle."""

from __future__ import annotations

import io
import runpy
import zipfile
from pathlib import Path

import pytest

from drafter.brief import Brief, load_brief
from drafter.brief.references import named_facts

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "samples" / "briefs").glob("*.yaml"))
WORKBOOK = ROOT / "samples" / "briefs" / "招商引资数据.xlsx"


def _strings(brief: Brief) -> list[str]:
    points = [point for part in brief.parts for point in part.points]
    return [brief.closing, *(text for point in points for text in (*point.measures, *point.verbatim))]


def test_there_is_a_brief_for_each_way_of_giving_data() -> None:
    assert {path.suffix for path in (ROOT / "samples" / "briefs").iterdir()} == {".yaml", ".xlsx", ".csv"}


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_fact_is_for_a_point(path: Path) -> None:
    brief = load_brief(path)
    wanted = {name for part in brief.parts for point in part.points for name in point.facts}
    wanted.update(name for text in _strings(brief) for name in named_facts(text, brief.facts))
    assert len(brief.facts) >= 12
    assert set(brief.facts) - wanted == set()


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_every_point_says_what_is_to_be_done(path: Path) -> None:
    brief = load_brief(path)
    for part in brief.parts:
        for point in part.points:
            assert 2 <= len(point.measures) <= 4, point.theme
            assert all(6 <= len(measure) <= 40 for measure in point.measures), point.measures
            assert point.duty, point.theme


def test_the_workbook_is_what_its_script_makes() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "make_example_xlsx.py"))
    packed: bytes = made["pack"](made["make_workbook"]())
    # Parts, not the packed bytes: another build of zlib may deflate the same parts otherwise.
    assert _parts(packed) == _parts(WORKBOOK.read_bytes())


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
