"""A commented brief to fill in (``drafter new``)."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["new_brief", "yaml_scalar"]

_PARTS = ("提高思想认识", "抓好重点任务", "强化组织保障")
_HEAD = """\
# {kind}提纲。写法说明：
#   · “#”后面是说明，起草时不看。
#   · 键后面的冒号用半角“:”，再空一格；缩进用空格，不用 Tab。
#   · 【待补：…】要换成真实内容；不需要的项整行删掉，或在行首加“#”。
#   · 写好后运行：drafter draft 本文件 -o 讲话稿.docx

文种: {kind}            # 必填；drafter kinds 可列出全部文种
主题: {topic}            # 必填；讲什么工作，如 安全生产、招商引资
# 标题: 在全市{example}工作会议上的讲话      # 不写就按会议和主题自拟
# 会议: 全市{example}工作会议                # 会议或活动的全称

地区:                       # 必填；替哪个地方或单位讲
  名称: 【待补：地方或单位名称】
  层级: 市                  # 省 市 县 区 乡镇 部门 企业 学校
  # 上级: 江南省            # 用来说“按照省委、省政府部署”
  # 下级: [东山县, 西河区]  # 所属县区、乡镇、分公司等

# 讲话人: {{姓名: 周明远, 职务: 市委副书记、市长}}
# 日期: 2026-03-18          # 讲话那天；也可写 2026年3月18日
称谓: {salutation}                # 开头怎么称呼听众，不写冒号
{chair}# 前序: [市应急管理局通报了2025年全市安全生产情况]     # 讲话之前的议程，可写多项
# 依据: [《中华人民共和国安全生产法》, 全省安全生产电视电话会议精神]   # 法律、文件、会议精神

# 数据可以直接写，也可以写文件名（数据: 数据.xlsx，.csv、.json 也行），或两者并列成列表。
#   值   一个确切的数（38、38起、1.2亿元、98.5%）；单位 可带括号里的说明，如 亿元（占比65.3%）
#   同比 -12.5%、增长3.1个百分点、减少3起、持平；不写同比而写“上年同期: 43”时自动计算
#   时段、来源、说明 可不写；是文字不是数的，用“文字: …”
#   句子里可以引用：原文: "全年关闭{{{{ 关闭企业 }}}}"
# 数据:
#   事故起数: {{值: 38, 单位: 起, 同比: -12.5%, 时段: 2025年, 来源: 市应急管理局}}
#   关闭企业: 12家

部分:                       # 讲话的几大块，按顺序写；标题不写就按主题拟成对仗的
"""
_CHAIR = """\
# 出席: [市委、市政府有关领导, 各县区和市直有关部门主要负责同志]     # 主持人介绍的到会人员
议程:                       # 第几项请谁做什么；程序写成“第一项，请…”
  - {事项: 【待补：通报什么情况】, 人: 【待补：职务和姓名】}
  - {事项: 【待补：部署什么工作】, 人: 【待补：职务和姓名】}
"""
_CHAIR_NOTES = """\
# 出席: [市委、市政府有关领导]       # 主持词用：到会人员
# 议程: [{事项: 通报情况, 人: 市应急管理局局长王进同志}]     # 主持词用：第几项请谁做什么
"""
_PART = """\
  - 主题: {theme}
    # 标题: 写定的一级标题
    # 作用: {roles}
    # 数据: [事故起数]      # 这一部分开头要说的数据
    要点:
      - 主题: 【待补：这一点讲什么】
        # 措施: [开展警示教育, 压实企业主体责任]     # 具体做什么，一条一项
        # 责任: 各县区、市直有关部门
        # 时限: 6月底前
        # 数据: [事故起数]  # 这一点要说的数据，写上面“数据”里的名称
        # 原文: 一字不改要写进去的话
"""
_TAIL = """
# 结尾: 自己想在最后说的一句话
# 篇幅: 3000                # 大约多少字
# 风格:
#   分点: 一要              # 第一 一要 一是 （一） 首先 其一 ——
#   仿: 样稿.docx           # 照着哪篇旧稿的样子写
"""
_ROLES = "认识 形势 成绩 问题 任务 措施 保障 责任 希望（选一个；不写就从主题判断）"


def new_brief(
    kind: str,
    topic: str = "",
    sections: Sequence[str] = (),
    *,
    salutation: str = "同志们",
    chaired: bool = False,
    duties: bool = True,
) -> str:
    """A brief in YAML with every key explained, which loads as it is.

    Arguments:
        kind: 文种.
        topic: 主题; "" leaves it to be filled in.
        sections: themes of the parts that such a speech has; three of the usual ones by default.
        salutation: how such a speech addresses its hearers.
        chaired: whether it is a chair's, who reads out an agenda.
        duties: whether it hands out work: a report and a ceremony do not.
    """
    given = _line(topic)
    head = _HEAD.format(
        kind=yaml_scalar(kind),
        topic=yaml_scalar(given or "【待补：讲什么工作】"),
        example=given or "安全生产",
        salutation=yaml_scalar(salutation),
        chair=_CHAIR if chaired else _CHAIR_NOTES,
    )
    written = _PART if duties else _PART.replace("各县区、市直有关部门", "我局；不写就是“我们”")
    parts = "".join(
        written.format(theme=yaml_scalar(section), roles=_ROLES) for section in sections or _PARTS
    )
    return head + parts + _TAIL


def _line(text: str) -> str:
    """The text on one line, without what a file cannot hold."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def yaml_scalar(text: str) -> str:
    """The text as one YAML value: bare where that is safe, else in single quotes."""
    line = _line(text)
    safe = (
        line[:1].isalpha() and not line.isascii() and not any(sign in line for sign in ":#{}[],&*!|>'\"%@`")
    )
    if safe or (line.startswith("【") and ": " not in line and " #" not in line):
        return line
    return "'" + line.replace("'", "''") + "'"
