"""The move of every sentence of a speech (语步): what it does there."""

from phrasebank.moves.classifier import classify
from phrasebank.moves.situated import Judged, Situated

__all__ = ["Judged", "Situated", "classify"]
