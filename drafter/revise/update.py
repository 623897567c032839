"""Carry changed figures through a draft (``drafter update``).

A sentence that stands as it was drafted is said anew from the new data. In one that somebody has
edited only the figure is changed, where there is no doubt which it is; what needs the writer's eye
is told. No other word is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.brief.model import Brief
from drafter.compose.draft import Draft
from drafter.revise.data_changes import DataChanges, FactChange, compare, sayings
from drafter.revise.manuscript import Manuscript, revised
from drafter.revise.recipe import Origin, said_in
from drafter.revise.resaying import Resaying, resay, with_resayings
from drafter.writers.docx_rewrite import Rewording

__all__ = ["Change", "Revision", "plan_update", "update"]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changes in the text.

    Arguments:
        paragraph: 0-based count of the paragraph in the document.
        old: the words that go.
        new: the words that come.
    """

    paragraph: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Revision:
    """What an update does and what it leaves to the writer.

    Arguments:
        data: what has changed in the data.
        changes: what changes in the text.
        doubts: Chinese lines about what the writer must look at.
        rewordings: the changes as edits.
        resayings: the same for the recipe.
        unsaid: names of new facts that no changed sentence says.
    """

    data: DataChanges
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    resayings: tuple[Resaying, ...] = ()
    unsaid: tuple[str, ...] = ()

    @property
    def due(self) -> bool:
        """Whether there is anything to do or to look at."""
        return bool(self.changes or self.doubts)


def plan_update(manuscript: Manuscript, brief: Brief, drafts: Iterable[Draft]) -> Revision:
    """Find out what changed data mean for a draft; nothing is changed yet.

    Arguments:
        manuscript: the draft as it stands.
        brief: the brief as it is now.
        drafts: drafts composed from it with the recipe; made only where facts have changed.
    """
    data = compare(manuscript.recipe.brief, brief)
    plan = _Plan(manuscript, {one.now.name: one for one in data.changed})
    resayings: list[Resaying] = []
    if data.changed:
        others = [said_in(draft) for draft in drafts]
        resayings = resay(manuscript.recipe.paragraphs, others, data)
        for resaying in resayings:
            plan.carry(resaying)
        plan.look_for_rests()
    said = with_resayings(manuscript.recipe.paragraphs, resayings)
    plan.tell_removed(data.removed, said)
    rewordings = sorted(plan.rewordings, key=lambda one: (one.paragraph, one.start))
    return Revision(
        data,
        tuple(
            Change(one.paragraph, manuscript.texts[one.paragraph][one.start : one.end], one.text)
            for one in rewordings
        ),
        tuple(dict.fromkeys(plan.doubts)),
        tuple(rewordings),
        tuple(resayings),
        tuple(name for name in data.added if not any(name in one.facts for one in said)),
    )


def update(manuscript: Manuscript, brief: Brief, revision: Revision) -> bytes:
    """The document with a revision made.

    Arguments:
        manuscript: the draft; it is used up.
        brief: the brief as it is now, which the document carries from now on.
        revision: what ``plan_update`` found.

    Raises:
        WriteError: W022 the words cannot be changed.
    """
    recipe = manuscript.recipe
    paragraphs = with_resayings(recipe.paragraphs, revision.resayings)
    return revised(manuscript, revision.rewordings, replace(recipe, brief=brief, paragraphs=paragraphs))


@dataclass(slots=True)
class _Plan:
    """What has been found so far.

    Arguments:
        manuscript: the draft.
        by_name: changed facts by name.
        rewordings: what changes.
        doubts: what the writer must look at.
        unsure: figures that stand at several places, which is told already.
    """

    manuscript: Manuscript
    by_name: dict[str, FactChange]
    rewordings: list[Rewording] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    unsure: set[str] = field(default_factory=set)

    def carry(self, resaying: Resaying) -> None:
        """One run of sentences: said anew where it stands as drafted, else its figures alone."""
        numbers = [
            number for number, at in self.manuscript.drafted.items() if at == resaying.paragraph
        ] or list(range(len(self.manuscript.texts)))
        if resaying.new and self._replace(numbers, resaying.old, resaying.new):
            return
        if resaying.old == resaying.new:
            return
        for name in sorted(resaying.facts & self.by_name.keys(), key=list(self.by_name).index):
            self._carry_figures(numbers, self.by_name[name])

    def _replace(self, numbers: Sequence[int], old: str, new: str) -> bool:
        """Put new words where the old stand, if that is at one place only."""
        found = list(self._found(numbers, re.escape(old)))
        if len(found) != 1:
            return False
        number, start = found[0]
        if old != new:
            self.rewordings.append(Rewording(number, start, start + len(old), new))
        return True

    def _found(self, numbers: Sequence[int], pattern: str) -> Iterator[tuple[int, int]]:
        """Where a pattern stands, outside what is changed already."""
        for number in numbers:
            for match in re.finditer(pattern, self.manuscript.texts[number]):
                taken = (one for one in self.rewordings if one.paragraph == number)
                if not any(one.start < match.end() and match.start() < one.end for one in taken):
                    yield number, match.start()

    def _carry_figures(self, numbers: Sequence[int], change: FactChange) -> None:
        """The figures of one fact in sentences that somebody has edited."""
        name, carried, unsure = change.now.name, [], False
        # The longest first: a figure with its remark holds the figure alone.
        for old, new in sorted(sayings(change).items(), key=lambda pair: -len(pair[0])):
            found = list(self._found(numbers, _as_figure(old)))
            if len(found) == 1:
                number, start = found[0]
                self.rewordings.append(Rewording(number, start, start + len(old), new))
                carried.append(number)
            elif len(found) > 1:
                unsure = True
                self.unsure.add(old)
                places = self._places(number for number, _ in found)
                self.doubts.append(f"{places}有几处“{old}”，不知道哪一处是“{name}”，请改成“{new}”")
        places = self._places(carried or numbers[:1] if len(numbers) == 1 else carried)
        if change.turned:
            self.doubts.append(f"{places}“{name}”升降变了，说升降的话请改：{change}")
        elif change.before.period != change.now.period:
            self.doubts.append(f"{places}“{name}”的时段变了，请核对：{change}")
        elif not carried and not unsure:
            self.doubts.append(f"{places}“{name}”的原话找不到了，请核对：{change}")

    def look_for_rests(self) -> None:
        """Old figures that still stand somewhere: in the brief's own words or in the writer's."""
        every = range(len(self.manuscript.texts))
        for change in self.by_name.values():
            old = f"{change.before.text}{change.before.unit}"
            same = old == f"{change.now.text}{change.now.unit}"
            if same or old in self.unsure or not _tells(old):
                continue
            numbers = dict.fromkeys(number for number, _ in self._found(every, _as_figure(old)))
            if numbers:
                self.doubts.append(
                    f"{self._places(numbers)}还有“{old}”，如果说的也是“{change.now.name}”，请改"
                )

    def tell_removed(self, removed: Iterable[str], said: Sequence[Origin]) -> None:
        """Facts that are gone from the data and still said."""
        for name in removed:
            drafted = self.manuscript.drafted.items()
            places = self._places(number for number, at in drafted if name in said[at].facts)
            if places:
                self.doubts.append(f"{places}还在用已经删去的数据“{name}”，请核对")

    @staticmethod
    def _places(numbers: Iterable[int]) -> str:
        """第3、5段."""
        named = "、".join(str(number + 1) for number in dict.fromkeys(numbers))
        return f"第{named}段" if named else ""


def _as_figure(words: str) -> str:
    """A pattern for a figure that is no part of a longer one: 8起 not in 38起."""
    return rf"(?<![\d.．])(?<!\d[,，]){re.escape(words)}(?!\d)"


def _tells(words: str) -> bool:
    """Whether a figure is long enough to be known by itself."""
    return len(words) > 1 and any(map(str.isdigit, words))
