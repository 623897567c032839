import datetime as dt
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.brief import keys, load_brief, new_brief
from drafter.brief.tree import Mapping
from drafter.brief.yaml_tree import parse_yaml

# A key of the brief, or one of the example's facts, behind the sign of a comment.
COMMENTED = re.compile(r"^( *)# ( *(?:[\u4e00-\u9fff]{1,4}): .*|数据:|风格:)$", re.MULTILINE)


def test_it_loads_as_it_is(tmp_path):
    path = tmp_path / "提纲.yaml"
    path.write_text(new_brief("专题培训", "安全生产", ["为什么学", "学什么", "怎么用"]), "utf-8")
    brief = load_brief(path, ["专题培训"])
    assert (brief.kind, brief.topic, brief.place.level) == ("专题培训", "安全生产", "市")
    assert [part.theme for part in brief.parts] == ["为什么学", "学什么", "怎么用"]
    assert brief.place.name.startswith("【待补：")


def test_its_examples_load_when_put_to_use(tmp_path):
    text = COMMENTED.sub(r"\1\2", new_brief("工作部署", "安全生产", ["提高思想认识"]))
    text = text.replace("认识 形势 成绩 问题 任务 措施 保障 责任 希望（选一个；不写就从主题判断）", "认识")
    path = tmp_path / "提纲.yaml"
    path.write_text(text, "utf-8")
    brief = load_brief(path)
    assert brief.meeting == "全市安全生产工作会议"
    assert (brief.date, brief.length) == (dt.date(2026, 3, 18), 3000)
    assert (brief.place.superior, brief.speaker.name) == ("江南省", "周明远")
    assert list(brief.facts) == ["事故起数", "关闭企业"]
    assert brief.parts[0].points[0].measures == ("开展警示教育", "压实企业主体责任")
    assert brief.parts[0].points[0].deadline == "6月底前"
    assert brief.style == {"分点": "一要", "仿": "样稿.docx"}


@pytest.mark.parametrize(
    "table", [keys.BRIEF, keys.PLACE, keys.SPEAKER, keys.FACT, keys.PART, keys.POINT, keys.STYLE]
)
def test_every_key_is_explained(table):
    text = new_brief("工作部署")
    assert [key for key in table.aliases if key not in text] == []


def topic_of(text):
    root = parse_yaml(text, "提纲.yaml")
    assert isinstance(root, Mapping)
    return root.entries[1].value.text


@pytest.mark.parametrize("topic", ["安全: 生产", "#一号", "'引号'", "- 甲", "{括号}", "*星", "yes", "\x07甲"])
def test_odd_topics_are_quoted(topic):
    assert topic_of(new_brief("工作部署", topic)) == topic.replace("\x07", "")


@pytest.mark.parametrize("topic", ["", " ", "\n"])
def test_a_topic_may_be_left_open(topic):
    assert topic_of(new_brief("工作部署", topic)) == "【待补：讲什么工作】"


@settings(max_examples=60)
@given(st.text(min_size=1, max_size=20))
def test_any_topic_makes_a_brief_that_parses(topic):
    assert topic_of(new_brief("工作部署", topic))
