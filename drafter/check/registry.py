"""All rules, one file each in ``rules/``; a new file is a new rule."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from drafter.check import rules
from drafter.check.rule import Rule

__all__ = ["FAMILIES", "all_rules", "rule_of", "rules_of"]

FAMILIES = {
    "P": "标点",
    "N": "数字",
    "S": "结构",
    "F": "数据",
    "G": "地名人名",
    "L": "机构和法律",
    "W": "字词",
    "Q": "引语",
    "R": "念稿",
    "A": "对照原稿",
    "D": "版式",
}
"""Letter of a family → what it is about."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(found.name for found in pkgutil.iter_modules(rules.__path__))
    modules = [import_module(f"{rules.__name__}.{name}") for name in names]
    return tuple(sorted((module.RULE for module in modules), key=lambda rule: rule.code))


def rule_of(code: str) -> Rule | None:
    """The rule of a code, or None."""
    return next((rule for rule in all_rules() if rule.code == code), None)


def rules_of(words: str) -> tuple[Rule, ...]:
    """The rules that a selector names: a code, a family's letter, the beginning of codes, or ALL."""
    if words == "ALL":
        return all_rules()
    return tuple(rule for rule in all_rules() if rule.code.startswith(words))
