"""The second reading of what was taken."""

from __future__ import annotations

from pathlib import Path

from phrasebank.model import phrase_id
from tests.tools.speeches import candidate_of, decision_of
from tools.builtin_bank.decision import NEW, Decision
from tools.builtin_bank.mending import Mended, read_mended

MINED = decision_of(candidate_of("账要一笔一笔对，人要一个一个见"), text="账一笔一笔对，人一个一个见")
WRITTEN = Decision(
    phrase_id("门槛低一寸，脚步快一分"),
    NEW,
    "sentence",
    "point.rationale",
    themes=("门槛",),
    file=MINED.file,
    text="门槛低一寸，脚步快一分",
)


def _read(folder: Path, *lines: str) -> Mended:
    path = folder / "1.verdicts.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return read_mended(path, {one.id: one for one in (MINED, WRITTEN)})


def test_a_phrase_is_named_by_its_words_as_built(tmp_path: Path) -> None:
    mended = _read(tmp_path, f"m\t{phrase_id(MINED.words)}\tthemes=账目、见面")
    (new,) = mended.decisions.values()
    assert (new.id, new.themes, new.words) == (MINED.id, ("账目", "见面"), MINED.words)


def test_what_is_left_keeps_its_words_in_the_record(tmp_path: Path) -> None:
    mended = _read(tmp_path, f"x\t{WRITTEN.id}")
    assert mended.decisions[WRITTEN.id] == Decision(
        WRITTEN.id, "x", file=WRITTEN.file, mined="门槛低一寸，脚步快一分"
    )


def test_a_written_phrase_with_other_words_is_another(tmp_path: Path) -> None:
    (new,) = _read(tmp_path, f"m\t{WRITTEN.id}\ttext=门槛低一寸，人心近一分").decisions.values()
    assert (new.id, new.themes) == (phrase_id("门槛低一寸，人心近一分"), ("门槛",))


def test_several_lines_on_one_phrase_add_up(tmp_path: Path) -> None:
    mended = _read(tmp_path, f"m\t{WRITTEN.id}\ttopics=就业", f"m\t{WRITTEN.id}\tthemes=服务")
    assert (mended.decisions[WRITTEN.id].topics, mended.decisions[WRITTEN.id].themes) == (
        ("就业",),
        ("服务",),
    )


def test_lines_that_name_nothing_are_told(tmp_path: Path) -> None:
    mended = _read(tmp_path, "x\tabcdef", f"a\t{WRITTEN.id}", f"m\t{WRITTEN.id}\tcolour=red")
    assert [(one.code, one.line) for one in mended.problems] == [("D002", 1), ("D002", 2), ("D003", 3)]
    assert mended.decisions == {}
