"""Which characters are Chinese, for the patterns of the cleaning steps.

Each name is the inside of a regular expression's [ ].
"""

from __future__ import annotations

__all__ = ["CJK", "CLOSERS", "FINAL", "HAN", "NUMERALS"]

# Ideographs with extension A, compatibility ideographs and the later planes, and 〇.
HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# Ideographs and everything that is set as wide as one beside them.
CJK = HAN + "\u3001-\u301f\uff01-\uff60“”‘’…—·①-⑳×"

# What ends a sentence or an item, and what may follow that end.
FINAL = "。！？；：…!?;:"
CLOSERS = "”’）》】」』)\"'"

# Chinese numerals as markers use them.
NUMERALS = "一二三四五六七八九十百零〇"
