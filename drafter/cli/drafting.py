"""One brief to one file: what ``drafter draft`` does for a single draft and for each of many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.kind_folders import kind_folders
from drafter.cli.proofreading import proofread, told_of
from drafter.cli.writing import Layout, write_as

if TYPE_CHECKING:
    from drafter.brief import Brief
    from drafter.compose.draft import Draft
    from drafter.like import Liked
    from phrasebank.bank import MemoryBank

__all__ = ["Made", "Settings", "learn_manner", "make_draft", "remarks"]

#: A length within a tenth of what was asked for needs no remark.
_TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class Settings:
    """How drafts are made, the same for every brief of a run; can be sent to another process.

    Arguments:
        to: extension of the format.
        seed: decides every choice.
        length: characters wanted; None follows the brief.
        banks: banks as the user named them.
        builtin: whether the built-in bank lies underneath.
        like: samples to follow; () follows the brief's own.
        layout: profile of the Word layout.
        reference: the office's own .docx, or None.
        templates: folders of kinds that the user named.
        comments: whether comments say where each paragraph comes from (docx).
        recipe: whether the document carries how it was made (docx).
    """

    to: str
    seed: int
    length: int | None
    banks: tuple[str, ...]
    builtin: bool
    like: tuple[Path, ...]
    layout: Layout
    reference: Path | None
    templates: tuple[Path, ...] = ()
    comments: bool = False
    recipe: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A draft that is made and not yet written.

    Arguments:
        data: the document's bytes.
        trace: the trace's bytes.
        notices: what its writer had to drop.
        draft: the draft itself.
        found: what the checker has to say of it.
    """

    data: bytes
    trace: bytes
    notices: tuple[str, ...]
    draft: Draft
    found: tuple[str, ...] = ()

    @property
    def phrases(self) -> list[str]:
        """Ids of the phrases taken."""
        return [sentence.phrase for sentence in self.draft.trace.sentences if sentence.phrase]


def make_draft(brief: Path, settings: Settings) -> Made:
    """Read a brief, compose its draft and set it.

    Raises:
        CodedError: the brief, a bank, a sample or the reference document cannot be used.
    """
    from drafter.brief import load_brief
    from drafter.compose import compose_draft, folder_of, kind_names

    folders = kind_folders(settings.templates, brief)
    loaded = load_brief(brief, known_kinds=kind_names(folders))
    liked = learn_manner(settings.like, loaded)
    compose = partial(
        compose_draft,
        loaded,
        seed=settings.seed,
        length=settings.length,
        templates=folder_of(loaded.kind, folders),
        manner=liked.manner if liked else None,
    )
    draft, findings = proofread(compose, bank_of(settings.banks, settings.builtin, liked), loaded)
    written = write_as(draft.speech, settings.to, settings.layout, settings.reference, loaded.date)
    data = _remembering(written.data, loaded, draft, settings) if settings.to == "docx" else written.data
    told = json.dumps(draft.trace.as_json(), ensure_ascii=False, indent=1) + "\n"
    return Made(data, told.encode(), tuple(map(str, written.notices)), draft, tuple(told_of(findings)))


def _remembering(data: bytes, brief: Brief, draft: Draft, settings: Settings) -> bytes:
    """The Word document with the comments that were asked for and the recipe."""
    from drafter.revise.recipe import recipe_of

    recipe = recipe_of(
        brief,
        draft,
        length=settings.length,
        banks=settings.banks,
        builtin=settings.builtin,
        like=[str(path) for path in settings.like],
        templates=[str(path) for path in settings.templates],
    )
    if settings.comments:
        from drafter.revise.origins import commented

        data = commented(data, recipe)
    if settings.recipe:
        from drafter.writers.docx_recipe import carry_recipe

        data = carry_recipe(data, recipe.as_text())
    return data


def learn_manner(samples: tuple[Path, ...], brief: Brief) -> Liked | None:
    """The samples to follow: those on the command line, else the brief's own, beside the brief."""
    from drafter.brief.named_files import beside

    named = samples or tuple(
        beside(Path(brief.file).parent, name) for name in [brief.style.get("仿", "")] if name
    )
    if not named:
        return None
    from drafter.like import learn

    return learn(named)


def bank_of(banks: tuple[str, ...], builtin: bool, liked: Liked | None) -> MemoryBank:
    """The banks as one, the phrases of samples before all."""
    if liked is None:
        return _bank(banks, builtin)
    from phrasebank.banks import load_banks

    return load_banks(banks, builtin=builtin, first=liked.phrases)


@lru_cache(maxsize=1)
def _bank(banks: tuple[str, ...], builtin: bool) -> MemoryBank:
    """Loading a bank takes longer than a draft, and many drafts of a run share one."""
    from phrasebank.banks import load_banks

    return load_banks(banks, builtin=builtin)


def remarks(draft: Draft) -> Iterator[str]:
    """What the writer must know before handing it up: length, what is missing, what went unused."""
    asked = f"，目标{draft.target}字" if draft.target else ""
    yield f"全文约{draft.length}字{asked}，{len(draft.speech.sections)}个部分。"
    if draft.target and draft.length < draft.target * (1 - _TOLERANCE):
        yield "提纲里的实料只够写到这个长度，再长就是空话：请补充要点、措施、数据或原文。"
    if draft.target and draft.length > draft.target * (1 + _TOLERANCE):
        yield "提纲里的内容写下来就有这么长：请删减要点或措施，或者调高字数。"
    if draft.trace.missing:
        yield f"待补{len(draft.trace.missing)}处：{'；'.join(draft.trace.missing)}"
    if draft.trace.unused:
        yield f"提纲里没有用上的：{'、'.join(draft.trace.unused)}"
    proposed = [sentence for sentence in draft.trace.sentences if sentence.origin == "proposal"]
    if any(not sentence.phrase for sentence in proposed):
        yield "提纲没有写部分和要点，各级标题是程序按文种拟的，请改成自己的。"
    proposals = [sentence.text for sentence in proposed if sentence.phrase]
    if proposals:
        yield f"以下{len(proposals)}句是程序的建议，提纲里没有，请核实取舍："
        yield from (f"  · {text}" for text in proposals)
