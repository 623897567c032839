"""The name of a new kind: a folder's name, and nobody else's."""

from __future__ import annotations

import re

from drafter.errors import KindError, Problem
from drafter.resources import templates_folder

__all__ = ["check_name"]

#: Han characters, letters and digits with － · between them: what any file system takes for a name.
_NAME = re.compile(r"[一-鿿A-Za-z0-9](?:[一-鿿A-Za-z0-9·（）\-]{0,29}[一-鿿A-Za-z0-9）])?")


def check_name(name: str) -> None:
    """Whether a kind may be called so.

    Raises:
        KindError: T010 it is no name of a folder; T011 a kind that came with the program has it.
    """
    if not _NAME.fullmatch(name):
        mend = "用汉字、字母、数字，不超过三十个字，不能有“/”“..”和空格，如 年中经济调度"
        raise KindError(Problem("T010", f"“{name}”不能作文种的名称", mend=mend))
    if (templates_folder() / name / "kind.toml").is_file():
        raise KindError(Problem("T011", f"“{name}”是自带的文种", mend="请另起一个名称"))
