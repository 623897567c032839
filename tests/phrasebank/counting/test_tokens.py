from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.counting import clauses_of, tokenize
from phrasebank.tokeniser import Word, read_words

SAMPLES = Path(__file__).parents[3] / "samples" / "speeches"
REPORTS = Path(__file__).parents[4] / "shared" / "corpus" / "reports.jsonl.gz"
HAN = re.compile("[一-鿿]+")


@pytest.fixture(name="reference", scope="module")
def _reference() -> object:
    """jieba with the same words in it."""
    import jieba

    tokenizer = jieba.Tokenizer()
    for word in read_words():
        tokenizer.add_word(*word)
    return tokenizer


def han_runs(texts: list[str]) -> list[str]:
    return sorted({run for text in texts for run in HAN.findall(text)})


def test_cuts_the_han_runs_of_our_samples_as_jieba_does(reference: object) -> None:
    runs = han_runs([path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.txt"))])
    assert len(runs) > 1000
    assert [run for run in runs if tokenize(run) != list(reference.cut(run))] == []  # type: ignore[attr-defined]


@pytest.mark.shared
def test_cuts_the_han_runs_of_real_reports_as_jieba_does(reference: object) -> None:
    if not REPORTS.exists():
        pytest.skip("no shared corpus")
    import gzip
    import json

    with gzip.open(REPORTS, "rt") as lines:
        runs = han_runs([json.loads(next(lines))["text"] for _ in range(12)])
    assert [run for run in runs if tokenize(run) != list(reference.cut(run))] == []  # type: ignore[attr-defined]


@given(st.lists(st.sampled_from(read_words()), min_size=1, max_size=4), st.sampled_from(["，", "、", "。"]))
def test_is_the_same_whatever_stands_beyond_punctuation(words: list[Word], mark: str) -> None:
    parts = [word.text for word in words]
    whole = tokenize(mark.join(parts))
    one_by_one: list[str] = []
    for part in parts:
        one_by_one += [*tokenize(part), mark]
    assert whole == one_by_one[:-1]


def test_keeps_the_words_of_our_list_whole() -> None:
    words = read_words()
    assert len(words) >= 400
    assert [word.text for word in words if tokenize(word.text) != [word.text]] == []


def test_the_list_is_in_order_and_says_each_word_once() -> None:
    texts = [word.text for word in read_words()]
    assert texts == sorted(set(texts))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("全{level}新建{number2}座水库", ["全", "{level}", "新建", "{number2}", "座", "水库"]),
        ("{topic}", ["{topic}"]),
        ("达到3.5%，A4纸", ["达到", "3.5%", "，", "A4", "纸"]),
        ("“网格员”、河长制。", ["“", "网格员", "”", "、", "河长制", "。"]),
        ("要  抓\n落实\u3000", ["要", "抓", "落实"]),
        ("", []),
        (" ", []),
    ],
)
def test_slots_figures_and_marks_are_one_token_each(text: str, tokens: list[str]) -> None:
    assert tokenize(text) == tokens


@given(st.text("抓落实包保{}topic09.%a，\x1f", max_size=30))
def test_loses_nothing_but_white_space(text: str) -> None:
    assert "".join(tokenize(text)) == "".join(text.split())


def test_writes_places_first_and_then_tokens() -> None:
    rows = [(3, 2, 8, "point.duty", ["压实", "包保", "责任"]), (4, 0, 4, "point.lead", ["{level}", "，"])]
    written = "3 2 8 point.duty 4 0 4 point.lead\n压实 包保 责任 \n {level} ， \n"
    assert clauses_of(rows) == written
    assert clauses_of([]) == ""
