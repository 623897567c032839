"""Findings as a person, a program and an editor want to read them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from drafter.check.finding import Finding, Severity, plain_finding
from drafter.check.registry import FAMILIES, rule_of
from drafter.check.rule import Rule

__all__ = ["as_json", "as_sarif", "explained", "listed", "text_lines"]

_NAMES = {Severity.ERROR: "必错", Severity.WARNING: "疑似", Severity.INFO: "提示"}
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
#: Characters shown before and behind the words found.
_AROUND = 12
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def text_lines(name: str, paragraphs: Sequence[str], findings: Sequence[Finding]) -> Iterator[str]:
    """A line or two for each finding, and what they come to.

    Arguments:
        name: of the document.
        paragraphs: of the manuscript.
        findings: in order.
    """
    for finding in findings:
        mark = f" → {finding.suggestion or '（删去）'}" if finding.suggestion or finding.certain else ""
        fixable = " [可改]" if finding.certain else ""
        place = f"{name}:第{finding.paragraph + 1}段:{finding.start + 1}"
        yield f"{place}: {finding.code} {_NAMES[finding.severity]}{fixable} {finding.message}"
        yield f"    {_context(paragraphs[finding.paragraph], finding)}{mark}"
    counts = Counter(finding.severity for finding in findings)
    if not findings:
        yield f"{name}：没有发现问题"
        return
    said = "，".join(f"{_NAMES[level]}{counts[level]}处" for level in Severity if counts[level])
    certain = sum(finding.certain for finding in findings)
    yield f"{name}：{said}" + (f"；其中{certain}处可以用 --fix 改" if certain else "")


def _context(text: str, finding: Finding) -> str:
    start, end = finding.start, finding.end
    if start == end or end - start > 3 * _AROUND:
        shown = text[start : start + 3 * _AROUND] or text[-2 * _AROUND :]
        return shown.replace("\n", " ") + ("…" if len(text) > start + 3 * _AROUND else "")
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    dots = ("…" if start > _AROUND else ""), ("…" if len(text) > end + _AROUND else "")
    return f"{dots[0]}{before}【{finding.text}】{after}{dots[1]}".replace("\n", " ")


def as_json(documents: Mapping[str, Sequence[Finding]]) -> str:
    """The findings of each document as contract 5 has them."""
    held = [
        {"file": name, "findings": [plain_finding(finding) for finding in findings]}
        for name, findings in documents.items()
    ]
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def as_sarif(documents: Mapping[str, Sequence[Finding]], version: str) -> str:
    """The findings as SARIF 2.1.0 (OASIS): a paragraph is a line, a character a column.

    Arguments:
        documents: findings by file name.
        version: of the program.
    """
    codes = sorted({finding.code for findings in documents.values() for finding in findings})
    rules = [rule for code in codes if (rule := rule_of(code))]
    results = [
        _result(name, finding, codes.index(finding.code))
        for name, findings in documents.items()
        for finding in findings
    ]
    driver = {"name": "drafter", "version": version, "rules": [_described(rule) for rule in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    whole = {"$schema": _SARIF, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.about},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(name: str, finding: Finding, index: int) -> dict[str, Any]:
    line = finding.paragraph + 1
    region = {
        "startLine": line,
        "startColumn": finding.start + 1,
        "endLine": line,
        "endColumn": max(finding.end, finding.start) + 1,
    }
    place = {"artifactLocation": {"uri": PurePath(name).as_posix()}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
    if finding.certain:
        change = {
            "artifactLocation": place["artifactLocation"],
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": finding.suggestion}}],
        }
        result["fixes"] = [{"artifactChanges": [change]}]
    return result


def explained(rule: Rule) -> Iterator[str]:
    """A rule's page as plain text: what it says, by what, with what is wrong and right."""
    yield f"{rule.code} {rule.name}（{_NAMES[rule.severity]}，{FAMILIES[rule.code[0]]}）"
    yield f"依据：{rule.source}"
    yield rule.about
    for example in rule.examples:
        beside = f"（讲话日期 {example.date}）" if example.date else ""
        yield f"  错：{example.wrong.replace(chr(10), ' ⏎ ')}{beside}"
        if example.right:
            yield f"  对：{example.right.replace(chr(10), ' ⏎ ')}"
    for words in rule.fine[:3]:
        yield f"  不算：{words.replace(chr(10), ' ⏎ ')}"
    if rule.settings:
        yield "设置：" + "、".join(f"{key} = {value!r}" for key, value in rule.settings.items())
    yield "--fix 会改" if rule.certain else "只指出来，不改"


def listed(rules: Sequence[Rule]) -> Iterator[str]:
    """A line for each rule, by family."""
    family = ""
    for rule in rules:
        if rule.code[0] != family:
            family = rule.code[0]
            yield f"{family} {FAMILIES[family]}"
        yield f"  {rule.code} {_NAMES[rule.severity]} {'可改' if rule.certain else '　　'} {rule.name}"
