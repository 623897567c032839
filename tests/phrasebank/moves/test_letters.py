import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phrasebank.moves.letters import EDGE, LONGEST, grams_of, key_of, spell

LINES = st.lists(
    st.text(st.sampled_from("要把责任压实，。{}n1\n😀"), max_size=12) | st.just("全{level}共有{number2}。"),
    min_size=1,
    max_size=5,
)


@given(LINES)
def test_every_n_gram_of_a_line_has_the_key_it_has_alone(lines: list[str]) -> None:
    grams = grams_of(lines)
    assert len(grams.starts) == len(lines)
    for text, start in zip(lines, grams.starts.tolist(), strict=True):
        whole = EDGE + spell(text.replace(EDGE, " ")) + EDGE
        for length in range(1, LONGEST + 1):
            for at in range(len(whole) - length + 1):
                assert grams.keys[length - 1][start + at] == key_of(whole[at : at + length])


@given(LINES)
def test_lines_lie_behind_one_another(lines: list[str]) -> None:
    grams = grams_of(lines)
    assert (np.diff(grams.starts) >= grams.lengths[:-1] + 1).all()


def test_slots_of_one_type_are_one_letter() -> None:
    assert spell("{number}") == spell("{number3}")
    assert spell("{deadline}前") == spell("{date}前") != spell("{number}前")
    assert len(spell("由{body}牵头")) == 4


@pytest.mark.parametrize("gram", ["", "五个字太长"])
def test_a_key_is_for_one_to_four_letters(gram: str) -> None:
    with pytest.raises(ValueError, match=f"^{gram}$"):
        key_of(gram)
