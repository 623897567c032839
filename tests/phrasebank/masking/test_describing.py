from __future__ import annotations

import pytest

from phrasebank.masking import describe
from phrasebank.mining import Document, Passage, Role


def document(*paragraphs: tuple[Role, str]) -> Document:
    passages = tuple(
        Passage(text, role, None, "样稿.txt", number) for number, (role, text) in enumerate(paragraphs)
    )
    return Document("样稿.txt", "0" * 64, passages)


def test_a_countys_speech_is_described_by_its_own_words() -> None:
    about = describe(
        document(
            (Role.TITLE, "在全县防汛抗旱工作会议上的讲话"),
            (Role.SPEAKER, "县委书记 覃怀远"),
            (Role.OPENING, "今天召开全县防汛抗旱工作会议，就是要把瑶川县的防汛备汛工作再过一遍筛子。"),
            (Role.BODY, "汛期将至，水库、堤防、山洪三个重点都要盯住，我县不能有一处疏漏。"),
            (Role.CLOSING, "为了瑶川人民的安宁，请大家马上行动起来。瑶川县委感谢大家。"),
        )
    )
    assert about.kind == "工作部署"
    assert about.topics[0] == "防汛抗旱"
    assert about.level == "县"
    assert about.place == "瑶川县"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("在全市安全生产警示教育大会上的讲话", "警示教育"),
        ("在春季开学典礼上的讲话", "开班结业"),
        ("在民营企业家座谈会上的讲话", "座谈"),
        ("在先进集体表彰大会上的讲话", "总结表彰"),
        ("在三季度招商引资调度会上的讲话", "调度推进"),
        ("在创建文明城市动员大会上的讲话", "动员部署"),
        ("全县经济工作会议主持词", "主持词"),
        ("在文化节开幕式上的致辞", "致辞"),
        ("关于就业工作情况的汇报", "汇报"),
        ("政府工作报告", "汇报"),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: str) -> None:
    assert describe(document((Role.TITLE, title))).kind == kind


def test_a_report_has_its_citys_place_and_level() -> None:
    about = describe(
        document(
            (Role.TITLE, "政府工作报告"),
            (Role.OPENING, "各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。"),
            (Role.BODY, "过去一年，大庆市经济平稳运行，全市财政收入稳步增长，我市营商环境持续改善。" * 4),
            (Role.BODY, "大庆的发展离不开全市人民，大庆市将继续推进项目建设。" * 3),
        )
    )
    assert (about.level, about.place) == ("市", "大庆市")


def test_a_bureau_speaks_of_its_system() -> None:
    about = describe(
        document(
            (Role.TITLE, "在全系统作风建设大会上的讲话"),
            (Role.SPEAKER, "洄川市应急管理局党委书记、局长 武承安"),
            (Role.BODY, "作风建设永远在路上，我局上下、全局干部都要对照检查。"),
        )
    )
    assert (about.level, about.place) == ("部门", "洄川市应急管理局")


def test_nothing_is_said_of_nothing() -> None:
    about = describe(document((Role.BODY, "大家辛苦了。")))
    assert (about.kind, about.topics, about.level, about.place) == ("", (), "", "")


@pytest.mark.parametrize(
    ("role", "words", "level", "place"),
    [
        (Role.SUBTITLE, "——2031年1月8日在宜春市第九届人民代表大会第二次会议上", "市", "宜春市"),
        (Role.DATE, "（2031年1月8日在黑龙江省第十六届人民代表大会第二次会议上）", "省", "黑龙江省"),
        (Role.SPEAKER, "广西壮族自治区主席", "", ""),
        (Role.TITLE, "黔东南州政府工作报告", "市", "黔东南州"),
        (Role.SPEAKER, "望奎县人民政府县长 程野", "县", "望奎县"),
        (Role.SUBTITLE, "——在第二十届全国人民代表大会第一次会议上", "", ""),
    ],
)
def test_the_level_is_that_of_the_place_at_the_head(role: Role, words: str, level: str, place: str) -> None:
    praise = "产业发展居全省第一，民生改善在全省前列，全省率先建成示范园区。" * 9
    about = describe(document((role, words), (Role.OPENING, "各位代表，请予审议。"), (Role.BODY, praise)))
    assert (about.level, about.place) == (level, place)


def test_a_yearly_report_has_no_subject_to_mask() -> None:
    about = describe(
        document(
            (Role.OPENING, "现在，我代表市人民政府，向大会报告工作，请予审议。"),
            (Role.BODY, "产业发展势头良好，产业链不断延伸，品牌、基地、加工全面发力，民生实事件件落地。" * 9),
        )
    )
    assert (about.kind, about.topics, about.level) == ("汇报", (), "市")


def test_a_word_that_any_speech_has_is_no_subject() -> None:
    about = describe(document((Role.OPENING, "同志们，产业是根基，基地和品牌要一起抓。" * 9)))
    assert about.topics == ()
