"""The bank's exchange form (contract 4): JSON Lines, one phrase a line, sorted by id."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from phrasebank.bounded import read_whole
from phrasebank.errors import CodedError, Problem
from phrasebank.model import Move, Phrase, Slot, SlotType, Source, Status, Unit
from phrasebank.os_reasons import os_reason

__all__ = ["dump", "dumps", "load", "loads", "phrase_of", "read_text", "record_of"]

# Looking a member up by value in a plain mapping costs a tenth of calling the Enum class, and
# the built-in bank is read at the start of every draft.
#: Bytes of a file of phrases, a hundred times the built-in bank.
_LARGEST = 512 * 2**20
_UNITS = {unit.value: unit for unit in Unit}
_MOVES = {move.value: move for move in Move}
_TYPES = {kind.value: kind for kind in SlotType}
_STATUSES = {status.value: status for status in Status}


def load(path: Path) -> tuple[Phrase, ...]:
    """Read a file in the exchange form.

    Raises:
        CodedError: P001 the file cannot be read, or a line is no JSON object; P002 a line is not in
            the exchange form. All of them at once, lines that share a reason as one.
    """
    return loads(read_text(path), file=str(path))


def loads(text: str, *, file: str = "") -> tuple[Phrase, ...]:
    """Read phrases in the exchange form from a text; ``file`` is its name for messages.

    Raises:
        CodedError: as ``load``.
    """
    phrases: list[Phrase] = []
    problems: list[Problem] = []
    misshapen: dict[str, list[int]] = {}
    # Not splitlines(): U+2028 and its like may stand inside a JSON string.
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.isspace():
            continue
        try:
            phrases.append(phrase_of(json.loads(line)))
        except json.JSONDecodeError:
            problems.append(
                Problem("P001", "这一行不是 JSON 对象", file, number, mend="一行写一个 {…}，不要换行")
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            reason = f"缺少或不认识“{error.args[0]}”" if isinstance(error, KeyError) else str(error)
            misshapen.setdefault(reason, []).append(number)
    # A file still in the hand-written form is wrong on every line for one reason: said once.
    for reason, numbers in misshapen.items():
        more = f"，共{len(numbers)}行" if len(numbers) > 1 else ""
        message = f"不是交换格式的词条：{reason}{more}"
        problems.append(Problem("P002", message, file, numbers[0], mend="请先用 phrasebank tidy 整理"))
    if problems:
        raise CodedError(sorted(problems, key=lambda problem: problem.line or 0))
    return tuple(phrases)


def dump(phrases: Iterable[Phrase], path: Path, *, force: bool = False) -> None:
    """Write phrases to a file in the exchange form; ``force`` replaces a file that is there.

    Raises:
        CodedError: F001, F002, as ``write_whole``.
    """
    from phrasebank.files import write_whole  # tempfile and its train; reading the bank needs none of it

    write_whole(path, dumps(phrases).encode(), force=force)


def dumps(phrases: Iterable[Phrase]) -> str:
    """Write phrases in the exchange form: sorted by id, one a line, the same bytes for the same set."""
    lines = [json.dumps(record_of(phrase), ensure_ascii=False) for phrase in sorted(phrases, key=_identity)]
    return "".join(f"{line}\n" for line in lines)


def phrase_of(record: Mapping[str, Any]) -> Phrase:
    """Make a phrase of one record in the exchange form.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: the record is not in that form.
    """
    return Phrase(
        id=record["id"],
        text=record["text"],
        unit=_UNITS[record["unit"]],
        move=_MOVES[record["move"]],
        slots=tuple([_slot(**slot) for slot in record["slots"]]) if record["slots"] else (),
        topics=_words(record["topics"]),
        kinds=_words(record["kinds"]),
        levels=_words(record["levels"]),
        themes=_words(record["themes"]) if "themes" in record else (),
        family=record.get("family", ""),
        moves=tuple([_MOVES[move] for move in _words(record["moves"])]) if "moves" in record else (),
        groups=_words(record["groups"]) if "groups" in record else (),
        doubts=_words(record["doubts"]) if "doubts" in record else (),
        status=_STATUSES[record["status"]],
        score=record["score"],
        sources=tuple([Source(**source) for source in record["sources"]]) if record["sources"] else (),
        sample_count=record["sample_count"],
        note=record["note"],
        decided_by=record["decided_by"],
        decided_at=record["decided_at"],
        used=record["used"],
    )


def read_text(path: Path) -> str:
    """Read a UTF-8 text file, with or without a byte order mark.

    Raises:
        CodedError: P001 there is no such file, or it is not UTF-8.
    """
    try:
        return read_whole(path, _LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise CodedError(
            Problem("P001", f"读不出来：{os_reason(error)}", str(path), mend="请检查文件名")
        ) from error
    except UnicodeDecodeError as error:
        raise CodedError(Problem("P001", "不是 UTF-8 文本", str(path), mend="请另存为 UTF-8")) from error


@lru_cache(maxsize=4096)
def _slot(name: str, type: str, form: str = "") -> Slot:  # noqa: A002  # named as in the record
    """A slot of the record; the bank has thousands of slots and a few dozen different ones."""
    return Slot(name, _TYPES[type], form)


def _words(value: object) -> tuple[str, ...]:
    """A list of words; a bare string would otherwise fall apart into its characters."""
    if not isinstance(value, list):
        raise TypeError(f"{value!r} 应当是列表")
    return tuple(value) if value else ()


def _identity(phrase: Phrase) -> tuple[str, str]:
    return phrase.id, phrase.text


def record_of(phrase: Phrase) -> dict[str, object]:
    """The phrase as one record in the exchange form; ``phrase_of`` reads it back."""
    return {
        "id": phrase.id,
        "text": phrase.text,
        "unit": phrase.unit.value,
        "move": phrase.move.value,
        "slots": [_slot_record(slot) for slot in phrase.slots],
        "topics": list(phrase.topics),
        "kinds": list(phrase.kinds),
        "levels": list(phrase.levels),
        "themes": list(phrase.themes),
        "family": phrase.family,
        # What only mined phrases have is left out where there is none: most lines have none.
        **({"moves": [move.value for move in phrase.moves]} if phrase.moves else {}),
        **({"groups": list(phrase.groups)} if phrase.groups else {}),
        **({"doubts": list(phrase.doubts)} if phrase.doubts else {}),
        "status": phrase.status.value,
        "score": phrase.score,
        "sources": [
            {"file": source.file, "paragraph": source.paragraph, "start": source.start, "end": source.end}
            for source in phrase.sources
        ],
        "sample_count": phrase.sample_count,
        "note": phrase.note,
        "decided_by": phrase.decided_by,
        "decided_at": phrase.decided_at,
        "used": phrase.used,
    }


def _slot_record(slot: Slot) -> dict[str, str]:
    record = {"name": slot.name, "type": slot.type.value}
    if slot.form:
        record["form"] = slot.form
    return record
