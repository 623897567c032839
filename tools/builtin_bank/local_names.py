"""Places and persons of the samples: made up, and so unknown to every table, and to no phrase allowed."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from phrasebank.labelled import read_labelled
from phrasebank.masking.divisions import divisions
from phrasebank.model import Phrase
from tools.builtin_bank.samples import LABELLED, ROOT, Sample

__all__ = ["local_names"]

_TYPES = frozenset({"PLACE", "PERSON"})
_DIVISION = re.compile(r"(?:省|市|县|区|镇|乡|街道|村|社区)$")
_SPEAKER = re.compile(r"^[^，。：]{2,30}[ 　]([一-鿿]{2,4})$", re.MULTILINE)
_FRONT = 200
"""Characters of a speech in which its speaker is named."""
_SHORTEST = 2
_BODY = re.compile(r"(?:司法局|集团|公司|中学|学校|医院)$")


def local_names(
    samples: Iterable[Sample], hand: Sequence[Phrase], folder: Path = ROOT / "samples"
) -> frozenset[str]:
    """List the names; what stands in a dictionary or in the hand-written bank (老街, 渡口) is none,
    unless it can only mean a real place.

    Arguments:
        samples: all of them.
        hand: the phrases written by hand.
        folder: where the labelled speeches lie, which mark their names.
    """
    names: set[str] = set()
    for sample in samples:
        if sample.place:
            names |= {sample.place, _DIVISION.sub("", _BODY.sub("", sample.place))}
        names.update(_SPEAKER.findall(sample.text[:_FRONT]))
    for path in sorted((folder / LABELLED).glob("*.txt")):
        for line in read_labelled(path).lines:
            for mark in line.specifics:
                if mark.type in _TYPES:
                    names.add(line.text[mark.start : mark.end])
    said = "\n".join(phrase.text for phrase in hand)
    ordinary = _dictionary().keys() - divisions().short
    return frozenset(
        name for name in names if len(name) >= _SHORTEST and name not in said and name not in ordinary
    )


def _dictionary() -> dict[str, int]:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    frequencies: dict[str, int] = jieba.dt.FREQ
    # Beginnings of words stand in it as well, with no frequency.
    return {word: count for word, count in frequencies.items() if count}
