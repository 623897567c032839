"""What counting needs of a speech: its sentences as tokens, each with its place and its move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["END", "clauses_of"]

END = "\n"
"""Stands behind each sentence among the tokens; no token is white space."""


def clauses_of(sentences: Iterable[tuple[int, int, int, str, Sequence[str]]]) -> str:
    """Write the sentences of a speech for ``Mined.clauses``.

    Arguments:
        sentences: of each its 0-based paragraph, its start and end in the printed paragraph, its move,
            and its tokens, punctuation among them.

    Returns:
        on the first line paragraph, start, end and move of each; then all tokens, a line break as a
        token behind each sentence; everything separated by a space. "" of no sentences.
    """
    places: list[str] = []
    words: list[str] = []
    for paragraph, start, end, move, tokens in sentences:
        places.append(f"{paragraph} {start} {end} {move}")
        words += tokens
        words.append(END)
    return f"{' '.join(places)}\n{' '.join(words)}" if places else ""
