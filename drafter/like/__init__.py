"""Samples whose manner a draft shall follow (--like): what is learnt of them, and their phrases."""

from drafter.like.learn import Liked, learn

__all__ = ["Liked", "learn"]
