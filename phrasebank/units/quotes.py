"""Words of others: what leaders, classics and sayings are quoted with."""

from __future__ import annotations

import re

__all__ = ["is_quote", "quotes_leader"]

_LEADER = re.compile(
    r"(?:总书记|习近平|主席|总理|毛泽东|邓小平|江泽民|胡锦涛|中央领导|省委书记|市委书记|书记)[^，。]{0,24}"
    r"(?:指出|强调|要求|说过?|讲过?|提出|告诫|教导|号召|明确)(?:[，：“]|我们|要|的“)"
)
_SAYING = re.compile(
    r"(?:古人|古语|古诗|先贤|俗话|常言|老话|谚语|有句话|有道是|哲人|名言|诗人|诗|圣人|[孔孟老庄荀韩]子)[^，。]{0,6}[云曰说讲道言][：，“得]"
)


def quotes_leader(text: str) -> bool:
    """Whether a sentence reports what a leader said."""
    return _LEADER.search(text) is not None


def is_quote(text: str) -> bool:
    """Whether a sentence lives on somebody else's words, a leader's or a saying, in quotation marks."""
    return "“" in text and (_SAYING.search(text) is not None or quotes_leader(text))
