"""One rendering of one draft: what templates may ask for, and the memory of what was said."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from types import FrameType
from typing import TYPE_CHECKING

from drafter.brief import level_words
from drafter.brief.model import Brief, Fact
from drafter.compose.bindings import Bindings
from drafter.compose.kinds import Kind
from drafter.compose.manner import Manner
from drafter.compose.marks import Marks, Piece, plain
from drafter.compose.picker import Picker, jitter
from drafter.compose.plan import Plan
from drafter.compose.relevance import pairs_of
from drafter.compose.said import say_figure
from drafter.compose.shelf import NOTHING, About
from drafter.compose.statements import state_facts
from drafter.compose.telling import Cited
from phrasebank.bank import Bank
from phrasebank.model import Move, Unit

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["Composition", "missing_mark"]

#: Characters of a speech that was asked for without a length.
_USUAL = 3000
_FINAL = re.compile("(?:[。！？…][”’）》]*|：)$")
_HEADS = ("书记", "长", "主席", "主任", "经理", "总裁")
_VOCATIVES = ("同志们", "各位代表", "各位领导", "老师们", "同学们", "朋友们")


def missing_mark(what: str) -> str:
    """How a fact that the draft needs and the brief lacks is written (contract 5)."""
    return f"【待补：{what}】"


class Composition:
    """What a template speaks to. Every text it gives is marked with its origin.

    Arguments:
        brief: the brief, its strings rendered; ``said_in`` holds the facts its strings name.
        kind: its kind.
        plan: its parts and points.
        bank: where phrases come from.
        seed: decides between equals.
        said_in: text of a brief string → names of the facts it used.
        skeletons: makes of a point's paragraph that the bank's passages show, besides the kind's own.
        length: characters wanted, for what one sample may give.
        manner: the manner of samples that the user named, or None.
        of_draft: the seed that the user gave, of which ``seed`` is one candidate's.
    """

    def __init__(
        self,
        brief: Brief,
        kind: Kind,
        plan: Plan,
        bank: Bank,
        *,
        seed: int,
        said_in: dict[str, tuple[str, ...]],
        skeletons: tuple[tuple[str, ...], ...] = (),
        length: int | None = None,
        manner: Manner | None = None,
        of_draft: int | None = None,
    ) -> None:
        self.brief = brief
        self.kind = kind
        self.plan = plan
        self.seed = seed
        self.words = level_words(brief.place)
        self.marks = Marks()
        self.missing: list[str] = []
        self.skeletons = skeletons
        self._said_in = said_in
        self._stated: set[str] = set()
        self._cited = Cited(
            draw=partial(jitter, seed, "figures"), names_sources=kind.tone in ("command", "report")
        )
        self._picker = Picker(
            bank,
            seed=seed,
            kind=kind.filed,
            topic=brief.topic,
            level=brief.place.level,
            speaks_for=_speaks_for(brief.speaker.post),
            length=length or _USUAL,
            liked=manner.files if manner else frozenset(),
            taste=manner.taste if manner else None,
            orders=kind.tone not in ("report", "courtesy"),
            own=kind.own,
            maxims=kind.maxims,
            unsaid=kind.out_of_place(f"{brief.meeting}{brief.title}"),
            of_draft=of_draft,
            given=_words_of(brief),
        )
        for part in plan.parts:
            self._picker.hear(part.heading.text)

    @property
    def fits(self) -> list[float]:
        """How well each phrase said so far fits its place."""
        return self._picker.fits

    def say(
        self,
        move: Move | str,
        *,
        place: str,
        bindings: Bindings | None = None,
        about: About = NOTHING,
        units: Sequence[Unit] = (Unit.SENTENCE, Unit.FORMULA, Unit.PARALLEL),
        origin: str = "phrase",
        before_data: bool = False,
        fits: Callable[[str], bool] | None = None,
    ) -> str:
        """A sentence of the bank for this move, or "" where the bank has none that fits.

        Arguments:
            move: what it shall do.
            place: names the place in the speech, for the seed.
            bindings: words for slots besides those of the whole speech.
            about: what this place is about, for choosing.
            units: what may be picked.
            before_data: whether figures follow.
            fits: whether words may be said at this place.
            origin: "proposal" where the brief did not ask for what is said.
        """
        words = {**self.plan.bindings, **(bindings or {})}
        choice = self._picker.pick(
            Move(move),
            words,
            place=f"{place}/{Move(move).value}",
            about=about,
            units=units,
            before_data=before_data,
            fits=fits,
        )
        if choice is None:
            return ""
        return self.mark(end_sentence(self._in_person(choice.text)), origin, phrase=choice.phrase.id)

    def mark(self, text: str, origin: str, *, phrase: str = "", facts: tuple[str, ...] = ()) -> str:
        """Text with its origin, for printing in a template."""
        if not text:
            return ""
        said = facts or (self.facts_in(text) if origin == "brief" else ())
        return self.marks.wrap(Piece(text, origin, phrase, said, _template_line()))

    def told(self, text: str, facts: tuple[str, ...] = ()) -> str:
        """The brief's own words, remembered so that no phrase echoes them."""
        self._picker.hear(text)
        return self.mark(text, "brief", facts=facts)

    def need(self, value: str, what: str) -> str:
        """The brief's value, or 【待补：what】 where there is none."""
        if value:
            return self.mark(value, "brief")
        return self.lack(what)

    def lack(self, what: str) -> str:
        """【待补：what】, remembered as missing."""
        if what not in self.missing:
            self.missing.append(what)
        return self.mark(missing_mark(what), "template")

    def state(self, names: Sequence[str]) -> str:
        """Sentences that state these facts; one said before is not said again."""
        facts: list[Fact] = [
            self.brief.facts[name] for name in names if name in self.brief.facts and name not in self._stated
        ]
        self._stated.update(fact.name for fact in facts)
        place = self.brief.place
        said = state_facts(
            facts,
            whole=self.words.whole,
            places=(place.name, *place.subordinates),
            cited=self._cited,
            year=self.brief.date.year if self.brief.date else None,
        )
        return "".join(self.mark(statement.text, "data", facts=statement.facts) for statement in said)

    def choose_title(self) -> str:
        """A title for the occasion (场合式), or "" where the bank has none that fits.

        A brief that names its meeting gets a title with that name and nothing made up from the topic.
        """
        words = self.plan.bindings
        if "meeting" in words:
            words = {"meeting": words["meeting"]}
        choice = self._picker.pick(Move.OPENING_PURPOSE, words, units=(Unit.TITLE,), place="title")
        return self.mark(choice.text, "phrase", phrase=choice.phrase.id) if choice else ""

    def facts_in(self, text: str) -> tuple[str, ...]:
        """Names of the facts that a string of the brief inside this text used ({{ 关闭企业 }})."""
        used = (names for words, names in self._said_in.items() if words.rstrip("。；，") in text)
        return tuple(dict.fromkeys(name for names in used for name in names))

    def says(self, text: str, name: str) -> bool:
        """Whether a sentence made from the brief's words holds this fact's figure."""
        return say_figure(self.brief.facts[name]) in text

    def vocative(self) -> str:
        """How the speaker turns to the listeners in mid-speech: the salutation, cut to one form."""
        salutation = (self.brief.salutation or self.kind.salutation).rstrip("：，！")
        return salutation.split("，")[0].removeprefix("尊敬的")

    def _in_person(self, text: str) -> str:
        """The phrase's vocative made the speech's own: 同志们， in the bank, 各位代表， here."""
        for vocative in _VOCATIVES:
            if text.startswith(f"{vocative}，"):
                return f"{self.vocative()}，{text[len(vocative) + 1 :]}"
        return text


def _words_of(brief: Brief) -> frozenset[str]:
    """Pairs of characters of what the brief says: its topic, themes, measures and figures."""
    words = [brief.topic, brief.meeting, brief.title, *brief.facts]
    for part in brief.parts:
        words += [part.theme, part.heading]
        for point in part.points:
            words += [point.theme, point.heading, *point.measures, *point.duty]
    return pairs_of("，".join(words))


def _speaks_for(post: str) -> bool:
    """Whether somebody of this post speaks in the name of the leadership: its head, not a deputy."""
    titles = re.split("[、，和兼]", post)
    return any(title.endswith(_HEADS) and "副" not in title and "助理" not in title for title in titles)


def end_sentence(text: str) -> str:
    """The text with final punctuation."""
    bare = plain(text)
    return text if not bare or _FINAL.search(bare) else f"{text}。"


def _template_line() -> str:
    """``folder/file:line`` of the innermost template that is being rendered, or ""."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return f"{template.name}:{_line_of(template, frame.f_lineno)}"
        frame = frame.f_back
    return ""


@lru_cache(maxsize=4096)
def _line_of(template: Template, compiled: int) -> int:
    """The line of a template behind a line of its compiled code; jinja reads its whole table each time."""
    return template.get_corresponding_lineno(compiled)
