"""Make one name of suspicious words and the masked words they touch."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phrasebank.masking.span import Span

__all__ = ["joined"]

_NAMES = frozenset(("elsewhere", "place", "body", "leadership", "superior"))


def joined(text: str, settled: Sequence[Span], suspects: Sequence[Span]) -> list[Span]:
    """Put suspicious words among the settled spans.

    Arguments:
        text: the speech.
        settled: sorted, not overlapping.
        suspects: the same, outside of the settled ones.

    Returns:
        all of them, sorted; a masked suspect that touches a masked name without a mark between is one with
        it: 澄川区委 and 督查室 are one body.
    """
    out: list[Span] = []
    for span in sorted((*settled, *suspects)):
        last = out[-1] if out else None
        if last is not None and last.end > span.start:
            if span.end <= last.end:
                continue
            span = span._replace(start=last.end)  # noqa: PLW2901
        if last is not None and last.end == span.start and _fit(last, span):
            out[-1] = Span(last.start, span.end, _slot(last, span), last.doubt or span.doubt)
        else:
            out.append(span)
        if span.slot in _WITH_WORKS and not out[-1].bare:
            works = _WORKS.match(text, span.end)
            if works is not None:
                out[-1] = out[-1]._replace(end=works.end())
    return out


_WITH_WORKS = frozenset(("elsewhere", "body"))
_WORKS = re.compile(
    "(?:污水处理厂|污水厂|化工园|[0-9]+千伏|国际|通用|数字孪生|引水|供水|输变电|扩建|改造|北延|南延|东延|西延|T[0-9]|机场"
    "|航道|水库|公路|铁路|高速|大堤){0,4}(?:工程|航站楼|(?<=[际用])机场|支行|分行|专用线)"
)
"""What is built, or housed, at a place and is called by it."""


def _fit(first: Span, second: Span) -> bool:
    if first.bare or second.bare:
        return False
    if first.slot == second.slot == "person":
        return False
    return first.slot in _NAMES and second.slot in _NAMES


def _slot(first: Span, second: Span) -> str:
    slots = {first.slot, second.slot}
    if slots <= {"elsewhere", "place"}:
        return "elsewhere"
    return "body"
