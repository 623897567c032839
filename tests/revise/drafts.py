"""A draft in Word to be revised, and what one does to it."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import docx

from drafter.brief import Brief, load_brief
from drafter.compose import compose_draft
from drafter.compose.draft import Draft
from drafter.revise.manuscript import Manuscript, open_manuscript
from drafter.revise.recipe import Recipe, recipe_of
from drafter.writers import write_docx
from drafter.writers.docx_recipe import carry_recipe
from phrasebank.banks import load_banks

BRIEF = Path(__file__).parents[2] / "samples" / "briefs" / "安全生产专题培训.yaml"


@cache
def brief() -> Brief:
    return load_brief(BRIEF)


@cache
def draft(seed: int = 1) -> Draft:
    return compose_draft(brief(), load_banks([]), seed=seed, candidates=3)


@cache
def recipe() -> Recipe:
    return recipe_of(brief(), draft())


@cache
def document() -> bytes:
    return carry_recipe(write_docx(draft().speech), recipe().as_text())


def opened(data: bytes | None = None) -> Manuscript:
    return open_manuscript(data or document(), "讲稿.docx")


def texts(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs if p.text]


def edited(data: bytes, old: str, new: str) -> bytes:
    """The document with words replaced as somebody would in Word."""
    opened = docx.Document(io.BytesIO(data))
    for paragraph in opened.paragraphs:
        for run in paragraph.runs:
            if old in run.text:
                run.text = run.text.replace(old, new)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
