"""Every rule by its own examples: what it finds, what it makes of it, what it leaves alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.check import (
    FAMILIES,
    Checker,
    Example,
    Finding,
    Manuscript,
    Options,
    Rule,
    all_rules,
    manuscript_of,
    mended,
)

RULES = all_rules()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
FINE = [(rule, words) for rule in RULES for words in rule.fine]


def laid(example: Example, folder: Path) -> Manuscript:
    brief = None
    if example.brief:
        path = folder / "提纲.yaml"
        path.write_text(example.brief, "utf-8")
        brief = load_brief(path)
    return manuscript_of(
        example.wrong.split("\n"),
        "讲稿.txt",
        brief=brief,
        date=dt.date.fromisoformat(example.date) if example.date else None,
        source=example.against.split("\n") if example.against else (),
    )


def found_by(rule: Rule, manuscript: Manuscript) -> list[Finding]:
    return Checker(Options(select=(rule.code,))).check(manuscript)


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{r.code}-{e.wrong[-12:]}" for r, e in EXAMPLES]
)
def test_what_is_wrong_is_found_and_mended(rule: Rule, example: Example, tmp_path: Path) -> None:
    manuscript = laid(example, tmp_path)
    findings = found_by(rule, manuscript)
    assert findings
    assert {finding.code for finding in findings} == {rule.code}
    for finding in findings:
        paragraph = manuscript.paragraphs[finding.paragraph]
        assert paragraph[finding.start : finding.end] == finding.text
        assert finding.message
        assert "\n" not in finding.message
    if example.right:
        suggested = [finding for finding in findings if finding.suggestion or finding.certain]
        assert "\n".join(mended(manuscript.paragraphs, suggested)) == example.right
    else:
        assert not any(finding.certain for finding in findings)


@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule, example in EXAMPLES if example.right and rule.certain],
    ids=[f"{r.code}-{e.wrong[-12:]}" for r, e in EXAMPLES if e.right and r.certain],
)
def test_what_was_mended_is_not_found_again(rule: Rule, example: Example, tmp_path: Path) -> None:
    again = laid(Example(example.right, brief=example.brief, date=example.date), tmp_path)
    assert found_by(rule, again) == []


@pytest.mark.parametrize(("rule", "words"), FINE, ids=[f"{r.code}-{w[-12:]}" for r, w in FINE])
def test_what_is_right_is_left_alone(rule: Rule, words: str) -> None:
    assert found_by(rule, manuscript_of(words.split("\n"), "讲稿.txt")) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_every_rule_says_what_it_is(rule: Rule) -> None:
    assert rule.code[0] in FAMILIES
    assert len(rule.code) == 4
    assert rule.name
    assert rule.source
    assert rule.about
    assert (rule.words is None) != (rule.whole is None)
    if rule.code not in ("W005", "G005") and not rule.code.startswith("D"):
        assert rule.examples
        assert rule.fine


def test_codes_are_nobody_elses() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
