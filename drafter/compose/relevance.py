"""How much a phrase has to do with a place of the speech, told by the words they share.

No tokeniser is loaded to draft, so words are compared by their pairs of characters: two texts that
share 进山 and 路口 speak of one thing. Pairs that stand in texts on everything (工作, 责任, 落实) say
little; a table of them, counted over our own samples, weighs them down.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from phrasebank.model import Phrase

__all__ = ["WordIndex", "pairs_of", "weight_of"]

_TABLE = Path(__file__).with_name("data") / "common_pairs.tsv"
_SLOT = re.compile(r"\{[a-z_]+[0-9]*\}")
_RUN = re.compile(r"[一-鿿]+")
#: Characters of grammar, which make no word with their neighbours.
_GRAMMAR = re.compile(
    "[的了着过在和与及或把被将对从向为以于是也都就还又而但要能会可不没有之其这那个上下中里内外们"
    "各每一二三四五六七八九十两几多更最很再才只等]"
)


@cache
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text that can be words; slots and grammar left out.

    Arguments:
        text: words, with or without slots.
    """
    return frozenset(
        run[at : at + 2]
        for stretch in _RUN.findall(_SLOT.sub("，", text))
        for run in _GRAMMAR.split(stretch)
        for at in range(len(run) - 1)
    )


def weight_of(pair: str) -> float:
    """What it says that two texts share a pair: 1 for a rare one, near 0 for one that is everywhere."""
    return _weights().get(pair, 1.0)


@cache
def _weights() -> Mapping[str, float]:
    """Pair → weight, from the share of texts that hold it (inverse document frequency, Spärck Jones 1972)."""
    rows = [line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if line[:1] not in ("#", "")]
    (_, texts), *counted = rows
    whole = math.log(int(texts))
    return {pair: max(0.0, math.log(int(texts) / int(count)) / whole) for pair, count in counted}


class WordIndex:
    """Pairs → phrases that hold them, so that a place is compared only with phrases that share a word.

    Arguments:
        phrases: those of one move, in a fixed order.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._holding: dict[str, list[int]] = defaultdict(list)
        for number, phrase in enumerate(phrases):
            for pair in pairs_of(phrase.text):
                self._holding[pair].append(number)

    def shared(self, text: str, but_for: Iterable[str] = ()) -> dict[int, float]:
        """Number of a phrase → summed weight of the pairs it shares with the text.

        Arguments:
            text: what the place is about.
            but_for: pairs that do not count: the words of the speech's own topic are in every phrase on it.
        """
        found: dict[int, float] = defaultdict(float)
        passed = set(but_for)
        for pair in sorted(pairs_of(text)):
            weight = weight_of(pair)
            if pair in passed or not weight:
                continue
            for number in self._holding.get(pair, ()):
                found[number] += weight
        return found
