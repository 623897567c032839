"""What a speech is about: its subjects (主题), the main one first, or none where it speaks of everything."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["is_report", "subjects_of"]

_SUBJECT_LONGEST = 8
_HAN_ONLY = re.compile("[一-鿿]+")
# What of a title is not its subject: 在全市…工作会议上的讲话.
_SUBJECT = re.compile(
    "^.*?(?:全[省市县区州镇乡校]|全公司|全系统|[省市县区镇乡州](?=[^场]))|^在|^关于"
    "|第[一二三四五六七八九十]+[届次季]度?|[一二三四]季度|(?:秋冬|冬春|今冬明春|年度|专题|攻坚|动员|推进"
    "|工作|建设|专项|整治|现场|调度|部署|总结|表彰|警示教育|座谈|培训|研讨|电视电话|视频)*"
    "(?:会议|大会|会|班|式|论坛|仪式|活动)(?:主持词|上的.*|.*$)|(?:情况|工作情况)的?(?:汇报|报告|通报)$"
    "|的?(?:讲话|致辞|报告|汇报|发言)$"
)
# A report that speaks of everything has no subject that could be taken out of it.
_GENERAL = re.compile("政府.{0,6}工作报告|政府报告|^[^《》]{0,12}工作报告$|述职")
_REPORTS = re.compile("报告(?:政府)?工作|作(?:政府)?工作报告|[年来]工作(?:的?简要)?回顾")
_OPENING = 300
"""Characters of a body in which a speech without a title names its subject, or says that it reports."""
_TOPICS_MOST = 4
_CUES_LEAST = 3
_MENTIONS_LEAST = 2
_TELLING = 3
"""Characters of a wording that tells a subject where no title does."""
_DWELLS = 800
"""Characters within which a speech comes to its subject."""
_IN_A_TITLE = 6
"""What a character of a wording in the title is worth, in mentions."""
_IN_A_HEADING = 4
_OF_A_CUE = 0.3


class _Topic(NamedTuple):
    name: str
    names: tuple[str, ...]
    cues: tuple[str, ...]


@cache
def _topics() -> tuple[_Topic, ...]:
    table = tomllib.loads((files(__package__) / "topics.toml").read_text(encoding="utf-8"))
    return tuple(
        _Topic(name, (name, *row["names"].split()), tuple(row["cues"].split())) for name, row in table.items()
    )


def is_report(body: str) -> bool:
    """Whether a body begins as a government's yearly report does."""
    return _REPORTS.search(body, 0, _OPENING) is not None


def subjects_of(title: str, front: str, headings: str, body: str) -> tuple[str, ...]:
    """The subjects of a speech.

    Arguments:
        title: title and subtitle, or "".
        front: speaker, date and salutation, a line each, or "".
        headings: headings and leads, a line each.
        body: the rest, or the beginning of it.

    Returns:
        subjects, the main one first and worded as the speech words it, so that the wording can be masked;
        empty where none stands out, as in a government's report.
    """
    if _GENERAL.search(title) or is_report(body):
        return ()
    worth: dict[str, float] = {}
    wording: dict[str, str] = {}
    entitled = False
    for topic in _topics():
        in_title = [name for name in topic.names if name in title]
        entitled = entitled or bool(in_title)
        named = max(body.count(name) for name in topic.names)
        if not (named or in_title):
            continue
        cues = sum(map(body.count, topic.cues))
        if cues:
            worth[topic.name] = (
                named
                + _IN_A_TITLE * max(map(len, in_title), default=0)
                + _IN_A_HEADING * sum(map(headings.count, topic.names))
                + _OF_A_CUE * cues
            )
            wording[topic.name] = _wording(topic.names, title, body)
    ranked = [name for name, _ in Counter(worth).most_common(_TOPICS_MOST)]
    said = _SUBJECT.sub("", title)
    subject = not entitled and 2 <= len(said) <= _SUBJECT_LONGEST and _HAN_ONLY.fullmatch(said)
    if subject and body.count(said) >= _MENTIONS_LEAST:
        return tuple(dict.fromkeys((said, *ranked[: _TOPICS_MOST - 1])))
    ranked = [name for name in ranked if worth[name] >= _CUES_LEAST]
    if not ranked:
        return ()
    first = wording[ranked[0]]
    if not entitled and (len(first) < _TELLING or first not in body[:_DWELLS]):
        # 产业, 督查: a word that any speech has now and then is no subject.
        return ()
    return tuple(dict.fromkeys((first, *ranked)))


def _wording(names: tuple[str, ...], title: str, body: str) -> str:
    """How a speech words its subject: as the table, or as its title, or as it mostly does."""
    if names[0] in body:
        return names[0]
    entitled = [name for name in names if name in title and name in body]
    return max(entitled or names, key=lambda name: (body.count(name), len(name)))
