"""What one speech is made of: headings, leads, sentences, passages and the rest, masked, with their places."""

from phrasebank.units.extraction import extract

__all__ = ["extract"]
