"""Menus above a speech and furniture below it are the site's; the speech keeps its own words."""

from __future__ import annotations

import pytest

from drafter.readers import read_speech_bytes
from drafter.speech import Speech

TITLE = "在全市古树名木保护工作会议上的讲话"
SPEECH = f"""{TITLE}
同志们：
古树是活着的文物。今天把大家请来，就是要把这件事说透、办实。下面，我讲两点意见。
一、把家底摸清楚
全市登记在册的古树有四百多株，没有登记的还要逐村去找，一株也不能漏。
二、把责任落到人
每一株古树都要挂牌，写上管护人的名字和电话，枯了、伤了有人管。
同志们，前人种树，后人护树。让我们把这些老树照看好，留给子孙一片阴凉。
"""


def _read(head: str = "", tail: str = "") -> Speech:
    return read_speech_bytes(f"{head}\n{SPEECH}{tail}\n".encode(), "paste.txt")


@pytest.mark.parametrize(
    "head",
    [
        "首页 新闻 公告 互动",
        "学校首页　学校概况　机构设置　招生就业",
        "网站首页\n政务公开\n通知公告\n在线留言",
        "中共临江市委 临江市人民政府 > 领导讲话 > 正文",
        "以下是一篇关于古树保护的讲话稿，供参考：",
        "好的，这是为您起草的讲话稿：",
        "地点：市会议中心",
    ],
)
def test_menus_and_lead_ins_are_no_title(head: str) -> None:
    speech = _read(head=head)
    assert speech.title == TITLE
    assert speech.subtitle is None
    assert speech.salutation == "同志们"
    assert len(speech.opening) == 1


@pytest.mark.parametrize(
    "tail",
    [
        "【字号 大 中 小】【我要打印】【关闭】",
        "打印本页 关闭窗口",
        "阅读 2.3万 赞 88 在看 12",
        "长按二维码关注我们",
        "附件：古树名录",
        "（据临江市林业局网站）",
        "（根据录音整理）",
        "（全文完）\n希望这篇讲话稿对您有帮助！",
        "使用说明：\n1. 请替换单位名称\n2. 请核对数据",
        "——END——\n写留言",
        "临江市林业局主办　技术支持：临江市大数据中心",
    ],
)
def test_furniture_below_is_no_closing(tail: str) -> None:
    speech = _read(tail=tail)
    assert [section.heading for section in speech.sections] == ["把家底摸清楚", "把责任落到人"]
    assert len(speech.closing) == 1
    assert speech.closing[0].endswith("留给子孙一片阴凉。")
    assert not [anomaly for anomaly in speech.anomalies if anomaly.code == "truncated"]


def test_the_time_of_the_meeting_is_the_speechs_date() -> None:
    speech = _read(head="时间：2028年4月12日")
    assert speech.date == "2028年4月12日"
