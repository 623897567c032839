"""Curators' lines: what they may say, what is recorded of them, what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.model import phrase_id
from tests.tools.speeches import FILES, candidate_of, decision_of
from tools.builtin_bank.deciding import Curated, read_curated
from tools.builtin_bank.decision import Decision, read_decisions, write_decisions

STOVE = candidate_of("炉子不看年头，只看风门关没关严")
GLOVE = candidate_of("手套可以旧，规矩不能旧", unit="lead", move="point.lead", family="～，～")


def _read(folder: Path, *lines: str, recorded: tuple[Decision, ...] = ()) -> Curated:
    path = folder / "一.decisions.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    known = {one.id: one for one in (STOVE, GLOVE)}
    return read_curated(path, known, {one.id: one for one in recorded}, FILES)


def test_a_candidate_is_taken_as_it_was_mined(tmp_path: Path) -> None:
    curated = _read(tmp_path, "# 02-anquan.txt", "", f"a\t{STOVE.id[:8]}")
    assert curated.problems == ()
    (decision,) = curated.decisions.values()
    assert (decision.verdict, decision.id, decision.mined, decision.text) == ("a", STOVE.id, STOVE.text, "")
    assert (decision.unit, decision.move, decision.topics) == (STOVE.unit, STOVE.move, STOVE.topics)
    assert decision.themes == (), "the miner's themes are nobody's decision"


def test_keys_change_what_they_name(tmp_path: Path) -> None:
    line = (
        f"a\t{STOVE.id}\tmove=point.baseline\ttopics=生态环境，消防安全\tthemes=值班、巡查\tkinds=党课"
        "\ttext=炉子不认年头，只认风门。"
    )
    (decision,) = _read(tmp_path, line).decisions.values()
    assert decision.move == "point.baseline"
    assert decision.topics == ("生态环保", "消防")
    assert decision.themes == ("值班", "巡查")
    assert decision.kinds == ("党课",)
    assert (decision.text, decision.mined) == ("炉子不认年头，只认风门", STOVE.text)


def test_an_empty_key_empties(tmp_path: Path) -> None:
    (decision,) = _read(tmp_path, f"a\t{STOVE.id}\ttopics=").decisions.values()
    assert decision.topics == ()


def test_a_family_holds_for_its_own_move_only(tmp_path: Path) -> None:
    (same,) = _read(tmp_path, f"a\t{GLOVE.id}").decisions.values()
    (other,) = _read(tmp_path, f"a\t{GLOVE.id}\tmove=point.demand").decisions.values()
    assert (same.family, other.family) == (GLOVE.family, "")


def test_a_rejection_remembers_the_words(tmp_path: Path) -> None:
    (decision,) = _read(tmp_path, f"x\t{STOVE.id[:8]}").decisions.values()
    assert (decision.verdict, decision.mined) == ("x", STOVE.text)


def test_a_new_phrase_names_its_sample(tmp_path: Path) -> None:
    line = "n\tunit=sentence\tmove=point.rationale\tfile=12-yigongti.txt\ttext=小病留得住，大病转得出"
    (decision,) = _read(tmp_path, line).decisions.values()
    assert (decision.id, decision.file) == (phrase_id("小病留得住，大病转得出"), FILES[1])
    assert decision.mined == ""


def test_the_later_line_holds(tmp_path: Path) -> None:
    (decision,) = _read(tmp_path, f"a\t{STOVE.id}", f"x\t{STOVE.id}").decisions.values()
    assert decision.verdict == "x"


def test_what_is_mined_no_more_is_found_in_the_record(tmp_path: Path) -> None:
    lost = decision_of(candidate_of("从前挖到过的一句话"), text="改过的一句话")
    (decision,) = _read(tmp_path, f"a\t{lost.id}\tmove=point.demand", recorded=(lost,)).decisions.values()
    assert (decision.move, decision.words) == ("point.demand", "从前挖到过的一句话")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("b\t1234", "D001"),
        ("a", "D001"),
        ("a\tffffffffff", "D002"),
        ("a\tfff", "D002"),
        (f"a\t{STOVE.id}\tcolour=red", "D003"),
        (f"a\t{STOVE.id}\tfile=12-yigongti.txt", "D003"),
        (f"a\t{STOVE.id}\tmove=point.reason", "D003"),
        (f"a\t{STOVE.id}\tunit=word", "D003"),
        ("n\tunit=sentence\tmove=point.demand\ttext=没有来历", "D004"),
        ("n\tunit=sentence\tmove=point.demand\tfile=nobody.txt\ttext=来历不明", "D005"),
    ],
)
def test_a_wrong_line_is_told_with_its_place_and_the_others_stand(
    tmp_path: Path, line: str, code: str
) -> None:
    curated = _read(tmp_path, f"a\t{GLOVE.id}", line)
    assert [(one.code, one.line) for one in curated.problems] == [(code, 2)]
    assert all(one.mend for one in curated.problems)
    assert list(curated.decisions) == [GLOVE.id]


_WORD = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=4)
_LIST = st.lists(_WORD, max_size=3, unique=True).map(tuple)


@given(
    st.lists(
        st.builds(
            Decision,
            id=st.from_regex(r"\A[0-9a-f]{16}\Z"),
            verdict=st.sampled_from("axn"),
            topics=_LIST,
            themes=_LIST,
            kinds=_LIST,
            levels=_LIST,
            file=st.sampled_from(FILES),
            text=_WORD,
            mined=_WORD,
            note=_WORD,
        ),
        unique_by=lambda one: one.id,
        max_size=5,
    )
)
def test_the_record_reads_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[Decision]
) -> None:
    path = tmp_path_factory.mktemp("record") / "decisions.tsv"
    write_decisions(decisions, path)
    assert read_decisions(path) == {one.id: one for one in decisions}
    written = path.read_bytes()
    write_decisions(reversed(decisions), path)
    assert path.read_bytes() == written
