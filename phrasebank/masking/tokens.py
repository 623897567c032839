"""The words of a text with their places: where a name may begin is decided on them."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from phrasebank.tokeniser import REMEMBERED, tokeniser

__all__ = ["Tokens", "is_word"]


class Tokens:
    """A text cut into words.

    Arguments:
        text: the text.

    Attributes:
        words, tags, starts: of each token its characters, part of speech (ICTCLAS) and 0-based start.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = tokeniser().cut(text)
        self.starts: list[int] = list(accumulate(map(len, self.words), initial=0))
        self.tags: list[str] = self._tagged()

    def _tagged(self) -> list[str]:
        if len(_tags) > REMEMBERED:
            _tags.clear()
        try:
            return list(map(_tags.__getitem__, self.words))
        except KeyError:
            _tags.update(tokeniser().tag("\n".join(set(self.words).difference(_tags))))
            for number, word in enumerate(self.words):
                if word not in _tags:
                    self._learn(number)
            return list(map(_tags.__getitem__, self.words))

    def _learn(self, number: int) -> None:
        """Remember the tag of a word that is cut when it stands alone: it is asked for in its line."""
        word, start = self.words[number], self.starts[number]
        line = self.text[self.text.rfind("\n", 0, start) + 1 : self.text.find("\n", start) + 1 or None]
        for asked in (line, self.text):
            _tags.update(tokeniser().tag(asked))
            if word in _tags:
                return
        _tags[word] = "x"

    def at(self, position: int) -> int:
        """The number of the token that holds a character."""
        return bisect_right(self.starts, position) - 1


_tags: dict[str, str] = {}
"""The part of speech of each word met, which the tokeniser tells from the word alone."""


@lru_cache(maxsize=REMEMBERED)
def is_word(word: str) -> bool:
    """Whether the tokeniser's dictionary knows a word (common words, and names of note)."""
    return bool(tokeniser().has_word(word))
