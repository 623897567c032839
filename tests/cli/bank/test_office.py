"""An office's round: mine last year's speeches, decide, draft from what was accepted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from phrasebank.exchange import loads
from phrasebank.model import Status
from tests.cli.conftest import TRAINING, Run
from tests.samples_text import LABELLED, plain

SAFETY = next(path for path in LABELLED if "anquan" in path.name)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a speech on safety of our own; the bank is ``bank.db`` beside it."""
    monkeypatch.delenv("JIANGGAO_BANK", raising=False)
    monkeypatch.setenv("JIANGGAO_USER", "王秀梅")
    (tmp_path / "往年讲话").mkdir()
    (tmp_path / "往年讲话" / SAFETY.name).write_text(plain(SAFETY), encoding="utf-8")
    return tmp_path


def test_from_the_folder_to_the_speech(drafter: Run, office: Path) -> None:
    assert drafter("mine", "往年讲话").code == 0
    waiting = loads(drafter("bank", "list", "--origin", "mined", "--json").out)
    assert {phrase.status for phrase in waiting} == {Status.CANDIDATE}

    accepted = drafter("bank", "accept", "--origin", "mined", "--unit", "sentence", "--no-doubts", "--yes")
    assert accepted.code in (0, 1)
    taken = {
        phrase.id
        for phrase in loads(
            drafter("bank", "list", "--origin", "mined", "--status", "accepted", "--json").out
        )
    }
    assert len(taken) > 10
    # Seen in this one speech only, they are filed for its level and its points; let them be said anywhere.
    words = (
        "--origin",
        "mined",
        "--status",
        "accepted",
        "--set-level=",
        "--set-kind=",
        "--set-theme=",
        "--yes",
    )
    assert drafter("bank", "tag", *words).code == 0

    said: set[str] = set()
    for seed in "123":
        ran = drafter(
            "draft",
            TRAINING,
            "--bank",
            "bank.db",
            "--seed",
            seed,
            "-o",
            "讲稿.docx",
            "--trace",
            "出处.json",
            "--force",
        )
        assert ran.code == 0
        trace = json.loads((office / "出处.json").read_text(encoding="utf-8"))
        said |= {sentence["phrase"] for sentence in trace["sentences"]} & taken
    assert said
    told = drafter("bank", "show", min(said)).out
    assert "王秀梅 采用" in told
    assert "【" in told
    assert str(office / "往年讲话" / SAFETY.name) in told

    assert drafter("bank", "reject", *sorted(said)).code == 0
    drafter("draft", TRAINING, "--bank", "bank.db", "-o", "讲稿.docx", "--trace", "出处.json", "--force")
    trace = json.loads((office / "出处.json").read_text(encoding="utf-8"))
    assert not {sentence["phrase"] for sentence in trace["sentences"]} & said
