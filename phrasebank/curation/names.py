"""Chinese names of what phrases are filed by, for people to read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from phrasebank.model import Move, Status, Unit

__all__ = ["ACTIONS", "MOVE_NAMES", "ORIGINS", "STATUS_MARKS", "STATUS_NAMES", "UNIT_NAMES"]

UNIT_NAMES: Mapping[Unit, str] = MappingProxyType(
    {
        Unit.HEADING: "标题",
        Unit.LEAD: "段首句",
        Unit.SENTENCE: "句",
        Unit.PASSAGE: "段",
        Unit.TRANSITION: "过渡",
        Unit.PHRASE: "短语",
        Unit.PARALLEL: "排比",
        Unit.FORMULA: "固定说法",
        Unit.TITLE: "大标题",
        Unit.QUOTE: "引语",
        Unit.OUTLINE: "标题组",
    }
)

MOVE_NAMES: Mapping[Move, str] = MappingProxyType(
    {
        Move.OPENING_PURPOSE: "开头·目的",
        Move.OPENING_MANDATE: "开头·依据",
        Move.OPENING_ACKNOWLEDGE: "开头·承接",
        Move.OPENING_CONGRATULATE: "开头·祝贺",
        Move.OPENING_BACKGROUND: "开头·背景",
        Move.OPENING_ANNOUNCE: "开头·预告",
        Move.BODY_SIGNIFICANCE: "正文·意义",
        Move.BODY_ACHIEVEMENT: "正文·成绩",
        Move.BODY_PROBLEM: "正文·问题",
        Move.BODY_SITUATION: "正文·形势",
        Move.BODY_TRANSITION: "正文·过渡",
        Move.POINT_LEAD: "要点·领起",
        Move.POINT_RATIONALE: "要点·道理",
        Move.POINT_STATUS: "要点·现状",
        Move.POINT_MEASURE: "要点·措施",
        Move.POINT_DUTY: "要点·责任",
        Move.POINT_DEADLINE: "要点·时限",
        Move.POINT_DEMAND: "要点·要求",
        Move.POINT_BASELINE: "要点·底线",
        Move.CLOSING_CALL: "结尾·号召",
        Move.CLOSING_HOPE: "结尾·希望",
        Move.CLOSING_VISION: "结尾·展望",
        Move.CLOSING_WISH: "结尾·祝愿",
        Move.CLOSING_THANKS: "结尾·致谢",
    }
)

STATUS_NAMES: Mapping[Status, str] = MappingProxyType(
    {
        Status.CANDIDATE: "待审",
        Status.ACCEPTED: "采用",
        Status.REJECTED: "不用",
        Status.FORBIDDEN: "禁用",
        Status.OBSOLETE: "停用",
    }
)

STATUS_MARKS: Mapping[Status, str] = MappingProxyType(
    {
        Status.CANDIDATE: "待",
        Status.ACCEPTED: "用",
        Status.REJECTED: "弃",
        Status.FORBIDDEN: "禁",
        Status.OBSOLETE: "停",
    }
)
"""One character a status, for lists: no colour and no sign that an old terminal lacks."""

ACTIONS: Mapping[str, str] = MappingProxyType(
    {
        "accept": "采用",
        "reject": "不用",
        "forbid": "禁用",
        "obsolete": "停用",
        "edit": "修改",
        "merge": "合并",
        "split": "拆分",
        "tag": "归类",
        "add": "添加",
        "import": "导入",
        "undo": "撤销",
    }
)
"""What a recorded decision did (``Decided.action``)."""

ORIGINS: Mapping[str, str] = MappingProxyType(
    {"builtin": "自带", "mined": "挖掘", "hand": "手写", "import": "导入"}
)
"""Where a phrase came from (``Held.origin``)."""
