"""Rules over a manuscript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.check.finding import Finding
from drafter.check.manuscript import Manuscript
from drafter.check.options import Options
from drafter.check.rule import Hit, Rule, Settings

__all__ = ["Checker", "mended", "without_overlaps"]

#: Paragraphs whose findings are remembered: twenty long speeches.
_REMEMBERED = 4096
#: Findings of one rule in one paragraph: a speech's longest has some 2,000 characters.
_MOST = 1000


class Checker:
    """Checks documents by the same rules; what it found in a paragraph it remembers.

    Checking a speech anew in which one paragraph was changed looks at that paragraph alone, and at
    what only the whole can tell.

    Arguments:
        options: which rules look, and how.
    """

    def __init__(self, options: Options | None = None) -> None:
        self._options = options or Options()
        chosen = self._options.chosen()
        self._alone = [rule for rule in chosen if rule.words is not None]
        self._whole = [rule for rule in chosen if rule.whole is not None]
        self._found: dict[str, tuple[tuple[Rule, Hit], ...]] = {}
        self._settings = {
            rule.code: Settings(
                {**rule.settings, "folder": self._options.folder}, self._options.rules.get(rule.code)
            )
            for rule in self._whole
        }

    def check(self, manuscript: Manuscript) -> list[Finding]:
        """Everything that is found, in the document's order.

        Arguments:
            manuscript: the document.

        Raises:
            CodedError: a table that the options name cannot be read.
        """
        findings = [*self._of_words(manuscript), *self._of_whole(manuscript)]
        kept = (
            finding
            for finding in findings
            if not any(one.covers(finding, manuscript.name) for one in self._options.exemptions)
        )
        return sorted(kept, key=lambda one: (one.paragraph, one.start, one.end, one.code))

    def _of_words(self, manuscript: Manuscript) -> Iterator[Finding]:
        for number, text in enumerate(manuscript.paragraphs):
            for rule, hit in self._hits(text):
                yield self._finding(rule, hit, number, text)

    def _hits(self, text: str) -> tuple[tuple[Rule, Hit], ...]:
        found = self._found.get(text)
        if found is None:
            found = tuple((rule, hit) for rule in self._alone for hit in _bounded(rule, text))
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[text] = found
        return found

    def _of_whole(self, manuscript: Manuscript) -> Iterator[Finding]:
        for rule in self._whole:
            assert rule.whole is not None
            for placed in rule.whole(manuscript, self._settings[rule.code]):
                text = manuscript.paragraphs[placed.paragraph]
                yield self._finding(rule, placed.hit, placed.paragraph, text)

    def _finding(self, rule: Rule, hit: Hit, paragraph: int, text: str) -> Finding:
        severity = self._options.severity.get(rule.code) or hit.severity or rule.severity
        words = text[hit.start : hit.end]
        certain = rule.certain if hit.certain is None else hit.certain
        return Finding(
            code=rule.code,
            severity=severity,
            message=hit.why or rule.why.format(text=words, right=hit.right or ""),
            paragraph=paragraph,
            start=hit.start,
            end=hit.end,
            text=words,
            suggestion=hit.right if hit.right is not None else "",
            source=rule.source,
            certain=certain and hit.right is not None,
        )


def _bounded(rule: Rule, text: str) -> Iterator[Hit]:
    """What a rule finds in a paragraph; of more than anybody reads, the last that is given says so."""
    hits = iter(rule.words(text) if rule.words else ())
    for number, hit in enumerate(hits, 1):
        if number == _MOST and next(hits, None) is not None:
            why = hit.why or rule.why.format(text=text[hit.start : hit.end], right=hit.right or "")
            yield replace(hit, why=f"{why}（这一段里同样的还有很多，没有一一列出）")
            return
        yield hit


def without_overlaps(findings: Iterable[Finding]) -> list[Finding]:
    """Certain suggestions that do not touch each other, the earlier first."""
    kept: list[Finding] = []
    for finding in findings:
        if not finding.certain:
            continue
        last = kept[-1] if kept else None
        if last and last.paragraph == finding.paragraph and finding.start < last.end:
            continue
        kept.append(finding)
    return kept


def mended(paragraphs: Iterable[str], findings: Iterable[Finding]) -> list[str]:
    """The paragraphs with the suggestions of some findings put in.

    Arguments:
        paragraphs: of the manuscript.
        findings: in order, not overlapping.
    """
    texts = list(paragraphs)
    for finding in reversed(list(findings)):
        text = texts[finding.paragraph]
        texts[finding.paragraph] = text[: finding.start] + finding.suggestion + text[finding.end :]
    return texts
