"""A brief's file → Brief, with every problem told at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafter.brief.enumeration import FAMILIES, family_named
from drafter.brief.facts import Facts, read_facts
from drafter.brief.fields import Fields, Mention
from drafter.brief.json_tree import parse_json
from drafter.brief.keys import AGENDA, BRIEF, PART, PLACE, POINT, SPEAKER, STYLE
from drafter.brief.levels import LEVELS, level_named, level_of
from drafter.brief.model import AgendaItem, Brief, Part, Place, Point, Speaker
from drafter.brief.problems import Problems, nearest
from drafter.brief.references import named_facts
from drafter.brief.source import read_text
from drafter.brief.tree import Mapping, Node, Scalar, describe
from drafter.brief.units import split_unit
from drafter.brief.yaml_tree import parse_yaml

__all__ = ["ROLES", "load_brief"]

ROLES = ("认识", "形势", "成绩", "问题", "任务", "措施", "保障", "责任", "希望")
"""What a part can do in a speech (作用), after composition.md."""


def load_brief(path: Path, known_kinds: Sequence[str] | None = None) -> Brief:
    """Read a brief in YAML or JSON (contract 2) with the data files it names.

    Arguments:
        path: the brief; .json is read as JSON, anything else as YAML.
        known_kinds: the kinds (文种) there are; None accepts any.

    Raises:
        BriefError: with every problem found (codes B…), each with file, line, key and mend.
    """
    problems = Problems(str(path))
    root = _parse(path, problems)
    mentions: list[Mention] = []
    fields = Fields(root, BRIEF, problems, mentions)
    kind = fields.text("文种")
    facts = read_facts(fields.node("数据"), path.parent, problems)
    style = _style(fields)
    brief = Brief(
        kind=kind if known_kinds is None else fields.choice("文种", known_kinds, kind),
        topic=fields.text("主题"),
        place=_place(fields, problems),
        title=fields.text("标题"),
        meeting=fields.text("会议"),
        speaker=_speaker(fields),
        date=fields.date("日期"),
        salutation=fields.text("称谓").rstrip("：:"),
        prior=fields.texts("前序"),
        attending=fields.texts("出席"),
        agenda=_agenda(fields),
        basis=fields.texts("依据"),
        facts=facts.by_name,
        parts=_parts(fields, facts, problems),
        closing=fields.text("结尾"),
        length=fields.length("篇幅"),
        style=style,
        file=str(path),
    )
    _check_mentions(mentions, facts, problems)
    problems.refuse()
    return brief


def _parse(path: Path, problems: Problems) -> Mapping:
    text = read_text(path, problems.file)
    node: Node | None
    if path.suffix.lower() == ".json":
        node = parse_json(text, problems.file)
    else:
        node = parse_yaml(text, problems.file)
    if node is None:
        problems.add("B004", "文件里没有内容", mend="请先写好内容，可用 drafter new 生成样子")
    elif isinstance(node, Scalar) and re.search(r"\S[：:]\S", node.text):
        problems.add(
            "B006",
            "没有写成“键: 值”",
            line=node.line,
            mend="键后面要用半角冒号“:”，再空一格，如“文种: 工作部署”",
        )
    elif not isinstance(node, Mapping):
        problems.add(
            "B006", f"最外层应当是“键: 值”，却是{describe(node)}", line=node.line, mend="请从“文种: …”写起"
        )
    problems.refuse()
    assert isinstance(node, Mapping)
    return node


def _place(fields: Fields, problems: Problems) -> Place:
    node = fields.node("地区")
    if node is None:
        return Place("", "")
    if isinstance(node, Scalar):
        name = fields.text("地区")
        return Place(name, _level(name, "", fields, "地区", problems))
    place = fields.mapping("地区", PLACE)
    if place is None:
        return Place("", "")
    name = place.text("名称")
    return Place(
        name=name,
        level=_level(name, place.text("层级"), place, "层级", problems),
        superior=place.text("上级"),
        subordinates=tuple(name for name, _ in place.names("下级")),
    )


def _level(name: str, given: str, fields: Fields, key: str, problems: Problems) -> str:
    """The level given, under the name it has here; without one, what the place's name ends in says it."""
    if given:
        return level_named(given) or fields.choice(key, LEVELS, given)
    level = level_of(name)
    if not level and name:
        problems.add(
            "B012",
            f"从“{name}”看不出层级",
            line=fields.line(key),
            key="层级",
            mend=f"请写成 {{名称: {name}, 层级: …}}，层级可用：{' '.join(LEVELS)}",
        )
    return level


def _speaker(fields: Fields) -> Speaker:
    if isinstance(fields.node("讲话人"), Scalar):
        return Speaker(name=fields.text("讲话人"))
    speaker = fields.mapping("讲话人", SPEAKER)
    return Speaker(speaker.text("姓名"), speaker.text("职务")) if speaker else Speaker()


def _agenda(fields: Fields) -> tuple[AgendaItem, ...]:
    """The items of an agenda, each a text or what and by whom."""
    return tuple(
        AgendaItem(item.text("事项").rstrip("。；"), item.text("人"))
        if item
        else AgendaItem(text.rstrip("。；"))
        for text, item in fields.children("议程", AGENDA)
    )


def _style(fields: Fields) -> dict[str, str]:
    style = fields.mapping("风格", STYLE)
    if style is None:
        return {}
    enumeration = style.text("分点")
    family = family_named(enumeration)
    if family is None:
        style.choice("分点", FAMILIES, enumeration)
    given = (("分点", family.value if family else ""), ("仿", style.text("仿")))
    return {key: text for key, text in given if text}


def _parts(fields: Fields, facts: Facts, problems: Problems) -> tuple[Part, ...]:
    parts: list[Part] = []
    for theme, part in fields.children("部分", PART):
        if part is None:
            parts.append(Part(theme))
            continue
        points = tuple(_point(theme, point, facts, problems) for theme, point in part.children("要点", POINT))
        parts.append(
            Part(
                theme=part.text("主题"),
                heading=part.text("标题"),
                points=points,
                facts=_fact_names(part, facts, problems),
                verbatim=part.texts("原文"),
                role=part.choice("作用", ROLES),
            )
        )
    return tuple(parts)


def _point(theme: str, point: Fields | None, facts: Facts, problems: Problems) -> Point:
    if point is None:
        return Point(theme)
    return Point(
        theme=point.text("主题"),
        heading=point.text("标题"),
        measures=point.texts("措施"),
        duty=point.texts("责任"),
        deadline=point.deadline("时限"),
        facts=_fact_names(point, facts, problems),
        verbatim=point.texts("原文"),
    )


def _fact_names(fields: Fields, facts: Facts, problems: Problems) -> tuple[str, ...]:
    """The facts named under 数据; one named with its unit (产值（亿元）) is the fact without it."""
    names: list[str] = []
    for written, line in fields.names("数据"):
        name = written if written in facts.by_name else split_unit(written)[0]
        _check_given(name, line, fields.key("数据"), facts, problems)
        names.append(name)
    return tuple(dict.fromkeys(names))


def _check_mentions(mentions: list[Mention], facts: Facts, problems: Problems) -> None:
    for text, line, key in mentions:
        for name in named_facts(text, facts.named or ()):
            _check_given(name, line, key, facts, problems)


def _check_given(name: str, line: int, key: str, facts: Facts, problems: Problems) -> None:
    if facts.named is None or name in facts.named:
        return
    near = nearest(name, sorted(facts.named))
    mend = f"是不是“{near}”？" if near else "请在“数据”里补上这一项"
    problems.add("B022", f"没有给出名为“{name}”的数据", line=line, key=key, mend=mend)
