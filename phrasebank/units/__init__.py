"""What a speech is made of: headings, leads, sentences, passages and more, masked, with their places."""

from phrasebank.units.extraction import extract

__all__ = ["extract"]
