"""The pages of the rules say what the rules say."""

from __future__ import annotations

from tools.rule_docs import FOLDER, written


def test_pages_are_as_they_would_be_written() -> None:
    pages = dict(written())
    assert {path.name for path in FOLDER.glob("*.md")} == set(pages)
    for name, text in pages.items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name}: python -m tools.rule_docs"
