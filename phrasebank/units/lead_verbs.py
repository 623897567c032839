"""The words that official headings and limbs (分句) begin with, and what of a clause is its frame.

The lists are ours: what stands first in the clauses of the built-in bank and of our sample speeches,
completed from the 公文写作 manuals' lists of 动宾 openings.
"""

from __future__ import annotations

import re

__all__ = ["BLANK", "clause_frame", "starts_with_verb"]

BLANK = "～"
"""Stands for the content words of a frame (句式)."""

_VERBS = (
    "加强 增强 强化 深化 优化 固化 细化 亮化 美化 净化 活化 转化 激活 盘活 搞活 放活 推进 推动 促进 推行 推广 推开 加快 "
    "加速 加大 提升 提高 提振 提速 提质 完善 健全 建立 构建 构筑 打造 打响 打赢 打好 打通 落实 压实 夯实 做实 抓实 抓好 抓紧 "
    "抓牢 抓住 抓细 做好 做强 做优 做大 做精 做深 做细 办好 办实 管好 管住 用好 用足 用活 守好 守住 守牢 守护 筑牢 扎牢 织密 "
    "树牢 树立 坚持 坚定 坚守 保持 确保 保障 保护 维护 巩固 拓展 扩大 扩展 延伸 培育 培养 培强 壮大 发展 繁荣 建设 建好 建强 "
    "创新 创建 创造 开创 开展 开发 开拓 开放 实施 实行 实现 严格 严守 严肃 严抓 严查 严防 规范 整治 整合 治理 防范 防控 防止 "
    "化解 消除 排查 整改 解决 破解 破除 攻克 突破 补齐 补足 改善 改进 改革 改变 转变 转换 调整 调优 统筹 协调 组织 引导 引领 "
    "引进 引育 带动 驱动 聚焦 聚力 聚集 集聚 集中 围绕 立足 突出 把握 把好 明确 认清 认识 看到 理解 领会 学习 学好 贯彻 执行 履行 "
    "担当 担负 扛起 扛牢 扛实 负起 承担 牢记 牢固 践行 弘扬 传承 发扬 发挥 激发 激励 调动 凝聚 汇聚 营造 形成 塑造 彰显 展现 "
    "增加 增进 增添 挖掘 释放 盯住 盯紧 紧盯 紧扣 紧抓 狠抓 严把 严管 严控 深耕 深挖 深入 摆正 找准 选准 站稳 端正 克服 "
    "克难 攻坚 奋力 决战 决胜 争当 争创 争取 争做 当好 勇担 敢于 勇于 善于 乐于 甘于 勤于 精于 运用 应用 利用 借助 借鉴 探索 "
    "谋划 谋求 服务 支持 扶持 帮扶 帮助 关心 关爱 关注 尊重 重视 强调 倡导 宣传 普及 教育 培训 监督 监管 检查 督查 督导 考核 "
    "问责 追究 惩治 查处 打击 杜绝 遏制 降低 减少 减轻 压减 控制 缩小 淘汰 理顺 理清 厘清 摸清 吃透 弄清 讲清 算清 搭建 铺开 "
    "启动 起草 制定 编制 修订 出台 安排 部署 落细 落地 见效 走好 走出 走进 走向 迈出 迈上 迈向 跨越 跑出 展示 擦亮 叫响 唱响 "
    "奏响 谱写 书写 续写 描绘 绘就 答好 交出 下好 下足 用心 用情 用力 拧紧 绷紧 系紧 握紧 练就 练好 锤炼 锻造 厚植 涵养 "
    "滋养 丰富 满足 回应 顺应 适应 对接 融入 承接 联动 协同 稳定 稳住 稳步 平衡 均衡 兜牢 兜住 托起 撑起 筑起 立起 挺起 "
    "反对 抵制 清除 清理 清查 整顿 纠正 纠治 查找 查摆 反思 总结 回顾 回望 展望 面对 面向 迎接 直面 应对 抢抓 抢占 抢先 赢得 "
    "取得 获得 赋予 给予 提供 体现 反映 考验 检验 彰明 关系 事关 牵动 影响 决定 成为 作为 增长 下降 减免 免除 承诺 兑现"
)
_SINGLE = "抓促稳调强扩惠保防管治兴护优补提破立建守聚谋严查改做讲干用学解办看听走转育引拓创争拼敢善让把以向为从在对按靠使给是有能会要想愿爱怕当带领推拉赢打树铸筑扬比赶超晒盯扛"
"""Verbs and clause-opening prepositions of one character: 稳增长、促改革."""
_ADVERBS = (
    "进一步 更加 更好 不断 持续 继续 切实 着力 全力 大力 奋力 努力 积极 主动 全面 深入 扎实 坚决 坚定 坚定不移 毫不动摇 毫不放松 "
    "始终 一以贯之 持之以恒 驰而不息 统筹 有序 有力 有效 稳步 稳妥 加快 加紧 加力 聚力 倾力 合力 致力 强力 狠 严格 从严 从快 从重 "
    "认真 充分 高度 时刻 牢牢 紧紧 坚持 自觉 带头 率先 科学 精准 精心 用心 真正 必须 应当 应该 务必 一定 需要 还要 要 不能 不得 不要 "
    "绝不 决不 再 都 就 也 又 更 既 不仅 而且 以及 并 将 已 正 可以 能够 多措并举 因地制宜 全方位 多渠道 高质量 高标准 高水平 高效 "
    "深度 纵深 同步 协同 及时 迅速 立即 尽快 抓紧 健康 广泛 重点 突出 创新 依法 依规 从源头上 千方百计 想方设法 凝心聚力 全力以赴 "
    "共同 携手 一起 我们 大家 我们要 各级 同志们 大幅 显著 明显 普遍 逐步 加大力度 以更大力度 勇 敢 善"
)


def _alternatives(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=lambda word: (-len(word), word)))


_HEAD = re.compile(
    rf"(?P<adverbs>(?:(?:{_alternatives(_ADVERBS)})(?=[一-鿿{{])){{0,4}}?)"
    rf"(?:(?P<verb>{_alternatives(_VERBS)})|(?P<single>[{_SINGLE}])(?=[一-鿿{{“《]))"
)
_CLAUSE = re.compile(r"[，；、：]")
_PAIRED = {
    "以": re.compile(r"(?:作?为|促|推动|带动|引领)(?=[一-鿿]|$)"),
    "把": re.compile(r"作为|放在|摆在|纳入|贯穿|落到|落实到|抓在|转化为|变成|做(?:实|细|优|强|大)"),
    "将": re.compile(r"作为|放在|摆在|纳入|贯穿|落到|落实到"),
    "在": re.compile(r"[上中下里前](?=.)"),
    "从": re.compile(r"[上中]|入手|做起|抓起"),
    "向": re.compile(r"要|看齐|聚焦|发力|延伸|进军"),
    "为": re.compile(r"而|提供|注入|增添|贡献"),
    "对": re.compile(r"要"),
    "让": re.compile(r"成为|更"),
}
# What may stand behind the content of a clause and is no content of its own.
_TAIL = re.compile(
    r"(?:(?:稳步|持续|全面|加快|扎实|深入|明显|显著|不断|进一步|更加|有序|有力|有效|大幅)?"
    r"(?:提升|提高|推进|改善|增强|加强|优化|发展|完善|加快|深化|拓展|进步|向好|见效|显现|凸显|显著|明显|扎实|稳固|巩固|突破|"
    r"进展|提速|完成|落实|落地|到位|为先|为本|至上|优先|先行|下功夫|见成效|求突破|再发力|新突破|新成效|新进展|新台阶|新提升))$"
)


def starts_with_verb(clause: str) -> bool:
    """Whether a clause begins with a verb, adverbs and auxiliaries before it allowed."""
    return _HEAD.match(clause) is not None


def clause_frame(text: str) -> str:
    """The frame of a heading or lead: what stays when its content words are taken out.

    Verbs that lead a clause, what goes before them (进一步 要 切实) and the partner of a preposition
    (以～为～, 把～作为～) stay, the rest is ``BLANK``. A clause with no leading verb keeps its closing
    predicate (～稳步提升).

    Arguments:
        text: a masked heading or lead.

    Returns:
        the frame, such as ``运用～，进一步强化～``; ``～`` where nothing but content is there.
    """
    parts: list[str] = []
    at = 0
    for mark in _CLAUSE.finditer(text):
        parts += [_one(text[at : mark.start()]), mark[0]]
        at = mark.end()
    parts.append(_one(text[at:]))
    return "".join(parts)


def _one(clause: str) -> str:
    head = _HEAD.match(clause)
    if head is None:
        tail = _TAIL.search(clause)
        return BLANK + tail[0] if tail and tail.start() else BLANK
    rest = clause[head.end() :]
    if not rest:
        return head[0]
    partner = _PAIRED.get(head["single"] or "")
    found = partner.search(rest, 1) if partner else None
    if found is None:
        return head[0] + BLANK
    return head[0] + BLANK + found[0] + (BLANK if found.end() < len(rest) else "")
