"""Several samples' forms → the one form that most of them have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import TypeVar

from drafter.capture.form import Form, PartForm

__all__ = ["merge"]

T = TypeVar("T", bound=Hashable)


def merge(forms: Sequence[Form]) -> Form:
    """The form common to several samples: what most of them have, part by part.

    Arguments:
        forms: at least one; of two that are equally frequent the earlier counts.
    """
    numbered = _most([form.numbered for form in forms])
    alike = [form for form in forms if form.numbered == numbered]
    count = _most([len(form.parts) for form in alike])
    alike = [form for form in alike if len(form.parts) == count]
    first = alike[0]

    def common(of: Callable[[Form], T]) -> T:
        return _most([of(form) for form in forms])

    opened = _most([len(form.opening) for form in alike])
    ended = _most([len(form.closing) for form in alike])
    agenda = common(lambda form: bool(form.agenda))
    return replace(
        first,
        kind=common(lambda form: form.kind),
        level=common(lambda form: form.level),
        dated=common(lambda form: form.dated),
        spoken=common(lambda form: form.spoken),
        addressed=common(lambda form: form.addressed),
        salutation=common(lambda form: form.salutation),
        greeting=common(lambda form: form.greeting),
        thanks=common(lambda form: form.thanks),
        agenda=_most([form.agenda for form in forms if form.agenda]) if agenda else 0,
        opening=next(form.opening for form in alike if len(form.opening) == opened),
        closing=next(form.closing for form in alike if len(form.closing) == ended),
        parts=tuple(_part([form.parts[place] for form in alike]) for place in range(count)),
        documents=max(form.documents for form in forms),
        bodies=any(form.bodies for form in forms),
    )


def _part(parts: Sequence[PartForm]) -> PartForm:
    """The part that has the numbering and the number of points that most have at this place."""
    family = _most([part.family for part in parts])
    alike = [part for part in parts if part.family == family]
    count = _most([len(part.points) for part in alike])
    chosen = next(part for part in alike if len(part.points) == count)
    return replace(chosen, role=_most([part.role for part in parts]))


def _most(values: Sequence[T]) -> T:
    """The most frequent value, of equals the one that comes first."""
    counts = Counter(values)
    return max(values, key=lambda value: counts[value])
