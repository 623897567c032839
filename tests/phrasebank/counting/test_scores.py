from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from phrasebank.counting.newness import Said
from phrasebank.counting.scores import score

counts = st.integers(0, 10_000)
shares = st.floats(0, 1)


@given(counts, counts, shares, st.booleans(), st.booleans())
def test_is_between_0_and_1(places: int, speeches: int, quality: float, doubts: bool, known: bool) -> None:
    value = score(occurrences=places, speeches=speeches, quality=quality, has_doubts=doubts, is_known=known)
    assert 0 <= value <= 1


@given(counts, counts, shares)
def test_more_is_never_less_and_a_doubt_never_more(places: int, speeches: int, quality: float) -> None:
    value = score(occurrences=places, speeches=speeches, quality=quality)
    assert score(occurrences=places + 1, speeches=speeches, quality=quality) >= value
    assert score(occurrences=places, speeches=speeches + 1, quality=quality) >= value
    assert score(occurrences=places, speeches=speeches, quality=min(quality + 0.1, 1)) >= value
    assert score(occurrences=places, speeches=speeches, quality=quality, has_doubts=True) <= value
    assert score(occurrences=places, speeches=speeches, quality=quality, is_known=True) < value


def test_known_is_what_accepted_phrases_say_part_by_part() -> None:
    said = Said(["各{level}要压实包保责任，把账算到户里"])
    assert said.says("压实包保责任")
    assert said.says("{place}要压实包保责任")
    assert not said.says("压实包保责任要具体")
    assert not said.says("管好山塘水库")
    assert not Said([]).says("压实包保责任")
