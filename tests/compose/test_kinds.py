"""Kinds: those shipped are whole, and every way to spoil a kind.toml is one coded line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.brief.enumeration import family_named
from drafter.compose.environment import make_environment
from drafter.compose.kinds import ROLES, kind_names, load_kind, load_kinds
from drafter.errors import KindError
from drafter.resources import templates_folder

GOOD = """
summary = "试一试"
salutation = "同志们"
[opening]
paragraphs = [["opening.purpose"], ["opening.announce"]]
[introduction]
"认识" = ["body.significance"]
[points]
family = "一要"
skeletons = [["point.rationale", "data", "measures", "verbatim"]]
[closing]
moves = ["closing.call"]
[[outline]]
theme = "提高认识"
role = "认识"
points = ["把准要求"]
"""


def _write(folder: Path, text: str | bytes) -> None:
    (folder / "试验").mkdir()
    data = text if isinstance(text, bytes) else text.encode()
    (folder / "试验" / "kind.toml").write_bytes(data)


def test_the_shipped_kinds_are_whole() -> None:
    assert set(kind_names()) == {
        *("工作部署", "专题培训", "动员部署", "总结表彰", "调度推进", "警示教育"),
        *("开班结业", "致辞", "党课", "座谈", "汇报", "主持词"),
    }
    environment = make_environment(templates_folder())
    for kind in load_kinds():
        assert environment.get_template(kind.template)
        assert kind.summary
        assert family_named(kind.family)
        assert set(kind.introductions) <= set(ROLES)
        if kind.numbered == "parts":
            assert set(kind.introductions) == set(ROLES)
        assert all({"data", "measures", "verbatim"} <= set(skeleton) for skeleton in kind.skeletons)
        assert len(kind.skeletons) > 2
        assert kind.outline
        assert all(part.points for part in kind.outline)


def test_a_good_kind_is_read(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    assert kind_names(tmp_path) == ("试验",)
    assert load_kind("试验", tmp_path).template == "试验/speech.j2"


def test_an_unknown_kind_names_those_there_are(tmp_path: Path) -> None:
    _write(tmp_path, GOOD)
    with pytest.raises(KindError) as caught:
        load_kind("实验", tmp_path)
    assert caught.value.problems[0].code == "T001"
    assert "试验" in str(caught.value)


SPOILT: list[tuple[str, str | bytes]] = [
    ("not toml", "summary = "),
    ("empty", ""),
    ("not text", b"\xff\xfe\x00summary"),
    *((f"no {key}", re.sub(rf"(?m)^{key} = .*\n", "", GOOD)) for key in (
        "summary", "salutation", "paragraphs", "family", "skeletons", "moves", "theme", "role",
    )),
    ("no outline points", GOOD.replace('points = ["把准要求"]', "")),
    ("no opening", GOOD.replace("[opening]", "[openings]")),
    ("no introduction", GOOD.replace("[introduction]", "[introductions]")),
    ("no outline", GOOD.replace("[[outline]]", "[[outlines]]")),
    ("unknown move in the opening", GOOD.replace("opening.purpose", "opening.porpoise")),
    ("unknown move in an introduction", GOOD.replace("body.significance", "body.sense")),
    ("unknown move in the closing", GOOD.replace("closing.call", "closing.cold")),
    ("unknown block", GOOD.replace('"data"', '"date"')),
    ("unknown role of an introduction", GOOD.replace('"认识" =', '"见识" =')),
    ("unknown role of the outline", GOOD.replace('role = "认识"', 'role = "见识"')),
    ("unknown numbering", GOOD.replace('"一要"', '"甲乙"')),
    ("opening is no list", GOOD.replace('[["opening.purpose"], ["opening.announce"]]', '"opening.purpose"')),
    ("an opening paragraph is no list", GOOD.replace('["opening.purpose"],', '"opening.purpose",')),
    ("closing is a number", GOOD.replace('["closing.call"]', "7")),
    ("closing is a text", GOOD.replace('["closing.call"]', '"closing.call"')),
    ("a move is a number", GOOD.replace('["closing.call"]', "[7]")),
    ("a move is a list", GOOD.replace('["closing.call"]', '[["closing.call"]]')),
    ("points is a text", GOOD.replace("[points]\n", 'points = "x"\n[others]\n')),
    ("outline points is a text", GOOD.replace('["把准要求"]', '"把准要求"')),
    ("theme is a number", GOOD.replace('theme = "提高认识"', "theme = 3")),
    ("summary is a list", GOOD.replace('summary = "试一试"', 'summary = ["试"]')),
    ("no skeleton at all", re.sub(r"skeletons = .*", "skeletons = []", GOOD)),
]  # fmt: skip


@pytest.mark.parametrize(("how", "text"), SPOILT, ids=[how for how, _ in SPOILT])
def test_a_spoilt_kind_is_one_coded_line(tmp_path: Path, how: str, text: str | bytes) -> None:
    assert text != GOOD, how
    _write(tmp_path, text)
    with pytest.raises(KindError) as caught:
        load_kind("试验", tmp_path)
    (problem,) = caught.value.problems
    assert problem.code == "T002"
    assert problem.file.endswith("kind.toml")
    assert any("一" <= character <= "鿿" for character in problem.message)
    assert "\n" not in str(problem)
