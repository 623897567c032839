"""Editing one line, key by key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.terminal.columns import columns
from phrasebank.terminal.line_editor import Line, edit_line

KEYS = ["left", "right", "home", "end", "backspace", "delete", "kill", "kill-word", "讲", "a", " ", "up"]


@pytest.mark.parametrize(
    ("keys", "text", "cursor"),
    [
        (["x"], "抓实x", 3),
        (["left", "细"], "抓细实", 2),
        (["home", "要"], "要抓实", 1),
        (["backspace"], "抓", 1),
        (["home", "backspace"], "抓实", 0),
        (["home", "delete"], "实", 0),
        (["left", "kill"], "实", 0),
        (["right", "left", "left", "left", "end"], "抓实", 2),
        ([" ", "b", "kill-word"], "抓实 ", 3),
        (["f5"], "抓实", 2),
    ],
)
def test_keys(keys: list[str], text: str, cursor: int) -> None:
    line = Line("抓实")
    for key in keys:
        line.press(key)
    assert (line.text, line.cursor) == (text, cursor)


@given(st.text("讲话，a ", max_size=80), st.lists(st.sampled_from(KEYS), max_size=30), st.integers(6, 40))
def test_the_cursor_is_always_in_view(text: str, keys: list[str], width: int) -> None:
    line = Line(text)
    for key in keys:
        line.press(key)
        shown, column = line.view(width)
        assert 0 <= line.cursor <= len(line.text)
        assert columns(shown) < width
        assert 0 <= column <= columns(shown)
        assert shown in line.text


def run(keys: list[str], initial: str = "抓实") -> tuple[str | None, str]:
    written: list[str] = []
    waiting = iter(keys)
    return edit_line("文字：", initial, lambda: next(waiting), written.append, 40), "".join(written)


def test_enter_takes_the_line_and_escape_leaves_it() -> None:
    assert run(["抓", "enter"])[0] == "抓实抓"
    assert run(["抓", "escape"])[0] is None
    assert run(["抓", ""])[0] is None


def test_the_cursor_stands_behind_wide_characters_and_the_prompt() -> None:
    _, written = run(["left", "enter"])
    assert "\x1b[10C" in written  # 文字： six columns, 抓实 four
    assert "\x1b[8C" in written
