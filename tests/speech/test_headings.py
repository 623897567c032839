"""Where a unit's heading ends, and whether text goes on behind it."""

from __future__ import annotations

import pytest

from drafter.speech import parse_speech
from drafter.speech.sentences import end_of_sentence, split_heading


@pytest.mark.parametrize(
    ("line", "heading", "end", "rest"),
    [
        ("提高政治站位", "提高政治站位", "", ""),
        ("提高政治站位。", "提高政治站位", "。", ""),
        ("提高政治站位。各级要学。", "提高政治站位", "。", "各级要学。"),
        ("要抓早、抓小、抓实！各级要动。", "要抓早、抓小、抓实", "！", "各级要动。"),
        ("发展靠什么？靠实干。", "发展靠什么", "？", "靠实干。"),
        ("真的吗？！不见得。", "真的吗", "？！", "不见得。"),
        ("安全责任：各级各部门要扛起来。", "安全责任", "：", "各级各部门要扛起来。"),
        ("关于当前形势：总体平稳、稳中有忧", "关于当前形势：总体平稳、稳中有忧", "", ""),
        ("存在的主要问题：", "存在的主要问题", "：", ""),
        ("抓学习；各支部每月不少于一次。", "抓学习", "；", "各支部每月不少于一次。"),
        ("完善制度；", "完善制度", "；", ""),
        ("要抓好三件事：一是建班子；二是带队伍。", "要抓好三件事", "：", "一是建班子；二是带队伍。"),
        (
            "今年的总体要求是：坚持稳中求进，做到以进促稳。",
            "今年的总体要求是：坚持稳中求进，做到以进促稳",
            "。",
            "",
        ),
        ("有人说：“干。拼。闯。”我赞成。", "有人说：“干。拼。闯。”", "", "我赞成。"),
        ("把“稳。准。狠”三个字用好。各级要学。", "把“稳。准。狠”三个字用好", "。", "各级要学。"),
        ("用好《谁来种地？》调研成果。农业局牵头。", "用好《谁来种地？》调研成果", "。", "农业局牵头。"),
        ("管好资金（含配套。）使用。财政局牵头。", "管好资金（含配套。）使用", "。", "财政局牵头。"),
        ("“致天下之治者在人才。”这话不假。", "“致天下之治者在人才。”这话不假", "。", ""),
        ("引号“没有收住。后面还有话。", "引号“没有收住", "。", "后面还有话。"),
        ("投入1.2亿元，增长3.5%。效果很好。", "投入1.2亿元，增长3.5%", "。", "效果很好。"),
        ("2026年工作安排", "2026年工作安排", "", ""),
        ("要解放思想；要更新观念；要转变作风。", "要解放思想；要更新观念；要转变作风", "。", ""),
        ("话没有说完……", "话没有说完", "……", ""),
    ],
)
def test_the_heading_is_the_first_sentence_or_the_label(line: str, heading: str, end: str, rest: str) -> None:
    assert split_heading(line) == (heading, end, rest)
    assert heading + end + rest == line


def test_the_verb_of_a_spoken_count_belongs_to_its_marker() -> None:
    section = parse_speech("一要加强领导。书记要带头。\n二要落实责任。部门要协同。").sections[0]
    assert (section.heading, section.run_in, section.paragraphs) == ("加强领导", True, ("书记要带头。",))


def test_an_ordinal_keeps_the_verb_in_its_heading() -> None:
    section = parse_speech("第一，要准确理解。书记要带头。\n第二，要落实责任。部门要协同。").sections[0]
    assert (section.heading, section.heading_end) == ("要准确理解", "。")


def test_one_sentence_is_a_heading_with_the_line_to_itself() -> None:
    sentence = "要加强组织领导，各级党委、政府要把这项工作摆上重要日程，主要负责同志要亲自抓，确保取得实效"
    section = (
        parse_speech(f"一、认识\n第一，{sentence}。\n第二，要加强督查。\n二、落实").sections[0].sections[0]
    )
    assert (section.heading, section.run_in, section.heading_end) == (sentence, False, "。")


def test_own_line_headings_with_a_full_stop() -> None:
    speech = parse_speech("一是联合承办运动会。\n认真落实办赛要求。\n二是推动经济向好。\n增长3.9%。")
    first = speech.sections[0]
    assert (first.heading, first.run_in, first.heading_end) == ("联合承办运动会", False, "。")
    assert first.paragraphs == ("认真落实办赛要求。",)


def test_text_behind_a_heading_is_kept_to_the_letter() -> None:
    rest = "各级要“学深学透”，既要看数字，又要看变化；第三条第（一）项写明：1.2亿元……要管好。"
    section = parse_speech(f"一、提高认识。{rest}\n二、抓好落实。大家行动。").sections[0]
    assert section.paragraphs == (rest,)


def test_looking_for_a_sentence_takes_time_in_proportion() -> None:
    assert end_of_sentence("“" * 50_000 + "。后") == 50_001
