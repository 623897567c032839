"""A bank as mining leaves it: a speech of our own, some of its phrases, where they stand."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from drafter.mine.passages import document_of
from drafter.readers import read_speech_bytes
from phrasebank.mining import About, Found, Mined
from phrasebank.model import phrase_id
from phrasebank.store import open_bank
from tests.cli.conftest import Ran, Run

SPEECH = """在全市防汛工作会议上的讲话

同志们：
今天我们召开会议，部署防汛工作。下面，我讲两点意见。
一、压实责任
要把防汛责任落到每一座水库。汛期将至，临江市的堤防修了三十公里。要请青禾环境来当参谋。
二、备足力量
要把队伍拉到堤上练。要把物资备到一线。
"""

DUTY = "要把{topic}责任落到每一座水库"
LEAK = "{season}，临江市的堤防修了三十公里"
DOUBTFUL = "要请青禾环境来当参谋"
DOUBT = "可能有单位名“青禾环境”"
PASSAGE = "要把队伍拉到堤上练。要把物资备到一线"
DRILL, STOCK = "要把队伍拉到堤上练", "要把物资备到一线"
OUTLINE = "压实责任／备足力量"
HEADING = "备足力量"

#: text, unit, move, words of the speech, doubts, groups, quality
ROWS: tuple[tuple[str, str, str, str, tuple[str, ...], tuple[str, ...], float], ...] = (
    (DUTY, "sentence", "point.duty", "要把防汛责任落到每一座水库", (), (), 0.9),
    (LEAK, "sentence", "body.situation", "汛期将至，临江市的堤防修了三十公里", (), (), 0.3),
    (DOUBTFUL, "sentence", "point.measure", DOUBTFUL, (DOUBT,), (), 0.2),
    (PASSAGE, "passage", "point.measure", PASSAGE, (), (), 0.8),
    (DRILL, "sentence", "point.measure", DRILL, (), (phrase_id(PASSAGE),), 0.7),
    (STOCK, "sentence", "point.measure", STOCK, (), (phrase_id(PASSAGE),), 0.6),
    (OUTLINE, "outline", "point.measure", "压实责任", (), (), 0.5),
    (HEADING, "heading", "point.measure", HEADING, (), (phrase_id(OUTLINE),), 0.4),
)


def short(text: str) -> str:
    """The id of a phrase as lists show it."""
    return phrase_id(text)[:8]


def put_in(bank: Path | str, speech: Path, rows: Sequence[Any] = ROWS) -> None:
    """Put a speech's phrases into a bank as ``drafter mine`` does."""
    data = speech.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    passages = document_of(read_speech_bytes(data, speech.name), speech.name, digest).passages
    printed = [passage.marker + passage.text for passage in passages]
    found = []
    for text, unit, move, words, doubts, groups, quality in rows:
        number = next(number for number, line in enumerate(printed) if words in line)
        start = printed[number].index(words)
        moves = (move, move) if unit == "passage" else ()
        family = "措施/两段动宾" if unit == "heading" else ""
        place = (number, start, start + len(words))
        found.append(
            Found(phrase_id(text), text, unit, move, (), family, moves, groups, doubts, quality, *place)
        )
    about = About("工作部署", ("防汛",), "市", "临江市")
    with open_bank(bank, create=True) as store:
        store.add_mined(store.begin_run(), [Mined(speech.name, digest, about, tuple(found), "")])


@pytest.fixture(scope="session", name="mined_folder")
def _mined_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a speech and the bank that was mined from it, as every test finds them."""
    folder = tmp_path_factory.mktemp("mined")
    (folder / "防汛讲话.txt").write_text(SPEECH, encoding="utf-8")
    put_in(folder / "bank.db", folder / "防汛讲话.txt")
    return folder


@pytest.fixture
def bank(mined_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """``bank.db`` in the test's folder, decided on by nobody; decisions are 王秀梅's."""
    for variable in ("JIANGGAO_BANK", "VISUAL", "EDITOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("JIANGGAO_USER", "王秀梅")
    for file in mined_folder.iterdir():
        shutil.copy(file, tmp_path / file.name)
    return tmp_path / "bank.db"


Ask = Callable[..., Ran]


@pytest.fixture(name="ask")
def _ask(drafter: Run, bank: Path) -> Ask:
    """``drafter bank …`` on that bank; it must end with the ``code`` that is given, else with 0."""

    def ask(*words: str | Path, code: int = 0) -> Ran:
        ran = drafter("bank", *words)
        assert ran.code == code, ran.err
        return ran

    return ask


Records = Callable[..., dict[str, dict[str, Any]]]


@pytest.fixture(name="records")
def _records(ask: Ask) -> Records:
    """What ``drafter bank list --json`` gives, by text."""

    def records(*words: str) -> dict[str, dict[str, Any]]:
        listed = [json.loads(line) for line in ask("list", "--json", *words).out.splitlines()]
        return {record["text"]: record for record in listed}

    return records
