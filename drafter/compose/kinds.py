"""Kinds of speech (文种): a folder each, with speech.j2 and kind.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.brief.enumeration import FAMILIES, family_named
from drafter.errors import KindError, Problem
from drafter.resources import templates_folder
from drafter.speech import Family
from phrasebank.bounded import read_toml
from phrasebank.model import MOVES, Move

__all__ = [
    "FLOWING",
    "NUMBERED",
    "ROLES",
    "TONES",
    "Kind",
    "ProposedPart",
    "folder_of",
    "kind_names",
    "load_kind",
    "load_kinds",
    "part_family",
]

#: What a numbered part does in a speech (作用), in the order speeches usually take.
ROLES = ("形势", "认识", "成绩", "问题", "任务", "措施", "保障", "责任", "希望")

#: How a kind speaks: it orders, reports to a superior, pays respects, teaches, or talks with people.
TONES = ("command", "report", "courtesy", "teach", "talk")
#: What of a kind is numbered: parts and their points, the points alone, or nothing.
NUMBERED = ("parts", "points", "nothing")

#: The numbering of points that have none: each is a paragraph of its own.
FLOWING = "不编号"

#: Folders to look for kinds in: one, several of which the first that has a kind counts, or None for
#: the templates that came with the program.
Folders = Path | Sequence[Path] | None

#: What a point's paragraph is built of besides bank moves.
STATED = frozenset({"data", "measures", "verbatim"})


@dataclass(frozen=True, slots=True)
class ProposedPart:
    """A part that the kind usually has, for a brief that names none.

    Arguments:
        theme: what it is about; may hold slots (``{topic}``) that the brief fills.
        role: one of ``ROLES``.
        points: themes of its points.
        family: numbering of its points; "" as the kind's own, ``FLOWING`` none.
    """

    theme: str
    role: str
    points: tuple[str, ...]
    family: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of speech is made.

    Arguments:
        name: 文种.
        summary: one line for ``drafter kinds``.
        template: name of its Jinja template, ``工作部署/speech.j2``.
        salutation: form of address when the brief has none.
        family: numbering of the points (分点) when the brief asks for none.
        families: other numberings that speeches of this kind have as well; the seed may take one.
        opening: paragraphs of the opening, each a run of moves.
        closing: moves of the ending.
        introductions: role → moves of the paragraph below a part's heading.
        skeletons: makes of a point's paragraph: stated blocks (data, measures, verbatim) and
            bank moves in order.
        outline: what it proposes when the brief has no parts.
        tone: one of ``TONES``; in a report and in a ceremony nobody is ordered about.
        numbered: one of ``NUMBERED``.
        own: beginnings of moves (opening, closing.call) for which only phrases filed under this kind
            will do.
        maxims: whether phrases of no topic, theme or kind may be said in its body; a lesson or a
            warning lives by what it is about.
        occasion: word of the meeting's name → words that are out of place there: at the start of a course
            (开班) nobody is congratulated on its end.
        base: the kind under which the bank files what this one says; itself unless it was learnt
            from samples.
    """

    name: str
    summary: str
    template: str
    salutation: str
    family: str
    opening: tuple[tuple[Move, ...], ...]
    closing: tuple[Move, ...]
    introductions: Mapping[str, tuple[Move, ...]]
    skeletons: tuple[tuple[str, ...], ...]
    outline: tuple[ProposedPart, ...]
    tone: str = "command"
    numbered: str = "parts"
    own: tuple[str, ...] = ()
    maxims: bool = True
    families: tuple[str, ...] = ()
    base: str = ""
    occasion: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def out_of_place(self, meeting: str) -> tuple[str, ...]:
        """Words that no phrase may say at a meeting of this name."""
        return tuple(word for named, words in self.occasion.items() if named in meeting for word in words)

    @property
    def filed(self) -> str:
        """The name under which the bank files its phrases."""
        return self.base or self.name


def kind_names(folder: Folders = None) -> tuple[str, ...]:
    """Names of the kinds there are, each once."""
    return tuple(sorted({path.parent.name for root in _roots(folder) for path in root.glob("*/kind.toml")}))


def load_kinds(folder: Folders = None) -> tuple[Kind, ...]:
    """Every kind under ``folder`` (default: the templates that came with the program)."""
    return tuple(load_kind(name, folder) for name in kind_names(folder))


def folder_of(name: str, folder: Folders = None) -> Path:
    """The folder that holds the folder of this kind: of several the first that has it.

    Raises:
        KindError: T001 there is none of this name.
    """
    roots = _roots(folder)
    for root in roots:
        if name == Path(name).name and (root / name / "kind.toml").is_file():
            return root
    known = "、".join(kind_names(roots))
    raise KindError(Problem("T001", f"没有“{name}”这个文种", mend=f"现有文种：{known}"))


def load_kind(name: str, folder: Folders = None) -> Kind:
    """The kind of this name.

    Raises:
        KindError: T001 there is none of this name; T002 its kind.toml cannot be read or has a
            wrong key, move or skeleton.
    """
    path = folder_of(name, folder) / name / "kind.toml"
    try:
        table = read_toml(path)
    except (OSError, ValueError) as error:
        raise _bad(path, "", f"读不出来：{error}") from error
    return _kind(path, name, table)


def part_family(text: str) -> Family | None:
    """The numbering that an outline names: as in briefs, and 一看, whose points bring their own verbs."""
    return Family.ONE_VERB if text == Family.ONE_VERB.value else family_named(text)


def _roots(folder: Folders) -> tuple[Path, ...]:
    if folder is None:
        return (templates_folder(),)
    return (folder,) if isinstance(folder, Path) else tuple(folder)


def _kind(path: Path, name: str, table: dict[str, Any]) -> Kind:
    try:
        opening = tuple(_moves(path, "opening.paragraphs", run) for run in table["opening"]["paragraphs"])
        introductions = {
            role: _moves(path, f"introduction.{role}", run) for role, run in table["introduction"].items()
        }
        kind = Kind(
            name=name,
            summary=_text(table["summary"]),
            template=f"{name}/speech.j2",
            salutation=_text(table["salutation"]),
            family=_text(table["points"]["family"]),
            opening=opening,
            closing=_moves(path, "closing.moves", table["closing"]["moves"]),
            introductions=introductions,
            skeletons=tuple(_skeleton(path, run) for run in table["points"]["skeletons"]),
            outline=tuple(
                ProposedPart(
                    _text(part["theme"]),
                    part["role"],
                    _texts(part["points"]),
                    _text(part.get("family", "")),
                )
                for part in table["outline"]
            ),
            tone=_text(table.get("tone", "command")),
            numbered=_text(table.get("numbered", "parts")),
            own=_texts(table.get("own", [])),
            maxims=bool(table.get("maxims", True)),
            families=_texts(table["points"].get("families", [])),
            base=_text(table.get("base", "")),
            occasion={_text(named): _texts(words) for named, words in table.get("occasion", {}).items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise _bad(path, str(error).strip("'"), "缺了这一项，或者写法不对") from error
    for family in (kind.family, *kind.families):
        if family_named(family) is None:
            raise _bad(path, "points.family", f"没有“{family}”这种分点", f"可用：{'、'.join(FAMILIES)}")
    for part in kind.outline:
        if part.family not in ("", FLOWING) and part_family(part.family) is None:
            mend = f"可用：{'、'.join((*FAMILIES, FLOWING))}"
            raise _bad(path, "outline.family", f"没有“{part.family}”这种分点", mend)
    for key, given in (("points.skeletons", kind.skeletons), ("outline", kind.outline)):
        if not given:
            raise _bad(path, key, "这一项是空的", "至少写一条")
    for beginning in kind.own:
        if not any(move.startswith(beginning) for move in MOVES):
            raise _bad(path, "own", f"没有以“{beginning}”开头的语步", "语步见 docs/phrases.md")
    for key, given_name, known in (("tone", kind.tone, TONES), ("numbered", kind.numbered, NUMBERED)):
        if given_name not in known:
            raise _bad(path, key, f"没有“{given_name}”这种写法", f"可用：{'、'.join(known)}")
    for role in (*introductions, *(part.role for part in kind.outline)):
        if role not in ROLES:
            raise _bad(path, role, "没有这种作用", f"可用：{'、'.join(ROLES)}")
    return kind


def _text(value: object) -> str:
    """A text as it stands in the file; a number or a list is none.

    Raises:
        TypeError: it is no text.
    """
    if not isinstance(value, str):
        raise TypeError(str(value))
    return value


def _texts(value: object) -> tuple[str, ...]:
    """A list of texts; one text alone would fall apart into its characters.

    Raises:
        TypeError: it is no list of texts.
    """
    if not isinstance(value, list):
        raise TypeError(str(value))
    return tuple(_text(item) for item in value)


def _moves(path: Path, key: str, names: object) -> tuple[Move, ...]:
    moves = _texts(names)
    for name in moves:
        if name not in MOVES:
            raise _bad(path, key, f"没有“{name}”这个语步", "语步见 docs/phrases.md")
    return tuple(Move(name) for name in moves)


def _skeleton(path: Path, blocks: object) -> tuple[str, ...]:
    skeleton = _texts(blocks)
    for block in skeleton:
        if block not in STATED and block not in MOVES:
            raise _bad(
                path, "points.skeletons", f"没有“{block}”这一块", "可用 data、measures、verbatim 和各语步"
            )
    return skeleton


def _bad(path: Path, key: str, message: str, mend: str = "") -> KindError:
    return KindError(Problem("T002", message, str(path), key=key, mend=mend))
