"""A speech with every kind of paragraph, and ways to look into what was written of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from drafter.speech import Family, Marker, Section, Speech

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_TEXT = (
    "各乡镇、各部门要切实把思想和行动统一到市委、市政府的决策部署上来，对照年初确定的38项重点任务，逐项明确责任人和"
    "完成时限，做到“底数清、情况明、措施实”，确保6月底前全部整改到位——这是底线，也是红线……绝不能有丝毫松懈。"
)


def _points(count: int) -> tuple[Section, ...]:
    return tuple(
        Section(
            Marker(Family.YAO, number),
            f"压实第{number}类企业的主体责任",
            run_in=True,
            heading_end="。",
            paragraphs=(
                f"市直有关部门要在【待补：“回头看”的时限】前完成排查，去年事故38起、同比下降12.5%。{_TEXT}",
            ),
        )
        for number in range(1, count + 1)
    )


def make_speech(*, repeats: int = 1, title: str = "在全市安全生产工作会议上的讲话") -> Speech:
    """Three sections: own-line headings four deep, run-in points, and both together."""
    deep = Section(
        Marker(Family.BRACKET, 1),
        "织密“横向到边”责任网",
        paragraphs=(_TEXT,) * repeats,
        sections=(
            Section(
                Marker(Family.ARABIC, 1),
                "抓排查",
                paragraphs=(_TEXT,),
                sections=(
                    Section(
                        Marker(Family.ARABIC_BRACKET, 1),
                        "查重点企业",
                        paragraphs=(_TEXT,),
                        sections=(Section(Marker(Family.CIRCLED, 1), "查台账", paragraphs=(_TEXT,)),),
                    ),
                ),
            ),
        ),
    )
    return Speech(
        title=title,
        subtitle="2026年工作部署",
        date="2026年3月18日",
        speaker="市委副书记、市长 周明远",
        salutation="同志们",
        opening=("今天我们召开全市安全生产工作会议，主要任务是总结工作、部署任务。下面，我讲三点意见。",),
        sections=(
            Section(Marker(Family.CHAPTER, 1), "提高政治站位，把握工作主动权", sections=(deep,)),
            Section(
                Marker(Family.CHAPTER, 2),
                "突出重点环节，织密防控网络",
                paragraphs=(_TEXT,),
                sections=_points(3),
            ),
            Section(Marker(Family.CHAPTER, 3), "加强组织领导，凝聚工作合力", paragraphs=(_TEXT,) * repeats),
        ),
        closing=("同志们，责任重于泰山。让我们以务实的作风，为建设平安临江作出新的更大贡献！",),
    )


@pytest.fixture
def speech() -> Speech:
    return make_speech()


@pytest.fixture(scope="session")
def speech_of() -> Callable[..., Speech]:
    return make_speech


Parts = Callable[[bytes], dict[str, etree._Element]]


@pytest.fixture
def parts_of() -> Parts:
    """Every XML part of a .docx by name."""

    def unpack(data: bytes) -> dict[str, etree._Element]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: etree.fromstring(archive.read(name)) for name in archive.namelist()}

    return unpack
