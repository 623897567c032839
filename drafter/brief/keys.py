"""The keys of a brief (contract 2), Chinese with their English aliases, and where each belongs."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AGENDA",
    "BRIEF",
    "DATA_FILE",
    "FACT",
    "PART",
    "PLACE",
    "POINT",
    "SPEAKER",
    "STYLE",
    "Keys",
    "belongs_to",
]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys that one mapping may have.

    Arguments:
        owner: what the mapping is, for messages (地区).
        aliases: Chinese key → other spellings accepted.
        required: Chinese keys that must be there.
    """

    owner: str
    aliases: dict[str, tuple[str, ...]]
    required: tuple[str, ...] = ()

    def canonical(self, written: str) -> str | None:
        """The Chinese key for what was written, or None where it is no key of this mapping."""
        wanted = written.strip().lower()
        for key, others in self.aliases.items():
            if wanted == key or wanted in others:
                return key
        return None

    def spellings(self) -> tuple[str, ...]:
        """Every accepted spelling."""
        return tuple(word for key, others in self.aliases.items() for word in (key, *others))


BRIEF = Keys(
    "提纲",
    {
        "文种": ("kind",),
        "主题": ("topic", "theme"),
        "标题": ("title",),
        "会议": ("meeting",),
        "地区": ("place",),
        "讲话人": ("speaker",),
        "日期": ("date",),
        "称谓": ("salutation",),
        "前序": ("prior",),
        "出席": ("attending",),
        "议程": ("agenda",),
        "依据": ("basis",),
        "数据": ("data", "facts"),
        "部分": ("parts",),
        "结尾": ("closing",),
        "篇幅": ("length",),
        "风格": ("style",),
    },
    ("文种", "主题", "地区"),
)
PLACE = Keys(
    "地区",
    {
        "名称": ("name",),
        "层级": ("level",),
        "上级": ("superior",),
        "下级": ("subordinates",),
    },
    ("名称",),
)
AGENDA = Keys("议程", {"事项": ("item",), "人": ("who",)}, ("事项",))
SPEAKER = Keys("讲话人", {"姓名": ("name",), "职务": ("post",)})
FACT = Keys(
    "数据",
    {
        "值": ("value",),
        "文字": ("text", "words"),
        "单位": ("unit",),
        "同比": ("change",),
        "上年同期": ("previous",),
        "时段": ("period",),
        "来源": ("source",),
        "说明": ("note",),
    },
)
DATA_FILE = Keys("数据文件", {"文件": ("file",), "工作表": ("sheet",)}, ("文件",))
PART = Keys(
    "部分",
    {
        "主题": ("theme", "topic"),
        "标题": ("heading", "title"),
        "作用": ("role",),
        "要点": ("points",),
        "数据": ("data", "facts"),
        "原文": ("verbatim",),
    },
    ("主题",),
)
POINT = Keys(
    "要点",
    {
        "主题": ("theme", "topic"),
        "标题": ("heading", "title"),
        "措施": ("measures",),
        "责任": ("duty",),
        "时限": ("deadline",),
        "数据": ("data", "facts"),
        "原文": ("verbatim",),
    },
    ("主题",),
)
STYLE = Keys("风格", {"分点": ("points", "enumeration", "markers"), "仿": ("like",)})


def belongs_to(written: str) -> str:
    """The mapping that has this key, where a key stands in the wrong place; "" where none has."""
    for keys in (BRIEF, PLACE, SPEAKER, AGENDA, PART, POINT, STYLE, FACT):
        if keys.canonical(written):
            return keys.owner
    return ""
