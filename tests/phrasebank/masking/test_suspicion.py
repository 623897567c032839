"""Words that read like a local fact though no rule names them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebank.masking import Span, find_spans, frame
from phrasebank.masking.suspicion import find_suspects, joined
from phrasebank.masking.suspicion.features import BITS, Looks
from phrasebank.masking.suspicion.weights import CLASSES, WEIGHTS_FILE, load
from phrasebank.masking.tokens import Tokens
from phrasebank.mining import About

np = pytest.importorskip("numpy")


def suspects(text: str, settled: tuple[Span, ...] = ()) -> list[Span]:
    return find_suspects(text, Tokens(text), settled)


def test_each_character_has_as_many_looks_as_every_other() -> None:
    text = "刚才，栖岭镇的老虞讲了三件事。"
    looks = Looks(text, Tokens(text)).rows(np.arange(len(text)))
    assert {len(look) for look in looks} == {len(text)}
    assert max(int(look.max()) for look in looks) < 1 << BITS


def test_looks_of_a_character_do_not_depend_on_which_others_are_asked_for() -> None:
    text = "由湫山口村的村民说了算，不走过场。"
    looks = Looks(text, Tokens(text))
    every = looks.rows(np.arange(len(text)))
    some = looks.rows(np.array([2, 7]))
    assert [look[[2, 7]].tolist() for look in every] == [look.tolist() for look in some]


def test_chances_of_a_character_make_one() -> None:
    text = "会后请各单位抓紧落实。"
    chances = load().chances(Looks(text, Tokens(text)).rows(np.arange(len(text))))
    assert chances.shape == (len(text), len(CLASSES))
    assert np.allclose(chances.sum(axis=1), 1, atol=1e-5)


def test_the_weights_are_a_small_file() -> None:
    assert WEIGHTS_FILE.stat().st_size < 750_000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("邬小满", "前年辞了工作回来的邬小满，头一年就把荒了的茶山盘活了。"),
        ("栗树坳", "驻村干部从栗树坳走到河对岸，挨家问有没有困难。"),
        ("衡沅锂能", "签约以后，衡沅锂能只用了两个月就打了桩。"),
    ],
)
def test_a_name_without_a_suffix_is_masked_or_in_doubt(name: str, text: str) -> None:
    framed = frame(text, find_spans([text], About())[0])
    assert name not in framed.text or framed.doubts


@pytest.mark.parametrize(
    "text",
    [
        "要坚持问题导向，把责任压实到岗到人。",
        "安全生产是发展的底线，容不得半点马虎。",
        "希望大家振奋精神、埋头苦干，把各项任务落到实处。",
    ],
)
def test_ordinary_sentences_are_above_suspicion(text: str) -> None:
    assert find_spans([text], About()) == [[]]


def test_settled_words_are_left_alone() -> None:
    text = "请邬小满和栗树坳的乡亲到台上来。"
    settled = (Span(1, 4, "person"),)
    taken = set(range(1, 4))
    assert all(taken.isdisjoint(range(span.start, span.end)) for span in suspects(text, settled))


def test_nothing_is_suspected_in_nothing() -> None:
    assert suspects("") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="邬栗树坳的在和、，。\n请一二3A🙂公司镇长", max_size=60))
def test_suspects_are_sorted_and_apart(text: str) -> None:
    found = suspects(text)
    ends = [0, *(span.end for span in found)]
    assert all(end <= span.start < span.end <= len(text) for end, span in zip(ends, found, strict=False))
    assert suspects(text) == found


def test_a_body_and_what_touches_it_are_one() -> None:
    text = "澄岭区委督查室"
    assert joined(text, [Span(0, 4, "body")], [Span(4, 7, "body")]) == [Span(0, 7, "body")]


def test_a_doubt_stays_apart_from_what_it_touches() -> None:
    spans = [Span(0, 4, "body"), Span(4, 7, "body", "可能有单位名", bare=True)]
    assert joined("澄岭区委督查室", spans[:1], spans[1:]) == spans
