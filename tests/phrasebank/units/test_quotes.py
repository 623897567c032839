"""Words of others are told from one's own."""

from __future__ import annotations

import pytest

from phrasebank.units.quotes import is_quote, quotes_leader


@pytest.mark.parametrize(
    "text",
    ["俗话说：“磨刀不误砍柴工”，前期功课做足了，后面才快得起来", "古人云，“不谋全局者，不足谋一域”"],
)
def test_sayings_are_quotes(text: str) -> None:
    assert is_quote(text)


@pytest.mark.parametrize("text", ["把“一件事”办成一次事", "老话题要有新办法", "书记、镇长要带头上堤"])
def test_own_words_are_none(text: str) -> None:
    assert not is_quote(text)
    assert not quotes_leader(text)


def test_reported_words_of_a_leader() -> None:
    assert quotes_leader("市委书记在会上强调，要把责任压到最末一级")
