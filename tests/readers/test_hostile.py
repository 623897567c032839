"""Pastes made to be slow: time grows with the length and no faster."""

from __future__ import annotations

import time

import pytest

from drafter.errors import ReadError
from drafter.readers import read_bytes

PIECES = [
    " ",
    "\t",
    "　",
    "<!--",
    "1\n",
    "-",
    "--",
    "(",
    "“",
    "**",
    "[a](",
    "a: b\n",
    "一、啊\n",
    "一、啊 ",
    "来源：\n",
]
PIECES += [
    "首页 > ",
    "同志们、",
    "（一）",
    "。。",
    "\n",
    "讲话（全文）",
    "一、啊……3\n",
    "［1］啊\n",
    "> ",
    "|",
]


@pytest.mark.parametrize("before", ["", "同志们：\n", "一、啊", "<html><body>"])
@pytest.mark.parametrize("piece", PIECES)
def test_time_is_bounded(before: str, piece: str) -> None:
    data = (before + piece * (40_000 // len(piece.encode()))).encode()
    started = time.process_time()
    try:
        read_bytes(data, "稿.txt")
    except ReadError as error:
        assert error.problems[0].code == "R006"  # noqa: PT017 – a paste of blanks may be refused
    # 40 KB of prose take some 10 ms; every quadratic step that was found took tens of seconds.
    assert time.process_time() - started < 5
