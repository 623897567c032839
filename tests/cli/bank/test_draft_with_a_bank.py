"""``drafter draft --bank bank.db``: what people accepted is said, what they turned down is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from phrasebank.builtin import load_builtin
from phrasebank.store import open_bank
from tests.cli.bank.conftest import DRILL, STOCK, Ask, short
from tests.cli.conftest import TRAINING, Run

#: How a phrase is filed that the composer wants at 练强队伍.
FITTING = ("--set-theme", "队伍", "--set-move", "point.demand")
BRIEF = """文种: 工作部署
主题: 防汛
地区: {名称: 临江市, 层级: 市}
部分:
  - 主题: 备足力量
    要点:
      - {主题: 练强队伍, 措施: [组织实战演练]}
      - {主题: 备足物资, 措施: [补齐物资缺口]}
"""


@pytest.fixture(name="sentences")
def _sentences(drafter: Run, tmp_path: Path) -> Any:
    """The traced sentences of drafts from BRIEF: one draft has no place for everything that fits."""
    (tmp_path / "提纲.yaml").write_text(BRIEF, encoding="utf-8")

    def sentences(*words: str | Path, brief: str | Path = "提纲.yaml") -> dict[str, str]:
        seeds = "1" if "--seed" in words or brief != "提纲.yaml" else "1234"
        said = {}
        for seed in seeds:
            chosen = () if "--seed" in words else ("--seed", seed)
            ran = drafter(
                "draft", brief, "-o", "讲稿.txt", "--trace", "出处.json", "--force", *chosen, *words
            )
            assert ran.code == 0, ran.err
            trace = json.loads((tmp_path / "出处.json").read_text(encoding="utf-8"))
            said.update({one["phrase"]: one["text"] for one in trace["sentences"] if one["phrase"]})
        return said

    return sentences


def test_an_accepted_phrase_is_said_and_a_candidate_is_not(ask: Ask, sentences: Any, bank: Path) -> None:
    ask("tag", short(DRILL), *FITTING)
    assert DRILL not in "".join(sentences("--bank", "bank.db").values())
    ask("accept", short(DRILL))
    said = sentences("--bank", "bank.db")
    ids = [key for key, text in said.items() if DRILL in text]
    assert [key[:8] for key in ids] == [short(DRILL)]
    with open_bank(bank) as store:
        assert 1 <= store.get(ids[0]).phrase.used <= 4


def test_a_bank_may_be_named_by_the_environment(
    ask: Ask, sentences: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("tag", short(DRILL), *FITTING)
    ask("accept", short(DRILL))
    assert DRILL not in "".join(sentences().values())
    monkeypatch.setenv("JIANGGAO_BANK", "bank.db")
    assert DRILL in "".join(sentences().values())


@pytest.mark.parametrize("turned_down", ["reject", "forbid --reason 空话", "obsolete --from 2026-01-01"])
def test_what_is_turned_down_is_never_said(ask: Ask, sentences: Any, turned_down: str) -> None:
    shipped = {phrase.id for phrase in load_builtin()}
    before = sentences("--bank", "bank.db", brief=TRAINING)
    taken = sorted(shipped & set(before))
    assert len(taken) > 5
    command, *options = turned_down.split()
    ask(command, *taken, *options)
    for seed in ("1", "2", "3"):
        assert not set(taken) & set(sentences("--bank", "bank.db", "--seed", seed, brief=TRAINING))
    assert set(taken) & set(sentences(brief=TRAINING))


def test_edited_and_merged_builtin_phrases_are_not_said_as_they_were(ask: Ask, sentences: Any) -> None:
    texts = {phrase.id: phrase.text for phrase in load_builtin()}
    first, second = [key for key in sentences("--bank", "bank.db", brief=TRAINING) if key in texts][-2:]
    ask("edit", first, "--text", "群众住得安稳，是检验工作的尺子")
    ask("accept", short(STOCK))
    ask("merge", short(STOCK), second)
    for seed in ("1", "2", "3"):
        assert not {first, second} & set(sentences("--bank", "bank.db", "--seed", seed, brief=TRAINING))


def test_same_bank_same_seed_same_bytes(ask: Ask, drafter: Run, sentences: Any, tmp_path: Path) -> None:
    ask("accept", "--origin", "mined", "--yes", code=1)
    drafts = set()
    for _ in range(2):
        sentences("--bank", "bank.db", "--seed", "5")
        drafts.add((tmp_path / "讲稿.txt").read_bytes() + (tmp_path / "出处.json").read_bytes())
    assert len(drafts) == 1


def test_no_builtin_leaves_the_banks_own(ask: Ask, sentences: Any) -> None:
    ask("tag", short(DRILL), *FITTING)
    ask("accept", short(DRILL))
    assert {key[:8] for key in sentences("--bank", "bank.db", "--no-builtin")} == {short(DRILL)}


def test_a_database_comes_before_a_file_that_is_named_later(
    ask: Ask, drafter: Run, sentences: Any, tmp_path: Path
) -> None:
    ask("tag", short(DRILL), *FITTING)
    ask("accept", short(DRILL))
    line = ask("show", short(DRILL), "--json").out
    (tmp_path / "词条.jsonl").write_text(line, encoding="utf-8")
    assert DRILL in "".join(sentences("--bank", "词条.jsonl").values())
    ask("forbid", short(DRILL), "--reason", "空话")
    assert DRILL not in "".join(sentences("--bank", "bank.db", "--bank", "词条.jsonl").values())
    assert DRILL in "".join(sentences("--bank", "词条.jsonl", "--bank", "bank.db").values())


BAD = {"没有.db": "[K001]", "文字.db": "[K002]", "mysql://主机/库": "[K003]"}


@pytest.mark.parametrize("bank", BAD)
def test_a_database_that_cannot_be_used(drafter: Run, tmp_path: Path, bank: str) -> None:
    (tmp_path / "文字.db").write_text("不是语料库", encoding="utf-8")
    assert drafter("draft", TRAINING, "-o", "讲稿.txt", "--bank", bank).complaint.endswith(BAD[bank])
    assert not (tmp_path / "讲稿.txt").exists()
