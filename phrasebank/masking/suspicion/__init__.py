"""Suspicion (疑点): words that read like a local fact though no rule names them."""

from phrasebank.masking.suspicion.detect import find_suspects
from phrasebank.masking.suspicion.joining import joined

__all__ = ["find_suspects", "joined"]
