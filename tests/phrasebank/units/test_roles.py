"""A heading's role follows its words, among the roles that are filed under its move."""

from __future__ import annotations

import pytest

from phrasebank.units.roles import role_of
from phrasebank.vocabulary import ROLE_FREE, ROLES


@pytest.mark.parametrize(
    ("heading", "move", "role"),
    [
        ("看清差距，增强补短板的紧迫感", "body.significance", "认识"),
        ("过去一年的工作有目共睹", "body.achievement", "成绩"),
        ("面临的形势依然严峻", "body.situation", "形势"),
        ("突出重点任务", "point.measure", "任务"),
        ("打通堵点，把服务做到家门口", "point.measure", "措施"),
        ("压紧责任链条", "point.duty", "责任"),
        ("强化组织领导和要素保障", "point.duty", "保障"),
        ("道一声珍重", "closing.wish", ROLE_FREE),
    ],
)
def test_roles(heading: str, move: str, role: str) -> None:
    assert role_of(heading, move) == role
    assert role == ROLE_FREE or ROLES[role].value == move
