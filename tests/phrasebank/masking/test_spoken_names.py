"""Short names of places and bodies, gatherings, articles of laws, times in the manner of speech."""

from __future__ import annotations

import pytest

from phrasebank.masking.finding import find_rules
from phrasebank.mining import About


def found(text: str) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.slot) for span in find_rules([text], About())[0]]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("粤北", "要把粤北的路修好"),
        ("粤", "服务好在粤企业"),
        ("浙商", "请浙商回家看看"),
        ("川菜", "川菜要走出去"),
        ("珠三角", "到珠三角招工"),
        ("成渝", "成渝中线高铁开工"),
        ("引青济河工程", "引青济河工程通水"),
    ],
)
def test_places_by_one_character(name: str, text: str) -> None:
    assert (name, "elsewhere") in found(text)


@pytest.mark.parametrize("text", ["发放津贴补贴", "群众苏醒过来", "桂花开得正好", "川流不息的人群"])
def test_the_same_characters_in_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["住建", "人社", "卫健"], "住建、人社、卫健各守各的门"),
        (["医保", "卫健"], "医保和卫健都要对接好"),
        (["省委督查组"], "请省委督查组放心"),
        (["中央第七生态环境保护督察组"], "中央第七生态环境保护督察组进驻以后"),
        (["县政府常务会议"], "没有上过县政府常务会议"),
    ],
)
def test_bodies_by_short_names(names: list[str], text: str) -> None:
    masked = [words for words, _ in found(text)]
    assert all(name in masked for name in names)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("《中华人民共和国消防法》第六十条", "依照《中华人民共和国消防法》第六十条处罚"),
        ("安全生产法第三条、第四条", "依照安全生产法第三条、第四条办理"),
    ],
)
def test_a_law_with_its_articles(name: str, text: str) -> None:
    assert (name, "law") in found(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("栖溪灯会", "春节前后还有栖溪灯会"),
        ("汀岭（粤港澳）产业合作恳谈会", "举办汀岭（粤港澳）产业合作恳谈会"),
    ],
)
def test_gatherings(name: str, text: str) -> None:
    assert (name, "event") in found(text)


@pytest.mark.parametrize(
    ("name", "slot", "text"),
    [
        ("前十个月", "period", "前十个月起火的事"),
        ("除夕夜", "period", "除夕夜还在值守"),
        ("上个礼拜", "period", "上个礼拜我去看了"),
        ("晚上10点至次日凌晨5点", "period", "发生在晚上10点至次日凌晨5点"),
        ("上世纪五十年代", "period", "还是上世纪五十年代埋下去的"),
        ("一天一夜", "number", "一天一夜把线路接通了"),
        ("二", "number", "考核排名升到第二"),
    ],
)
def test_times_and_figures_of_speech(name: str, slot: str, text: str) -> None:
    assert (name, slot) in found(text)
