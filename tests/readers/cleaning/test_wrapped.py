from __future__ import annotations

import textwrap

import pytest

from tests.readers.cleaning.helpers import paragraphs

TITLE = "在全市城市精细化管理工作推进会上的讲话"
SPEECH = [
    TITLE,
    "（2026年5月12日）",
    "市长 周明远",
    "同志们：",
    "这次会议的主要任务，是总结前一阶段城市管理工作，分析存在的问题，部署下一步任务。刚才，城管局、住建局、公安局分别作了发言，讲得很实在，我都赞成。下面，我讲两点意见。",
    "一、把问题看透",
    "看一座城市管得好不好，不用看材料，走几条背街小巷就知道了。上个月我随机走了十二条小巷，有五条路灯不亮，有三条污水外溢，还有两条被杂物堵得过不了车。群众对这些事情意见很大，十二条小巷里有七条是去年就列入整治计划的。",
    "（一）思想上有差距",
    "有的同志认为，城市管理是慢工细活，急不得。这话对了一半。慢工不等于拖工，细活不等于不干活。",
    "二、把责任压实",
    "第一，区级要统筹。各区要在六月底前拿出清单，一条巷子一个负责人，一个问题一个办结时限，办不完的由区长来说明。",
    "第二，部门要协同。不能城管看得见、管不着，公安管得着、看不见。数据要共享，队伍要联动，案件要移送，谁掉链子就通报谁。",
    "同志们，城市是大家的城市。让我们用绣花功夫，把临江打扮得更干净、更有序、更安全！",
]


def wrapped(columns: int, indent: str = "", gap: str = "\n") -> str:
    """The speech as a PDF gives it back, every line as wide as ``columns`` Chinese characters allow."""
    blocks = []
    for place, paragraph in enumerate(SPEECH):
        first = "" if place < 4 else indent
        lines = textwrap.wrap(first + paragraph, columns, drop_whitespace=False, break_on_hyphens=False)
        blocks.append("\n".join(lines))
    return gap.join(blocks)


@pytest.mark.parametrize("columns", [24, 28, 33, 38])
@pytest.mark.parametrize(("indent", "gap"), [("　　", "\n"), ("", "\n\n"), ("    ", "\n")])
def test_a_hard_wrapped_text(columns: int, indent: str, gap: str) -> None:
    assert paragraphs(wrapped(columns, indent, gap)) == SPEECH


def test_a_hard_wrapped_text_with_neither_indents_nor_gaps() -> None:
    # Only the short last lines tell where paragraphs end: 28 columns leave none full by chance.
    assert paragraphs(wrapped(28)) == SPEECH


@pytest.mark.parametrize("cut", range(12, 70, 7))
def test_a_page_broken_paragraph_goes_on(cut: int) -> None:
    body = SPEECH[6]
    cut = next(place for place in range(cut + 20, len(body)) if body[place - 1] not in "。，、：；！")
    lines = [*SPEECH[:6], body[:cut], f" {body[cut:]}", *SPEECH[7:]]
    assert paragraphs("\n\n".join(lines)) == SPEECH


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (
            [
                "今年以来，我市聚焦高质量发展，今后五年经济社会发展的",
                "主要目标",
                "是：地区生产总值年均增长6%。",
            ],
            "今年以来，我市聚焦高质量发展，今后五年经济社会发展的主要目标是：地区生产总值年均增长6%。",
        ),
        (
            [
                "蓝天保卫战取得明显成效，空气质量优良天数达到329天。全市PM",
                "2.5",
                "平均浓度保持在28微克/立方米。",
            ],
            "蓝天保卫战取得明显成效，空气质量优良天数达到329天。全市PM2.5平均浓度保持在28微克/立方米。",
        ),
        (["（", "三）改革开放持续深化。"], "（三）改革开放持续深化。"),
        (["依法治安是根本。要严格执行《安全生产法》第三十八条第", "（一）项的规定，不打折扣。"], None),
        (["一、以更大力度优化环境，", "以更实举措服务企业"], "一、以更大力度优化环境，以更实举措服务企业"),
        (["尊敬的各位领导、", "各位来宾："], "尊敬的各位领导、各位来宾："),
        (
            ["——2026年1月9日在西河区第六届人民代表大会", "第五次会议上"],
            "——2026年1月9日在西河区第六届人民代表大会第五次会议上",
        ),
    ],
)
def test_pieces_of_one_line(lines: list[str], joined: str | None) -> None:
    assert paragraphs("\n".join(lines)) == [joined or "".join(lines)]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、提高认识", "（一）压实责任", "各级各部门要抓好落实。"],
        ["把根扎在泥土里", "把心放在群众中", "同志们："],
        ["在全县林业工作会议上的讲话", "（2026年3月12日）", "县长 陆清和", "同志们："],
        ["——产业结构持续优化", "——城市面貌持续改善", "——民生福祉持续增进"],
        ["运用新思维，进一步强化红线意识", "红线就是生命线，任何时候都不能碰。"],
        ["（三）突出聚焦富民的发展取向", "以增加居民收入为核心，完善分配制度。"],
        ["序号 项目 单位 数量 增幅", "1 新建道路 公里 57.6 -", "2 新增泊位 个 2850 12.0"],
        ["第一，要讲政治", "第二，要讲大局", "第三，要讲实效"],
    ],
)
def test_lines_that_stand_alone(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


def test_long_wrapped_text_takes_linear_time() -> None:
    line = "全市上下要牢固树立一盘棋思想坚持系统观念统筹推进各项工作确保年度目标"
    assert len(paragraphs("\n".join(["全市上下要，", *[line] * 20_000]))) == 1
