"""The recipe of a draft: everything it was composed from, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from drafter.brief.model import Brief
from drafter.compose.draft import Draft
from drafter.errors import Problem, ReadError
from drafter.revise.brief_form import from_plain, plain_form
from drafter.safezip import PackageError
from drafter.writers.docx_file import DocxFile
from drafter.writers.docx_recipe import carried_recipe

__all__ = ["Origin", "Recipe", "Said", "read_recipe", "recipe_of", "said_in"]

_VERSION = 1
_NOBODY = "这个文件里没有起草记录，不知道它是怎么写出来的"
_MEND = "只有 drafter draft 写出的 .docx 带着记录（没有加 --no-recipe）；请用提纲重新起草"


@dataclass(frozen=True, slots=True)
class Said:
    """One traced sentence and where it stands.

    Arguments:
        start: offset of its first character in its paragraph.
        end: offset behind its last.
        origin: brief, data, phrase, template or proposal.
        phrase: id of the phrase, or "".
        facts: names of the facts it states.
        template: template file and line that asked for it, or "".
    """

    start: int
    end: int
    origin: str
    phrase: str = ""
    facts: tuple[str, ...] = ()
    template: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """One paragraph as it was drafted.

    Arguments:
        text: its words.
        said: its sentences in order.
    """

    text: str
    said: tuple[Said, ...] = ()

    @property
    def facts(self) -> frozenset[str]:
        """Names of the facts it states."""
        return frozenset(name for said in self.said for name in said.facts)

    def words(self, said: Said) -> str:
        """A sentence's words."""
        return self.text[said.start : said.end]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a draft was made.

    Arguments:
        brief: the brief with its data, as loaded.
        seed: the seed that decided its choices.
        length: characters asked for on the command line, or None.
        banks: banks as the user named them.
        builtin: whether the built-in bank lay underneath.
        like: samples that were followed, as the user named them.
        templates: folders of kinds that the user named.
        paragraphs: what was drafted.
    """

    brief: Brief
    seed: int
    length: int | None = None
    banks: tuple[str, ...] = ()
    builtin: bool = True
    like: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()
    paragraphs: tuple[Origin, ...] = ()

    def as_text(self) -> str:
        """JSON, compact: version, brief, settings, and each paragraph with its sentences."""
        value = {"version": _VERSION, **plain_form(replace(self, paragraphs=()))}
        value["paragraphs"] = [
            [one.text, [_plain(said) for said in one.said]] if one.said else [one.text]
            for one in self.paragraphs
        ]
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_text(cls, text: str) -> Recipe:
        """What ``as_text`` gave.

        Raises:
            ValueError: it is no recipe, or one of another version.
        """
        try:
            value = json.loads(text)
        except RecursionError as error:
            raise ValueError("nested too deeply") from error
        if not isinstance(value, dict) or value.pop("version", None) != _VERSION:
            raise ValueError("no recipe of this version")
        drafted = value.pop("paragraphs", None)
        if not isinstance(drafted, list):
            raise ValueError("no paragraphs")
        recipe = from_plain(cls, value)
        return replace(recipe, paragraphs=tuple(map(_origin, drafted)))


def _plain(said: Said) -> list[Any]:
    """Without the empty fields at its end."""
    whole: list[Any] = [said.start, said.end, said.origin, said.phrase, list(said.facts), said.template]
    while whole and whole[-1] in ("", []):
        whole.pop()
    return whole


def _origin(value: Any) -> Origin:
    if not isinstance(value, list) or not value or not isinstance(value[0], str) or len(value) > 2:
        raise ValueError("no paragraph")
    sentences = value[1] if len(value) == 2 else []
    if not isinstance(sentences, list):
        raise ValueError("no sentences")
    names = ("start", "end", "origin", "phrase", "facts", "template")
    read = []
    for one in sentences:
        if not isinstance(one, list):
            raise ValueError("no sentence")
        said = from_plain(Said, dict(zip(names, one, strict=False)))
        if not 0 <= said.start <= said.end <= len(value[0]):
            raise ValueError("a sentence outside its paragraph")
        read.append(said)
    return Origin(value[0], tuple(read))


def said_in(draft: Draft) -> tuple[Origin, ...]:
    """The paragraphs of a draft with their sentences at their places."""
    texts = draft.text.split("\n")
    sentences: list[list[Said]] = [[] for _ in texts]
    for traced in draft.trace.sentences:
        said = sentences[traced.paragraph]
        behind = said[-1].end if said else 0
        start = texts[traced.paragraph].find(traced.text, behind)
        if start >= 0:
            end = start + len(traced.text)
            said.append(Said(start, end, traced.origin, traced.phrase, traced.facts, traced.template))
    return tuple(Origin(text, tuple(said)) for text, said in zip(texts, sentences, strict=True))


def recipe_of(
    brief: Brief,
    draft: Draft,
    *,
    length: int | None = None,
    banks: Sequence[str] = (),
    builtin: bool = True,
    like: Sequence[str] = (),
    templates: Sequence[str] = (),
) -> Recipe:
    """The recipe of a draft that was just composed; arguments as of ``Recipe``."""
    return Recipe(
        brief=brief,
        seed=draft.trace.seed,
        length=length,
        banks=tuple(banks),
        builtin=builtin,
        like=tuple(like),
        templates=tuple(templates),
        paragraphs=said_in(draft),
    )


def read_recipe(file: DocxFile, name: str) -> tuple[str, Recipe]:
    """The part that holds a document's recipe, and the recipe.

    Arguments:
        file: the document.
        name: what to call it in messages.

    Raises:
        ReadError: R040 it has none; R041 what it has cannot be used.
    """
    try:
        found = carried_recipe(file)
    except PackageError as error:
        raise _unusable(str(error), name) from error
    if found is None:
        raise ReadError(Problem("R040", _NOBODY, name, mend=_MEND))
    try:
        return found[0], Recipe.of_text(found[1])
    except ValueError as error:
        raise _unusable("内容不对，可能是别的版本写的，或者被改动过", name) from error


def _unusable(reason: str, name: str) -> ReadError:
    return ReadError(Problem("R041", f"起草记录读不了：{reason}", name, mend=_MEND))
