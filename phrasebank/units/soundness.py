"""Which sentences are worth a person's look: whole, undamaged, not all figures; and how good they are."""

from __future__ import annotations

import re
from typing import NamedTuple

from phrasebank.model import OUTLINE_BREAK
from phrasebank.units.manuscript import Kind, Line, Manuscript
from phrasebank.units.words import Words

__all__ = ["FEWEST", "LONGEST", "Judged", "clean", "fixed_length", "is_whole", "judge", "quality"]

FEWEST = 6
"""Fixed Han characters below which a sentence says nothing of its own."""
LONGEST = 120
"""Characters of a sentence, as in the gate (``phrasebank.check``)."""

_SLOT = re.compile(r"\{[a-z]+[0-9]*\}")
_LEAST_FIXED = 0.45  # less than this share of fixed characters, a slot counted as two, is a table in words
_MOST_SLOTS = 5
_MOST_FIGURES = 2
_SLOT_LENGTH = 2

# Page furniture, addresses, blanks to fill in, characters lost in conversion.
_DAMAGE = re.compile(
    r"[\ufffd\u200b-\u200f\ufeff\x00-\x1f_＿□■●◆▲★☆×＊*#|<>\\\[\]{}【】…～~=+]|\s|[A-Za-z]{9}|https?|www\.|\.(?:com|cn|gov)"
    r"|[Xx]{2}|某某|[?？]{2}|点击|扫码|责任编辑|上一篇|下一篇|版权|浏览量|下载|打印本页|转载|小编|范文网|附件[:：1-9]|（此处|[：，]是?指|即指"
)
_PAIRED = re.compile("[“”‘’（）《》]")
_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"))
_OPENS_BROKEN = re.compile(
    r"[，；：、。！？）”》’—·\-]|[的了等及之们着](?![一-鿿]?[路的])|其中|分别|包括|例如|比如|如图|见表|详见|注：|（注|以及|而|因此|所以|于是"
)
_ENDS_BROKEN = re.compile(
    r"(?:[的和与及或在从把被将对向为以了]|[，：、（“《—])$(?<!一分为)(?<!为了)(?<!有为)(?<!作为)"
)
# Sentences that hang on the one before: 这 alone points back (这些 这样), 后者, 上述.
_HANGS = re.compile(r"(?:其|后者|前者|上述|此举|对此|这[些样次项个种类](?:问题|情况|做法|项目|工程)?)")
_SHORT, _LONG = 15, 70
_ENOUGH_LISTED = 3
# Words that build a sentence: modals, correlatives, copulas, prepositions with a partner.
_BUILDING = re.compile(
    r"必须|不能|才能|只有|只要|不仅|不是|而是|既|越|无论|都|就|把|让|使|要|以|从|更|是|也|又"
)


class Judged(NamedTuple):
    """What the lines of a speech are worth, by their numbers.

    Arguments:
        whole: whether a line can stand by itself (``is_whole``); a heading never.
        values: ``quality`` of a whole line; 0 of others.
    """

    whole: tuple[bool, ...]
    values: tuple[float, ...]


def judge(script: Manuscript) -> Judged:
    """Judge every sentence and limb of a speech once: passages and sentences both ask."""
    lines, words = script.lines, script.words
    whole = tuple(line.kind in (Kind.SENTENCE, Kind.LIMB) and is_whole(line, words) for line in lines)
    values = tuple(quality(line, words) if fits else 0.0 for line, fits in zip(lines, whole, strict=True))
    return Judged(whole, values)


def fixed_length(line: Line) -> int:
    """Characters of a line outside its slots."""
    return len(_SLOT.sub("", line.text)) if line.slots else len(line.text)


def clean(text: str) -> bool:
    """Whether masked words are undamaged: printable, no page furniture, quotes and brackets in pairs."""
    bare = _SLOT.sub("", text) if "{" in text else text
    if _DAMAGE.search(bare) or OUTLINE_BREAK in bare:
        return False
    if _PAIRED.search(bare) is None:
        return True
    return all(bare.count(opener) == bare.count(closer) for opener, closer in _PAIRS)


def is_whole(line: Line, words: Words) -> bool:
    """Whether a line is a sentence that can stand by itself."""
    text = line.text
    if line.mark in "：，、" and line.mark:
        return False
    fixed = fixed_length(line)
    if fixed < FEWEST or len(text) > LONGEST or line.slots > _MOST_SLOTS or line.figures > _MOST_FIGURES:
        return False
    if line.slots and fixed < _LEAST_FIXED * (fixed + _SLOT_LENGTH * line.slots + fixed * line.figures):
        return False
    if words.predicates.isdisjoint(line.tokens) or _OPENS_BROKEN.match(text) or _ENDS_BROKEN.search(text):
        return False
    return clean(text)


def quality(line: Line, words: Words, fixed: int | None = None) -> float:
    """How good a line is by itself, 0 to 1.

    A third each for its length (15 to 70 fixed characters are best) and for how general it is (few
    slots, fewer figures, no place, no list); the rest for words that build a sentence rather than
    name things (要 才能 把…作为), and for standing by itself. A doubt takes a third away.

    Arguments:
        line: the line.
        words: of its speech.
        fixed: characters to judge its length by, where not its own.
    """
    fixed = fixed_length(line) if fixed is None else fixed
    if fixed < _SHORT:
        length = fixed / _SHORT
    elif fixed > _LONG:
        length = max(0.0, 1 - (fixed - _LONG) / _LONG)
    else:
        length = 1.0
    text = line.text
    listed = max(text.count("、") - _ENOUGH_LISTED, 0)
    general = 1 - 0.15 * line.slots - 0.2 * line.figures - 0.08 * listed
    if not words.places.isdisjoint(line.tokens):
        general -= 0.4
    built = (0.4, 0.7, 1.0)[min(len(set(_BUILDING.findall(text))), 2)]
    alone = 0.0 if _HANGS.match(text) else 1.0
    value = 0.35 * length + 0.35 * max(general, 0.0) + 0.2 * built + 0.1 * alone
    return round(value * (2 / 3 if line.doubts else 1), 3)
