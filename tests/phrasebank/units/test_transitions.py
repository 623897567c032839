"""A transition is told by how it begins, or by its move where it turns."""

from __future__ import annotations

import pytest

from phrasebank.model import Move
from phrasebank.units.manuscript import Kind, Line
from phrasebank.units.transitions import is_transition


def line(text: str, move: Move) -> Line:
    return Line(0, 0, len(text), Kind.SENTENCE, "。", text, text.count("{"), 0, (), (), move.value)


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("下面，我就抓落实谈几点想法", Move.OPENING_ANNOUNCE),
        ("在肯定进步的同时，我们更要看到自己的短处", Move.BODY_TRANSITION),
        ("但是，老底子并不厚", Move.BODY_TRANSITION),
        ("重点抓好以下{count}件事", Move.POINT_MEASURE),
    ],
)
def test_what_connects(text: str, move: Move) -> None:
    assert is_transition(line(text, move))


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("路灯不亮，夜里就没人敢走", Move.BODY_TRANSITION),
        ("但是，老底子并不厚", Move.BODY_PROBLEM),
        ("把下面的同志请上来坐", Move.POINT_MEASURE),
        ("但" + "账" * 60, Move.BODY_TRANSITION),
    ],
)
def test_what_says_something_itself(text: str, move: Move) -> None:
    assert not is_transition(line(text, move))
