"""Forms of address (称谓): 同志们： · 各位代表： · 尊敬的各位来宾，女士们、先生们："""

from __future__ import annotations

import re
from functools import cache

__all__ = ["opens_with_vocative", "read_salutation"]

_COURTESY = r"(?:尊敬的|敬爱的|亲爱的|各位|全体|广大|在座的?|诸位|与会的|到会的|远道而来的)"
_WHO = (
    r"(?:同志|代表|委员|来宾|嘉宾|领导|同仁|同事|朋友|专家|学者|企业家|客商|先生|女士|老师|教师|教职工|同学|学员|"
    r"家长|乡亲|战友|校友|媒体|党员|干部|评委|选手|股东|职工|员工|乡贤|书记|市长|县长|区长|省长|镇长|乡长|主任|主席|"
    r"副主席|部长|校长|院长|局长|会长|厅长|总经理|董事长|董事|秘书长|父老|兄弟姐妹|记者|青年|志愿者|企业负责人|负责人|负责同志)"
)
# One name in an address. The names are taken apart first and matched one by one: one pattern for a
# whole address would try every way of parting it.


@cache
def _name() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_COURTESY}.{{0,16}}|.{{0,12}}?(?:同志|朋友|先生|女士|老师|同学|战友|乡亲|家长|职工|员工|代表|委员|学员)们"
        rf"|[\u4e00-\u9fff]{{0,3}}{_WHO}们?|[\u4e00-\u9fff]{{1,8}}们|[\u4e00-\u9fff]{{1,7}}[员师者友生])"
    )


_PRONOUN = re.compile(r"[我你他她它咱]们|^人们")
_PARTING = re.compile(r"[、，,\s]+")
_END = re.compile(r"[：:！!。；;？?]")
_GREETING = re.compile(
    r"(?:大家|你们|诸位|各位)?(?:早上|上午|中午|下午|晚上|新年|新春|过年|节日)?(?:好|快乐)(?:啊)?[！!。：:]?$"
)
# Lines about the listeners rather than to them (各位代表提出的建议：).
_ABOUT = re.compile(r"[是要有提讲说做为把将]|意见|建议|情况|工作(?!的|者)|任务|名单|出席|参加")
_PLURAL = re.compile(rf"{_COURTESY}|们|同志")
# Characters. The longest address in our truths and samples has 34; one without any sign behind it
# must be shorter, for it may as well be a title.
_LONGEST = 60
_LONGEST_BARE = 30
_LONGEST_VOCATIVE = 30


def read_salutation(line: str) -> tuple[str, str] | None:
    """Read a form of address that has its line to itself, or up to a colon.

    同志们，今天我们召开… is a sentence, not an address; a greeting behind an address
    (同志们，大家上午好！) is handed back as the text that follows.

    Returns:
        The address without final punctuation and the text that follows ("" mostly), or None.
    """
    end = _END.search(line, 0, _LONGEST + 1)
    if end is None and len(line) > _LONGEST_BARE:
        return None
    who = line[: end.start()] if end else line
    behind = line[end.end() :].strip() if end else ""
    if end is not None and (
        end[0] in "。；;？?" or (end[0] in "！!" and behind and not _GREETING.match(behind))
    ):
        return None
    who = who.strip(" \t\u3000，,、")
    greeting = ""
    if not behind:
        who, greeting = _take_greeting(who, end[0] if end else "")
    return (who, greeting or behind) if _is_address(who) else None


def _take_greeting(who: str, end: str) -> tuple[str, str]:
    """Part 同志们，大家上午好 behind its last comma when a greeting stands there."""
    address, comma, last = who.replace(",", "，").rpartition("，")
    if comma and _GREETING.match(last):
        return address, last + end
    return who, ""


def _is_address(who: str) -> bool:
    if not _PLURAL.search(who) or _ABOUT.search(who) or _PRONOUN.search(who):
        return False
    return all(_name().fullmatch(name) for name in _PARTING.split(who))


def opens_with_vocative(paragraph: str) -> bool:
    """Whether a paragraph begins by turning to the listeners (同志们，… 各位代表！…)."""
    head = re.split(r"[，！：,!:]", paragraph[: _LONGEST_VOCATIVE + 1], maxsplit=1)
    return len(head) > 1 and _is_address(head[0])
