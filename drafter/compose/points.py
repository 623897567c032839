"""A point's paragraph: lead, reason or figures, measures made prose, demand.

Neighbouring points never share a skeleton, and argued sentences never stand three in a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from drafter.brief.model import Point
from drafter.compose.bindings import Binding, bind_themes
from drafter.compose.composition import Composition, end_sentence
from drafter.compose.kinds import STATED
from drafter.compose.leads import TELLING
from drafter.compose.marks import plain
from drafter.compose.measures import weave_measures
from drafter.compose.picker import jitter
from drafter.compose.plan import PlannedPart, PlannedPoint
from drafter.compose.shape import Shape, shape_of
from drafter.compose.shelf import About
from drafter.compose.weaves import DONE, ORDER, PLAN, WEAVES, Voice, Weave
from drafter.speech import Family
from phrasebank.model import Move, Unit

__all__ = ["PointWriter", "wish_of"]

#: Argued moves that may be added to a point that has room, in the order they are added.
_ROOM = (Move.POINT_RATIONALE, Move.POINT_DUTY, Move.POINT_BASELINE, Move.POINT_DEMAND, Move.POINT_STATUS)
_AHEAD = (Move.POINT_RATIONALE, Move.POINT_STATUS)
#: Argued sentences in a row that a listener takes before asking what is to be done.
_IN_A_ROW = 2
#: Remarks on single measures that a point takes at most, and the moves they are picked from in turn.
_REMARKS = 1
_REMARK_MOVES = (Move.POINT_BASELINE, Move.POINT_RATIONALE, Move.POINT_DEMAND)
#: Sentences a point shall grow by from where on a passage is better than one more sentence.
_MUCH_ROOM = 2
#: Tones in which nothing is ordered: the speaker's own side tells what it did and will do.
_OWN_SIDE = ("report", "courtesy")
#: Tones in which the speaker talks with people: what he has no measures for he need not order.
_SPOKEN = ("courtesy", "talk")
#: Moves that a wish is enlarged upon by.
_WISHES = (Move.POINT_RATIONALE, Move.POINT_RATIONALE, Move.POINT_BASELINE)
#: Roles of parts whose points may be argued without facts or measures of their own.
_ARGUED = ("希望", "认识", "问题")
#: Roles of parts that say what is to be done.
_ACTS = ("任务", "措施", "保障", "责任", "希望")
#: Words by which the writer's own sentence tells a case.
_CASE = re.compile(
    "[去前今]年|上个?月|那场|那次|有一[家个次位名]|前些年|曾经|有的|有人|[一二两三四五六七八九十几]年没"
)
#: 我们把每一笔支出都摆到桌面上来审: what the speaker's side did or does.
_DEED = re.compile(
    "我们(?:就|都|也|还|先|更|一直|始终|坚持|选择)?(?:把|将|请|让|从|用|靠|先|选择|坚持|一[项件处家]|逐|老老实实)"
)


class PointWriter:
    """Writes the points of one draft, remembering what their neighbours looked like.

    Arguments:
        composition: the rendering.
        room: place of a point → how many argued sentences to add to its skeleton (negative: take
            away); decided by the length asked for.
    """

    def __init__(self, composition: Composition, room: dict[str, int]) -> None:
        self._composition = composition
        self._room = room
        self._skeletons: list[tuple[str, ...]] = []
        self._remarks: dict[str, int] = {}
        self._weaves: list[str] = []
        parts = composition.plan.parts
        self._has_measures = any(point.point.measures for part in parts for point in part.points)

    def write(self, part: PlannedPart, planned: PlannedPoint) -> str:
        """The paragraph's sentences behind its lead, marked."""
        composition = self._composition
        point = planned.point
        about = About(
            "，".join((point.theme, point.heading)),
            "，".join((*point.measures, part.part.theme)),
            near=self._keeps_to_itself(part, point),
        )
        if self._is_wish(part, point):
            return self._wishes(planned)
        bindings = self._bindings(part, point)
        written: list[str] = []
        explained = False
        blocks = self._blocks(planned)
        for number, block in enumerate(blocks):
            if block == "data":
                written.append(composition.state(point.facts))
            elif block == "measures":
                written.append(self._measures(part, planned, about, bindings))
            elif block == "verbatim":
                written.extend(composition.told(end_sentence(words)) for words in point.verbatim)
            else:
                leads_into_data = blocks[number + 1 : number + 2] == ["data"] and len(point.facts) > 1
                choices = (
                    composition.say(
                        block,
                        place=f"{planned.place}/{number}",
                        bindings=bindings,
                        about=about,
                        units=units,
                        before_data=leads_into_data,
                        fits=_tells_no_deed if self._owns_up(part) else None,
                    )
                    for units in _units(Move(block), explained, self._room.get(planned.place, 0))
                )
                said = next(filter(None, choices), "")
                explained = explained or plain(said).count("。") > 1
                written.append(said)
            if "org" in bindings and bindings["org"].text in plain(written[-1] if written else ""):
                # Naming who is responsible once a paragraph is a charge, twice is nagging.
                del bindings["org"]
        return "".join(written)

    def _bindings(self, part: PlannedPart, point: Point) -> dict[str, Binding]:
        bound = bind_themes(section=part.part.theme, task=point.theme)
        if point.duty:
            bound["org"] = Binding(join_bodies(point.duty))
        if point.deadline.endswith("前"):
            bound["deadline"] = Binding(point.deadline)
        return bound

    def _blocks(self, planned: PlannedPoint) -> list[str]:
        """The point's skeleton: one that fits what it has, unlike its neighbour's, with room used."""
        point = planned.point
        have = {"measures"}
        if point.facts:
            have.add("data")
        if point.verbatim:
            have.add("verbatim")
        fitting = []
        composition = self._composition
        for skeleton in (*composition.kind.skeletons, *composition.skeletons):
            blocks = [block for block in skeleton if block not in STATED or block in have]
            if have <= set(blocks):
                fitting.append(tuple(blocks))
        unlike = [skeleton for skeleton in fitting if skeleton not in self._skeletons[-1:]] or fitting
        chosen = max(
            unlike, key=lambda blocks: jitter(self._composition.seed, planned.place, "skeleton", *blocks)
        )
        self._skeletons.append(chosen)
        return self._with_room(_place_verbatim(list(chosen), point), planned)

    def _with_room(self, blocks: list[str], planned: PlannedPoint) -> list[str]:
        room = self._room.get(planned.place, 0)
        if room > 0 and planned.point.measures:
            self._remarks[planned.place] = min(room, _REMARKS)
            room -= self._remarks[planned.place]
        for move in _ROOM:
            if room <= 0:
                break
            if move is not Move.POINT_RATIONALE and self._composition.kind.tone in _SPOKEN:
                # Nobody presses those he talks with.
                continue
            if move is Move.POINT_DUTY and "measures" in blocks and not planned.point.measures:
                # Whose it is, where nothing is to be done?
                continue
            if move is Move.POINT_STATUS and "data" in blocks:
                continue
            at = _insertion(blocks, move)
            if at is not None:
                blocks.insert(at, move.value)
                room -= 1
        while room < 0:
            argued = [index for index, block in enumerate(blocks) if block not in STATED]
            if not argued:
                break
            del blocks[argued[-1]]
            room += 1
        return blocks

    def _measures(
        self, part: PlannedPart, planned: PlannedPoint, about: About, bindings: dict[str, Binding]
    ) -> str:
        composition = self._composition
        point = planned.point
        if not point.measures:
            return self._proposals(part, planned, about, bindings)
        voice = self._voice(part)
        woven = weave_measures(
            point.measures,
            subject=join_bodies(point.duty if voice.orders else self._ours(point.duty)),
            deadline=point.deadline,
            weaves=self._next_weaves(planned.place),
            reuse_enumeration=composition.plan.family is not Family.SHI,
            voice=voice,
            draw=partial(jitter, composition.seed, planned.place),
        )
        self._weaves.append(woven.weave)
        facts = tuple(
            dict.fromkeys(name for measure in point.measures for name in composition.facts_in(measure))
        )
        written = []
        for number, sentence in enumerate(woven.sentences):
            said = tuple(name for name in facts if composition.says(sentence, name))
            written.append(composition.told(sentence, said) + self._remark(planned, number, sentence))
        return "".join(written)

    def _ours(self, duty: Sequence[str]) -> list[str]:
        """The bodies a report names, the speaker's own as 我们: 市数据局局长 does not say 市数据局."""
        post = self._composition.brief.speaker.post
        return ["我们" if body and post.startswith(body) else body for body in duty]

    def _owns_up(self, part: PlannedPart) -> bool:
        """Whether this part admits shortcomings before a superior, where one's own deeds are out of place."""
        return self._composition.kind.tone in _OWN_SIDE and part.role == "问题"

    def _voice(self, part: PlannedPart) -> Voice:
        """How this part tells its measures: a report to a superior orders nobody."""
        if self._composition.kind.tone not in _OWN_SIDE:
            return ORDER
        return PLAN if part.role in _ACTS or part.role == "问题" else DONE

    def _remark(self, planned: PlannedPoint, number: int, sentence: str) -> str:
        """What the bank says on the very measures of this sentence, where the point has room for it."""
        if self._remarks.get(planned.place, 0) < 1:
            return ""
        for move in _REMARK_MOVES:
            said = self._composition.say(
                move, place=f"{planned.place}/remark{number}", about=About(sentence, closely=True)
            )
            if said:
                self._remarks[planned.place] -= 1
                return said
        return ""

    def _next_weaves(self, place: str) -> list[Weave]:
        """Ways to say the measures: those used least first, never one of the last two, none too often."""
        times = {weave.name: self._weaves.count(weave.name) for weave in WEAVES}
        seed = self._composition.seed
        return sorted(
            (
                weave
                for weave in WEAVES
                if weave.name not in self._weaves[-2:] and not 0 < weave.most <= times[weave.name]
            ),
            key=lambda weave: times[weave.name] + 2 * jitter(seed, place, "weave", weave.name),
        )

    def _proposals(
        self, part: PlannedPart, planned: PlannedPoint, about: About, bindings: dict[str, Binding]
    ) -> str:
        """What the bank proposes for a point without measures; where it has nothing, 【待补】.

        Only in a part that says what to do, and only where the brief leaves all measures open: among
        measures that the office decided, one of ours would pass for theirs.
        """
        composition = self._composition
        point = planned.point
        said: list[str] = []
        if part.role in _ACTS and not self._has_measures:
            proposed = (
                composition.say(
                    Move.POINT_MEASURE,
                    place=f"{planned.place}/proposal{number}",
                    bindings=bindings,
                    about=replace(about, loose=planned.proposed),
                    origin="proposal",
                )
                for number in range(2)
            )
            said = [sentence for sentence in proposed if sentence]
        if said or point.facts or point.verbatim:
            return "".join(said)
        what = "具体措施、责任单位和时限" if part.role in _ACTS else "具体内容"
        return composition.lack(f"{point.theme.removesuffix('的')}的{what}") + "。"

    def _keeps_to_itself(self, part: PlannedPart, point: Point) -> bool:
        """Whether only what is about this very point may be said in it: where it is told how things are,
        and before people whom no maxim shall lecture."""
        if self._composition.kind.tone in _SPOKEN:
            return True
        return bool(point.facts or point.verbatim) and (part.role in TELLING or not point.measures)

    def _is_wish(self, part: PlannedPart, point: Point) -> bool:
        """Whether a point has but a theme, and one to be argued or wished: 守住诚信 has no deadline."""
        wished = part.role in _ARGUED or self._composition.kind.tone in _SPOKEN
        return wished and not (point.facts or point.measures or point.verbatim)

    def _wishes(self, planned: PlannedPoint) -> str:
        """What the bank says on the very theme of a wish or an argument."""
        composition = self._composition
        about = About(planned.point.theme, near=not planned.proposed, named=not planned.proposed)
        said = [
            composition.say(move, place=f"{planned.place}/wish{number}", about=about)
            for number, move in enumerate(_WISHES)
        ]
        if any(said) or (composition.kind.numbered == "nothing" and wish_of(planned)):
            # Where nothing is numbered the theme itself has been said as a sentence.
            return "".join(said)
        return composition.lack(f"{planned.point.theme.removesuffix('的')}这一点想说的话") + "。"


def wish_of(planned: PlannedPoint) -> str:
    """A theme that is all the brief has of a point, as a sentence of a speech without numbers; "" for the
    name of a thing (合作前景), which makes none.

    Arguments:
        planned: the point; what we proposed ourselves the speaker's own side does, it asks nobody for it.
    """
    point = planned.point
    shape = shape_of(point.theme).shape
    if point.facts or point.measures or point.verbatim or shape is Shape.NOUN:
        return ""
    if shape is not Shape.VERB:
        return point.theme
    return f"我们将{point.theme}" if planned.proposed else f"希望大家{point.theme}"


def _tells_no_deed(words: str) -> bool:
    return _DEED.search(words) is None


def _place_verbatim(blocks: list[str], point: Point) -> list[str]:
    """A case told comes before what is to be done about it, and no maxim follows the writer's own words."""
    if "verbatim" not in blocks:
        return blocks
    if _CASE.search(point.verbatim[0]):
        blocks.remove("verbatim")
        blocks.insert(blocks.index("measures"), "verbatim")
    after = blocks.index("verbatim") + 1
    while after < len(blocks) and blocks[after] not in STATED:
        del blocks[after]
    return blocks


def _insertion(blocks: list[str], move: Move) -> int | None:
    """Where one more argued sentence may stand, or None: not twice the same, never three in a row."""
    stated = [index for index, block in enumerate(blocks) if block in STATED]
    first, last = (stated[0], stated[-1] + 1) if stated else (0, len(blocks))
    places = range(first + 1) if move in _AHEAD else range(last, len(blocks) + 1)
    for at in places:
        trial = [*blocks[:at], move.value, *blocks[at:]]
        after_own_words = at > 0 and blocks[at - 1] == "verbatim"
        if _longest_argued(trial) <= _IN_A_ROW and not after_own_words:
            return at
    return None


def _longest_argued(blocks: Sequence[str]) -> int:
    longest = run = 0
    for block in blocks:
        run = 0 if block in STATED else run + 1
        longest = max(longest, run)
    return longest


def _units(move: Move, explained: bool, room: int) -> tuple[tuple[Unit, ...], ...]:
    """What may be picked, the first choice first: whole passages only where there is room, for reasons,
    and once a paragraph; where there is much room they come before single sentences."""
    single = (Unit.SENTENCE, Unit.PARALLEL, Unit.FORMULA)
    if move is not Move.POINT_RATIONALE or room <= 0 or explained:
        return (single,)
    mixed = (Unit.SENTENCE, Unit.PARALLEL, Unit.PASSAGE)
    return ((Unit.PASSAGE,), mixed) if room >= _MUCH_ROOM else (mixed,)


def join_bodies(bodies: Sequence[str]) -> str:
    """Duty-holders as one subject: 各县区、市直有关部门."""
    return "、".join(bodies)
