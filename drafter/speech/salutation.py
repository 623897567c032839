"""Forms of address (称谓): 同志们： · 各位代表： · 尊敬的各位来宾，女士们、先生们："""

from __future__ import annotations

import re

__all__ = ["opens_with_vocative", "read_salutation"]

_COURTESY = r"(?:尊敬的|敬爱的|亲爱的|各位|全体|广大|在座的?|诸位|与会的|到会的|远道而来的)"
_WHO = (
    r"(?:同志|代表|委员|来宾|嘉宾|领导|同仁|同事|朋友|专家|学者|企业家|客商|先生|女士|老师|教师|教职工|同学|学员|"
    r"家长|乡亲|战友|校友|媒体|党员|干部|评委|选手|股东|职工|员工|乡贤|书记|市长|县长|区长|省长|镇长|乡长|主任|主席|"
    r"副主席|部长|校长|院长|局长|会长|厅长|总经理|董事长|董事|秘书长|父老|兄弟姐妹|记者|青年|志愿者|企业负责人|负责人|负责同志)"
)
_NO_BREAK = "[^，。；：！？、,:]"
_NAMED = (
    rf"(?:{_COURTESY}+{_NO_BREAK}{{0,16}}?{_WHO}?们?"
    rf"|{_NO_BREAK}{{0,8}}?(?:同志|朋友|先生|女士|老师|同学|战友|乡亲|家长|职工|员工|代表|委员|学员)们"
    rf"|{_WHO}们?|[\u4e00-\u9fff]{{1,8}}们|[\u4e00-\u9fff]{{1,3}}{_WHO})"
)
_ADDRESS = rf"{_NAMED}(?:[、，,\s和暨及]{{1,2}}{_NAMED}){{0,8}}"
_LINE = re.compile(rf"(?P<who>{_ADDRESS})[ \u3000]*(?:(?P<end>[：:！!，,、])(?P<rest>.*)|$)", re.DOTALL)
# Lines about the listeners rather than to them (各位代表提出的建议：).
_ABOUT = re.compile(r"[是要有提讲说做为把将]|意见|建议|情况|工作|任务|名单|出席|参加")
_PLURAL = re.compile(rf"{_COURTESY}|们|同志")
_GREETING = re.compile(
    r"(?:大家|你们|诸位|各位)?(?:早上|上午|中午|下午|晚上|新年|新春|过年|节日)?(?:好|快乐)(?:啊)?[！!。：:]?$"
)
_VOCATIVE = re.compile(rf"{_ADDRESS}[，！：,!:]")
_LONGEST = 60  # characters; the longest address in our truths and samples has 34


def read_salutation(line: str) -> tuple[str, str] | None:
    """Read a form of address that has its line to itself, or up to a colon.

    同志们，今天我们召开… is a sentence, not an address; a greeting behind an address
    (同志们，大家上午好！) is handed back as the text that follows.

    Returns:
        The address without final punctuation and the text that follows ("" mostly), or None.
    """
    if not _PLURAL.search(line, 0, _LONGEST):
        return None
    match = _LINE.match(line)
    if match is None or len(match["who"]) > _LONGEST or not _PLURAL.search(match["who"]):
        return None
    if _ABOUT.search(match["who"]):
        return None
    end, rest = match["end"], (match["rest"] or "").strip()
    who = match["who"].strip()
    if end is None:
        return (who, "") if len(who) <= 30 else None
    if end in "：:" or not rest or _GREETING.match(rest):
        return who, rest
    return None


def opens_with_vocative(paragraph: str) -> bool:
    """Whether a paragraph begins by turning to the listeners (同志们，… 各位代表！…)."""
    match = _VOCATIVE.match(paragraph)
    return match is not None and _PLURAL.search(match[0]) is not None
