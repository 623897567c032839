from __future__ import annotations

import json
from collections.abc import Callable

import pytest

GOOD = {"text": "抓{topic}，怕的是一阵风", "unit": "sentence", "move": "point.demand"}

Line = Callable[..., str]


@pytest.fixture(name="line")
def _line() -> Line:
    """One hand-written line: a good phrase with the changes asked for."""
    return lambda **changes: json.dumps({**GOOD, **changes}, ensure_ascii=False)


@pytest.fixture(name="lines")
def _lines(line: Line) -> Line:
    """Hand-written lines that differ in their words only."""
    return lambda *texts: "\n".join(line(text=text) for text in texts)
