"""Title block and form of address in the shapes that offices and web pages give them."""

from __future__ import annotations

import pytest

from drafter.speech import Speech, parse_speech

BODY = "今天的会议很重要。\n一、提高认识\n要学深学透。"


def _front(lines: str) -> tuple[str | None, ...]:
    speech = parse_speech(f"{lines}\n{BODY}")
    assert speech.opening == ("今天的会议很重要。",), speech.opening
    return speech.title, speech.subtitle, speech.date, speech.speaker, speech.salutation


TITLE = "在全市安全生产工作会议上的讲话"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            f"{TITLE}\n（2026年3月18日）\n市长　周明远\n同志们：",
            (TITLE, None, "2026年3月18日", "市长 周明远", "同志们"),
        ),
        (
            f"{TITLE}\n市长　周明远\n（2026年3月18日）\n同志们：",
            (TITLE, None, "2026年3月18日", "市长 周明远", "同志们"),
        ),
        (f"{TITLE}\n同志们：", (TITLE, None, None, None, "同志们")),
        (f"{TITLE}\n2026年3月18日\n同志们：", (TITLE, None, "2026年3月18日", None, "同志们")),
        (f"{TITLE}\n2026-03-18\n同志们：", (TITLE, None, "2026-03-18", None, "同志们")),
        (
            f"{TITLE}\n（二〇二六年三月十八日）\n同志们：",
            (TITLE, None, "二〇二六年三月十八日", None, "同志们"),
        ),
        (f"{TITLE}\n（2026年3月）\n同志们：", (TITLE, None, "2026年3月", None, "同志们")),
        (f"{TITLE}\n周明远\n同志们：", (TITLE, None, None, "周明远", "同志们")),
        (f"{TITLE}\n（周明远）\n同志们：", (TITLE, None, None, "周明远", "同志们")),
        (
            f"{TITLE}\n市委副书记、市长　周　明\n同志们：",
            (TITLE, None, None, "市委副书记、市长 周明", "同志们"),
        ),
        (f"{TITLE}\n周明远（2026年3月18日）\n同志们：", (TITLE, None, "2026年3月18日", "周明远", "同志们")),
        (
            f"{TITLE}\n（2026年3月18日）　市长　周明远\n同志们：",
            (TITLE, None, "2026年3月18日", "市长 周明远", "同志们"),
        ),
        (f"{TITLE}\n市长周明远\n同志们：", (TITLE, None, None, "市长周明远", "同志们")),
        (f"{TITLE}\n讲话人：周明远\n同志们：", (TITLE, None, None, "周明远", "同志们")),
        ("在全市安全生产\n工作会议上的讲话\n同志们：", (TITLE, None, None, None, "同志们")),
        ("政 府 工 作 报 告\n各位代表：", ("政府工作报告", None, None, None, "各位代表")),
        (
            "政府工作报告\n——2026年1月9日在西河区第六届人民代表大会第五次会议上\n区长　秦若川\n各位代表：",
            (
                "政府工作报告",
                "2026年1月9日在西河区第六届人民代表大会第五次会议上",
                None,
                "区长 秦若川",
                "各位代表",
            ),
        ),
        (
            "政府工作报告\n——2026年1月9日在西河区第六届\n人民代表大会第五次会议上\n各位代表：",
            ("政府工作报告", "2026年1月9日在西河区第六届人民代表大会第五次会议上", None, None, "各位代表"),
        ),
        (
            "政府工作报告\n（2026年1月9日在西河区第六届人民代表大会第五次会议上）\n区长　秦若川\n各位代表：",
            (
                "政府工作报告",
                None,
                "2026年1月9日在西河区第六届人民代表大会第五次会议上",
                "区长 秦若川",
                "各位代表",
            ),
        ),
        (
            "以学铸魂强党性　实干担当开新局\n——在机关党委专题党课上的讲稿\n各位党员、同志们：",
            ("以学铸魂强党性 实干担当开新局", "在机关党委专题党课上的讲稿", None, None, "各位党员、同志们"),
        ),
        (
            "扛牢责任　守护平安\n在全市安全生产工作会议上的讲话\n同志们：",
            ("扛牢责任 守护平安", TITLE, None, None, "同志们"),
        ),
        (
            "担当作为，再立新功！\n——在表彰大会上的讲话\n同志们：",
            ("担当作为，再立新功！", "在表彰大会上的讲话", None, None, "同志们"),
        ),
        (f"市长周明远\n{TITLE}\n同志们：", (f"市长周明远{TITLE}", None, None, None, "同志们")),
        ("同志们：", (None, None, None, None, "同志们")),
        (TITLE, (TITLE, None, None, None, None)),
        ("各位领导、各位来宾：", (None, None, None, None, "各位领导、各位来宾")),
        ("老师们、同学们：", (None, None, None, None, "老师们、同学们")),
        ("尊敬的王主任，各位同事：", (None, None, None, None, "尊敬的王主任，各位同事")),
        (
            "主任、各位副主任、秘书长、各位委员：",
            (None, None, None, None, "主任、各位副主任、秘书长、各位委员"),
        ),
        ("同志们!", (None, None, None, None, "同志们")),
        ("同志们，朋友们：", (None, None, None, None, "同志们，朋友们")),
        (
            "尊敬的李市长，\n各位来宾，女士们、先生们：",
            (None, None, None, None, "尊敬的李市长，各位来宾，女士们、先生们"),
        ),
    ],
)
def test_title_blocks(lines: str, expected: tuple[str | None, ...]) -> None:
    assert _front(lines) == expected


DATE = "2026年9月3日"
SPEAKER = "市粮食局局长 邵长禾"


@pytest.mark.parametrize(
    "line",
    [
        f"{TITLE} {DATE} 市粮食局局长 邵长禾 同志们：",
        f"{TITLE}（{DATE}）　市粮食局局长　邵长禾　同志们：",
        f"{TITLE} 市粮食局局长 邵长禾 （{DATE}） 同志们：",
        f"{TITLE}{DATE} 市粮食局局长 邵长禾\n同志们：",
    ],
)
def test_a_title_block_on_one_line_is_taken_apart(line: str) -> None:
    assert _front(line) == (TITLE, None, DATE, SPEAKER, "同志们")


def test_the_occasion_stays_with_the_date_when_a_title_block_is_taken_apart() -> None:
    line = "政府工作报告（2026年1月9日在西河区第六届人民代表大会第五次会议上 区长 秦若川）\n各位代表："
    occasion = "2026年1月9日在西河区第六届人民代表大会第五次会议上"
    assert _front(line) == ("政府工作报告", None, occasion, "区长 秦若川", "各位代表")


@pytest.mark.parametrize("line", ["西河区人民政府区长秦若川", "西河区人民政府区长", "区长：秦若川"])
def test_an_office_may_stand_before_the_post(line: str) -> None:
    assert _front(f"{TITLE}\n{line}\n同志们：")[3] == line


def test_words_behind_a_title_block_on_one_line_begin_the_opening() -> None:
    speech = parse_speech(f"{TITLE} {DATE} 各位代表：现在开会。\n{BODY}")
    assert (speech.title, speech.date, speech.salutation) == (TITLE, DATE, "各位代表")
    assert speech.opening == ("现在开会。", "今天的会议很重要。")


@pytest.mark.parametrize(
    "line",
    [
        "原创 临江粮食 临江粮食发布 2026-09-03 18:20 江南",
        "根据速记整理，未经本人审阅",
        "印发：各县区粮食局",
        "打印份数：40份",
        "阅读 1.2万　赞 36",
        "责任编辑：小禾",
        "地点：市粮食局三楼会议室",
        "节选",
        "点击上方蓝字关注我们",
    ],
)
def test_a_line_that_is_neither_post_nor_name_is_no_speaker(line: str) -> None:
    assert _front(f"{TITLE}\n{line}\n同志们：") == (TITLE, None, None, None, "同志们")
    assert _front(f"{TITLE}\n{line}\n{SPEAKER}\n同志们：") == (TITLE, None, None, SPEAKER, "同志们")
    assert _front(f"{TITLE}\n{SPEAKER}\n{line}\n同志们：") == (TITLE, None, None, SPEAKER, "同志们")


@pytest.mark.parametrize("name", ["邵长禾", "欧阳青", "艾力·买买提", "邵××", "麴长青"])
def test_a_name_alone_is_the_speaker(name: str) -> None:
    assert _front(f"{TITLE}\n{name}\n同志们：")[3] == name


def test_a_label_before_the_title_is_passed_over() -> None:
    lines = f"时间：2028年12月29日\n地点：县政府第二会议室\n{TITLE}\n各位普查指导员、普查员，同志们："
    assert _front(lines) == (TITLE, None, "2028年12月29日", None, "各位普查指导员、普查员，同志们")


def test_an_address_may_praise_the_listeners_work() -> None:
    address = "尊敬的各位院长，辛勤工作的护理员同志们"
    assert _front(f"{TITLE}\n{address}：")[4] == address


@pytest.mark.parametrize(
    ("line", "salutation", "greeting"),
    [
        ("各位同仁，大家上午好！", "各位同仁", "大家上午好！"),
        ("同志们：大家好！", "同志们", "大家好！"),
        ("老师们、同学们，早上好！", "老师们、同学们", "早上好！"),
        ("各位代表：现在，我代表区人民政府报告工作。", "各位代表", "现在，我代表区人民政府报告工作。"),
    ],
)
def test_words_behind_the_address_begin_the_opening(line: str, salutation: str, greeting: str) -> None:
    speech = parse_speech(f"{TITLE}\n{line}\n今天的会议很重要。")
    assert speech.salutation == salutation
    assert speech.opening == (greeting, "今天的会议很重要。")


@pytest.mark.parametrize(
    "paragraph",
    [
        "同志们，今天我们召开全市安全生产工作会议，主要任务是部署下一步工作。",
        "今年工作的总体要求是：",
        "出席今天会议的领导有：周明远同志、沈怀谷同志。",
        "全市上下团结一心，取得了好成绩。",
        "大家上午好！",
        "我们要做的是：",
        "各位代表提出的意见建议：",
    ],
)
def test_what_is_no_address(paragraph: str) -> None:
    speech = parse_speech(f"{paragraph}\n一、提高认识\n要学。")
    assert speech.salutation is None
    assert speech.opening == (paragraph,)


def test_an_address_again_in_mid_speech_is_a_paragraph() -> None:
    speech = parse_speech(
        "各位代表：\n现在报告工作。\n一、回顾\n成绩很大。\n各位代表！\n成绩来之不易。\n二、打算\n任务很重。"
    )
    assert speech.salutation == "各位代表"
    assert speech.sections[0].paragraphs == ("成绩很大。", "各位代表！", "成绩来之不易。")


def test_a_speech_may_begin_with_its_first_unit() -> None:
    speech = parse_speech("一、提高认识\n要学深学透。")
    assert speech == Speech(sections=speech.sections)


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    assert parse_speech("今天开一个短会。\n一、提高认识\n要学。").title is None
