"""Which paragraphs behind the last unit take leave."""

from __future__ import annotations

import pytest

from drafter.speech import parse_speech

OWN_LINE = """同志们：
今天讲三点。
一、提高认识
安全是发展的前提。
去年发生事故38起。
二、突出重点
矿山要逐矿过堂。
道路要逐路排查。
三、落实责任
各级书记要带头抓。
部门要协同抓。"""
RUN_IN = """同志们：
今天讲三点。
第一，要提高认识。安全是发展的前提。
第二，要突出重点。矿山要逐矿过堂。
第三，要落实责任。书记要带头抓。"""
NESTED = """同志们：
今天讲两点。
一、提高认识
（一）看成绩。事故下降12%。
（二）看问题。还有38起。
二、落实责任
（一）压实党政责任。书记带头。
（二）压实企业责任。法人负责。"""

FAREWELLS = [
    ["同志们，安全生产责任重于泰山。让我们携起手来，为建设平安临江而努力奋斗！"],
    ["同志们，事业是干出来的，希望大家把今天的会议精神带回去、落下去。"],
    ["最后，祝大家身体健康、工作顺利！"],
    ["让我们以更加昂扬的姿态，为全市高质量发展作出新的更大贡献！"],
    ["总之，安全无小事，责任大如天。各级各部门务必抓紧抓实，让群众满意。", "谢谢大家！"],
    ["各位代表！蓝图已经绘就，奋斗正当其时。让我们锚定目标，为建设美丽临江而团结奋斗！"],
    ["我就讲这些，谢谢大家。"],
    ["同志们，汛期将至，任务艰巨。", "让我们众志成城，确保安全度汛！", "谢谢大家！"],
    ["以上是我的几点意见，讲得不对的地方，请同志们批评指正。"],
    ["谢谢大家！"],
    ["祝大会圆满成功！谢谢！"],
    ["同志们，千里之行，始于足下。我相信，有市委的坚强领导，有全市人民的共同努力，我们的目标一定能够实现！"],
    ["希望各单位会后立即行动，把各项任务落到实处，以实际成效迎接国庆。"],
]


@pytest.mark.parametrize("body", [OWN_LINE, RUN_IN, NESTED], ids=["own-line", "run-in", "nested"])
@pytest.mark.parametrize("farewell", FAREWELLS)
def test_farewells(body: str, farewell: list[str]) -> None:
    assert list(parse_speech("\n".join([body, *farewell])).closing) == farewell


@pytest.mark.parametrize("body", [OWN_LINE, RUN_IN, NESTED], ids=["own-line", "run-in", "nested"])
def test_a_speech_may_end_with_its_last_point(body: str) -> None:
    assert parse_speech(body).closing == ()


@pytest.mark.parametrize("body", [RUN_IN, NESTED], ids=["run-in", "nested"])
def test_behind_units_of_one_paragraph_each_whatever_follows_is_closing(body: str) -> None:
    words = "话讲得重了一些，是因为时间不等人。到年底满打满算还有五个月。"
    assert parse_speech(f"{body}\n{words}").closing == (words,)


@pytest.mark.parametrize(
    "paragraph",
    [
        "同志们普遍反映，办事还不够方便，窗口还要前移。",
        "各部门要把责任细化到岗、落实到人，每月通报一次进度。",
        "要加强督查问责，对工作不力的严肃追责。",
    ],
)
def test_text_of_the_last_section_is_no_farewell(paragraph: str) -> None:
    speech = parse_speech(f"{OWN_LINE}\n{paragraph}")
    assert speech.closing == ()
    assert speech.sections[-1].paragraphs[-1] == paragraph


def test_turning_to_the_listeners_in_the_middle_is_no_farewell() -> None:
    speech = parse_speech(
        "一、回顾\n成绩很大。\n各位代表！成绩来之不易。让我们向全市人民致以崇高敬意！\n二、打算\n任务很重。\n要抓紧干。"
    )
    assert speech.closing == ()
    assert len(speech.sections[0].paragraphs) == 2


def test_a_long_argument_before_the_farewell_stays_with_its_section() -> None:
    argument = (
        "各位代表！建设人民满意的政府，必须坚持以学铸魂。"
        + "全市各级政府要依法行政、勤政为民、清正廉洁。" * 18
    )
    farewell = "各位代表！实干兴市，笃行致远。让我们为建设美丽临江而努力奋斗！"
    speech = parse_speech(f"{OWN_LINE}\n{argument}\n{farewell}")
    assert speech.closing == (farewell,)


def test_the_first_paragraph_below_a_heading_is_its_text() -> None:
    speech = parse_speech("一、回顾\n成绩很大。\n二、打算\n让我们把任务一项一项落到实处。")
    assert speech.closing == ()


def test_the_end_of_the_meeting_is_no_text_of_a_bare_heading() -> None:
    speech = parse_speech("一、回顾\n成绩很大。\n二、打算\n会议到此结束，散会。")
    assert speech.closing == ("会议到此结束，散会。",)


def test_bare_headings_leave_everything_behind_them_to_the_closing() -> None:
    speech = parse_speech(
        "今天讲三点意见。\n一、提高认识\n二、突出重点\n三、落实责任\n同志们，让我们共同努力！"
    )
    assert speech.closing == ("同志们，让我们共同努力！",)


def test_the_last_of_a_first_next_list_is_no_farewell_and_a_farewell_no_last() -> None:
    text = "首先，要坚定信心。信心比黄金重要。\n其次，要专注主业。做精做强。\n最后，{}"
    assert len(parse_speech(text.format("要守住底线。安全第一。")).sections) == 3
    farewell = parse_speech(text.format("让我们携手共进，再创辉煌！"))
    assert len(farewell.sections) == 2
    assert farewell.closing == ("最后，让我们携手共进，再创辉煌！",)


def test_without_units_all_is_opening() -> None:
    speech = parse_speech("各位来宾：\n今天我们欢聚一堂。\n祝大会圆满成功！谢谢大家！")
    assert speech.closing == ()
    assert len(speech.opening) == 2


@pytest.mark.parametrize("body", [RUN_IN, NESTED], ids=["run-in", "nested"])
def test_more_work_handed_out_behind_the_last_point_goes_on_with_it(body: str) -> None:
    work = "各级各部门要加强督查，对工作不力的严肃追责。"
    farewell = "同志们，让我们共同努力！"
    assert parse_speech(f"{body}\n{work}\n{farewell}").closing == (farewell,)


LAST_WORDS_OF_A_POINT = [
    "老街上的铁匠铺开了四十年，去年冬天差一点关门。是街道的小陶跑了九趟，才把房租谈下来。",
    "城东的排涝泵站去年换了两台机组，今年七月的那场暴雨，低洼的三个小区一户都没有进水。",
    "这件事难不难？难。可是隔壁的西河区去年就办成了，他们用的也是一样的政策、一样的钱。",
]
REAL_FAREWELLS = [
    ["同志们，桥通了，路也要通到心里。希望大家拿出过河卒子的劲头，往前拱、不回头。"],
    ["最后，再过六天就是中秋，祝大家阖家团圆、幸福安康！"],
    ["让我们一件接着一件办，用三年时间，让老城换一副模样！"],
    ["总之，事情要人去做，做事要有做事的样子。"],
    ["希望全体村干部把这次会议当作一次加油，回去就干。", "谢谢大家！"],
    ["我就讲这些，谢谢。"],
    ["散会以后就动手，下次碰头的时候，我们用进度说话。"],
    ["行不行，不在嘴上，请大家马上动起来。"],
    ["以上，是我的一点想法，说得不对的请指正。"],
]


@pytest.mark.parametrize("body", [OWN_LINE, RUN_IN, NESTED], ids=["own-line", "run-in", "nested"])
@pytest.mark.parametrize("words", LAST_WORDS_OF_A_POINT)
@pytest.mark.parametrize("farewell", REAL_FAREWELLS)
def test_only_the_farewell_is_closing(body: str, words: str, farewell: list[str]) -> None:
    speech = parse_speech("\n".join([body, words, *farewell]))
    assert list(speech.closing) == farewell


CALLS = [
    "全市上下要锚定目标不松劲、盯住问题不放过，以一天也不耽误的实际行动，把这条民心路早日修通。",
    "各乡镇、各有关单位要趁着秋高气爽，用一个个看得见的成效，给全县群众一个满意的交代。",
    "全局干部职工要放下架子、扑下身子，以实实在在的业绩检验这次活动的成色。",
]


@pytest.mark.parametrize("body", [OWN_LINE, RUN_IN, NESTED], ids=["own-line", "run-in", "nested"])
@pytest.mark.parametrize("call", CALLS)
def test_a_call_upon_everybody_is_the_farewell(body: str, call: str) -> None:
    assert parse_speech(f"{body}\n{call}").closing == (call,)
    afterthought = "最后强调一点，今晚的值班电话谁也不许转接。"
    assert parse_speech(f"{body}\n{call}\n{afterthought}").closing == (call, afterthought)


@pytest.mark.parametrize("body", [OWN_LINE, NESTED], ids=["own-line", "nested"])
def test_turning_to_the_listeners_inside_the_last_point_is_no_farewell(body: str) -> None:
    inside = "同志们，最难的是山上那十一户。路窄坡陡，材料全靠人背，对这样的工程，镇里要把运费另算。"
    more = "水务站每周要报一次进度，报喜也要报忧。"
    farewell = "希望大家咬紧牙关，赶在封冻之前把水送到最后一户。"
    speech = parse_speech("\n".join([body, inside, more, farewell]))
    assert speech.closing == (farewell,)


def test_a_farewell_of_several_paragraphs_is_whole() -> None:
    farewell = [
        "同志们，秋粮就要收了。",
        "一年的辛苦都在地里，早一天是粮，晚一天是草。",
        "我就讲到这里，谢谢大家。",
    ]
    assert list(parse_speech("\n".join([OWN_LINE, *farewell])).closing) == farewell


def test_the_last_part_may_hold_hopes_and_the_farewell_come_behind_them() -> None:
    text = """一、看形势
外面的订单在减少。
二、几点希望
第一，希望大家多走一步。走出去才有客户。
第二，希望部门多帮一把。帮到点子上。
各位企业家，冬天里抱团的羊最暖和。
祝大家生意兴隆！"""
    speech = parse_speech(text)
    assert speech.closing == ("各位企业家，冬天里抱团的羊最暖和。", "祝大家生意兴隆！")
    assert len(speech.sections[1].sections) == 2


def test_let_us_and_let_us_again() -> None:
    farewell = ["让我们把责任扛在肩上！", "让我们把群众放在心上！"]
    assert list(parse_speech("\n".join([OWN_LINE, *farewell])).closing) == farewell


def test_a_list_of_hopes_is_no_farewell() -> None:
    hopes = ["希望大家勤于学习。", "希望大家勇于创新。", "希望大家甘于奉献。"]
    speech = parse_speech("\n".join(["一、回顾", "成绩很大。", "二、几点希望", *hopes]))
    assert speech.closing == ()
    assert list(speech.sections[-1].paragraphs) == hopes


LISTS = [("首先", "其次", "再次"), ("第一", "第二", "第三")]
LEAVES = [
    "最后，再有六天就是元宵节了，祝大家阖家安康！",
    "最后，年关将近，天冷路滑。祝同志们一路平安！",
    "最后，让我们把火把举得更高一些！",
    "最后，希望各单位回去就办。",
    "最后，送一句老话，与大家共勉：行百里者半九十。",
    "最后，谢谢大家！",
]


@pytest.mark.parametrize("words", LISTS)
@pytest.mark.parametrize("farewell", LEAVES)
def test_a_last_that_takes_leave_is_no_point(words: tuple[str, str, str], farewell: str) -> None:
    one, two, three = words
    points = f"{one}，要摸清底数。家家走到。\n{two}，要分清缓急。先易后难。\n{three}，要盯住结果。办完销号。"
    speech = parse_speech(f"{points}\n{farewell}")
    assert (len(speech.sections), speech.closing) == (3, (farewell,))


@pytest.mark.parametrize("words", LISTS)
def test_a_last_like_those_before_it_is_a_point(words: tuple[str, str, str]) -> None:
    one, two, three = words
    text = (
        f"{one}，要摸清底数。家家走到。\n{two}，要分清缓急。先易后难。\n{three}，要盯住结果。办完销号。\n"
        "最后，要抓好落实。谢谢大家这一年的辛苦，剩下的事一件也不能少。\n祝大家新春快乐！"
    )
    speech = parse_speech(text)
    assert [section.heading for section in speech.sections][3:] == ["要抓好落实"]
    assert speech.anomalies == ()
    assert speech.closing == ("祝大家新春快乐！",)


def test_a_last_behind_the_next_chapter_belongs_to_no_list_before_it() -> None:
    speech = parse_speech(
        "一、看得失\n首先，要看到成绩。来之不易。\n其次，要看到不足。不容回避。\n二、抓今年\n要早谋划。\n要快动手。\n"
        "最后，天冷了，大家多保重。"
    )
    assert [section.heading for section in speech.sections] == ["看得失", "抓今年"]
    assert speech.closing == ("最后，天冷了，大家多保重。",)
