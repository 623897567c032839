"""Learning from a sample: its manner and only what it argued, never what it told of its own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.brief import load_brief
from drafter.compose import compose_draft
from drafter.errors import CodedError
from drafter.like import learn
from drafter.resources import example_briefs
from drafter.speech import Family
from drafter.style import distance, style_of
from phrasebank.bank import MemoryBank
from phrasebank.builtin import load_builtin
from phrasebank.check import check_phrase

SPEECHES = sorted((Path(__file__).parents[2] / "samples" / "speeches").glob("*.txt"))
HOMELY, STRICT = (next(path for path in SPEECHES if path.name.startswith(n)) for n in ("08", "04"))

SAMPLE = """在全县森林防火会议上的讲话
同志们：
今天开这个会，就是要把防火的弦绷紧。下面，我讲两点。
一、管住野外火源
第一，守住进山路口。火种进不了山，山就安全一大半。去年我们在黄坡岭设了三个卡口。上个月有一次火警，是老王发现的。
第二，管好坟头用火。祭祖的心意不在火里。
二、备足扑救力量
第一，练好队伍。打火先要保人。
第二，备齐物资。真到用的时候，仓库里的东西要拿得出来。
同志们，山林交到我们手里，我们要把它完好地交下去。
"""


def test_the_numbering_and_headings_of_the_sample_are_measured(tmp_path: Path) -> None:
    path = tmp_path / "样稿.txt"
    path.write_text(SAMPLE, "utf-8")
    manner = learn([path]).manner
    assert manner.family is Family.ORDINAL
    assert manner.headings is not None
    assert (manner.headings.length, manner.headings.limbs) == (6, 1)
    assert manner.files == {str(path)}


def test_nothing_of_the_samples_own_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "样稿.txt"
    path.write_text(SAMPLE, "utf-8")
    said = [phrase.text for phrase in learn([path]).phrases]
    assert not [
        text for text in said if any(own in text for own in ("黄坡岭", "老王", "去年", "三个", "上个月"))
    ]


@pytest.mark.parametrize("path", SPEECHES[:10], ids=lambda path: path.stem)
def test_every_phrase_learnt_passes_the_gate(path: Path) -> None:
    for phrase in learn([path]).phrases:
        assert check_phrase(phrase) == ()
        assert phrase.sources[0].file == str(path)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_draft_like_a_sample_is_nearer_to_it_than_a_draft_like_another(seed: int) -> None:
    given = load_brief(min(example_briefs().glob("*.yaml")))
    drafts = {}
    for path in (HOMELY, STRICT):
        liked = learn([path])
        bank = MemoryBank(liked.phrases, load_builtin())
        drafts[path] = compose_draft(given, bank, seed=seed, manner=liked.manner).text
    for path, other in ((HOMELY, STRICT), (STRICT, HOMELY)):
        style = style_of([path.read_text("utf-8")])
        assert distance(style, drafts[path]) < distance(style, drafts[other])


def test_a_file_without_sentences_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_text("\n", "utf-8")
    with pytest.raises(CodedError) as caught:
        learn([path])
    assert str(path) in str(caught.value)
