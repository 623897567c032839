"""What a template sees: the brief, the plan, and functions that give marked text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.brief.dates import say_date
from drafter.brief.filters import counted
from drafter.brief.numerals import to_chinese
from drafter.compose.agenda import announced_items
from drafter.compose.bindings import bind_themes
from drafter.compose.composition import Composition, end_sentence
from drafter.compose.picker import About
from drafter.compose.plan import PlannedPart, PlannedPoint
from drafter.compose.points import PointWriter, wish_of
from phrasebank.model import Move, Unit

__all__ = ["Script", "introduction_of"]

#: What may be said besides where the length asked for leaves room, in this order.
_MORE_OPENING = (Move.OPENING_BACKGROUND, Move.BODY_SIGNIFICANCE, Move.BODY_SITUATION)
_MORE_INTRODUCTION = (Move.BODY_SIGNIFICANCE, Move.BODY_SITUATION)
_MORE_CLOSING = (Move.CLOSING_HOPE, Move.CLOSING_VISION)
#: Guests are not told what is expected of them, nor is a superior.
_NO_HOPES = ("report", "courtesy")


def introduction_of(part: PlannedPart) -> str:
    """The name of the place below a part's heading, for the room that it has."""
    return f"{part.place}/introduction"


class Script:
    """The functions of one rendering.

    Arguments:
        composition: the rendering's memory.
        room: argued sentences to add to each place, see PointWriter; "opening", "closing" and the
            introductions of the parts are places too.
    """

    def __init__(self, composition: Composition, room: dict[str, int]) -> None:
        self._composition = composition
        self._room = room
        self._points = PointWriter(composition, room)
        self._count = 0

    def context(self) -> dict[str, Any]:
        """Names and functions for the template."""
        composition = self._composition
        return {
            "brief": composition.brief,
            "kind": composition.kind,
            "plan": composition.plan,
            "level": composition.words,
            "say": self.say,
            "state": self.state,
            "told": composition.told,
            "need": composition.need,
            "lack": composition.lack,
            "words": self.words,
            "title": self.title,
            "date_line": self.date_line,
            "speaker_line": self.speaker_line,
            "attending": self.attending,
            "agenda": self.agenda,
            "item": self.item,
            "salutation": self.salutation,
            "heading": self.heading,
            "lead": self.lead,
            "first_words": self.first_words,
            "point": self._points.write,
            "introduction": self.introduction,
            "opening": self.opening,
            "closing": self.closing,
        }

    def words(self, text: str) -> str:
        """The template's own words."""
        return self._composition.mark(text, "template")

    def say(self, move: str, *, about: str = "", required: bool = False) -> str:
        """A sentence for a move; 【待补】 when ``required`` and the bank has none."""
        self._count += 1
        said = self._composition.say(move, place=f"say{self._count}", about=About(about))
        return said or (self._composition.lack(move) if required else "")

    def state(self, names: Sequence[str]) -> str:
        """Sentences that state facts."""
        return self._composition.state(names)

    def title(self) -> str:
        """The brief's title, or one derived from the occasion."""
        composition = self._composition
        brief = composition.brief
        if brief.title:
            return composition.told(brief.title)
        choice = composition.choose_title()
        return choice or composition.lack("标题")

    def date_line(self) -> str:
        """（2026年3月18日）."""
        composition = self._composition
        date = composition.brief.date
        return (
            composition.mark(f"（{say_date(date)}）", "brief")
            if date
            else f"（{composition.lack('讲话日期')}）"
        )

    def speaker_line(self) -> str:
        """职务 姓名."""
        composition = self._composition
        speaker = composition.brief.speaker
        line = " ".join(part for part in (speaker.post, speaker.name) if part)
        return composition.need(line, "讲话人职务和姓名")

    def salutation(self) -> str:
        """The form of address with its colon."""
        composition = self._composition
        given = composition.brief.salutation.rstrip("：:")
        if given:
            return composition.mark(f"{given}：", "brief")
        return composition.mark(f"{composition.kind.salutation}：", "template")

    def attending(self) -> str:
        """出席今天会议的有：…，…。 Nothing where the brief does not say who is there."""
        named = self._composition.brief.attending
        if not named:
            return ""
        return self._composition.told(
            f"出席今天会议的有：{'，'.join(name.rstrip('。；，') for name in named)}。"
        )

    def agenda(self) -> str:
        """今天的会议有三项议程：一是…；二是…；三是…。 Nothing where the brief has no agenda."""
        items = self._composition.brief.agenda
        if len(items) < 2:
            return ""
        named = "；".join(
            f"{to_chinese(number)}是{words}" for number, words in enumerate(announced_items(items), 1)
        )
        return self._composition.told(f"今天的会议有{counted(len(items), '项')}议程：{named}。")

    def item(self, number: int) -> str:
        """How the chair hands over to the agenda's item of this 1-based number."""
        items = self._composition.brief.agenda
        item = items[number - 1]
        ask = f"请{item.who}{item.item}" if item.who else item.item
        if len(items) == 1:
            return self._composition.told(f"现在开会，{ask}。")
        words = "现在进行" if number == 1 else "最后进行" if number == len(items) else "下面进行"
        return self._composition.told(f"{words}第{to_chinese(number)}项议程：{ask}。")

    def heading(self, part: PlannedPart) -> str:
        """A part's heading without its marker."""
        origin = "proposal" if part.proposed else "phrase" if part.heading.phrase else "brief"
        return self._composition.mark(part.heading.text, origin, phrase=part.heading.phrase)

    def lead(self, planned: PlannedPoint) -> str:
        """A point's lead sentence without its marker; closed by 。 unless it has a line of its own."""
        lead = planned.lead
        origin = "proposal" if planned.proposed else "phrase" if lead.phrase else "brief"
        text = lead.text if planned.own_line else end_sentence(lead.text)
        return self._composition.mark(text, origin, phrase=lead.phrase)

    def first_words(self, planned: PlannedPoint) -> str:
        """The writer's own first sentence of a paragraph that has no number; nothing is made up for it.

        A point of which the brief has nothing but its theme is a wish, or it would not be heard of at all.
        """
        point = planned.point
        if point.heading:
            return self._composition.told(end_sentence(point.heading))
        wish = wish_of(planned)
        return self._composition.told(end_sentence(wish)) if wish else ""

    def opening(self, moves: Sequence[Move], number: int) -> str:
        """One paragraph of the opening; what went before the speech decides how it is taken up."""
        composition = self._composition
        about = About(theme="".join((composition.brief.meeting, *composition.brief.prior)))
        asked = [*moves, *self._given(number)]
        kind = composition.kind
        if kind.opening and tuple(moves) == kind.opening[-1]:
            # What is added stands before the announcement of what follows.
            at = len(asked) - (asked[-1] is Move.OPENING_ANNOUNCE)
            asked[at:at] = self._more(
                "opening", _MORE_OPENING, {move for run in kind.opening for move in run}
            )
        return "".join(composition.say(move, place=f"opening{number}", about=about) for move in asked)

    def _given(self, number: int) -> list[Move]:
        """What the brief gave and the kind's opening has no move for: 依据 and 前序 are never left out."""
        brief, kind = self._composition.brief, self._composition.kind
        usual = {move for run in kind.opening for move in run}
        given = ((Move.OPENING_ACKNOWLEDGE, brief.prior), (Move.OPENING_MANDATE, brief.basis))
        return [move for move, words in given if words and move not in usual] if number == 1 else []

    def _more(self, place: str, moves: Sequence[Move], usual: set[Move]) -> list[Move]:
        """Moves that the room of a place allows besides the usual ones."""
        return [move for move in moves if move not in usual][: self._room.get(place, 0)]

    def introduction(self, part: PlannedPart) -> str:
        """The paragraph below a part's heading: what its role says, its facts, its own words."""
        composition = self._composition
        moves = composition.kind.introductions.get(part.role, ())
        moves = (*moves, *self._more(introduction_of(part), _MORE_INTRODUCTION, set(moves)))
        bindings = bind_themes(section=part.part.theme)
        about = About(part.part.theme, "".join(planned.point.theme for planned in part.points))
        said = [
            composition.say(
                move,
                place=introduction_of(part),
                bindings=bindings,
                about=about,
                units=(Unit.SENTENCE, Unit.TRANSITION, Unit.PASSAGE, Unit.PARALLEL),
            )
            for move in moves
        ]
        stated = composition.state(part.part.facts)
        own = "".join(composition.told(end_sentence(words)) for words in part.part.verbatim)
        empty = not (part.points or part.part.facts or part.part.verbatim)
        lack = composition.lack(f"{part.part.theme}的要点、措施和数据") + "。" if empty else ""
        return "".join((*said[:1], stated, own, *said[1:], lack))

    def closing(self) -> str:
        """The ending: the writer's own thought first, then the kind's moves."""
        composition = self._composition
        own = composition.brief.closing
        said = [composition.told(end_sentence(own))] if own else []
        about = About(composition.brief.meeting, own)
        moves = composition.kind.closing
        if composition.kind.tone not in _NO_HOPES:
            moves = (*self._more("closing", _MORE_CLOSING, set(moves)), *moves)
        said += [
            composition.say(
                move,
                place=f"closing{number}",
                about=about,
                units=(Unit.SENTENCE, Unit.PASSAGE, Unit.FORMULA, Unit.PARALLEL),
            )
            for number, move in enumerate(moves)
        ]
        return "".join(said)
