"""What is said twice is heard."""

from __future__ import annotations

from drafter.measure import Written
from drafter.measure.invented import spans_of
from drafter.measure.repetition import Repetition, repetition_of


def of(text: str, names: tuple[str, ...] = ()) -> Repetition:
    written = Written.of("草稿", text)
    return repetition_of(written, spans_of(written), names)


def test_a_speech_that_says_nothing_twice(written: Written) -> None:
    found = repetition_of(written, spans_of(written))
    assert found.sentences == ()
    assert found.echoes == ()
    assert found.echo_rate == 0


def test_a_sentence_said_twice_under_another_number(draft: str) -> None:
    again = draft.replace("不能有万一。", "不能有万一。二是孩子碗里的事，没有小事。")
    assert of(again).sentences == ("孩子碗里的事，没有小事。",)


def test_an_echo_is_counted_in_its_longest_form() -> None:
    found = of("责任要压到每一个岗位上去。\n谁管的事谁负责。\n还是要压到每一个岗位上去才行。")
    assert found.echoes == ("要压到每一个岗位上去",)
    assert (
        round(
            found.echo_rate
            * Written.of(
                "", "责任要压到每一个岗位上去。\n谁管的事谁负责。\n还是要压到每一个岗位上去才行。"
            ).length
            / 1000
        )
        == 10
    )
    assert found.sixes > 0


def test_a_name_may_come_again() -> None:
    text = "秋季校园护苗攻坚行动要开好头。\n秋季校园护苗攻坚行动也要收好尾。"
    assert of(text).echoes == ("秋季校园护苗攻坚行动",)
    assert of(text, ("秋季校园护苗攻坚行动",)).echoes == ()


def test_neighbours_that_begin_alike() -> None:
    assert of("我们看得见。我们也听得见。大家都明白。").openings == 0.5
    assert of("我们看得见。大家都明白。").openings == 0


def test_words_that_press_by_sentence() -> None:
    pressing = dict(of("必须马上办。要办好，不要拖，重要的事要先办。").pressing)
    assert pressing == {"要": 1.0, "必须": 0.5, "坚决": 0.0, "切实": 0.0}
