"""A specific that the brief does not hold is found; what it holds, or what follows from it, is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.measure import Known, Written, read_written
from drafter.measure.invented import Invented, find_invented, spans_of

PLANTED = [
    ("今年已有312人接受培训。", "数字", "312人"),
    ("据统计，满意率达到九成以上。", "数字", "九成"),
    ("抽查的一百六十八户群众都说好。", "数字", "一百六十八户"),
    ("百分之四十七的学校没有达标。", "数字", "百分之四十七"),
    ("投入增长了31.4%。", "数字", "31.4%"),
    ("早在2019年，我们就吃过亏。", "日期", "2019年"),
    ("11月底前要全部完成。", "日期", "11月"),
    ("鹿鸣镇的做法值得学习。", "地名", "鹿鸣镇"),
    ("浙江已经走在前面。", "地名", "浙江"),
    ("有的学校学得快，西山县学得更快。", "地名", "西山县"),
    ("李建国书记到现场看过。", "人名机构", "李建国书记"),
    ("市自然资源局要配合好。", "机构", "市自然资源局"),
    ("《学校供餐管理条例》写得清清楚楚。", "文件", "《学校供餐管理条例》"),
]
FINE = [
    "全区86家食堂里还有15家没有接入，占17.4%，接近两成。",
    "就餐学生超过一万名，比2024年多了不少。",
    "一要提高认识，二要抓好落实，三要严格责任。第一，要压实责任；第二，要强化督查。",
    "我们要一件一件抓，一天一天盯，不能有万一，要做到百分之百。",
    "一年之计在于春，十年树木，百年树人。千里之堤，溃于蚁穴。",
    "下面，我讲两点意见。谁主管谁负责，一个也不放过。",
    "石桥镇、柳荫街道要带头，各部门、各学校要跟上，区教育局要盯住。",
    "请顾明川副区长作部署，临江市的要求很明确。",
    "祝临江市的明天更加美好。",
    "说一千道一万，最后要落到人。食堂三分靠建、七分靠管。",
]


def found_in(extra: str, draft: str, known: Known) -> list[Invented]:
    lines = draft.rstrip("\n").split("\n")
    written = Written.of("草稿", "\n".join([*lines[:5], lines[5] + extra, *lines[6:]]))
    return find_invented(written, known, spans_of(written))


def test_nothing_is_invented_in_a_draft_that_keeps_to_its_brief(written: Written, known: Known) -> None:
    assert find_invented(written, known, spans_of(written)) == []


@pytest.mark.parametrize(("extra", "kind", "text"), PLANTED, ids=[text for *_, text in PLANTED])
def test_what_the_brief_does_not_hold(extra: str, kind: str, text: str, draft: str, known: Known) -> None:
    found = found_in(extra, draft, known)
    assert (kind, text) in [(one.kind, one.text) for one in found]
    assert all(one.paragraph == 5 and one.text in one.context for one in found)


@pytest.mark.parametrize("extra", FINE)
def test_what_is_nobodys_invention(extra: str, draft: str, known: Known) -> None:
    assert found_in(extra, draft, known) == []


def test_a_speech_of_another_place_is_full_of_inventions(speeches: list[Path], known: Known) -> None:
    for path in speeches[:6]:
        other = read_written(path)
        assert len(find_invented(other, known, spans_of(other))) > 10, path.name


def test_what_a_fact_alone_proves(known: Known) -> None:
    from drafter.measure.numbers import numbers_of

    def counts(text: str) -> bool:
        return known.counts(next(iter(numbers_of(text))))

    assert counts("71家")
    assert counts("15家")  # 86 - 71
    assert counts("157家")  # 86 + 71
    assert counts("82.6%")  # 71 of 86
    assert not counts("82.7%")
    assert not counts("71名")
