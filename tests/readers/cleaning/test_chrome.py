from __future__ import annotations

import pytest

from tests.readers.cleaning.helpers import cleaned, paragraphs, reasons

BODY = "今天，我们召开全市春季农业生产现场会，主要任务是看现场、比干劲、鼓士气，把春耕备耕各项工作往前赶。"
SPEECH = ["在全市春季农业生产现场会上的讲话", "同志们：", BODY]


@pytest.mark.parametrize(
    "above",
    [
        "当前位置：首页 > 公文写作 > 讲话稿 > 正文",
        "您的位置:\n首页\n>\n要闻\n>\n农业农村\n农业农村",
        "时间：2026-03-05 09:12:44 来源：临江日报 浏览：1234次",
        "来源:\n临江日报\n【字体：\n大\n中\n小\n】\n分享：",
        "发布时间：2026年3月5日　作者：办公室　点击数：88",
        "2026-03-05 10:11:12",
        "下面是小编为大家整理的春季农业生产讲话，供大家参考。",
        "网站首页 | 新闻中心 | 政务公开",
        "临江日报记者 何小禾 摄",
        "【打印本页】 【关闭窗口】",
        "编辑：林下",
        "收藏\n|\n分享到:\n分享到微信\n×",
    ],
)
def test_above_the_speech(above: str) -> None:
    assert paragraphs("\n".join([above, *SPEECH])) == SPEECH


@pytest.mark.parametrize(
    "below",
    [
        "上一篇：在林业工作会议上的讲话\n下一篇：没有了",
        "责任编辑：林下",
        "推荐访问:农业 春耕 讲话\n版权所有:某网 禁止复制\nPowered by 某网 © All Rights Reserved.",
        "备案号:临ICP备00000000号-1",
        "相关阅读：\n在全市水利工作会议上的讲话\n在全市林业工作会议上的讲话",
        "》》点击图片进入专题《《",
        "扫一扫在手机打开当前页\n【\n打印本页\n】\n【\n关闭窗口\n】",
        "（来源：临江日报）",
        "主办单位：临江市人民政府办公室",
    ],
)
def test_below_the_speech(below: str) -> None:
    assert paragraphs("\n".join([*SPEECH, below])) == SPEECH


@pytest.mark.parametrize(
    "wall",
    ["(未完,全文共4860字,当前显示1102字)", "剩余2300字，登录后查看", "点击阅读全文", "开通会员后可查看全文"],
)
def test_a_pay_wall_goes_and_is_noted(wall: str) -> None:
    source = cleaned("\n".join([*SPEECH, wall, "立即注册"]))
    assert list(source.paragraphs) == SPEECH
    assert [(note.code, note.paragraph) for note in source.notes] == [("truncated", 2)]


def test_words_of_the_speech_stay() -> None:
    speech = [
        *SPEECH,
        "一、来源要清、去向要明",
        "各级要紧盯资金来源：中央有多少、省里有多少，一笔一笔理清楚；时间：一天也不能拖，作者和编辑也要到一线去。",
        "二、分享经验、打印台账",
        "这次会议的材料打印出来以后，请各县区相互分享、相互借鉴，把好经验用起来，把好做法推开去，让群众看见变化。",
    ]
    assert paragraphs("\n".join(speech)) == speech
    assert reasons("\n".join(speech)) == set()


def test_the_page_title_counts_when_the_speech_has_none() -> None:
    occasion = "——2026年1月8日在临江市第九届人民代表大会第五次会议上"
    text = f"首页 > 要闻\n2026年临江市政府工作报告\n来源：临江日报\n{occasion}\n各位代表：\n{BODY}"
    assert paragraphs(text)[:2] == [
        "2026年临江市政府工作报告",
        occasion,
    ]


def test_the_page_title_goes_when_the_speech_has_its_own() -> None:
    text = "临江市2026年政府工作报告全文\n时间：2026-01-09\n政府工作报告\n各位代表：\n" + BODY
    assert paragraphs(text)[0] == "政府工作报告"
