"""What a speech is about, from its words: kind, topics, level, own place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phrasebank.masking.jurisdiction import jurisdiction_of
from phrasebank.masking.subjects import is_report, subjects_of
from phrasebank.mining import About, Document, Role

__all__ = ["describe"]

# A title's own words first, in this order: 全市安全生产警示教育大会 warns before it deploys.
_KINDS = (
    ("主持词", r"主持词|主持讲话|主持稿"),
    ("党课", r"党课"),
    ("开班结业", r"开班|结业|结班|开学|毕业典礼"),
    ("警示教育", r"警示教育|以案促改|以案示警"),
    ("座谈", r"座谈|茶话会|见面会|恳谈"),
    ("总结表彰", r"表彰|总结大会|总结会|颁奖|庆功"),
    ("专题培训", r"培训|讲座|辅导|轮训|研讨班|宣讲"),
    ("动员部署", r"动员|誓师|启动仪式|启动会"),
    ("调度推进", r"调度|推进|现场会|攻坚|点评|分析会|促进会"),
    ("汇报", r"汇报|述职|政府工作报告|工作报告|总结报告"),
    ("致辞", r"致辞|致词|贺词|祝词|欢迎词|答谢词|开幕|闭幕|揭牌|庆典|校庆|周年"),
    ("工作部署", r"会议上|工作会|大会|全会|部署"),
)
# Where the title says nothing (a line of verse), what the opening says.
_OPENINGS = (
    ("主持词", r"现在开会|今天的会议(?:共)?有|会议议程|大会议程|首先[，、]请|下面[，、]请"),
    ("党课", r"党课"),
    ("开班结业", r"开班|结业|培训班"),
    ("警示教育", r"警示教育|警示片"),
    ("致辞", r"热烈的?欢迎|欢聚一堂|值此|校庆|隆重(?:开幕|举行)"),
    ("座谈", r"座谈"),
    ("总结表彰", r"表彰"),
    ("专题培训", r"培训|授课|讲座|这一课"),
    ("动员部署", r"动员"),
    ("调度推进", r"调度|推进会|现场会"),
    ("汇报", r"汇报如下|现将|向(?:各位|大家|大会|常委会|主任会议).{0,8}(?:汇报|报告)|请予审议"),
    ("工作部署", r"会议|部署"),
)
_PLAINEST = "工作部署"
_HEAD_LENGTH = 400
"""Characters of a body in which the opening says what the occasion is."""
_ENOUGH = 6000
"""Characters from which a subject and a place show; a report of 20,000 has no other one behind them."""
_FRONT = frozenset((Role.SPEAKER, Role.DATE, Role.SALUTATION))
_TITLE = frozenset((Role.TITLE, Role.SUBTITLE))
_LEAD_LENGTH = 60


def describe(document: Document) -> About:
    """Say what a speech is about.

    Arguments:
        document: the speech.

    Returns:
        what its title, its speaker's post and the words that it dwells on tell; a field that nothing
        tells is empty. ``topics[0]`` is the wording that the speech itself uses most.
    """
    passages = document.passages
    title = "\n".join(passage.text for passage in passages if passage.role in _TITLE)
    front = "\n".join(passage.text for passage in passages if passage.role in _FRONT)
    body = "\n".join(_beginning(document))[:_ENOUGH]
    headings = "\n".join(
        passage.text[: passage.lead or _LEAD_LENGTH]
        for passage in passages
        if passage.role is Role.HEADING or passage.lead
    )
    level, place = jurisdiction_of(title, front, body)
    return About(_kind(title, body), subjects_of(title, front, headings, body), level, place)


def _beginning(document: Document) -> Iterator[str]:
    """The paragraphs of a speech from its opening on, until there are words enough."""
    length = 0
    for passage in document.passages:
        if passage.role not in _FRONT and passage.role not in _TITLE:
            yield passage.text
            length += len(passage.text) + 1
            if length >= _ENOUGH:
                return


def _kind(title: str, body: str) -> str:
    said = next((kind for kind, words in _KINDS if re.search(words, title)), "")
    if said in ("", _PLAINEST) and is_report(body):
        return "汇报"
    opening = body[:_HEAD_LENGTH]
    return said or next((kind for kind, words in _OPENINGS if re.search(words, opening)), "")
