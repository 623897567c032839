"""Curators' lines to recorded decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import read_text
from phrasebank.model import MOVES, Unit, phrase_id
from phrasebank.topics import filed_name
from tools.builtin_bank.candidate import Candidate
from tools.builtin_bank.decision import ACCEPT, LISTS, NEW, REJECT, Decision

__all__ = ["KEYS", "Curated", "read_curated", "read_keys"]

KEYS = ("unit", "move", "topics", "themes", "kinds", "levels", "family", "text", "note")
_NEW_KEYS = (*KEYS, "file")
_NEEDED = ("unit", "move", "file", "text")
_UNITS = frozenset(unit.value for unit in Unit)
_LEAST_DIGITS = 6
_SEPARATORS = str.maketrans("，,;；", "、、、、")


class Curated(NamedTuple):
    """What a curator's file says.

    Arguments:
        decisions: by id; of two lines on one candidate the later holds.
        lines: of each id the 1-based line, for messages.
        problems: lines that are no decision.
    """

    decisions: dict[str, Decision]
    lines: dict[str, int]
    problems: tuple[Problem, ...]


def read_curated(
    path: Path, candidates: Mapping[str, Candidate], recorded: Mapping[str, Decision], files: Sequence[str]
) -> Curated:
    """Read a curator's file: ``a<TAB>id[<TAB>key=value…]``, ``x<TAB>id``, ``n<TAB>key=value…``.

    Arguments:
        path: the file; empty lines and lines with # are passed over.
        candidates: by id.
        recorded: decisions taken before, which know candidates that are mined no more.
        files: of the samples.

    Raises:
        CodedError: P001 it cannot be read.
    """
    decisions: dict[str, Decision] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            decision = _decision(line.rstrip("\r").split("\t"), candidates, recorded, files)
        except CodedError as error:
            problems += [replace(one, file=str(path), line=number) for one in error.problems]
        else:
            decisions[decision.id] = decision
            lines[decision.id] = number
    return Curated(decisions, lines, tuple(problems))


def _decision(
    cells: Sequence[str],
    candidates: Mapping[str, Candidate],
    recorded: Mapping[str, Decision],
    files: Sequence[str],
) -> Decision:
    verdict = cells[0].strip()
    if verdict == NEW:
        return _new(read_keys(cells[1:], _NEW_KEYS), files)
    if verdict not in (ACCEPT, REJECT) or len(cells) < 2:
        raise _wrong("D001", f"不认识的一行“{cells[0][:20]}”", "写成 a、x 或 n，后面用制表符隔开")
    mined = _base(cells[1].strip(), candidates, recorded)
    if verdict == REJECT:
        return Decision(mined.id, REJECT, file=mined.file, mined=mined.mined)
    values = read_keys(cells[2:], KEYS)
    text = str(values.get("text", ""))
    if phrase_id(text) == phrase_id(mined.mined):
        values["text"] = ""
    unit, move = values.get("unit", mined.unit), values.get("move", mined.move)
    if (unit, move) != (mined.unit, mined.move):
        # What a heading's family says of its role holds for its own move only.
        values.setdefault("family", "")
    return replace(mined, verdict=ACCEPT, **values)  # type: ignore[arg-type]


def _new(values: dict[str, object], files: Sequence[str]) -> Decision:
    missing = [key for key in _NEEDED if not values.get(key)]
    if missing:
        raise _wrong("D004", f"缺少 {'、'.join(missing)}", "新写的词条要有 unit、move、file、text")
    named = str(values["file"])
    fitting = [file for file in files if file == named or file.endswith(f"/{named}")]
    if not fitting:
        close = get_close_matches(named, [file.partition("/")[2] for file in files], n=1)
        raise _wrong("D005", f"没有样稿“{named}”", f"是不是“{close[0]}”？" if close else "请写样稿的文件名")
    # 02-anquan.txt may lie in both folders: the speeches come before the labelled ones.
    values["file"] = max(fitting)
    return Decision(phrase_id(str(values["text"])), NEW, **values)  # type: ignore[arg-type]


def _base(asked: str, candidates: Mapping[str, Candidate], recorded: Mapping[str, Decision]) -> Decision:
    """The candidate as a decision that has changed nothing yet."""
    found = _one_of(asked, candidates)
    if found:
        candidate = candidates[found]
        return Decision(
            id=candidate.id,
            verdict=ACCEPT,
            unit=candidate.unit,
            move=candidate.move,
            topics=candidate.topics,
            themes=(),
            kinds=candidate.kinds,
            levels=candidate.levels,
            family=candidate.family,
            file=candidate.sources[0].file,
            mined=candidate.text,
        )
    found = _one_of(asked, {key: one for key, one in recorded.items() if one.verdict != NEW})
    if found and recorded[found].unit:
        return replace(recorded[found], text="", note="")
    raise _wrong("D002", f"候选词条里没有编号“{asked}”", "请从分给你的那一份里抄；稿子改过的用 --candidates")


def _one_of(asked: str, known: Iterable[str]) -> str:
    if len(asked) < _LEAST_DIGITS:
        return ""
    fitting = [one for one in known if one.startswith(asked)]
    if len(fitting) > 1 and asked not in fitting:
        raise _wrong("D002", f"编号“{asked}”不止一条", "请把编号写全")
    return fitting[0] if fitting else ""


def read_keys(cells: Iterable[str], known: Sequence[str]) -> dict[str, object]:
    """Read the cells ``key=value`` of a curator's line.

    Raises:
        CodedError: D003 a key, unit or move is unknown.
    """
    values: dict[str, object] = {}
    for cell in cells:
        if not cell.strip():
            continue
        key, equals, value = cell.strip().partition("=")
        if not equals or key not in known:
            raise _wrong("D003", f"不认识“{cell[:20]}”", f"可用的键：{'、'.join(known)}")
        if key in LISTS:
            words = filter(None, (word.strip() for word in value.translate(_SEPARATORS).split("、")))
            values[key] = tuple(
                dict.fromkeys(filed_name(word) if key == "topics" else word for word in words)
            )
        else:
            # The bank's phrases carry no final full stop; a curator may have typed it all the same.
            values[key] = value.strip().rstrip("。；") if key == "text" else value.strip()
    if values.get("unit", "sentence") not in _UNITS:
        raise _wrong("D003", f"没有“{values['unit']}”这种单位", f"可用：{'、'.join(sorted(_UNITS))}")
    if values.get("move", "point.lead") not in MOVES:
        close = get_close_matches(str(values["move"]), sorted(MOVES), n=1)
        mend = f"是不是“{close[0]}”？" if close else f"可用：{'、'.join(sorted(MOVES))}"
        raise _wrong("D003", f"没有“{values['move']}”这个语步", mend)
    return values


def _wrong(code: str, message: str, mend: str) -> CodedError:
    return CodedError(Problem(code, message, mend=mend))
