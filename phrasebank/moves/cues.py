"""The groups of words that tell moves apart (cues.txt)."""

from __future__ import annotations

from pathlib import Path

from phrasebank.moves.letters import EDGE, spell

__all__ = ["CUES_FILE", "read_cues"]

CUES_FILE = Path(__file__).with_name("cues.txt")


def read_cues() -> dict[str, tuple[str, ...]]:
    """Read the groups: name and words, ^ and $ written as ``letters.EDGE``, each slot as one character."""
    groups: dict[str, tuple[str, ...]] = {}
    for line in CUES_FILE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, _, words = line.partition(": ")
        groups[name] = tuple(dict.fromkeys(spell(_edged(word)) for word in words.split()))
    return groups


def _edged(word: str) -> str:
    word = EDGE + word[1:] if word.startswith("^") else word
    return word[:-1] + EDGE if word.endswith("$") and len(word) > 1 else word
