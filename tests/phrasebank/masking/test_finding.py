from __future__ import annotations

import pytest

from phrasebank.masking import find_spans, frame
from phrasebank.mining import About
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import SLOT_PATTERN

COUNTY = About(kind="工作部署", topics=("防汛抗旱",), level="县", place="瑶川县")
NOTHING = About()


def masked(text: str, about: About = COUNTY) -> str:
    return frame(text, find_spans([text], about)[0]).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至6月底，全县共排查隐患63处", "截至{date}，全{level}共排查隐患{number}"),
        ("同比增长12.5%，比上年同期提高1.3个百分点", "同比增长{percent}，比{period}提高{percent2}"),
        ("投入资金1240万元", "投入资金{money}"),
        ("几十万元就打了水漂", "{money}就打了水漂"),
        ("占比超过百分之六十", "占比超过{percent}"),
        ("完成任务的不到三成五", "完成任务的不到{percent}"),
        ("2026年3月18日上午开会", "{date}开会"),
        ("二〇二六年五月十二日开会", "{date}开会"),
        ("今年以来工作扎实", "{period}工作扎实"),
        ("“十五五”时期是关键", "{period}是关键"),
        ("下面，我讲三点意见", "下面，我讲{count}点意见"),
        ("四十六座小型水库没有出险", "{number}小型水库没有出险"),
        ("转移群众1.37万人", "转移群众{number}"),
    ],
)
def test_figures_and_times(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "一是要压实责任",
        "四面八方、千家万户都要行动",
        "各级主要负责同志是第一责任人",
        "三令五申的事，一律不准马虎",
        "确保万无一失",
        "十分重要，千万不能大意",
        "一票否决，一个不落",
        "各县区、各部门要抓好落实",
        "全国上下一盘棋",
        "城市和乡村要统筹，社区和村庄要联动",
        "市场主体要守规矩，区域之间要协同",
        "大局意识要强，格局要大",
        "守住青山绿水，发展才有后劲",
    ],
)
def test_set_expressions_and_general_words_stay(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("瑶川县的防汛抗旱工作", "{place}的{topic}工作"),
        ("瑶川的今天来之不易", "{place}的今天来之不易"),
        ("望川镇和梅子垭乡要抓紧", "{elsewhere}和{elsewhere2}要抓紧"),
        ("铁桥街道、杏花营街道行动快", "{elsewhere}、{elsewhere2}行动快"),
        ("滨湖区和海淀区走在前面", "{elsewhere}和{elsewhere2}走在前面"),
        ("县委、县政府高度重视", "{leadership}高度重视"),
        ("省委、省政府作出部署", "{superior}作出部署"),
        ("县应急管理局要牵头抓总", "{body}要牵头抓总"),
        ("县公安局交警大队立即行动", "{body}立即行动"),
        ("金砾建材公司限期整改", "{body}限期整改"),
        ("我县山高坡陡", "我{level}山高坡陡"),
        ("县委书记覃怀远同志牵头", "{post}{person}同志牵头"),
        ("请谭立群同志负责", "请{person}同志负责"),
        ("依据《中华人民共和国防洪法》处理", "依据{law}处理"),
        ("执行《瑶川县防汛抗旱应急预案》", "执行{document}"),
        ("（瑶政办发〔2025〕14号）", "（{document}）"),
        ("深入学习党的二十大精神", "深入学习{event}"),
        ("开展“百日清零”行动", "开展{event}"),
        ("在全县防汛抗旱工作会议上的讲话", "在{event}上的讲话"),
    ],
)
def test_names(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_a_level_that_is_not_the_speechs_own_is_another_slot() -> None:
    assert masked("全县的成绩走在全市前列") == "全{level}的成绩走在全{level2}前列"
    assert masked("走在全市前列", NOTHING) == "走在全{level}前列"


def test_what_is_named_once_is_known_in_the_whole_speech() -> None:
    texts = ["望川镇排查得细", "望川的做法值得推广", "县委书记覃怀远同志牵头", "覃怀远要求很明确"]
    spans = find_spans(texts, COUNTY)
    assert frame(texts[1], spans[1]).text == "{elsewhere}的做法值得推广"
    assert frame(texts[3], spans[3]).text == "{person}要求很明确"


def test_a_name_that_nothing_gives_away_is_masked_with_a_doubt() -> None:
    texts = ["名单里的钱小芳，一直没有来"]
    framed = frame(texts[0], find_spans(texts, COUNTY)[0])
    assert "钱小芳" not in framed.text
    assert framed.doubts == ("可能有人名“钱小芳”",)


@pytest.mark.parametrize(
    "text",
    ["望川镇63座水库6月底前完工，县水利局负责，《防洪法》必须执行", "百分之七十的任务由覃怀远同志负责"],
)
def test_what_is_masked_passes_the_gate(text: str) -> None:
    assert list(find_specifics(SLOT_PATTERN.sub("□", masked(text)))) == []


def test_nothing_gives_nothing() -> None:
    assert find_spans([], NOTHING) == []
    assert find_spans(["", ""], NOTHING) == [[], []]
