"""A report and a trial of telling apart as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from drafter.measure.norms import FIGURES, Norm
from drafter.measure.report import Report
from drafter.measure.telling import Telling

__all__ = ["report_json", "telling_json"]

_DIGITS = 4
_MOST_SHARES = 10


def report_json(report: Report, norms: Mapping[str, Norm]) -> dict[str, Any]:
    """A report, ready for ``json.dumps``.

    Arguments:
        report: what was measured.
        norms: where the samples lie, by key; empty without samples.
    """
    copied = report.copied
    return {
        "name": report.written.name,
        "figures": {
            figure.key: {
                "label": figure.label,
                "value": None if (value := figure.value(report)) is None else round(value, _DIGITS),
                "samples": _norm(norms.get(figure.key)),
            }
            for figure in FIGURES
        },
        "asked": report.asked,
        "facts": [
            {"kind": said.kind, "name": said.name, "found": said.found, "paragraph": said.paragraph}
            for said in report.said
        ],
        "invented": None
        if report.invented is None
        else [
            {"kind": one.kind, "text": one.text, "paragraph": one.paragraph, "context": one.context}
            for one in report.invented
        ],
        "lacks": [
            {"what": lack.what, "message": lack.message, "paragraph": lack.paragraph} for lack in report.lacks
        ],
        "repeated_sentences": list(report.repetition.sentences),
        "echoes": list(report.repetition.echoes),
        "copied": None
        if copied is None
        else {
            "shares": [
                {"sample": name, "share": round(share, _DIGITS)}
                for name, share in copied.shares[:_MOST_SHARES]
            ],
            "longest": copied.longest,
            "source": copied.source,
        },
    }


def telling_json(telling: Telling) -> dict[str, Any]:
    """A trial of telling apart, ready for ``json.dumps``."""
    form = asdict(telling)
    for side in ("more", "less"):
        form[side] = [
            {key: round(value, _DIGITS) if isinstance(value, float) else value for key, value in one.items()}
            for one in form[side]
        ]
    return {**form, "accuracy": round(telling.accuracy, _DIGITS), "auc": round(telling.auc, _DIGITS)}


def _norm(norm: Norm | None) -> dict[str, float] | None:
    if norm is None:
        return None
    return {
        "p10": round(norm.low, _DIGITS),
        "median": round(norm.middle, _DIGITS),
        "p90": round(norm.high, _DIGITS),
    }
