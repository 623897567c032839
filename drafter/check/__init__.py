"""The checker: what would embarrass the leader, found first."""

from drafter.check.checker import Checker, mended, without_overlaps
from drafter.check.finding import Finding, Severity, plain_finding
from drafter.check.manuscript import Manuscript, manuscript_of
from drafter.check.options import FILE, Exemption, Options, extended, find_options, options_from, unknown_rule
from drafter.check.registry import FAMILIES, all_rules, rule_of, rules_of
from drafter.check.rule import Example, Rule

__all__ = [
    "FAMILIES",
    "FILE",
    "Checker",
    "Example",
    "Exemption",
    "Finding",
    "Manuscript",
    "Options",
    "Rule",
    "Severity",
    "all_rules",
    "extended",
    "find_options",
    "manuscript_of",
    "mended",
    "options_from",
    "plain_finding",
    "rule_of",
    "rules_of",
    "unknown_rule",
    "without_overlaps",
]
