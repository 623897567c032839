"""From the samples to the bank: mined the same every time, and nothing of theirs in what is shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from phrasebank.builtin import BUILTIN_FILES, load_builtin
from phrasebank.exchange import dumps
from phrasebank.labelled import read_labelled
from phrasebank.model import Unit
from tools import build_builtin
from tools.build_builtin import DECISIONS, rebuild
from tools.builtin_bank.building import file_of
from tools.builtin_bank.local_names import local_names
from tools.builtin_bank.mining import UNITS, described, mine_samples
from tools.builtin_bank.samples import LABELLED, ROOT, read_samples
from tools.builtin_bank.shards import parted

SAMPLES = read_samples()
SOME = tuple(sample for number, sample in enumerate(SAMPLES) if number % 9 == 0)


def test_samples_know_what_their_lists_and_heads_say() -> None:
    by_file = {sample.file: sample for sample in SAMPLES}
    listed = by_file["speeches/12-yigongti.txt"]
    assert (listed.kind, listed.level, listed.place) == ("工作部署", "县", "苓川县")
    labelled = by_file["labelled/05-lianzheng.txt"]
    assert (labelled.kind, labelled.topic) == ("警示教育", "党风廉政建设")
    assert "[[" not in labelled.text
    assert "\t" not in labelled.text


def test_a_sample_in_no_list_is_described_by_its_own_words() -> None:
    fire = next(sample for sample in SAMPLES if sample.file == "speeches/01-senlinfanghuo.txt")
    bare = fire._replace(kind="", topic="", level="", place="")
    found = described(bare)
    assert (found.kind, found.topic, found.level) == (fire.kind, fire.topic, fire.level)
    assert {topic for one in mine_samples([bare]) for topic in one.topics} == {"森林防火"}


def test_candidates_do_not_hang_on_the_order_of_the_samples() -> None:
    found = mine_samples(SOME)
    assert mine_samples(SOME[::-1]) == found
    assert len({one.id for one in found}) == len(found) > 100


def test_candidates_are_what_a_curator_can_decide_on() -> None:
    units = {unit.value for unit in UNITS}
    texts = {sample.file: sample.text for sample in SOME}
    for one in mine_samples(SOME):
        assert one.unit in units - {Unit.QUOTE.value, Unit.PHRASE.value}
        assert one.sources
        assert one.context
        for sentence in one.context:
            assert any(sentence in texts[source.file] for source in one.sources)
        if not one.slots and one.unit in ("sentence", "passage"):
            assert any(one.text in sentence for sentence in one.context), one.text


def test_shards_hold_every_speech_once_and_are_of_one_length() -> None:
    candidates = mine_samples(SOME)
    samples = {sample.file: sample for sample in SAMPLES}
    left = {candidates[0].id}
    shards = parted(candidates, samples, (), left, 3)
    lines = [[line for line in shard.splitlines() if not line.startswith("#")] for shard in shards]
    heads = [line.split()[1] for shard in shards for line in shard.splitlines() if line.startswith("#")]
    assert sorted(heads) == sorted({sample.file for sample in SOME})
    assert max(map(len, lines)) < 1.5 * min(map(len, lines))
    ids = [line.split("\t")[0] for part in lines for line in part]
    assert len(set(ids)) == len(ids)
    assert not [one for one in ids for key in left if key.startswith(one)]
    assert not [line for part in lines for line in part if line.split("\t")[1] == "outline"]


def test_the_mined_files_are_what_the_decisions_make() -> None:
    if not DECISIONS.exists():
        pytest.skip("no decisions have been recorded yet")
    built = rebuild(SAMPLES)
    assert built.refused == ()
    files: dict[str, list[object]] = {}
    for phrase in built.phrases:
        files.setdefault(file_of(phrase), []).append(phrase)
    shipped = {path.name: path.read_text("utf-8") for path in BUILTIN_FILES if path.name.startswith("mined-")}
    made = {name: dumps(phrases) for name, phrases in files.items()}  # type: ignore[arg-type]
    assert made == shipped, "run python -m tools.build_builtin build"


def test_no_place_or_person_of_the_samples_is_shipped() -> None:
    names = local_names(SAMPLES, ())
    assert {"苓川", "苓川县", "耿长青", "箬溪", "公冶良"} <= names
    pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    assert [phrase.text for phrase in load_builtin() if pattern.search(phrase.text)] == []


def test_no_figure_of_the_samples_is_shipped() -> None:
    figures = {
        line.text[mark.start : mark.end]
        for path in (ROOT / "samples" / LABELLED).glob("*.txt")
        for line in read_labelled(path).lines
        for mark in line.specifics
        if re.search("[0-9]", line.text[mark.start : mark.end])
    }
    assert len(figures) > 500
    bank = "\n".join(phrase.text for phrase in load_builtin())
    assert [figure for figure in figures if figure in bank] == []
    assert [phrase.text for phrase in load_builtin() if any(map(str.isdigit, phrase.text))] == []


def test_a_file_with_a_bad_line_changes_nothing_unless_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    record = tmp_path / "decisions.tsv"
    monkeypatch.setattr(build_builtin, "DECISIONS", record)
    monkeypatch.setattr(build_builtin, "read_samples", lambda: SOME)
    good = next(one for one in mine_samples(SOME) if one.unit == "sentence" and not one.slots)
    given = tmp_path / "一.decisions.tsv"
    given.write_text(f"a\t{good.id}\nx\tffffffffffff\n", "utf-8")
    assert build_builtin.main(["decide", str(given)]) == 1
    assert not record.exists()
    assert "D002" in capsys.readouterr().err
    assert build_builtin.main(["decide", str(given), "--drop-bad"]) == 1
    assert good.text in record.read_text("utf-8")
