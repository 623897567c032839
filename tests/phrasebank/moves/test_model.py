"""The model that is shipped: made from the texts that are there, good enough, small."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from phrasebank.mining import Role
from phrasebank.moves import Judged, Situated, classify
from phrasebank.moves.training.fit import digest_of
from phrasebank.moves.weights import MODEL_FILE, load

ROOT = Path(__file__).parents[3]
LEAST = 0.79


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_moves", ROOT / "tools" / "train_moves.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_model_is_made_from_the_labelled_speeches(tool: ModuleType) -> None:
    files = [path for path in tool.LABELLED.glob("*.txt") if not tool.held_out(path)]
    assert load().digest == digest_of(files), "labelled texts have changed: run tools/train_moves.py"


def test_moves_of_held_out_speeches_are_found(tool: ModuleType) -> None:
    scores = tool.score_held_out(load(), tool.read_held_out())
    assert len(scores.moves) == 24
    assert scores.macro_f1 >= LEAST


def test_the_model_is_small() -> None:
    assert MODEL_FILE.stat().st_size < 1_000_000


SPEECH = [
    Situated("在{meeting}上的讲话", Role.TITLE, (), "", 0, 1, False),
    Situated("下面，我讲{count}点意见。", Role.OPENING, (), "", 0, 1, False),
    Situated("责任要一级一级压下去", Role.HEADING, (1,), "责任要一级一级压下去", 0, 1, True),
    Situated("由{body}牵头，{body2}配合。", Role.BODY, (1,), "责任要一级一级压下去", 0, 2, False),
    Situated(
        "第一批{date}前完成；第二批{date2}前完成。", Role.BODY, (1,), "责任要一级一级压下去", 1, 2, False
    ),
    Situated("第一批{date}前完成；", Role.BODY, (1,), "责任要一级一级压下去", 1, 2, False),
    Situated("谢谢大家！", Role.CLOSING, (), "", 0, 1, False),
]


def test_a_short_speech() -> None:
    moves = [judged.move for judged in classify(SPEECH)]
    assert moves[:2] == ["opening.purpose", "opening.announce"]
    assert moves[3:] == ["point.duty", "point.deadline", "point.deadline", "closing.thanks"]


def test_the_same_speech_gives_the_same_moves() -> None:
    assert classify(SPEECH) == classify(tuple(SPEECH))


def test_nothing_and_strange_lines_are_judged_too() -> None:
    assert classify([]) == []
    strange = Situated("", Role.BODY, (), "", 0, 1, False)
    found = classify([strange, strange._replace(text="\n"), strange._replace(text="{nobody}😀\ud800")])
    assert [type(each) for each in found] == [Judged] * 3
    assert all(0 < each.confidence <= 1 for each in found)
