import pytest

from phrasebank.mining import Role
from phrasebank.model import Move
from phrasebank.moves.rules import ruled
from phrasebank.moves.situated import Situated


def at(text: str, role: Role = Role.OPENING, path: tuple[int, ...] = (), *, lead: bool = False) -> Situated:
    return Situated(text, role, path, text if lead else "", 0, 1, lead)


FILLER = [at("各单位把台账理清楚。", Role.BODY, (1,)) for _ in range(20)]


@pytest.mark.parametrize(
    "text",
    [
        "下面，我讲{count}点意见。",
        "借此机会，我就{topic}再强调几个问题。",
        "我重点讲{count}个方面。",
        "我想谈几句话。",
    ],
)
def test_an_early_line_that_says_how_much_follows_announces(text: str) -> None:
    assert list(ruled([at(text), *FILLER])) == [(0, Move.OPENING_ANNOUNCE)]


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("谢谢大家！", Move.CLOSING_THANKS),
        ("感谢各位。", Move.CLOSING_THANKS),
        ("祝大家工作顺利、阖家安康！", Move.CLOSING_WISH),
        ("预祝活动圆满成功！", Move.CLOSING_WISH),
        ("让我们把这副担子一起挑起来！", Move.CLOSING_CALL),
    ],
)
def test_a_late_line_takes_leave(text: str, move: Move) -> None:
    assert list(ruled([*FILLER, at(text, Role.CLOSING)])) == [(len(FILLER), move)]


@pytest.mark.parametrize(
    "text", ["让我们以热烈的掌声欢迎{person}同志！", "祝贺{place}拿到了这块牌子。", "感谢信贴在墙上。"]
)
def test_what_only_begins_like_leave_is_left_to_the_model(text: str) -> None:
    assert list(ruled([*FILLER, at(text, Role.CLOSING)])) == []


def test_leave_is_taken_at_the_end_only() -> None:
    assert list(ruled([at("谢谢大家！"), *FILLER])) == []


def test_a_unit_of_the_second_level_is_a_point() -> None:
    deep = at("把账算细", Role.HEADING, (2, 1), lead=True)
    top = at("把账算细", Role.HEADING, (2,), lead=True)
    assert list(ruled([*FILLER, deep, top, *FILLER])) == [(len(FILLER), Move.POINT_LEAD)]


def test_a_title_says_what_the_speech_is_for() -> None:
    assert list(ruled([at("在{meeting}上的讲话", Role.TITLE), *FILLER])) == [(0, Move.OPENING_PURPOSE)]
