"""The example briefs that come with the program, to read, draft and change."""

from __future__ import annotations

import re
from pathlib import Path

from drafter.errors import BriefError, Problem
from drafter.resources import example_briefs

__all__ = ["example_of"]

_KIND = re.compile(r"^文种: *(\S+)", re.MULTILINE)
_DATA_FILE = re.compile(r"^数据: *(\S+\.\w+) *$", re.MULTILINE)


def example_of(kind: str, folder: Path | None = None) -> dict[str, bytes]:
    """The example brief of a kind, and the data file that it names: file name → bytes, brief first.

    Arguments:
        kind: 文种.
        folder: where the examples are, by default those that came with the program.

    Raises:
        BriefError: B040 there is no example of this kind.
    """
    root = folder or example_briefs()
    kinds: dict[str, list[tuple[Path, list[str]]]] = {}
    for path in sorted(root.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if found := _KIND.search(text):
            kinds.setdefault(found[1], []).append((path, _DATA_FILE.findall(text)))
    if kind not in kinds:
        raise BriefError(Problem("B040", f"“{kind}”还没有示例", mend=f"有示例的文种：{'、'.join(kinds)}"))
    # Of several, the one that also shows how a data file is used.
    path, data = max(kinds[kind], key=lambda example: len(example[1]))
    return {path.name: path.read_bytes()} | {name: (root / name).read_bytes() for name in data}
