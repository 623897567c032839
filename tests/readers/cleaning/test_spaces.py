from __future__ import annotations

import pytest

from drafter.readers.cleaning.spaces import tidy_spaces
from tests.readers.cleaning.helpers import after


@pytest.mark.parametrize(
    ("spaced", "tidy"),
    [
        ("我和 12 位县长一起参加了培训。", "我和12位县长一起参加了培训。"),
        ("福建某 PX 项目发生爆炸。", "福建某PX项目发生爆炸。"),
        ("增长 67.9 %，居全省第 3 位。", "增长67.9%，居全省第3位。"),
        ("五年来， 我们 坚持 发展第一。 成绩来之不易。", "五年来，我们坚持发展第一。成绩来之不易。"),
        ("政 府 工 作 报 告", "政府工作报告"),
        ("市长 汪　泉", "市长 汪泉"),
        ("县委副书记、县长　　陆清和", "县委副书记、县长　陆清和"),
        ("江南省省长 沈怀谷", "江南省省长 沈怀谷"),
        ("一、 2013年工作回顾", "一、2013年工作回顾"),
        ("（一） 突出产业培植", "（一）突出产业培植"),
        ("1. 加强领导", "1.加强领导"),
        ("一、统一思想 提高认识", "一、统一思想 提高认识"),
        ("第一部分　提高认识", "第一部分　提高认识"),
        ("以学铸魂 实干担当", "以学铸魂 实干担当"),
        ("周明远 2026年3月18日", "周明远 2026年3月18日"),
        ("指 Essential Science Indicators 数据库。", "指Essential Science Indicators数据库。"),
        ("\t　 同志们 ：", "同志们："),
    ],
)
def test_spaces(spaced: str, tidy: str) -> None:
    assert after(tidy_spaces, spaced) == [tidy]
    assert after(tidy_spaces, tidy) == [tidy]
