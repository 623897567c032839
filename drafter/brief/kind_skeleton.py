"""The brief skeleton that a kind of an office's own brings along (提纲.yaml in its folder)."""

from __future__ import annotations

from pathlib import Path

from drafter.brief.skeleton import yaml_scalar
from drafter.brief.source import read_text

__all__ = ["SKELETON", "TOPIC", "captured_brief"]

SKELETON = "提纲.yaml"
"""Its name."""

TOPIC = "【待补：主题】"
"""What stands in it wherever the topic is to be named."""


def captured_brief(folder: Path, topic: str = "") -> str:
    """The skeleton of the kind in this folder, "" where it brings none.

    Arguments:
        folder: the kind's own.
        topic: what to put in the place of ``TOPIC``; "" leaves it to be filled in.

    Raises:
        BriefError: it cannot be read.
    """
    path = folder / SKELETON
    if not path.is_file():
        return ""
    text = read_text(path, str(path))
    named = yaml_scalar(topic.strip())
    if not topic.strip():
        return text
    # A topic that YAML would misread is quoted where it stands alone; elsewhere it is among other words.
    whole = text.replace(f": {TOPIC}\n", f": {named}\n")
    return whole.replace(TOPIC, "".join(sign for sign in topic.strip() if sign not in ":#{}[],&*!|>'\"%@`"))
