"""Samples → the three files of a new kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.brief.kind_skeleton import SKELETON
from drafter.capture.blanking import Blanks
from drafter.capture.brief_file import brief_file
from drafter.capture.form import Form
from drafter.capture.kind_file import kind_file
from drafter.capture.merging import merge
from drafter.capture.naming import check_name
from drafter.capture.sample import read_sample
from drafter.capture.template_file import template_file
from drafter.compose.kinds import kind_names, load_kind
from drafter.errors import Problem, ReadError
from drafter.readers.gathering import Gathered, gather

__all__ = ["Captured", "capture"]

#: The kind that a sample is taken for which is like none.
_PLAINEST = "工作部署"


@dataclass(frozen=True, slots=True)
class Captured:
    """A new kind.

    Arguments:
        name: 文种.
        base: the kind that it is likest to.
        form: what the samples have in common.
        files: file name → text.
    """

    name: str
    base: str
    form: Form
    files: dict[str, str]


def _given(paths: Sequence[Path]) -> Iterator[Gathered]:
    for found in gather(paths, bytes):
        if isinstance(found, Problem):
            raise ReadError(found)
        yield found


def capture(paths: Sequence[Path], name: str) -> Captured:
    """Learn a kind from samples.

    Arguments:
        paths: speeches in any form that can be read, folders and zips of them; at least one.
        name: what the kind is to be called.

    Raises:
        KindError: T010, T011 the name will not do; T012 a sample is no speech.
        ReadError: a sample cannot be read.
    """
    check_name(name)
    samples = [read_sample(given) for given in _given(paths)]
    blanks = Blanks(pair for sample in samples for pair in zip(sample.texts, sample.spans, strict=True))
    forms = [sample.form for sample in samples]
    form = merge(forms)
    base = load_kind(form.kind if form.kind in kind_names() else _PLAINEST)
    files = {
        "speech.j2": template_file(form),
        "kind.toml": kind_file(form, base, blanks, forms),
        SKELETON: brief_file(name, form, blanks, base.tone),
    }
    return Captured(name, base.name, form, files)
