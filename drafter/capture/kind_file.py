"""kind.toml of a captured kind: its moves, its numbering, its usual outline."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.capture.blanking import Blanks
from drafter.capture.form import Form, Paragraph, PartForm
from drafter.capture.usual import usual_point, usual_theme
from drafter.compose.kinds import FLOWING, Kind
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["kind_file"]

_HEAD = "# 从样稿学来的文种，各键的意思见 docs/kinds.md；改了这个文件，这类讲话就跟着变。\n"
#: Slots that a brief fills in any case.
_KNOWN = ("topic", "place", "level")
#: Moves that a paragraph of the opening and one below a heading may have.
_OPENING = ("opening.", "body.")
_INTRODUCING = ("body.",)
_CLOSING = ("closing.",)
_LONGEST_RUN = 4
#: Moves of a sentence → the block of a point's paragraph that says such things.
_BLOCKS = {
    "point.measure": "measures",
    "point.deadline": "measures",
    "body.achievement": "data",
    "body.situation": "point.status",
    "body.problem": "point.status",
    "body.significance": "point.rationale",
}
_POINT_MOVES = ("point.rationale", "point.status", "point.duty", "point.demand", "point.baseline")
_MOST_SKELETONS = 8
_LONGEST_THEME = 24


def kind_file(form: Form, base: Kind, blanks: Blanks, others: Sequence[Form] = ()) -> str:
    """The text of kind.toml.

    Arguments:
        form: the form that the samples have in common.
        base: the kind that it is likest to: its tone, and what the samples do not show.
        blanks: keeps the samples' own facts out.
        others: the samples' own forms, for words of the outline.
    """
    salutation = (
        form.salutation
        if form.salutation and blanks.clean(form.salutation, strict=False)
        else base.salutation
    )
    lines = [
        _HEAD.rstrip(),
        f"summary = {_string(f'从样稿学来，与{base.name}相近')}",
        f"salutation = {_string(salutation)}",
        f"tone = {_string(base.tone)}",
        f"numbered = {_string(form.numbered)}",
        f"base = {_string(base.name)}",
        f"own = {_strings(base.own)}",
        "",
        "[opening]",
        "paragraphs = [",
        *(f"    {_strings(run)}," for run in _opening(form)),
        "]",
        "",
        "[introduction]",
        *(f"{_string(role)} = {_strings(run)}" for role, run in _introductions(form, base).items()),
        "",
        "[points]",
        f"family = {_string(_family(form, base))}",
        "skeletons = [",
        *(f"    {_strings(run)}," for run in _skeletons(form, base)),
        "]",
        "",
        "[closing]",
        f"moves = {_strings(_closing(form, base))}",
    ]
    for place, part in enumerate(form.parts):
        lines += ["", "[[outline]]", *_outline(part, place, blanks, others)]
    return "\n".join(lines) + "\n"


def _opening(form: Form) -> list[list[str]]:
    """The moves of each paragraph; what is taken up or announced once is not done so again."""
    found: list[list[str]] = []
    said: set[str] = set()
    for paragraph in form.opening:
        run = [move for move in _runs([paragraph], _OPENING) if move not in said][:_LONGEST_RUN]
        said.update(run)
        found.append(run)
    kept = [run for run in found if run] or [["opening.background"]]
    # An agenda stands between the first paragraph and what the chair says of the speeches.
    return kept[:2] if form.agenda else kept


def _closing(form: Form, base: Kind) -> list[str]:
    return _runs(form.closing, _CLOSING)[:_LONGEST_RUN] or [move.value for move in base.closing]


def _introductions(form: Form, base: Kind) -> dict[str, list[str]]:
    runs = {role: [move.value for move in moves] for role, moves in base.introductions.items()}
    for part in reversed(form.parts):
        if part.introduction:
            runs[part.role] = _runs(part.introduction, _INTRODUCING)[:2]
    for part in form.parts:
        if not part.introduction:
            runs[part.role] = []
    return runs


def _family(form: Form, base: Kind) -> str:
    counts = Counter(part.family for part in form.parts if part.family not in (FLOWING, "一看"))
    return max(counts, key=lambda family: counts[family]) if counts else base.family


def _skeletons(form: Form, base: Kind) -> list[list[str]]:
    """The makes of the points' paragraphs, the most frequent first; each can say all that a brief gives."""
    counts: Counter[tuple[str, ...]] = Counter()
    for part in form.parts:
        for point in part.points:
            blocks = _blocks(point.sayings)
            counts[tuple(blocks)] += 1
    ordered = sorted(counts, key=lambda blocks: -counts[blocks])
    found = [list(blocks) for blocks in ordered[:_MOST_SKELETONS]]
    if len(found) < 2:
        found += [list(blocks) for blocks in base.skeletons if list(blocks) not in found]
    return found


def _blocks(sayings: Paragraph) -> list[str]:
    blocks: list[str] = []
    argued = 0
    for saying in sayings:
        block = _BLOCKS.get(saying.move, saying.move)
        if saying.figures:
            block = "data"
        elif saying.told and block not in ("measures", "data"):
            block = "verbatim"
        if block in blocks or block not in ("data", "measures", "verbatim", *_POINT_MOVES):
            continue
        argued = argued + 1 if block in _POINT_MOVES else 0
        if argued <= 2:
            blocks.append(block)
    if "data" not in blocks:
        blocks.insert(blocks.index("measures") if "measures" in blocks else 0, "data")
    if "measures" not in blocks:
        blocks.insert(blocks.index("data") + 1, "measures")
    if "verbatim" not in blocks:
        blocks.insert(blocks.index("measures") + 1, "verbatim")
    return blocks


def _outline(part: PartForm, place: int, blanks: Blanks, others: Sequence[Form]) -> list[str]:
    alike = [form.parts[place] for form in others if len(form.parts) > place]
    theme = _first([part.theme, *(other.theme for other in alike)], blanks) or usual_theme(part.role)
    taken: list[str] = []
    for number, point in enumerate(part.points):
        same_place = [other.points[number].theme for other in alike if len(other.points) > number]
        own = _first([point.theme, *same_place], blanks)
        found = own if own and own not in taken else usual_point(part.role, number)
        taken.append(found)
    return [
        f"theme = {_string(theme)}",
        f"role = {_string(part.role)}",
        f"points = {_strings(taken)}",
        f"family = {_string(part.family)}",
    ]


def _first(themes: Iterable[str], blanks: Blanks) -> str:
    """The first theme that says nothing of its own place."""
    for theme in themes:
        plain = SLOT_PATTERN.sub(lambda slot: f"{{{slot[1].rstrip('0123456789')}}}", theme)
        kept = blanks.framed(plain, _KNOWN) if len(theme) <= _LONGEST_THEME else ""
        if kept and SLOT_PATTERN.sub("", kept):
            return kept
    return ""


def _runs(paragraphs: Iterable[Paragraph], beginnings: tuple[str, ...]) -> list[str]:
    """Moves in order, each once."""
    moves = [saying.move for paragraph in paragraphs for saying in paragraph]
    return list(dict.fromkeys(move for move in moves if move.startswith(beginnings)))


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _strings(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_string, texts))}]"
