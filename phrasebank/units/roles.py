"""What part of a speech a heading opens: 认识 形势 成绩 问题 任务 措施 保障 责任 希望."""

from __future__ import annotations

import re

from phrasebank.vocabulary import ROLE_FREE, ROLES

__all__ = ["role_of"]

# In the order asked: a heading that recalls is 成绩 even where it names problems solved.
_WORDS = {
    "成绩": re.compile(
        r"回顾|成绩|成就|历程|过去|显著|稳步|取得|进展|迈上|明显|持续(?:改善|提升|向好|增强)|再上|突破$|见效"
    ),
    "问题": re.compile(r"问题|不足|差距|短板|困难|薄弱|隐患在|教训"),
    "形势": re.compile(r"形势|态势|机遇|挑战|面临|研判"),
    "认识": re.compile(
        r"认识|站位|重要性|意义|自觉性|紧迫感|使命感|责任感|思想(?:根基|防线|自觉)|意识|为什么"
    ),
    "希望": re.compile(r"希望|期望|寄语|共勉|嘱托|未来|明天"),
    "责任": re.compile(r"责任|担当|纪律|作风|问责|监督|考核|表率|自身建设|廉"),
    "保障": re.compile(r"保障|组织领导|领导|队伍|支撑|合力|机制|氛围|党的建设"),
    "任务": re.compile(r"任务|目标|重点|总体要求|部署|安排|思路"),
    "措施": re.compile(r"."),
}


def role_of(heading: str, move: str) -> str:
    """The role of a heading, one whose headings are filed under its move (docs/phrases.md).

    Arguments:
        heading: its words.
        move: ``Move`` value the heading was given.

    Returns:
        the role; 通用 where no role is filed under that move.
    """
    fitting = [role for role in _WORDS if ROLES[role].value == move]
    return next(
        (role for role in fitting if _WORDS[role].search(heading)), fitting[-1] if fitting else ROLE_FREE
    )
