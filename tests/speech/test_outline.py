"""Levels come from which count opened inside which."""

from __future__ import annotations

from textwrap import dedent

import pytest

from drafter.speech import parse_speech
from tests.speech.outlines import outline


def _same(text: str, expected: str) -> None:
    assert outline(dedent(text).strip()) == dedent(expected).strip()


def test_the_usual_four_levels() -> None:
    _same(
        """
        一、回顾
        （一）成绩
        1.工业
        （1）规模以上
        ①产值
        ②税收
        （2）规模以下
        2.农业
        （二）问题
        二、任务
        """,
        """
        一、回顾
          （一）成绩
            1.工业
              （1）规模以上
                ①产值
                ②税收
              （2）规模以下
            2.农业
          （二）问题
        二、任务
        """,
    )


def test_each_section_may_count_its_points_in_its_own_way() -> None:
    _same(
        """
        一、认清形势
        第一，要看到成绩。去年全市事故下降12%。
        第二，要看到差距。还有38起事故。
        二、突出重点
        一要管住矿山。逐矿过堂。
        二要管住道路。逐路排查。
        三、落实责任
        一是压实党政责任。书记带头。
        二是压实企业责任。法人负责。
        四、严肃纪律
        首先，要严明规矩。违者必究。
        其次，要严格考核。奖优罚劣。
        五、加强保障
        其一，保障经费。足额到位。
        其二，保障人员。配齐配强。
        六、转变作风
        一看态度。不看汇报看现场。
        二看行动。不看台账看效果。
        """,
        """
        一、认清形势
          第一，要看到成绩
          第二，要看到差距
        二、突出重点
          一要管住矿山
          二要管住道路
        三、落实责任
          一是压实党政责任
          二是压实企业责任
        四、严肃纪律
          首先，要严明规矩
          其次，要严格考核
        五、加强保障
          其一，保障经费
          其二，保障人员
        六、转变作风
          一看态度
          二看行动
        """,
    )


@pytest.mark.parametrize(
    "markers",
    [
        ("第一，", "第二，", "第三，"),
        ("（一）", "（二）", "（三）"),
        ("1.", "2.", "3."),
        ("（1）", "（2）", "（3）"),
        ("①", "②", "③"),
        ("一要", "二要", "三要"),
        ("一是", "二是", "三是"),
        ("首先，", "其次，", "再次，"),
        ("其一，", "其二，", "其三，"),
        ("一抓", "二抓", "三抓"),
        ("第一个方面，", "第二个方面，", "第三个方面，"),
        ("第一点，", "第二点，", "第三点，"),
        ("第一道关，", "第二道关，", "第三道关，"),
    ],
)
def test_any_family_may_be_the_highest(markers: tuple[str, ...]) -> None:
    text = "\n".join(f"{marker}思想认识。各级各部门行动起来。" for marker in markers)
    assert outline(f"同志们：\n今天讲几点意见。\n{text}\n谢谢大家！") == "\n".join(
        f"{marker}思想认识" for marker in markers
    )


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("一. 提高认识", "一、提高认识"),
        ("一．提高认识", "一、提高认识"),
        ("一 、提高认识", "一、提高认识"),
        ("(一)提高认识", "（一）提高认识"),
        ("（一）、提高认识", "（一）提高认识"),
        ("㈠提高认识", "（一）提高认识"),
        ("1、提高认识", "1.提高认识"),
        ("1．提高认识", "1.提高认识"),
        ("(1)提高认识", "（1）提高认识"),
        ("1）提高认识", "（1）提高认识"),
        ("⑴提高认识", "（1）提高认识"),
    ],
)
def test_markers_written_otherwise_are_printed_in_their_normal_form(written: str, printed: str) -> None:
    assert outline(f"{written}\n各级要行动起来。") == printed


@pytest.mark.parametrize(
    "written", ["第一、要提高认识", "第一,要提高认识", "第一：要提高认识", "第1，要提高认识"]
)
def test_ordinals_written_otherwise(written: str) -> None:
    assert (
        outline(f"{written}。各级行动。\n第二，要抓好落实。各级行动。")
        == "第一，要提高认识\n第二，要抓好落实"
    )


def test_what_comes_back_closes_what_lay_inside() -> None:
    _same(
        """
        一、工作
        （一）农业
        一是种粮。面积不减。
        二是种菜。品种不减。
        （二）工业
        一是上项目。投资不降。
        二是强园区。服务不降。
        二、作风
        （一）学习
        （二）实干
        """,
        """
        一、工作
          （一）农业
            一是种粮
            二是种菜
          （二）工业
            一是上项目
            二是强园区
        二、作风
          （一）学习
          （二）实干
        """,
    )


def test_a_higher_family_inside_a_lower_one() -> None:
    """第一， holds （一） because 第二， comes back later."""
    _same(
        """
        第一，提高认识。
        （一）学文件
        （二）学案例
        第二，抓好落实。
        （一）抓项目
        （二）抓作风
        """,
        """
        第一，提高认识
          （一）学文件
          （二）学案例
        第二，抓好落实
          （一）抓项目
          （二）抓作风
        """,
    )


def test_parts_above_chapters() -> None:
    _same(
        """
        第一部分　工作回顾
        一、工业
        二、农业
        第二部分　工作打算
        一、目标
        二、措施
        """,
        """
        第一部分工作回顾
          一、工业
          二、农业
        第二部分工作打算
          一、目标
          二、措施
        """,
    )


def test_a_lower_list_before_the_chapters_does_not_swallow_them() -> None:
    _same(
        """
        今天的会议有三个目的。
        一是通报情况。去年共发生38起。
        二是分析问题。问题出在基层。
        三是部署工作。任务已经明确。
        一、提高认识
        要学深学透。
        二、抓好落实
        要干出实效。
        """,
        """
        一是通报情况
        二是分析问题
        三是部署工作
        一、提高认识
        二、抓好落实
        """,
    )


def test_a_list_of_the_opening_is_left_to_it_when_the_points_are_announced_behind_it() -> None:
    speech = parse_speech(
        "同志们：\n今天的会议有三个目的：\n一是通报情况。去年共发生38起。\n二是分析问题。问题出在基层。\n"
        "下面，我讲两点意见。\n一、提高认识\n要学深学透。\n二、抓好落实\n要干出实效。"
    )
    assert [section.heading for section in speech.sections] == ["提高认识", "抓好落实"]
    assert (len(speech.opening), speech.announced, speech.enumerations) == (4, 2, (("一是", "二是"),))


def test_a_list_beside_a_finished_one() -> None:
    _same(
        """
        一、工作回顾
        （一）工业提速。增长8.2%。
        （二）农业增效。增长4.1%。
        （三）商贸活跃。增长6.5%。
        一年来，着重抓了以下工作：
        一是抓项目。开工86个。
        二是抓环境。办事提速。
        二、工作安排
        """,
        """
        一、工作回顾
          （一）工业提速
          （二）农业增效
          （三）商贸活跃
          一是抓项目
          二是抓环境
        二、工作安排
        """,
    )


def test_a_count_that_begins_again_in_a_later_section_is_in_order() -> None:
    text = "一、认识\n第一，学。要学。\n第二，思。要思。\n二、落实\n第一，干。要干。\n第二，评。要评。"
    assert parse_speech(text).anomalies == ()


def test_ten_and_beyond() -> None:
    numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
    text = "\n".join(f"{numeral}、任务" for numeral in numerals)
    assert [section.number for section in parse_speech(text).sections] == list(range(1, 13))


def test_changing_words_of_one_count() -> None:
    _same(
        """
        首先，要统一思想。思想是先导。
        其次，要明确任务。任务已下达。
        第三，要压实责任。责任到人头。
        """,
        """
        首先，要统一思想
        其次，要明确任务
        第三，要压实责任
        """,
    )


def test_first_and_next_without_their_comma() -> None:
    _same(
        """
        首先要统一思想。思想是先导。
        其次要明确任务。任务已下达。
        最后要压实责任。责任到人头。
        """,
        """
        首先，要统一思想
        其次，要明确任务
        最后，要压实责任
        """,
    )


def test_a_marker_that_stands_alone_on_its_line() -> None:
    _same("一、\n提高认识\n要学。\n二、\n抓好落实\n要干。", "一、提高认识\n二、抓好落实")


def test_a_glossary_behind_the_speech_is_no_outline() -> None:
    text = (
        "一、回顾\n成绩很大。\n二、打算\n任务很重。\n各位代表！让我们努力奋斗！\n"
        "名词解释\n1.双招双引：招商引资、招才引智。\n2.三改：改水、改路、改厕。"
    )
    assert outline(text) == "一、回顾\n二、打算"


@pytest.mark.parametrize(
    "paragraph",
    [
        "一、二季度是生产旺季，要抓住不放。",
        "一、二、三产业要融合发展。",
        "七、八十年代，这里还是一片荒滩。",
        "第一产业增加值增长4.1%。",
        "第一书记要吃住在村。",
        "第一时间，消防队伍赶到现场。",
        "第一季度，全市开工86个项目。",
        "第一要务是发展。",
        "一要求真、二要求实，这是调查研究的规矩。",
        "一时的困难吓不倒我们。",
        "一些干部作风不实。",
        "一看就懂、一学就会，才是好办法。",
        "一是一，二是二，不能含糊。",
        "三要素保障是关键。",
        "1.2亿元资金已经下达。",
        "1.5万亩高标准农田建成。",
        "2026年3月18日，市政府召开会议。",
        "12345热线接到来电8600个。",
        "（一）项规定得很清楚。",
        "首先，我代表市委、市政府向大家表示问候！",
        "最后，祝大家新春快乐！",
        "首先要说的是，成绩来之不易。",
        "一年来，全市上下共同努力。",
        "三大攻坚战取得成效。",
        "十分感谢大家的支持。",
        "第一线的同志最辛苦。",
        "二〇二六年是开局之年。",
        "——产业结构持续优化。新增企业12家。",
    ],
)
def test_what_only_looks_like_a_marker(paragraph: str) -> None:
    speech = parse_speech(f"同志们：\n今天开一个会。\n{paragraph}\n我们要认真对待。")
    assert speech.sections == ()
    assert paragraph in speech.opening


def test_a_chairs_agenda_is_no_outline() -> None:
    speech = parse_speech(
        "同志们：\n现在开会。会议有三项议程。\n会议第一项，请市应急管理局局长李建国同志通报情况。\n"
        "第二项议程，请东山县作表态发言。\n第三项，请市长周明远同志讲话。\n"
        "刚才，周市长作了讲话，请大家抓好落实。散会。"
    )
    assert speech.sections == ()
    assert speech.enumerations == (("第一项", "第二项", "第三项"),)


def test_an_agenda_in_chapters_is_no_outline_either() -> None:
    speech = parse_speech(
        "同志们：\n今天的会议有三项议程：\n一、请市应急管理局通报情况；\n二、请东山县作表态发言；\n三、请市长周明远同志讲话。"
    )
    assert speech.sections == ()


def test_a_heading_without_text_holds_the_list_that_follows_it() -> None:
    _same(
        """
        第一个问题，为什么讲
        一是形势要求。形势逼人。
        二是职责所在。守土有责。
        第二个问题，怎么去做
        （一）要学习。读书。
        （二）要实干。下村。
        """,
        """
        第一个问题，为什么讲
          一是形势要求
          二是职责所在
        第二个问题，怎么去做
          （一）要学习
          （二）要实干
        """,
    )


@pytest.mark.parametrize(
    ("text", "code", "paragraph"),
    [
        ("一、甲\n二、乙\n四、丁", "numbering-gap", 2),
        ("一、甲\n二、乙\n二、丙", "numbering-duplicate", 2),
        ("一、甲\n二、乙\n二、丙\n四、丁", "numbering-duplicate", 2),
        ("二、乙\n三、丙", "numbering-gap", 0),
        ("一、甲\n（一）子\n（三）寅\n二、乙", "numbering-gap", 2),
        ("一、甲\n二、乙\n三、丙\n二、丁", "numbering-duplicate", 3),
    ],
)
def test_a_count_that_breaks_is_an_anomaly_not_a_new_tree(text: str, code: str, paragraph: int) -> None:
    speech = parse_speech(text)
    assert [(anomaly.code, anomaly.paragraph) for anomaly in speech.anomalies] == [(code, paragraph)]
    assert len({section.marker.family for section in speech.sections}) == 1


def test_a_count_that_runs_on_through_the_sections_is_in_order() -> None:
    speech = parse_speech("一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅\n（四）卯")
    assert speech.anomalies == ()


def test_points_counted_with_what_they_are() -> None:
    _same(
        """
        第一点感受，青年人有本事。敢闯。
        第二点感受，青年人能吃苦。肯干。
        """,
        """
        第一点感受，青年人有本事
        第二点感受，青年人能吃苦
        """,
    )
