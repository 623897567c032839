"""What the rules on layout share: the standard's own setting, and one finding for all that is alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed
from drafter.readers.looks import Look
from drafter.speech import Block, Role

__all__ = ["FANGSONG", "HEITI", "KAITI", "SONG", "looked_at", "wrong_looks"]

SONG = ("小标宋", "标宋", "宋体", "华文中宋")
"""Parts of the names of faces that a title is set in (GB/T 9704—2012 7.3.1: 2号小标宋体字)."""
HEITI, KAITI, FANGSONG = ("黑体", "SimHei"), ("楷体", "KaiTi"), ("仿宋", "FangSong")
"""Of headings of the first and the second level, and of the body (7.3.3)."""


def looked_at(manuscript: Manuscript) -> Iterator[tuple[int, Look, Block]]:
    """The paragraphs whose look and role are known."""
    looks = manuscript.looks
    if looks is None or len(looks.paragraphs) != len(manuscript.paragraphs):
        return
    for at, look in enumerate(looks.paragraphs):
        block = manuscript.blocks.get(at)
        if block is not None:
            yield at, look, block


def wrong_looks(
    manuscript: Manuscript, is_meant: Callable[[Block], bool], wrong: Callable[[Look], str]
) -> Iterator[Placed]:
    """One finding for each way in which paragraphs of a sort look wrong, at the first of them.

    Arguments:
        manuscript: the document.
        is_meant: tells the paragraphs.
        wrong: what is wrong with a look, in words, or "".
    """
    first: dict[str, int] = {}
    counts: dict[str, int] = {}
    for at, look, block in looked_at(manuscript):
        if is_meant(block) and (words := wrong(look)):
            first.setdefault(words, at)
            counts[words] = counts.get(words, 0) + 1
    for words, at in first.items():
        more = f"（这样的共{counts[words]}段）" if counts[words] > 1 else ""
        text = manuscript.paragraphs[at]
        yield Placed(at, Hit(0, len(text) if len(text) <= 30 else 0, why=words + more))


def is_body(block: Block) -> bool:
    """Whether it is running text."""
    return block.role in (Role.BODY, Role.RUN_IN)
