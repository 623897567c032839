"""The manner of a text in figures, and how far one text is from the manner of others."""

from drafter.style.features import features_of
from drafter.style.manner import Style, distance, style_of, taste

__all__ = ["Style", "distance", "features_of", "style_of", "taste"]
