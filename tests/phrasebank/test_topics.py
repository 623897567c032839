"""Names of subjects: which mean the same, and which the bank files under."""

from __future__ import annotations

import pytest

from phrasebank.topics import canonical_topics, filed_name, subject_numbers


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("校园安全与“双减”", ("校园安全", "教育教学")),
        ("卫生健康（县域医共体）", ("卫生健康",)),
        ("信访与基层治理", ("信访", "基层治理")),
        ("大气污染防治", ("大气污染防治",)),
        ("教育", ("教育教学",)),
        ("党纪学习教育", ("党纪学习教育",)),
        ("钟表修理（怀表）", ("钟表修理",)),
        ("关于进一步做好钟表修理行业若干问题的意见", ()),
        ("", ()),
    ],
)
def test_words_name_the_subjects_the_bank_files_under(words: str, topics: tuple[str, ...]) -> None:
    assert canonical_topics(words) == topics


def test_a_name_is_filed_under_its_subject_and_an_unknown_one_under_itself() -> None:
    assert [filed_name(name) for name in ("污染防治", "防汛", "钟表修理")] == ["生态环保", "防汛", "钟表修理"]


def test_a_topic_that_holds_a_name_is_about_its_subject() -> None:
    assert subject_numbers("安全生产月") == subject_numbers("安全生产") != frozenset()
    assert subject_numbers("大气污染防治") > subject_numbers("污染防治")
    assert subject_numbers("钟表修理") == frozenset()


def test_a_short_name_counts_only_by_itself() -> None:
    assert subject_numbers("教育") & subject_numbers("义务教育")
    assert not subject_numbers("教育") & subject_numbers("警示教育")


def test_no_name_stands_for_two_subjects() -> None:
    from phrasebank.topics import _FILE

    rows = [line for line in _FILE.read_text("utf-8").splitlines() if not line.startswith("#")]
    names = [name.removeprefix("=") for row in rows for name in row.replace("\t", " ").split()]
    assert len(rows) >= 20
    assert sorted(names) == sorted(set(names))
