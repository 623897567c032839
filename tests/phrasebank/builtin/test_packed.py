"""The packed bank says what its JSON Lines say, and is not believed where they have changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from phrasebank.builtin import BUILTIN_FILES, load_builtin, load_folder
from phrasebank.builtin.packed import PACKED_NAME, pack, unpack
from phrasebank.exchange import dumps
from phrasebank.model import Move, Phrase, Source, Status, Unit, phrase_id
from phrasebank.vocabulary import slots_of


def _phrase(text: str, **fields: object) -> Phrase:
    plain = Phrase(
        phrase_id(text), text, Unit.SENTENCE, Move.POINT_DEMAND, slots_of(text), status=Status.ACCEPTED
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


PHRASES = (
    _phrase(
        "抓{topic}，怕的是一阵风", topics=("安全生产",), kinds=("党课",), levels=("市",), themes=("责任",)
    ),
    _phrase("要{task:verb}", family="落点", score=0.25),
    _phrase(
        "前一句。后一句",
        unit=Unit.PASSAGE,
        moves=(Move.POINT_DEMAND, Move.POINT_BASELINE),
        groups=("0" * 16,),
        sources=(Source("speeches/甲.txt", 3, 0, 7), Source("labelled/乙.txt", 0, 2, 9)),
        sample_count=2,
    ),
    _phrase(
        "有人看过的一句",
        status=Status.FORBIDDEN,
        doubts=("可能有人名",),
        note="说法过时",
        decided_by="王秀梅",
        decided_at="2026-01-02",
        used=3,
    ),
)


def _folder(folder: Path, *, packed: bool = True) -> Path:
    phrases = sorted(PHRASES, key=lambda phrase: phrase.id)
    (folder / "a.jsonl").write_text(dumps(phrases[:2]), "utf-8")
    (folder / "b.jsonl").write_text(dumps(phrases[2:]), "utf-8")
    if packed:
        (folder / PACKED_NAME).write_bytes(pack(load_folder(folder), _files(folder)))
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.jsonl"))}


def test_packed_phrases_are_the_same_in_every_field(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    found = unpack((folder / PACKED_NAME).read_bytes(), _files(folder))
    assert found == load_folder(_folder(tmp_path, packed=False))
    assert found is not None
    assert [phrase.sources for phrase in found if phrase.sources] == [PHRASES[2].sources]


def test_the_packed_file_is_what_is_read(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    packed = folder / PACKED_NAME
    packed.write_bytes(packed.read_bytes().replace("一阵风".encode(), "一场雨".encode()))
    assert any("一场雨" in phrase.text for phrase in load_folder(folder))


@pytest.mark.parametrize("change", ["edited", "new", "gone"])
def test_changed_files_are_read_themselves(tmp_path: Path, change: str) -> None:
    folder = _folder(tmp_path)
    first = folder / "a.jsonl"
    if change == "edited":
        # Of the same length: what has changed is seen all the same.
        first.write_text(first.read_text("utf-8").replace("落点", "落脚"), "utf-8")
    elif change == "new":
        (folder / "c.jsonl").write_text(dumps([_phrase("新写的一句")]), "utf-8")
    else:
        first.unlink()
    found = load_folder(folder)
    (folder / PACKED_NAME).unlink()
    assert found == load_folder(folder)
    assert found != tuple(sorted(PHRASES, key=lambda phrase: phrase.id))


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"of": {}}', b"\xff"])
def test_a_damaged_packed_file_is_passed_over(tmp_path: Path, damage: bytes) -> None:
    folder = _folder(tmp_path, packed=False)
    whole = load_folder(folder)
    (folder / PACKED_NAME).write_bytes(damage)
    assert load_folder(folder) == whole


def test_the_bank_is_packed_as_its_files_are() -> None:
    folder = BUILTIN_FILES[0].parent
    packed = folder / PACKED_NAME
    held = packed.read_bytes() if packed.is_file() else b""
    assert held == pack(load_builtin(), _files(folder)), "run python -m tools.build_builtin pack"
