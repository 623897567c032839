"""A Word document that carries its recipe, opened for revising: what stands where, and writing it back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.errors import Problem, ReadError, WriteError
from drafter.revise.alignment import align
from drafter.revise.origins import lines_on
from drafter.revise.recipe import Recipe, read_recipe
from drafter.safezip import PackageError
from drafter.writers.docx_comments import comment_ids, replace_comments
from drafter.writers.docx_file import DocxFile
from drafter.writers.docx_paragraphs import paragraphs_with_text
from drafter.writers.docx_recipe import replace_recipe
from drafter.writers.docx_rewrite import Rewording, rewrite

__all__ = ["Manuscript", "open_manuscript", "revised"]

_RESAVE = "请用 Word 或 WPS 打开后另存为 .docx 再试"


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A draft as it stands now.

    Arguments:
        name: what to call it in messages.
        file: the document.
        part: name of the part that holds the recipe.
        recipe: how it was drafted.
        texts: its paragraphs that hold text, as Word shows them.
        drafted: index of a paragraph → index among ``recipe.paragraphs``.
    """

    name: str
    file: DocxFile
    part: str
    recipe: Recipe
    texts: tuple[str, ...]
    drafted: dict[int, int]

    def edited(self, number: int) -> bool:
        """Whether somebody has changed the words of a paragraph since it was drafted."""
        place = self.drafted.get(number)
        return place is None or self.recipe.paragraphs[place].text != self.texts[number].replace("\n", "")


def open_manuscript(data: bytes, name: str) -> Manuscript:
    """Open a draft.

    Arguments:
        data: the file's bytes.
        name: what to call it in messages.

    Raises:
        ReadError: R040 it carries no recipe; R041 its recipe cannot be used; R042 it cannot be opened.
    """
    try:
        file = DocxFile(data)
        texts = tuple(one.text for one in paragraphs_with_text(file.document))
    except PackageError as error:
        raise ReadError(Problem("R042", f"打不开：{error}", name, mend=_RESAVE)) from error
    part, recipe = read_recipe(file, name)
    return Manuscript(name, file, part, recipe, texts, align([one.text for one in recipe.paragraphs], texts))


def revised(manuscript: Manuscript, rewordings: Sequence[Rewording], recipe: Recipe) -> bytes:
    """The document with paragraphs reworded, its recipe and its comments of ours brought up to date.

    Arguments:
        manuscript: the draft; it is used up.
        rewordings: what changes in its text.
        recipe: how it is made now, paragraph by paragraph like before.

    Raises:
        WriteError: W022 the words cannot be changed.
    """
    file = manuscript.file
    try:
        document = rewrite(file.document, rewordings)
        file.change(file.main, document)
        replace_recipe(file, manuscript.part, recipe.as_text())
        lines: dict[int, tuple[str, ...]] = {}
        for number, paragraph in enumerate(paragraphs_with_text(document)):
            place = manuscript.drafted.get(number)
            if place is None:
                continue
            ids = comment_ids(document[paragraph.start : paragraph.end])
            lines.update(dict.fromkeys(ids, lines_on(recipe.paragraphs[place], recipe.brief)))
        replace_comments(file, lines)
        return file.save()
    except PackageError as error:
        raise WriteError(
            Problem("W022", f"改不了：{error}", manuscript.name, mend="请在 Word 里改这一处")
        ) from error
