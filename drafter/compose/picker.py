"""Pick phrases from the bank: fitting, not said before, not echoing what stands close by.

Every choice is a pure function of the seed, the place in the speech and what was said before it:
the jitter that decides between equals is a hash, not a generator with a state, so that a change in
one paragraph leaves the choices of the others alone wherever it can.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from drafter.compose.bindings import Bindings
from drafter.compose.relevance import pairs_of, weight_of
from drafter.compose.shelf import LEADS_INTO_DATA, NOTHING, About, Ranked, is_general, shelf_of
from phrasebank.bank import Bank
from phrasebank.model import Move, Phrase, Unit

__all__ = ["ECHO", "NOTHING", "About", "Choice", "Picker", "fill", "jitter"]

#: Characters of a run that must not come twice in one draft; eight are two 四字格, more than chance.
ECHO = 8
_SLOT = re.compile(r"\{([a-z_]+[0-9]*)\}")
_SAID = (Unit.SENTENCE, Unit.PASSAGE, Unit.FORMULA, Unit.PARALLEL)
#: Characters behind a seam in which the words before it must not stand again.
_SEAM = 5
_PUNCTUATION = re.compile(r"[，。；：、！？“”‘’（）《》…—\s]")

#: A sentence that begins like one of the last four counts this much less than one that does not.
_RECENT, _SAME_START = 4, 0.8
#: So does one that presses where one of the last two pressed (要, 必须, 坚决, 切实).
_PRESSING = re.compile("必须|务必|坚决|切实|一定要|绝不|决不")
_PRESSED, _PRESS_AGAIN = 2, 0.5
#: Words by which somebody is told what to do.
_ORDER = re.compile(
    "(?<![不只重主需想])要(?!求|素|点|害|道|件|么|是|数|强|紧)|必须|务必|大家|同志们|各级|严禁|[决绝]不|不能|不许|不得|谁"
)
#: General maxims a part's points may hold together; more and the brief drowns in them.
GENERAL_IN_PART = 1
#: A sample gives no more than this share of a draft's characters, unless the user named it (issue C).
_SHARE_OF_SAMPLE = 0.16
#: Characters that a sample may give whatever the draft's length.
_ALLOWANCE = 120
#: What a phrase from a sample that the user named counts more.
_LIKED = 0.9
#: The most that a phrase's manner can add, see ``drafter.style.taste``.
_MOST_TASTE = 1.2
#: What is named once: whoever has said what the speech rests on does not say it again.
_ONCE = frozenset({"basis", "prior"})
#: What a phrase counts less in the drafts that set it aside, and how many do: each seed lays half of the
#: bank by and goes back to it only where the other half has nothing as good. So two seeds give two speeches,
#: though the same few phrases fit a point best.
_SET_ASIDE, _ASIDE_SHARE = 2.2, 0.5
#: The same where a manner is followed: what is to its taste shall not be laid by for the sake of variety.
_SET_ASIDE_IN_MANNER = 0.6
#: A phrase found in more samples than this belongs to none of them.
_WIDELY = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """A phrase with its slots filled: words without final punctuation."""

    text: str
    phrase: Phrase


def jitter(seed: int, *place: object) -> float:
    """A number in [0, 1) that depends on the seed and the place only.

    Arguments:
        seed: the draft's seed.
        place: anything that names the choice, printed.
    """
    key = f"{seed}|{'|'.join(map(str, place))}".encode()
    return int.from_bytes(hashlib.blake2b(key, digest_size=6).digest(), "big") / (1 << 48)


_RANGE = 1 << 48
#: 2**48 over the golden ratio, made odd: multiplying by it spreads neighbours evenly (Knuth, TAOCP 6.4).
_SPREAD = 0x9E3779B97F4B


def _mix(draw: int, number: int) -> float:
    """A number in [0, 1) for a phrase in one draw; a hash for each would cost more than all the rest."""
    mixed = (draw ^ number) * _SPREAD % _RANGE
    return (mixed ^ mixed >> 21) * _SPREAD % _RANGE / _RANGE


class Picker:
    """One draft's memory of what was said.

    Arguments:
        bank: where phrases come from.
        seed, kind, topic, level: of the draft.
        speaks_for: whether the speaker may speak in the name of the whole leadership (我代表市委、市政府).
        length: characters the draft shall have about, for what one sample may give of it.
        liked: samples that the user named: their phrases come first, and as many as fit.
        orders: whether anybody may be told what to do; not in a report to a superior, nor before guests.
        taste: how much a phrase is to the taste of the manner asked for, see Manner.
        own: beginnings of moves that only phrases filed under this kind may fill: guests are not
            greeted as a work meeting is opened.
        maxims: whether phrases that would fit any point of any speech may be said in the body.
        unsaid: words that are out of place at this meeting; phrases that hold one are passed over.
        of_draft: the seed of the draft that this is a candidate for, by which phrases are set aside.
        given: pairs of characters of the brief's own words, which may come as often as they like.
    """

    def __init__(
        self,
        bank: Bank,
        *,
        seed: int,
        kind: str,
        topic: str,
        level: str,
        speaks_for: bool = True,
        length: int = 3000,
        liked: frozenset[str] = frozenset(),
        taste: Callable[[str], float] | None = None,
        orders: bool = True,
        own: tuple[str, ...] = (),
        maxims: bool = True,
        unsaid: tuple[str, ...] = (),
        of_draft: int | None = None,
        given: frozenset[str] = frozenset(),
    ) -> None:
        self._bank = bank
        self._given_words = given
        self._ideas: set[str] = set()
        self._aside = int(jitter(seed if of_draft is None else of_draft, "set aside") * _RANGE)
        self._kind = kind
        self._own = own
        self._maxims = maxims
        self._unsaid = unsaid
        self._shelf = shelf_of(bank, kind=kind, topic=topic, level=level)
        self._seed = seed
        self._used: set[str] = set()
        self._heard: set[str] = set()
        self._starts: list[str] = []
        self._pressed: list[bool] = []
        self._speaks_for = speaks_for
        self._general: Counter[str] = Counter()
        self._said_once: set[str] = set()
        self._liked = liked
        self._taste = taste
        self._laid_by = _SET_ASIDE if taste is None else _SET_ASIDE_IN_MANNER
        self._orders = orders
        self._last_files: frozenset[str] = frozenset()
        self._given: Counter[str] = Counter()
        self._most_given = max(_ALLOWANCE, round(_SHARE_OF_SAMPLE * length))
        self.fits: list[float] = []

    def hear(self, text: str) -> None:
        """Remember words said by other means, so that no phrase echoes them."""
        bare = _PUNCTUATION.sub("", text)
        self._heard.update(bare[i : i + ECHO] for i in range(len(bare) - ECHO + 1))
        self._last_files = frozenset()

    def pick(
        self,
        move: Move,
        bindings: Bindings,
        *,
        place: str,
        about: About = NOTHING,
        units: Sequence[Unit] = _SAID,
        before_data: bool = False,
        fits: Callable[[str], bool] | None = None,
    ) -> Choice | None:
        """The best phrase for a move that has not been said, or None where the bank has none.

        Arguments:
            move: what the phrase shall do.
            bindings: words for its slots; a phrase with another slot is passed over.
            place: names the place in the speech, for the seed.
            about: the point's theme and what else it holds, to match the phrase's themes with.
            units: what may be picked.
            before_data: whether figures follow; a phrase that leads into figures needs them.
            fits: whether words may be said at this place, where not all may.
        """
        part = place.partition(".")[0]
        full = move.value.startswith("point.") and self._general[part] >= GENERAL_IN_PART
        draw = int(jitter(self._seed, place) * _RANGE)
        fitting = (
            ranked
            for ranked in self._shelf.ranked(move, tuple(units), about)
            if self._may_say(ranked.phrase, full=full, before_data=before_data)
            and (fits is None or fits(ranked.phrase.text))
        )
        found = self._first_sayable(self._drawn(fitting, draw), bindings)
        if found is None:
            return None
        fit, choice = found
        self._remember(choice, fit, part)
        return choice

    def _may_say(self, phrase: Phrase, *, full: bool, before_data: bool) -> bool:
        if phrase.id in self._used or (phrase.family == LEADS_INTO_DATA and not before_data):
            return False
        if self._said_once and self._said_once & _names_once(phrase):
            return False
        if self._unsaid and any(word in phrase.text for word in self._unsaid):
            return False
        if not self._orders and _is_order(phrase):
            return False
        if self._own and phrase.move.value.startswith(self._own) and self._kind not in phrase.kinds:
            return bool(_files(phrase) & self._liked)
        if not self._maxims and _is_maxim(phrase):
            return False
        if (full and is_general(phrase)) or (not self._speaks_for and "我代表{" in phrase.text):
            return False
        files = _files(phrase)
        if not files or files & self._liked:
            return True
        # No two neighbouring sentences from one sample, and no sample for a large share of the draft.
        return not files & self._last_files and all(
            self._given[file] + len(phrase.text) <= self._most_given for file in files
        )

    def _drawn(self, fitting: Iterable[Ranked], draw: int) -> Iterator[tuple[float, Phrase]]:
        """Phrases by fit and chance together, the best first.

        Chance adds less than 1 and the manner a little, so whatever fits worse than what waits by more
        can wait unseen.
        """
        most = 1 + (_LIKED if self._liked else 0) + (_MOST_TASTE if self._taste else 0)
        waiting: list[tuple[float, str, Phrase]] = []
        for ranked in fitting:
            while waiting and -waiting[0][0] >= ranked.fit + most:
                score, _, phrase = heapq.heappop(waiting)
                yield -score, phrase
            liked = _LIKED if self._liked and _files(ranked.phrase) & self._liked else 0
            manner = self._taste(ranked.phrase.text) if self._taste else 0
            kept = liked or _names_once(ranked.phrase)
            aside = 0.0 if kept else self._laid_by * (_mix(self._aside, ranked.number) < _ASIDE_SHARE)
            score = ranked.fit + liked + manner + _mix(draw, ranked.number) - aside
            heapq.heappush(waiting, (-score, ranked.phrase.id, ranked.phrase))
        while waiting:
            score, _, phrase = heapq.heappop(waiting)
            yield -score, phrase

    def _first_sayable(
        self, drawn: Iterator[tuple[float, Phrase]], bindings: Bindings
    ) -> tuple[float, Choice] | None:
        """The best whose slots can be filled and that echoes nothing; one that begins like a recent
        sentence, or presses like it, waits until nothing better than it less the penalty is left."""
        waiting: tuple[float, Choice] | None = None
        for score, phrase in drawn:
            if waiting and waiting[0] >= score:
                break
            text = fill(phrase, bindings)
            if text is None or self._echoes(phrase, bindings) or self._says_again(phrase):
                continue
            penalty = _SAME_START * (text[:2] in self._starts[-_RECENT:])
            penalty += _PRESS_AGAIN * (any(self._pressed[-_PRESSED:]) and bool(_PRESSING.search(text)))
            if not penalty:
                return (score, Choice(text, phrase)) if not waiting or score > waiting[0] else waiting
            if waiting is None or score - penalty > waiting[0]:
                waiting = (score - penalty, Choice(text, phrase))
        return waiting

    def _remember(self, choice: Choice, fit: float, part: str) -> None:
        phrase = choice.phrase
        self._used.add(phrase.id)
        self._said_once |= _names_once(phrase)
        self._general[part] += is_general(phrase)
        self._starts.append(choice.text[:2])
        self._pressed.append(bool(_PRESSING.search(choice.text)))
        self.fits.append(fit)
        self.hear(choice.text)
        self._ideas |= _telling_pairs(phrase)
        self._last_files = _files(phrase)
        for file in self._last_files:
            self._given[file] += len(choice.text)

    def _echoes(self, phrase: Phrase, bindings: Bindings) -> bool:
        """Whether the phrase repeats a run heard before; what merely fills a slot may recur."""
        bare = [
            (character, slot)
            for slot, words in _parts(phrase, bindings)
            for character in _PUNCTUATION.sub("", words)
        ]
        text = "".join(character for character, _ in bare)
        return any(
            text[i : i + ECHO] in self._heard and not all(slot for _, slot in bare[i : i + ECHO])
            for i in range(len(text) - ECHO + 1)
        )

    def _says_again(self, phrase: Phrase) -> bool:
        """Whether the phrase turns on a telling word that another turned on before.

        宁听骂声，不听哭声 and 不怕听埋怨声，怕的是听哭声: no eight characters in common, one thought.
        """
        return not (_telling_pairs(phrase) & self._ideas) <= self._given_words


@cache
def _telling_pairs(phrase: Phrase) -> frozenset[str]:
    """Pairs of the phrase that few texts hold."""
    return frozenset(pair for pair in pairs_of(phrase.text) if weight_of(pair) >= 1)


@cache
def _names_once(phrase: Phrase) -> frozenset[str]:
    """Slots of the phrase that a speech fills but once."""
    return _ONCE & {slot.name for slot in phrase.slots}


@cache
def _is_maxim(phrase: Phrase) -> bool:
    """Whether the phrase would fit the body of any speech of any kind."""
    return is_general(phrase) and not phrase.kinds and phrase.move.value.startswith(("body.", "point."))


@cache
def _is_order(phrase: Phrase) -> bool:
    """Whether the phrase presses its hearers; one that an editor filed under kinds of its own may stand."""
    return not phrase.kinds and bool(_ORDER.search(phrase.text))


@cache
def _files(phrase: Phrase) -> frozenset[str]:
    """The samples a phrase belongs to; none for one written by hand or met so widely that it is nobody's."""
    files = frozenset(source.file for source in phrase.sources)
    return files if len(files) <= _WIDELY else frozenset()


def fill(phrase: Phrase, bindings: Bindings) -> str | None:
    """The phrase's words with its slots filled, or None where a slot has no words or the wrong form.

    A seam that doubles a word (抓好工作工作, 加强加强) is refused too.
    """
    for slot in phrase.slots:
        binding = bindings.get(slot.name)
        if binding is None or (slot.form and binding.form != slot.form):
            return None
        if binding.form == "verb" and f"{{{slot.name}}}工作" in phrase.text:
            # 树立和践行正确政绩观工作 is said by nobody.
            return None
    parts = [words for _, words in _parts(phrase, bindings) if words]
    if any(_doubles(left, right) for left, right in pairwise(parts)):
        return None
    return "".join(parts)


def _parts(phrase: Phrase, bindings: Bindings) -> list[tuple[bool, str]]:
    """The phrase's words in turn, each run with whether it fills a slot; every slot must be bound."""
    return [
        (bool(number % 2), bindings[words].text if number % 2 else words)
        for number, words in enumerate(_SLOT.split(phrase.text))
    ]


def _doubles(left: str, right: str) -> bool:
    """抓好工作工作, 业务培训专题培训班: words that stand again at the seam or right behind it."""
    if len(left) > 2 and left[-2:] in right[:_SEAM]:
        return True
    return (left[-2:] == right[:2] and len(left) > 1) or left[-1:] == right[:1] == "的"
