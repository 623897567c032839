"""What mining brings: speeches, the phrases found in them, and where."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from phrasebank.counting.scores import score
from phrasebank.mining import About, Found, Mined
from phrasebank.model import Status, Unit
from phrasebank.store import schema
from phrasebank.store.bulk import delete_rows, insert_rows, select_rows, update_rows
from phrasebank.store.chunks import chunks
from phrasebank.store.fulltext import FullText
from phrasebank.store.numbers import next_number
from phrasebank.vocabulary import SLOT_PATTERN, slot_type

__all__ = ["COUNTED_UNITS", "MANY", "add_mined", "filed", "insert_phrases", "take_counted_out"]

COUNTED_UNITS = frozenset({Unit.PHRASE.value, Unit.FORMULA.value})
"""What counting across speeches finds. Their counts are kept as numbers; their sources are a sample."""

_P, _D = schema.phrases.c, schema.documents.c
#: Outlines and passages that a phrase remembers having come with; more help nobody.
_GROUPS = 12
#: Topics that a phrase mined from many speeches is filed under; beyond them it is taken for general.
_TOPICS = 8
_KINDS = 12
_LEVELS = 8
MANY = "[ ]"
"""A list that was given up because it grew too long: it reads as empty and never grows again."""


class _Gathered:
    """A phrase as a batch of speeches shows it."""

    __slots__ = ("abouts", "found", "met")

    def __init__(self, found: Found) -> None:
        self.found = found
        self.met: list[tuple[Found, About]] = []
        self.abouts: dict[int, About] = {}

    def add(self, found: Found, about: About, document: int) -> None:
        self.met.append((found, about))
        self.abouts[document] = about
        if found is not self.found and _speaks(found) < _speaks(self.found):
            self.found = found

    @property
    def occurrences(self) -> int:
        return len(self.met)

    def topics(self) -> set[str]:
        return {topic for found, about in self.met for topic in found.topics or about.topics}

    def kinds(self) -> set[str]:
        return {about.kind for about in self.abouts.values() if about.kind}

    def levels(self) -> set[str]:
        return {about.level for about in self.abouts.values() if about.level}

    def themes(self) -> set[str]:
        return {theme for found, _ in self.met for theme in found.themes}

    def groups(self) -> set[str]:
        return {group for found, _ in self.met for group in found.groups}


def add_mined(connection: Connection, fulltext: FullText, run: int, batch: Iterable[Mined]) -> int:
    """Take in what was mined from speeches that the bank does not know; how many they were.

    New phrases become candidates; of known ones sources and counts grow, and their filing as long as
    no person has decided on it. The order of the speeches makes no difference.
    """
    new = _unknown(connection, batch)
    if not new:
        return 0
    first = next_number(connection, schema.documents)
    _put_documents(connection, new, first, run)
    target = _targets(connection, {found.id for mined in new for found in mined.found})
    gathered: dict[str, _Gathered] = {}
    places: list[tuple[str, int, int, int, int]] = []
    for number, mined in enumerate(new, first):
        about = mined.about
        for found in mined.found:
            phrase_id = target.get(found.id, found.id) if target else found.id
            places.append((phrase_id, number, found.paragraph, found.start, found.end))
            one = gathered.get(phrase_id)
            if one is None:
                one = gathered[phrase_id] = _Gathered(found)
            one.add(found, about, number)
    numbers = _update_known(connection, fulltext, gathered, run)
    rows = [_new_row(phrase_id, one) for phrase_id, one in gathered.items() if phrase_id not in numbers]
    numbers.update(insert_phrases(connection, fulltext, rows, run))
    sources = {
        (numbers[phrase_id], document, paragraph, start): end
        for phrase_id, document, paragraph, start, end in places
        if numbers[phrase_id]
    }
    insert_rows(
        connection,
        schema.sources,
        ("phrase", "document", "paragraph", "start", "end"),
        [(*place, sources[place]) for place in sorted(sources)],
    )
    return len(new)


def insert_phrases(
    connection: Connection, fulltext: FullText, rows: Sequence[dict[str, Any]], run: int
) -> dict[str, int]:
    """Put new phrases in as candidates; their numbers by id.

    Arguments:
        rows: of each its id, text, unit, move, family, moves, doubts, topics, kinds, levels, themes and
            groups as the table has them, quality, occurrences and sample_count.
    """
    first = next_number(connection, schema.phrases)
    values = [
        (
            number,
            row["id"],
            row["text"],
            row["unit"],
            row["move"],
            _slots(row["text"]),
            row["topics"],
            row["kinds"],
            row["levels"],
            row["themes"],
            row["family"],
            row["moves"],
            row["groups"],
            row["doubts"],
            Status.CANDIDATE.value,
            score(
                occurrences=row["occurrences"],
                speeches=row["sample_count"],
                quality=row["quality"],
                has_doubts=row["doubts"] != "[]",
            ),
            row["quality"],
            row["occurrences"],
            row["sample_count"],
            "",
            "",
            "",
            0,
            "mined",
            0,
            "",
            run,
        )
        for number, row in enumerate(rows, first)
    ]
    insert_rows(connection, schema.phrases, _COLUMNS, values)
    fulltext.add(connection, [(value[0], value[2]) for value in values])
    return {value[1]: value[0] for value in values}


_COLUMNS = (
    "number", "id", "text", "unit", "move", "slots", "topics", "kinds", "levels", "themes", "family",
    "moves", "groups", "doubts", "status", "score", "quality", "occurrences", "sample_count", "note",
    "decided_by", "decided_at", "used", "origin", "revision", "into", "run",
)  # fmt: skip


def take_counted_out(connection: Connection, fulltext: FullText, rows: Sequence[tuple[int, str]]) -> None:
    """Take out counted phrases that no person decided on: those that are none any more.

    Arguments:
        rows: number and text of each.
    """
    numbers = [number for number, _ in rows]
    fulltext.remove(connection, rows)
    delete_rows(connection, schema.sources, "phrase", numbers)
    delete_rows(connection, schema.phrases, "number", numbers)


def filed(topics: Iterable[str], kinds: Iterable[str], levels: Iterable[str], *, text: str) -> dict[str, str]:
    """What a phrase is filed under, by what the speeches are about that it was met in.

    What is said of many subjects can be said of any. Each list is sorted and cut, so that it does not
    hang on the order in which speeches came.
    """
    subjects = set() if "{topic}" in text else set(topics)
    return {
        "topics": MANY if len(subjects) > _TOPICS else _dumped(tuple(sorted(subjects))),
        "kinds": _dumped(tuple(sorted(set(kinds))[:_KINDS])),
        "levels": _dumped(tuple(sorted(set(levels))[:_LEVELS])),
    }


def _unknown(connection: Connection, batch: Iterable[Mined]) -> list[Mined]:
    by_digest = {mined.digest: mined for mined in batch}
    for digests in chunks(list(by_digest)):
        for known in connection.scalars(select(_D.digest).where(_D.digest.in_(digests))).all():
            del by_digest[known]
    return list(by_digest.values())


def _put_documents(connection: Connection, new: Sequence[Mined], first: int, run: int) -> None:
    insert_rows(
        connection,
        schema.documents,
        ("number", "digest", "source", "kind", "topics", "level", "place", "run"),
        [
            (
                number,
                mined.digest,
                _storable(mined.source),
                mined.about.kind,
                _dumped(mined.about.topics),
                mined.about.level,
                mined.about.place,
                run,
            )
            for number, mined in enumerate(new, first)
        ],
    )
    insert_rows(
        connection,
        schema.clauses,
        ("document", "size", "counted", "text"),
        [
            (number, len(mined.clauses), 0, zlib.compress(mined.clauses.encode("utf-8", "replace"), 1))
            for number, mined in enumerate(new, first)
        ],
    )


def _storable(name: str) -> str:
    """A file's name as any database takes it: names may hold bytes that are no character."""
    return name.encode("utf-8", "replace").decode().replace("\0", "")


def _targets(connection: Connection, ids: set[str]) -> dict[str, str]:
    """Ids that stand for another phrase now, because a person edited or merged it.

    A near-duplicate that was folded by itself stands for itself: its counts are its own, and which of
    its kind is shown may change.
    """
    target: dict[str, str] = {}
    aliases, phrases = schema.aliases, schema.phrases
    wanted = sorted(ids)
    target.update(select_rows(connection, aliases, ("id", "into"), "id", wanted))
    merged = "\"into\" <> '' AND revision > 0"
    target.update(select_rows(connection, phrases, ("id", "into"), "id", wanted, where=merged))
    again = {into for into in target.values() if into not in target}
    if again:
        further = _targets(connection, again)
        target = {key: further.get(into, into) for key, into in target.items()}
    return target


def _speaks(found: Found) -> tuple[Any, ...]:
    """Which of several places speaks for the phrase: the smallest. It must not hang on their order."""
    return -found.quality, found.doubts, found.move, found.unit, found.family, found.moves, found.text


_KNOWN = (
    "id", "number", "unit", "origin", "revision", "into", "text", "move", "family", "moves", "doubts",
    "quality", "topics", "kinds", "levels", "themes", "groups", "occurrences", "sample_count",
)  # fmt: skip
_FILED = (
    "text", "unit", "move", "slots", "family", "moves", "doubts", "quality", "topics", "kinds", "levels",
    "themes", "groups", "occurrences", "sample_count", "run", "number",
)  # fmt: skip


def _update_known(
    connection: Connection, fulltext: FullText, gathered: dict[str, _Gathered], run: int
) -> dict[str, int]:
    """Let known phrases grow; their numbers by id, 0 of one whose counts are not its places."""
    numbers: dict[str, int] = {}
    counted: list[tuple[Any, ...]] = []
    refiled: list[tuple[Any, ...]] = []
    replaced: list[tuple[int, str]] = []
    for values in select_rows(connection, schema.phrases, _KNOWN, "id", sorted(gathered)):
        row = dict(zip(_KNOWN, values, strict=True))
        one = gathered[row["id"]]
        if row["unit"] in COUNTED_UNITS and row["origin"] == "mined":
            # Met as a heading or a sentence it is that, and is counted as such.
            if not row["revision"] and not row["into"]:
                replaced.append((row["number"], row["text"]))
            else:
                numbers[row["id"]] = 0
            continue
        numbers[row["id"]] = row["number"]
        occurrences = row["occurrences"] + one.occurrences
        speeches = row["sample_count"] + len(one.abouts)
        if row["origin"] == "mined" and not row["revision"]:
            refiled.append((*_grown(row, one), occurrences, speeches, run, row["number"]))
        else:
            counted.append((occurrences, speeches, run, row["number"]))
    take_counted_out(connection, fulltext, replaced)
    update_rows(connection, schema.phrases, ("occurrences", "sample_count", "run", "number"), counted)
    update_rows(connection, schema.phrases, _FILED, refiled)
    return numbers


def _grown(row: dict[str, Any], one: _Gathered) -> tuple[Any, ...]:
    """What of a known phrase may change when it is met again, in the order of ``_FILED``."""
    held = Found(
        id=row["id"],
        text=row["text"],
        unit=row["unit"],
        move=row["move"],
        themes=(),
        family=row["family"],
        moves=tuple(json.loads(row["moves"])),
        groups=(),
        doubts=tuple(json.loads(row["doubts"])),
        quality=row["quality"],
        paragraph=0,
        start=0,
        end=0,
    )
    found = min(held, one.found, key=_speaks)
    topics = one.topics().union(json.loads(row["topics"]))
    about = filed(
        topics,
        one.kinds().union(json.loads(row["kinds"])),
        one.levels().union(json.loads(row["levels"])),
        text=row["text"],
    )
    return (
        # The words stay as they stand in the index: of one id they differ in white space at most.
        row["text"],
        found.unit,
        found.move,
        _slots(row["text"]),
        found.family,
        _dumped(found.moves),
        _dumped(found.doubts),
        found.quality,
        MANY if row["topics"] == MANY else about["topics"],
        about["kinds"],
        about["levels"],
        _smallest(one.themes().union(json.loads(row["themes"]))),
        _smallest(one.groups().union(json.loads(row["groups"]))),
    )


def _new_row(phrase_id: str, one: _Gathered) -> dict[str, Any]:
    found = one.found
    return {
        "id": phrase_id,
        "text": found.text,
        "unit": found.unit,
        "move": found.move,
        "family": found.family,
        "moves": _dumped(found.moves),
        "doubts": _dumped(found.doubts),
        "quality": found.quality,
        "occurrences": one.occurrences,
        "sample_count": len(one.abouts),
        **_filing(one),
    }


def _filing(one: _Gathered) -> dict[str, str]:
    if len(one.met) > 1:
        return {
            **filed(one.topics(), one.kinds(), one.levels(), text=one.found.text),
            "themes": _smallest(one.themes()),
            "groups": _smallest(one.groups()),
        }
    # Most phrases are met once, and those of one speech are filed alike.
    found, about = one.met[0]
    has_topic = "{topic}" in found.text
    return {
        **_filed_once(() if has_topic else found.topics or about.topics, about.kind, about.level),
        "themes": _smallest_once(found.themes),
        "groups": _smallest_once(found.groups),
    }


@lru_cache(1_000)
def _filed_once(topics: tuple[str, ...], kind: str, level: str) -> dict[str, str]:
    return filed(topics, [kind] if kind else [], [level] if level else [], text="")


@lru_cache(20_000)
def _smallest_once(values: tuple[str, ...]) -> str:
    return _smallest(set(values))


def _smallest(values: set[str]) -> str:
    return _dumped(tuple(sorted(values)[:_GROUPS]))


def _slots(text: str) -> str:
    # Masked words have slots without a form.
    if "{" not in text:
        return "[]"
    return _named(tuple(dict.fromkeys(name for name, _ in SLOT_PATTERN.findall(text))))


@lru_cache(20_000)
def _named(names: tuple[str, ...]) -> str:
    return _encode([{"name": name, "type": slot_type(name).value} for name in names])


@lru_cache(20_000)
def _dumped(values: tuple[str, ...]) -> str:
    return _encode(values)


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
