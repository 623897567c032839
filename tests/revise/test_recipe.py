"""What a draft remembers of how it was made."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from drafter.errors import ReadError
from drafter.revise.recipe import Recipe
from drafter.writers import write_docx
from drafter.writers.docx_recipe import LONGEST, carry_recipe
from tests.revise.drafts import brief, document, draft, opened, recipe, texts


def test_a_recipe_comes_back_whole() -> None:
    assert Recipe.of_text(recipe().as_text()) == recipe()


def test_it_knows_the_brief_with_its_data() -> None:
    held = opened().recipe
    assert held.brief == brief()
    assert held.seed == draft().trace.seed
    assert [one.text for one in held.paragraphs] == draft().text.split("\n")


def test_every_traced_sentence_stands_where_it_says() -> None:
    said = [(one.text[s.start : s.end], s.origin) for one in recipe().paragraphs for s in one.said]
    assert said == [(s.text, s.origin) for s in draft().trace.sentences]


def test_word_shows_nothing_of_it() -> None:
    plain = write_docx(draft().speech)
    assert texts(document()) == texts(plain)
    assert carry_recipe(plain, "{}") != plain
    docx.Document(io.BytesIO(document()))


def test_same_inputs_same_bytes() -> None:
    assert carry_recipe(write_docx(draft().speech), recipe().as_text()) == document()


def test_a_document_without_one_says_so() -> None:
    with pytest.raises(ReadError, match="没有起草记录") as error:
        opened(write_docx(draft().speech))
    assert error.value.problems[0].code == "R040"


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        "null",
        '{"version": 1}',
        '{"version": 99, "paragraphs": []}',
        "[" * 100_000,
        json.dumps({**json.loads(recipe().as_text()), "seed": "三"}),
        json.dumps({**json.loads(recipe().as_text()), "paragraphs": [["字", [[0, 99, "brief"]]]]}),
        json.dumps({**json.loads(recipe().as_text()), "brief": {"kind": 3}}),
    ],
)
def test_a_broken_one_is_one_line(broken: str) -> None:
    with pytest.raises(ReadError) as error:
        opened(carry_recipe(write_docx(draft().speech), broken))
    assert error.value.problems[0].code == "R041"
    assert "\n" not in str(error.value)


def test_a_huge_one_is_not_read() -> None:
    with pytest.raises(ReadError, match="超过") as error:
        opened(carry_recipe(write_docx(draft().speech), " " * (LONGEST + 1)))
    assert error.value.problems[0].code == "R041"


def test_characters_that_xml_cannot_hold_survive() -> None:
    odd = replace(recipe(), banks=("a\x08b", "<&>\"'"))
    held = opened(carry_recipe(write_docx(draft().speech), odd.as_text())).recipe
    assert held.banks == odd.banks


def test_readers_pass_it_over(tmp_path: Path) -> None:
    from drafter.readers import read_speech

    path = tmp_path / "讲稿.docx"
    path.write_bytes(document())
    assert read_speech(path).title == draft().speech.title
