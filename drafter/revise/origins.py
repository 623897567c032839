"""Where each paragraph of a draft comes from, in words for a comment in Word."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.brief.comparison import say_change
from drafter.brief.model import Brief, Fact
from drafter.brief.polarity import polarity
from drafter.compose.said import say_figure
from drafter.revise.alignment import align
from drafter.revise.recipe import Origin, Recipe
from drafter.writers.docx_comments import Comment, add_comments
from drafter.writers.docx_file import DocxFile
from drafter.writers.docx_paragraphs import paragraphs_with_text

__all__ = ["commented", "comments_on", "lines_on"]

#: What each origin is called, in the order in which they are told.
_NAMES = {
    "brief": "提纲",
    "data": "数据",
    "phrase": "语料库",
    "template": "文种固定用语",
    "proposal": "程序的建议，请核实取舍",
}
#: Digits of a phrase's id that are told: ``drafter bank show`` takes the first few.
_ID = 8
_MISSING = "【待补"


def commented(data: bytes, recipe: Recipe) -> bytes:
    """The document with a comment on every paragraph of the draft, dated like the speech.

    Arguments:
        data: a .docx.
        recipe: how it was made.

    Raises:
        WriteError: W020 it cannot be annotated.
    """
    present = [one.text for one in paragraphs_with_text(DocxFile(data).document)]
    comments = comments_on(recipe.paragraphs, recipe.brief, present)
    return add_comments(data, comments, recipe.brief.date)


def comments_on(paragraphs: Sequence[Origin], brief: Brief, present: Sequence[str]) -> list[Comment]:
    """A comment for every paragraph of the document.

    Arguments:
        paragraphs: what was drafted.
        brief: its brief.
        present: texts of the document's paragraphs that are not empty.
    """
    place = align([one.text for one in paragraphs], present)
    lines = ((number, lines_on(paragraphs[drafted], brief)) for number, drafted in sorted(place.items()))
    return [Comment(number, said) for number, said in lines if said]


def lines_on(paragraph: Origin, brief: Brief) -> tuple[str, ...]:
    """What a comment on a paragraph says: where its sentences come from, then a line for each fact.

    Arguments:
        paragraph: the paragraph.
        brief: the brief whose facts it states.
    """
    if not paragraph.said:
        return ()
    counts = {name: sum(said.origin == name for said in paragraph.said) for name in _NAMES}
    whole = sum(counts.values())
    parts = []
    for origin, count in counts.items():
        if not count:
            continue
        ids = [said.phrase[:_ID] for said in paragraph.said if said.origin == origin and said.phrase]
        named = f"（词条{'、'.join(dict.fromkeys(ids))}）" if ids else ""
        parts.append(f"{_NAMES[origin]}{f'{count}句' if whole > 1 else ''}{named}")
    facts = dict.fromkeys(name for said in paragraph.said for name in said.facts)
    lacking = ["待补：提纲里没有，请补上"] if _MISSING in paragraph.text else []
    told = [_figure(brief.facts[name]) for name in facts if name in brief.facts]
    return (f"来源：{'；'.join(parts)}", *told, *lacking)


def _figure(fact: Fact) -> str:
    """数据“事故起数”：38起，下降12.5%，2025年；市应急管理局；提纲.yaml:9."""
    change = (
        ""
        if fact.change is None
        else say_change(fact.change, fact.change_unit, polarity(fact.name), name=fact.name)
    )
    said = "，".join(part for part in (say_figure(fact), change, fact.period) if part)
    return "；".join(part for part in (f"数据“{fact.name}”：{said}", fact.source, fact.origin) if part)
