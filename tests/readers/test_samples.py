"""The real samples of ../shared, which are read only and never copied: no site's words left, nothing cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from drafter.readers import read_source, read_speech
from drafter.speech import Section, speech_text

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real samples are not on this machine"),
]

CHROME = re.compile(
    "当前位置|您的位置|浏览量|小编|推荐访问|版权所有|字体|分享|扫一扫|打印本页|Powered|备案号|编辑：|来源："
)


def sample(name: str) -> Path:
    return SAMPLES / f"{name}.txt"


def names() -> list[str]:
    return sorted(path.stem for path in SAMPLES.glob("*.txt")) if SAMPLES.is_dir() else []


@pytest.mark.parametrize("name", names())
def test_clean_and_whole(name: str) -> None:
    source = read_source(sample(name))
    assert not [line for line in (*source.paragraphs[:8], *source.paragraphs[-4:]) if CHROME.search(line)]
    fragments = [line for line in source.paragraphs if re.match(r"[，。；：、）”]|是：|\d+\.\d+$", line)]
    assert fragments == []
    raw = sample(name).read_text(encoding="utf-8")
    dropped = sum(len(re.sub(r"\s", "", run.text)) for run in source.dropped)
    assert len(re.sub(r"\s", "", source.text)) + dropped >= 0.999 * len(re.sub(r"\s", "", raw))


def test_the_training_lecture() -> None:
    speech = read_speech(sample("seed-safety-lecture"))
    assert speech.title == "在全市领导干部安全生产专题培训班上的专题辅导讲座"
    assert speech.salutation == "同志们"
    assert len(speech.opening) == 2
    assert "志刚常务副市长也还将组织大家观看" in speech.opening[0]
    assert speech.announced == 5
    assert {"announced-mismatch", "truncated", "mojibake"} <= {one.code for one in speech.anomalies}
    assert [len(section.sections) for section in speech.sections] == [3, 4, 3, 3]
    assert [section.sections[0].marker.family.value for section in speech.sections] == [
        "第一，",
        "一要",
        "一要",
        "一要",
    ]
    assert ("一是", "二是", "三是") in speech.enumerations
    assert ("一是", "二是", "三是", "四是") in speech.enumerations
    assert all(paragraph[-1] in "。！？；：…" for paragraph in _paragraphs(speech.sections))
    assert CHROME.search(speech_text(speech)) is None


def _paragraphs(sections: tuple[Section, ...]) -> list[str]:
    return [
        paragraph
        for section in sections
        for paragraph in (*section.paragraphs, *_paragraphs(section.sections))
    ]
