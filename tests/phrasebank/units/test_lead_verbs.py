"""The frame of a heading: its leading verbs and what belongs to them, content words taken out."""

from __future__ import annotations

import pytest

from phrasebank.units.lead_verbs import BLANK, clause_frame, starts_with_verb


@pytest.mark.parametrize(
    ("heading", "frame"),
    [
        ("压实包保责任，进一步织密防护网络", "压实～，进一步织密～"),
        ("以网格为底座，把服务送到楼道", "以～为～，把～"),
        ("把安全作为头等大事", "把～作为～"),
        ("产业结构稳步优化", "～稳步优化"),
        ("在细处上下功夫", "在～上～"),
        ("创新能力持续提升", "～持续提升"),
        ("春茶", BLANK),
    ],
)
def test_frames(heading: str, frame: str) -> None:
    assert clause_frame(heading) == frame


def test_parallel_headings_share_a_frame() -> None:
    headings = [
        "夯实基层底座，不断提升治理水平",
        "夯实产业根基，不断提升发展后劲",
        "夯实安全防线，不断提升应急能力",
    ]
    assert len({clause_frame(heading) for heading in headings}) == 1


@pytest.mark.parametrize("clause", ["加强巡查", "进一步压实责任", "要守住底线", "稳增长", "把问题找准"])
def test_verbs_first(clause: str) -> None:
    assert starts_with_verb(clause)


@pytest.mark.parametrize("clause", ["干部队伍有了新面貌", "治安状况良好", "有关部门", "能源保供", "校园食堂"])
def test_nouns_first(clause: str) -> None:
    assert not starts_with_verb(clause)
