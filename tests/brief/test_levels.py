import datetime as dt

import pytest

from drafter.brief import LEVELS, Place, level_words, season
from drafter.brief.levels import level_of


@pytest.mark.parametrize(
    ("place", "whole", "leadership", "units", "ours"),
    [
        (Place("江南省", "省"), "全省", "省委、省政府", "各市、省直各部门", "我省"),
        (Place("临江市", "市"), "全市", "市委、市政府", "各县区、市直各部门", "我市"),
        (Place("东山县", "县"), "全县", "县委、县政府", "各乡镇、县直各部门", "我县"),
        (Place("西河区", "区"), "全区", "区委、区政府", "各镇街、区直各部门", "我区"),
        (Place("临江高新区", "区"), "全区", "区党工委、管委会", "各园区、各部门", "我区"),
        (Place("石桥镇", "乡镇"), "全镇", "镇党委、镇政府", "各村（社区）、镇直各单位", "我镇"),
        (Place("白沙乡", "乡镇"), "全乡", "乡党委、乡政府", "各村、乡直各单位", "我乡"),
        (Place("青石街道", "乡镇"), "全街道", "街道党工委、办事处", "各社区、各科室", "我街道"),
        (Place("临江市应急管理局", "部门"), "全系统", "局党组", "局机关各科室、各直属单位", "我局"),
        (Place("江南航运集团", "企业"), "全集团", "集团党委", "各子公司、集团各部门", "集团"),
        (Place("临江水务有限公司", "企业"), "全公司", "公司党委", "各分公司、各部门", "公司"),
        (Place("临江大学", "学校"), "全校", "学校党委", "各学院、各处室", "我校"),
        (Place("东山县第一中学", "学校"), "全校", "学校党组织", "各年级、各处室", "我校"),
        (Place("某地", "市"), "全市", "市委、市政府", "各县区、市直各部门", "我市"),
    ],
)  # fmt: skip
def test_words_of_a_level(place, whole, leadership, units, ours):
    words = level_words(place)
    assert (words.whole, words.leadership, words.units, words.ours) == (whole, leadership, units, ours)
    assert words.whole == f"全{words.word}"


def test_a_city_of_towns_has_other_units():
    assert (
        level_words(Place("临江市", "市", "", ("石桥镇", "青石街道"))).units == "各乡镇（街道）、市直各部门"
    )


@pytest.mark.parametrize(
    ("superior", "leadership"),
    [
        ("", ""),
        ("江南省", "省委、省政府"),
        ("临江市", "市委、市政府"),
        ("东山县", "县委、县政府"),
        ("江南自治区", "自治区党委、自治区政府"),
        ("国务院", "党中央、国务院"),
        ("江南省应急管理厅", "江南省应急管理厅"),
        ("江南航运集团", "江南航运集团"),
        ("不知何处", "不知何处"),
        ("江南省、临江市", "省委、省政府和市委、市政府"),
        ("省委、省政府", "省委、省政府"),
    ],
)
def test_who_stands_above(superior, leadership):
    assert level_words(Place("甲", "部门", superior)).superior == leadership


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_words(level):
    words = level_words(Place("甲", level))
    assert all((words.word, words.leadership, words.units, words.ours, words.announce))


def test_an_unknown_level():
    with pytest.raises(ValueError, match="unknown level"):
        level_words(Place("甲", "星球"))


def test_a_name_that_tells_no_level():
    assert level_of("某地") == ""


@pytest.mark.parametrize(
    ("day", "topic", "phrase"),
    [
        ("2026-01-05", "安全生产", "岁末年初"),
        ("2026-12-20", "安全生产", "岁末年初"),
        ("2026-02-10", "安全生产", "春节临近"),
        ("2026-02-17", "安全生产", "新春伊始"),
        ("2027-02-05", "安全生产", "春节临近"),
        ("2026-03-30", "安全生产", "清明临近"),
        ("2026-03-30", "森林防火", "清明临近"),
        ("2026-03-01", "森林防火工作", "春季森林防火关键期"),
        ("2026-11-30", "森林草原防灭火", "秋冬季森林防火期"),
        ("2026-05-20", "防汛抗旱", "汛期将至"),
        ("2026-07-20", "防汛", "主汛期来临"),
        ("2026-05-20", "安全生产", "汛期将至"),
        ("2026-07-20", "招商引资", "盛夏高温时节"),
        ("2026-09-01", "校园安全", "开学季"),
        ("2026-09-15", "安全生产", "国庆、中秋临近"),
        ("2026-09-28", "安全生产", "国庆临近"),
        ("2026-10-10", "粮食生产", "秋收时节"),
    ],
)
def test_seasons(day, topic, phrase):
    assert season(dt.date.fromisoformat(day), topic) == phrase


def test_every_day_of_ten_years_has_a_phrase():
    day = dt.date(2024, 1, 1)
    while day.year < 2036:
        assert season(day), day
        day += dt.timedelta(days=1)
