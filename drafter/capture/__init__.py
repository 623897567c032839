"""Capture (学样): from sample speeches to a kind of one's own, none of their own facts in it."""

from drafter.capture.learn import Captured, capture
from drafter.capture.naming import check_name

__all__ = ["Captured", "capture", "check_name"]
