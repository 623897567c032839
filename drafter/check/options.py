"""What a user wants checked: ``[check]`` of a project's ``drafter.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from drafter.check.finding import Finding, Severity
from drafter.check.registry import all_rules, rule_of, rules_of
from drafter.check.rule import Rule
from drafter.errors import CodedError, Problem
from phrasebank.bounded import read_toml
from phrasebank.os_reasons import os_reason

__all__ = ["FILE", "Exemption", "Options", "extended", "find_options", "options_from", "unknown_rule"]

FILE = "drafter.toml"
_KEYS = ("select", "ignore", "extend-select", "severity", "rules", "except")
_EXEMPTION_KEYS = ("code", "text", "file", "reason")


@dataclass(frozen=True, slots=True)
class Exemption:
    """Words that a rule shall not object to.

    Arguments:
        code: of a rule, the beginning of codes, or ALL.
        text: the words, or "" for any.
        file: a pattern for the document's name (*.docx), or "" for any.
        reason: why; for whoever reads the file.
    """

    code: str
    text: str = ""
    file: str = ""
    reason: str = ""

    def covers(self, finding: Finding, name: str) -> bool:
        """Whether a finding in a document of this name is exempt."""
        return (
            (self.code == "ALL" or finding.code.startswith(self.code))
            and (not self.text or self.text == finding.text)
            and (not self.file or fnmatch(Path(name).name, self.file))
        )


@dataclass(frozen=True)
class Options:
    """Which rules look, how they are set, what they pass over.

    Arguments:
        select, ignore: codes, beginnings of codes, or ALL; the longer of two that both fit decides.
        rules: settings by code.
        severity: severities of the user's own, by code.
        exemptions: what is passed over.
        folder: what relative paths in settings count from.
    """

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    exemptions: tuple[Exemption, ...] = ()
    folder: Path = Path()

    def chosen(self) -> tuple[Rule, ...]:
        """The rules that look."""
        return tuple(rule for rule in all_rules() if self._wanted(rule.code))

    def _wanted(self, code: str) -> bool:
        for_it = max((_weight(one) for one in self.select if _fits(one, code)), default=-1)
        against = max((_weight(one) for one in self.ignore if _fits(one, code)), default=-1)
        return for_it > against


def find_options(beside: Path) -> Path | None:
    """The ``drafter.toml`` in a folder or the nearest one above it, or None."""
    folder = beside.resolve()
    return next((one / FILE for one in (folder, *folder.parents) if (one / FILE).is_file()), None)


def options_from(path: Path) -> Options:
    """Read ``[check]`` of a file.

    Raises:
        CodedError: C001 it cannot be read; C002 no TOML; C003 a key is unknown; C004 a rule is unknown;
            C005 a value is of the wrong sort.
    """
    name = str(path)
    try:
        table = read_toml(path)
    except OSError as error:
        raise CodedError(Problem("C001", f"读不了：{os_reason(error)}", name)) from error
    except ValueError as error:
        raise CodedError(Problem("C002", "不是 TOML", name, mend=f"请看这里：{error}"[:80])) from error
    held = table.get("check", {})
    if not isinstance(held, dict):
        raise _wrong_sort("check", name)
    return _Reader(name).options(held, path.parent)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name

    def options(self, table: Mapping[str, Any], folder: Path) -> Options:
        self._known(table, _KEYS, "check")
        select = self._codes(table, "select") or ("ALL",)
        return Options(
            select=(*select, *self._codes(table, "extend-select")),
            ignore=self._codes(table, "ignore"),
            rules=self._settings(table.get("rules", {})),
            severity=self._severities(table.get("severity", {})),
            exemptions=self._exemptions(table.get("except", [])),
            folder=folder,
        )

    def _known(self, table: Mapping[str, Any], keys: Sequence[str], where: str) -> None:
        for key in table:
            if key not in keys:
                close = get_close_matches(key, keys, n=1)
                mend = f"是不是“{close[0]}”？" if close else f"可用：{'、'.join(keys)}"
                raise CodedError(Problem("C003", "没有这一项", self._name, key=f"{where}.{key}", mend=mend))

    def _codes(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise _wrong_sort(f"check.{key}", self._name)
        for one in value:
            self._code(one, f"check.{key}")
        return tuple(value)

    def _code(self, code: str, key: str) -> None:
        if not rules_of(code):
            raise unknown_rule(code, self._name, key)

    def _settings(self, table: Any) -> dict[str, Mapping[str, Any]]:
        if not isinstance(table, dict) or not all(isinstance(one, dict) for one in table.values()):
            raise _wrong_sort("check.rules", self._name)
        for code, own in table.items():
            rule = rule_of(code)
            if rule is None:
                raise unknown_rule(code, self._name, "check.rules")
            self._known(own, tuple(rule.settings), f"check.rules.{code}")
            for key, value in own.items():
                usual = rule.settings[key]
                if isinstance(value, bool) != isinstance(usual, bool) or not isinstance(value, type(usual)):
                    raise _wrong_sort(f"check.rules.{code}.{key}", self._name)
        return dict(table)

    def _severities(self, table: Any) -> dict[str, Severity]:
        if not isinstance(table, dict):
            raise _wrong_sort("check.severity", self._name)
        found: dict[str, Severity] = {}
        for code, value in table.items():
            self._code(code, "check.severity")
            try:
                severity = Severity(value)
            except ValueError as error:
                raise _wrong_sort(f"check.severity.{code}", self._name) from error
            found |= {rule.code: severity for rule in rules_of(code)}
        return found

    def _exemptions(self, value: Any) -> tuple[Exemption, ...]:
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise _wrong_sort("check.except", self._name)
        found = []
        for one in value:
            self._known(one, _EXEMPTION_KEYS, "check.except")
            if not all(isinstance(words, str) for words in one.values()):
                raise _wrong_sort("check.except", self._name)
            self._code(one.get("code", "ALL"), "check.except")
            found.append(Exemption(**{"code": "ALL", **one}))
        return tuple(found)


def unknown_rule(code: str, name: str = "", key: str = "") -> CodedError:
    """There is no such rule; says which is like it."""
    close = get_close_matches(code, [rule.code for rule in all_rules()], n=1, cutoff=0.5)
    mend = f"是不是“{close[0]}”？" if close else "规则见 drafter check --rules"
    return CodedError(Problem("C004", f"没有规则“{code}”", name, key=key, mend=mend))


def _wrong_sort(key: str, name: str) -> CodedError:
    return CodedError(Problem("C005", "写法不对", name, key=key, mend="写法见 docs/check.md"))


def _fits(selector: str, code: str) -> bool:
    return selector == "ALL" or code.startswith(selector)


def _weight(selector: str) -> int:
    return 0 if selector == "ALL" else len(selector)


def extended(options: Options, *, select: Iterable[str], ignore: Iterable[str]) -> Options:
    """Options with selectors of a command line, which come before those of the file."""
    chosen = tuple(select)
    for code in (*chosen, *ignore):
        if not rules_of(code):
            raise unknown_rule(code)
    return Options(
        chosen or options.select,
        (*options.ignore, *ignore) if not chosen else tuple(ignore),
        options.rules,
        options.severity,
        options.exemptions,
        options.folder,
    )
