"""Points announced, inline enumerations, placeholders, damage and texts cut off."""

from __future__ import annotations

import pytest

from drafter.speech import Anomaly, parse_speech, speech_paragraphs
from drafter.speech.announced import find_announced
from drafter.speech.enumerations import find_enumerations


@pytest.mark.parametrize(
    ("paragraph", "number"),
    [
        ("下面，我讲三点意见。", 3),
        ("下面，我就做好下一步工作讲两个方面的意见。", 2),
        ("今天，我主要讲五个方面的内容。", 5),
        ("借此机会，我谈四点要求。", 4),
        ("这里，我强调三个问题。", 3),
        ("在此，我提3点希望。", 3),
        ("下面，我从以下四个方面向大会报告工作。", 4),
        ("今天我就讲三句话。", 3),
        ("下面我分三个部分来讲。", 3),
        ("做好今年的工作，重点要抓好以下六个方面：", 6),
        ("结合大家的发言，我再强调四点。", 4),
        ("就抓好落实，我提三点具体要求。", 3),
        ("下面，我讲几点意见。", None),
        ("刚才，市应急管理局通报了情况，三个单位作了发言，讲得都很好。", None),
        ("会议有三项议程。", None),
        ("今年实施了77项重点任务。", None),
        ("今天的会议很重要。", None),
        ("一个问题始终在我心里。", None),
        # nouns other than 意见, verbs other than 讲, words between
        ("借这个机会，我想表达三层意思。", 3),
        ("今天，我重点安排三件事。", 3),
        ("听完大家的发言，我有三点感受。", 3),
        ("想来想去，送给大家四句话。", 4),
        ("这堂课，我和大家一起学习和探讨五个问题。", 5),
        ("今天想同大家交流四个话题。", 4),
        ("临别之前，我想再嘱咐三件事。", 3),
        ("站在新的起点上，我有三点希望，说给大家听。", 3),
        ("我把想说的话归到三个方面。", 3),
        ("我的发言分为四个部分。", 4),
        ("下面，围绕四个问题，谈谈我的看法。", 4),
        ("下面，我谈几点想法。", None),
        # counts that tell or belong to somebody else
        ("全市有三个县、两个区。", None),
        ("过去一年，全市取得了五个方面的成绩。", None),
        ("要增强四个意识、坚定四个自信。", None),
        ("按照省委提出的五项要求，我们认真整改。", None),
        ("刚才工会的同志归纳了两点体会，我很赞成。", None),
        ("全市上下要提高三个方面的能力。", None),
        ("县财政安排三个项目资金2亿元。", None),
        ("下午三点，我们来到现场。", None),
    ],
)
def test_points_announced(paragraph: str, number: int | None) -> None:
    assert find_announced([paragraph]) == number


@pytest.mark.parametrize(
    ("paragraph", "number"),
    [
        ("下一步，要重点抓好六项工作。", 6),
        ("这次集中攻坚，核心是办好三件大事。", 3),
        ("今天我只讲“三个字”。", 3),
        ("我着重强调“四个关键词”。", 4),
        ("我想讲三位老支书的故事，先讲讲两个榜样。", 2),
    ],
)
def test_words_that_may_announce_do_when_the_units_bear_them_out(paragraph: str, number: int) -> None:
    assert find_announced([paragraph], units=number) == number
    assert find_announced([paragraph], units=number + 1) is None


def test_a_colon_before_the_first_unit_announces_whatever_the_verb() -> None:
    assert find_announced(["新的一年，我们将坚定不移办好八个方面的实事："], units=7) == 8
    assert find_announced(["一年来，我们着重抓了六方面工作："], units=6) == 6
    assert find_announced(["一年来，我们着重抓了六方面工作，成效明显。"], units=6) is None


def test_the_number_of_an_ordinal_counts_nothing() -> None:
    assert find_announced(["下面，我对第十二个五年规划作说明。"], units=2) is None


def test_a_count_that_only_states_is_none_even_if_as_many_units_follow() -> None:
    assert find_announced(["全市有三个县。"], units=3) is None
    assert find_announced(["过去一年，我们取得了三个方面的成绩。"], units=3) is None


def test_a_list_inside_the_opening_is_announced_for_itself() -> None:
    paragraph = "先说三点感谢：一是谢谢一线的同志；二是谢谢家属；三是谢谢各位老领导。"
    assert find_announced([paragraph], units=3) is None
    assert find_announced([paragraph, "下面，我讲两点意见。"], units=2) == 2


def test_points_announced_for_a_section_are_not_the_speechs() -> None:
    speech = parse_speech(
        "同志们：\n今天开会。\n一、看成绩\n成绩不小，我谈三点体会。\n第一，人努力。加班加点。\n第二，天帮忙。风调雨顺。\n"
        "第三，政策好。真金白银。\n二、看差距\n差距不小。"
    )
    assert speech.announced is None


def test_the_last_announcement_counts() -> None:
    assert find_announced(["会上，周市长讲了三点意见，我都赞成。", "下面，我讲两点意见。"]) == 2


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("要做到：一是早；二是准；三是狠。", [("一是", "二是", "三是")]),
        ("一要抓早，二要抓小。", [("一要", "二要")]),
        ("第一，是安全；第二，是效益。", [("第一，", "第二，")]),
        ("首先摸清底数，其次分类施策。", []),
        ("首先，摸清底数；其次，分类施策；最后，逐项销号。", [("首先，", "其次，", "最后，")]),
        ("（1）查制度；（2）查现场。", [("（1）", "（2）")]),
        ("①查制度；②查现场。", [("①", "②")]),
        ("要做到：1.加强领导；2.落实责任。", [("1.", "2.")]),
        ("议程是：一、通报情况；二、表态发言；三、市长讲话。", [("一、", "二、", "三、")]),
        ("任务：一、二季度抓开工；三、四季度抓投产。", []),
        ("投入1.2亿元；3、4月份开工。", []),
        ("其一，时间紧；其二，任务重。", [("其一，", "其二，")]),
        ("一看态度，二看行动，三看效果。", [("一看", "二看", "三看")]),
        ("议程有两项：第一项，听取通报；第二项，市长讲话。", [("第一项", "第二项")]),
        ("问题有：一是散。要改：一是严；二是实。", [("一是", "二是")]),
        ("既要金山银山，又要绿水青山。", []),
        ("依据第三条第（一）项和第（二）项。", []),
        ("统一要求、同一是非标准，二要素市场。", []),
        ("一是散。", []),
        ("账目要清楚，一是一，二是二，不许糊弄。", []),
        ("说话要算数：一是一、二是二。", []),
        ("一是一个不漏；二是二话不说。", [("一是", "二是")]),
    ],
)
def test_inline_enumerations(text: str, runs: list[tuple[str, ...]]) -> None:
    assert list(find_enumerations([text])) == runs


def test_an_enumeration_may_run_on_in_the_next_paragraph() -> None:
    assert find_enumerations(["问题有三：一是散。", "二是乱。", "三是软。"]) == (("一是", "二是", "三是"),)


def test_a_paragraph_that_counts_on_is_no_unit() -> None:
    text = "一、提高认识\n一是学理论；二是学法规；三是学案例。\n二、抓好落实\n要干。"
    speech = parse_speech(text)
    assert [len(section.sections) for section in speech.sections] == [0, 0]
    assert speech.enumerations == (("一是", "二是", "三是"),)


@pytest.mark.parametrize(
    "paragraph",
    ["1.加强领导；2.落实责任；3.严格考核。", "（一）加强领导；（二）落实责任。", "①加强领导；②落实责任。"],
)
def test_a_sentence_that_counts_its_parts_is_no_unit(paragraph: str) -> None:
    speech = parse_speech(f"一、提高认识\n{paragraph}\n二、抓好落实\n要干。")
    assert [section.sections for section in speech.sections] == [(), ()]


def test_an_enumeration_whose_first_stands_in_the_paragraph_before() -> None:
    text = "一、问题\n主要表现在：一是思想不重视。\n二是责任不落实。\n三是监管不到位。\n二、措施\n要改。"
    speech = parse_speech(text)
    assert speech.sections[0].sections == ()
    assert speech.enumerations == (("一是", "二是", "三是"),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("在××县召开现场会。", "placeholder"),
        ("XX局要牵头。", "placeholder"),
        ("某某同志带头。", "placeholder"),
        ("＊＊公司已经停产。", "placeholder"),
        ("全年关闭【待补：企业数】家。", "placeholder"),
        ("增长____个百分点。", "placeholder"),
        ("201x年以来，工作有起色。", "placeholder"),
        ("吉林“6?3”事故教训深刻。", "mojibake"),
        ("责任\ufffd\ufffd落实。", "mojibake"),
        ("锟斤拷锟斤拷。", "mojibake"),
        ("要把企业安全生产责任等法...", "truncated"),
        ("要把企业安全生产责任等……", "truncated"),
        ("要把企业安全生产的各项责任一项一项地落实到每一个", "truncated"),
        ("未完，全文共4860字", "truncated"),
    ],
)
def test_anomalies_of_the_text(text: str, code: str) -> None:
    speech = parse_speech(f"同志们：\n今天的会议很重要。\n{text}")
    assert [(anomaly.code, anomaly.paragraph) for anomaly in speech.anomalies] == [(code, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "任务尚未完成，同志仍须努力。",
        "安装2×35万千瓦机组。",
        "某市发生一起事故。",
        "事故教训极其深刻！",
        "谢谢大家",
        "他问：“怎么办？”",
        "二〇二六年是关键一年。",
    ],
)
def test_sound_text_has_no_anomaly(text: str) -> None:
    assert parse_speech(f"同志们：\n今天的会议很重要。\n{text}").anomalies == ()


@pytest.mark.parametrize("text", ["全市谁排第一?不是西河区。", "难不难?难。能不能办?能办。"])
def test_a_question_in_half_width_is_no_damage(text: str) -> None:
    assert parse_speech(text).anomalies == ()


def test_announced_points_that_are_missing() -> None:
    speech = parse_speech("同志们：\n下面，我讲三点意见。\n一、提高认识\n要学。\n二、抓好落实\n要干。")
    (anomaly,) = speech.anomalies
    assert anomaly.code == "announced-mismatch"
    assert anomaly.message == "开头说讲3个方面，正文只找到2个"


def test_points_announced_may_stand_inside_a_paragraph() -> None:
    speech = parse_speech("同志们：\n我提两点要求。\n一是抓早；二是抓实。")
    assert speech.announced == 2
    assert speech.anomalies == ()


def test_the_cleaners_notes_point_at_paragraphs_in_print() -> None:
    lines = [
        "在全市安全生产",
        "",
        "工作会议上的讲话",
        "同志们：大家好！",
        "今天开会。",
        "　　",
        "一、提高认识",
    ]
    notes = [
        Anomaly("mojibake", "字符损坏", 4),
        Anomaly("truncated", "断了", 6),
        Anomaly("mojibake", "全文", None),
    ]
    speech = parse_speech(lines, notes=notes)
    texts = [block.text for block in speech_paragraphs(speech)]
    assert texts == ["在全市安全生产工作会议上的讲话", "同志们：", "大家好！", "今天开会。", "一、提高认识"]
    assert [(anomaly.message, anomaly.paragraph) for anomaly in speech.anomalies] == [
        ("字符损坏", 3),
        ("断了", 4),
        ("全文", None),
    ]


def test_a_text_is_cut_off_once() -> None:
    speech = parse_speech(
        ["同志们：", "要把责任落实到……"], notes=[Anomaly("truncated", "网站没有给出全文", None)]
    )
    assert [anomaly.message for anomaly in speech.anomalies] == ["网站没有给出全文"]
