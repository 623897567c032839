from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.masking import Span, find_spans, frame
from phrasebank.mining import About
from phrasebank.vocabulary import SLOT_PATTERN, slot_type

ABOUT = About(topics=("防汛",), level="县", place="瑶川县")

# Pieces of speech; put together at random they cut names and figures in every way.
PIECES = (
    "截至6月底，全县共有",
    "63座",
    "水库",
    "瑶川县",
    "望川镇",
    "县水利局",
    "县委、县政府",
    "县委书记覃怀远同志",
    "《中华人民共和国防洪法》",
    "（瑶政办发〔2025〕14号）",
    "百分之六十以上",
    "三成五",
    "1.2亿元",
    "今年以来",
    "我讲三点意见。",
    "一是",
    "防汛",
    "第五届",
    "“百日清零”行动",
    "，",
    "。",
    "的",
    "和",
    "在",
    "全国",
    "市",
    "局",
    "几十万",
    "老罗",
    "区",
    "\u3000",
    "2",
    "年",
    "月",
    "第",
    "“",
    "”",
    "《",
    "同志",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def put_back(text: str, values: tuple[tuple[str, str], ...]) -> str:
    known = dict(values)
    return SLOT_PATTERN.sub(lambda match: known[match[1]], text)


@given(st.lists(TEXTS, max_size=4))
def test_spans_lie_in_order_within_their_text_and_are_found_again(texts: list[str]) -> None:
    found = find_spans(texts, ABOUT)
    assert len(found) == len(texts)
    for text, spans in zip(texts, found, strict=True):
        last = 0
        for span in spans:
            assert last <= span.start < span.end <= len(text)
            slot_type(span.slot)
            last = span.end
    assert find_spans(texts, ABOUT) == found


@given(TEXTS, st.data())
def test_values_put_back_give_the_words_of_any_range(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    framed = frame(text, find_spans([text], ABOUT)[0], start, end)
    assert put_back(framed.text, framed.values) == text[start:end]
    assert [name for name, _ in framed.values] == list(dict.fromkeys(re.findall(r"\{(\w+)\}", framed.text)))


def test_second_of_a_kind_is_numbered_and_the_same_words_are_one_slot() -> None:
    spans = [Span(0, 2, "number"), Span(3, 5, "number"), Span(6, 8, "number")]
    framed = frame("三座、五座、三座", spans)
    assert framed.text == "{number}、{number2}、{number}"
    assert framed.values == (("number", "三座"), ("number2", "五座"))


def test_a_span_cut_by_the_range_is_masked_in_part() -> None:
    spans = [Span(1, 5, "elsewhere")]
    assert frame("去望川镇里", spans, 0, 3).text == "去{elsewhere}"
    assert frame("去望川镇里", spans, 0, 3).values == (("elsewhere", "望川"),)
    assert frame("去望川镇里", spans, 5, 5).text == ""


def test_bare_doubts_leave_the_words_and_say_so() -> None:
    framed = frame("周宁说得好", [Span(0, 2, "person", "可能有人名“周宁”", True)])
    assert framed.text == "周宁说得好"
    assert framed.values == ()
    assert framed.doubts == ("可能有人名“周宁”",)
