import datetime as dt
import json
import subprocess
import sys
from decimal import Decimal

import pytest

from drafter.brief import Fact, Part, Place, Point, Speaker, family_named, load_brief
from drafter.errors import BriefError

CONTRACT = """\
文种: 工作部署
主题: 安全生产
标题: 在全市安全生产工作会议上的讲话
会议: 全市安全生产工作会议
地区: {名称: 临江市, 层级: 市, 上级: 江南省, 下级: [东山县, 西河区]}
讲话人: {姓名: 周明远, 职务: 市委副书记、市长}
日期: 2026-03-18
称谓: 同志们：
前序: [市应急管理局通报了2025年全市安全生产情况]
依据: [《中华人民共和国安全生产法》, 全省安全生产电视电话会议精神]
数据:
  事故起数: {值: 38, 单位: 起, 同比: -12.5%, 时段: 2025年, 来源: 市应急管理局}
部分:
  - 主题: 提高思想认识
    作用: 认识
    要点:
      - 主题: 树牢红线意识
        措施: [开展警示教育, 压实企业主体责任]
        责任: 各县区、市直有关部门
        时限: 6月底前
        数据: [事故起数]
        原文: 这句话一个字也不能改。
结尾: 再接再厉
篇幅: 3000
风格: {分点: 一要}
"""
ENGLISH = {
    "kind": "工作部署",
    "topic": "安全生产",
    "title": "在全市安全生产工作会议上的讲话",
    "meeting": "全市安全生产工作会议",
    "place": {"name": "临江市", "level": "市", "superior": "江南省", "subordinates": ["东山县", "西河区"]},
    "speaker": {"name": "周明远", "post": "市委副书记、市长"},
    "date": "2026年3月18日",
    "salutation": "同志们",
    "prior": "市应急管理局通报了2025年全市安全生产情况",
    "basis": ["《中华人民共和国安全生产法》", "全省安全生产电视电话会议精神"],
    "data": {
        "事故起数": {"value": 38, "unit": "起", "change": -12.5, "period": "2025年", "source": "市应急管理局"}
    },
    "parts": [
        {
            "theme": "提高思想认识",
            "role": "认识",
            "points": [
                {
                    "theme": "树牢红线意识",
                    "measures": ["开展警示教育", "压实企业主体责任"],
                    "duty": ["各县区、市直有关部门"],
                    "deadline": "6月底前",
                    "data": "事故起数",
                    "verbatim": "这句话一个字也不能改。",
                }
            ],
        }
    ],
    "closing": "再接再厉",
    "length": 3000,
    "style": {"points": "一要"},
}


def load(tmp_path, text, name="提纲.yaml"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return load_brief(path)


HEAD = "文种: 工作部署\n主题: 安全生产\n地区: 临江市\n"


def test_the_contract(tmp_path):
    brief = load(tmp_path, CONTRACT)
    assert (brief.kind, brief.topic, brief.meeting) == ("工作部署", "安全生产", "全市安全生产工作会议")
    assert brief.place == Place("临江市", "市", "江南省", ("东山县", "西河区"))
    assert brief.speaker == Speaker("周明远", "市委副书记、市长")
    assert brief.date == dt.date(2026, 3, 18)
    assert brief.salutation == "同志们"
    assert brief.prior == ("市应急管理局通报了2025年全市安全生产情况",)
    assert brief.basis == ("《中华人民共和国安全生产法》", "全省安全生产电视电话会议精神")
    assert brief.facts == {
        "事故起数": Fact(
            "事故起数",
            Decimal(38),
            "38",
            "起",
            change=Decimal("-12.5"),
            period="2025年",
            source="市应急管理局",
            origin=f"{tmp_path / '提纲.yaml'}:12",
        )
    }
    point = Point(
        "树牢红线意识",
        measures=("开展警示教育", "压实企业主体责任"),
        duty=("各县区、市直有关部门",),
        deadline="6月底前",
        facts=("事故起数",),
        verbatim=("这句话一个字也不能改。",),
    )
    assert brief.parts == (Part("提高思想认识", role="认识", points=(point,)),)
    assert (brief.closing, brief.length, brief.style) == ("再接再厉", 3000, {"分点": "一要"})


@pytest.mark.parametrize("name", ["brief.json", "brief.yaml"])
def test_english_keys_in_json_say_the_same(tmp_path, name):
    chinese = load(tmp_path, CONTRACT)
    english = load(tmp_path, json.dumps(ENGLISH, ensure_ascii=False, indent=1), name)
    assert english.parts == chinese.parts
    for key in (
        "kind",
        "topic",
        "title",
        "place",
        "speaker",
        "date",
        "salutation",
        "prior",
        "basis",
        "style",
    ):
        assert getattr(english, key) == getattr(chinese, key)
    assert [fact.change for fact in english.facts.values()] == [Decimal("-12.5")]


def test_json_indented_with_tabs(tmp_path):
    text = json.dumps({"文种": "工作部署", "主题": "安全", "地区": "临江市"}, ensure_ascii=False, indent="\t")
    assert load(tmp_path, text, "brief.json").place == Place("临江市", "市")


def test_only_three_keys_are_needed(tmp_path):
    brief = load(tmp_path, HEAD)
    assert brief.place == Place("临江市", "市")
    assert (brief.parts, brief.facts, brief.date, brief.length, brief.style) == ((), {}, None, None, {})


def test_short_forms(tmp_path):
    brief = load(tmp_path, HEAD + "部分:\n  - 提高认识\n  - 主题: 抓落实\n    要点: [查隐患, 压责任]\n")
    assert brief.parts == (Part("提高认识"), Part("抓落实", points=(Point("查隐患"), Point("压责任"))))


def facts(tmp_path, text):
    return load(tmp_path, HEAD + "数据:\n" + text).facts


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("38起", ("38", "38", "起", "")),
        ("38", ("38", "38", "", "")),
        ("三十八起", ("38", "三十八", "起", "")),
        ("98.5%", ("98.5", "98.5", "%", "")),
        ("1.2亿元", ("1.2", "1.2", "亿元", "")),
        ("{值: 1.2亿, 单位: 元}", ("1.2", "1.2", "亿元", "")),
        ("{值: 1.2, 单位: 亿元}", ("1.2", "1.2", "亿元", "")),
        ("{值: 38起, 单位: 起}", ("38", "38", "起", "")),
        ("{值: '1,234', 单位: 家}", ("1234", "1234", "家", "")),
        ("{值: 5, 单位: 亿元, 说明: 占比65.3%}", ("5", "5", "亿元", "占比65.3%")),
        ("{值: 5, 单位: 亿元（含税）, 说明: 预计数}", ("5", "5", "亿元", "含税，预计数")),
        ("{value: 5, unit: 亿元, note: 占比65.3%}", ("5", "5", "亿元", "占比65.3%")),
    ],
)
def test_figures(tmp_path, written, expected):
    fact = facts(tmp_path, f"  指标: {written}\n")["指标"]
    assert (fact.value, fact.text, fact.unit, fact.note) == (Decimal(expected[0]), *expected[1:])


def test_a_unit_with_a_long_note(tmp_path):
    fact = facts(tmp_path, "  产值: {值: 5, 单位: 亿元（占比65.3%，比上年同期下降1.8个百分点）}\n")["产值"]
    assert (fact.unit, fact.note) == ("亿元", "占比65.3%，比上年同期下降1.8个百分点")


@pytest.mark.parametrize(
    ("written", "change", "unit"),
    [
        ("{值: 38, 单位: 起, 同比: 减少3起}", "-3", "起"),
        ("{值: 98.5, 单位: '%', 同比: 1.8}", "1.8", "个百分点"),
        ("{值: 38, 单位: 起, 同比: 持平}", "0", "%"),
        ("{值: 35, 单位: 起, 上年同期: 40}", "-12.5", "%"),
        ("{值: 95.5%, 上年同期: 94%}", "1.5", "个百分点"),
    ],
)
def test_changes(tmp_path, written, change, unit):
    fact = facts(tmp_path, f"  指标: {written}\n")["指标"]
    assert (fact.change, fact.change_unit) == (Decimal(change), unit)


def test_a_fact_may_be_words(tmp_path):
    fact = facts(tmp_path, "  牵头单位: {文字: 市应急管理局}\n")["牵头单位"]
    assert (fact.value, fact.text) == (None, "市应急管理局")


def test_a_fact_may_wait_for_its_figure(tmp_path):
    fact = facts(tmp_path, "  事故起数: 【待补：全年事故起数】\n")["事故起数"]
    assert (fact.value, fact.text) == (None, "【待补：全年事故起数】")


def test_the_unit_in_brackets_of_a_name(tmp_path):
    brief = load(tmp_path, HEAD + "数据:\n  产值（亿元）: 12.5\n部分: [{主题: 认识, 数据: [产值（亿元）]}]\n")
    assert brief.parts[0].facts == ("产值",)
    assert brief.facts["产值"].unit == "亿元"


def test_facts_written_as_rows(tmp_path):
    given = facts(tmp_path, "  - {名称: 事故起数, 值: 38, 单位: 起}\n  - 关闭企业: 12家\n")
    assert list(given) == ["事故起数", "关闭企业"]


def test_templates_stay_as_they_are(tmp_path):
    text = "全年关闭{{ 关闭企业 }}，占{{ 关闭企业 | share(企业总数) }}"
    given = "数据: {关闭企业: 12家, 企业总数: 86家}\n"
    assert load(tmp_path, HEAD + given + f"结尾: '{text}'\n").closing == text


@pytest.mark.parametrize(
    "style", ["第一", "第一，", "一要", "一是", "（一）", "(一)", "首先", "其一", "——", "1.", "1", "①"]
)
def test_ways_to_number(tmp_path, style):
    assert load(tmp_path, HEAD + f"风格: {{分点: '{style}'}}\n").style == {"分点": family_named(style).value}


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("江南省", "省"),
        ("临江市", "市"),
        ("东山县", "县"),
        ("西河区", "区"),
        ("临江高新区", "区"),
        ("石桥镇", "乡镇"),
        ("青石街道", "乡镇"),
        ("临江市应急管理局", "部门"),
        ("江南航运集团", "企业"),
        ("临江水务有限公司", "企业"),
        ("东山县第一中学", "学校"),
        ("江南大学", "学校"),
        ("临江市人民医院", "部门"),
    ],
)
def test_the_level_follows_from_the_name(tmp_path, place, level):
    assert load(tmp_path, f"文种: 工作部署\n主题: 安全\n地区: {place}\n").place.level == level


@pytest.mark.parametrize(
    ("word", "level"), [("市级", "市"), ("公司", "企业"), ("街道", "乡镇"), ("高校", "学校")]
)
def test_levels_under_other_names(tmp_path, word, level):
    brief = load(tmp_path, f"文种: 工作部署\n主题: 安全\n地区: {{名称: 甲, 层级: {word}}}\n")
    assert brief.place.level == level


@pytest.mark.parametrize("length", ["3000", "3000字", "约3000字", "'3,000'", "3000字左右"])
def test_lengths(tmp_path, length):
    assert load(tmp_path, HEAD + f"篇幅: {length}\n").length == 3000


def test_a_bare_date_as_deadline(tmp_path):
    brief = load(tmp_path, HEAD + "部分: [{主题: 甲, 要点: [{主题: 乙, 时限: 2026-06-30}]}]\n")
    assert brief.parts[0].points[0].deadline == "2026年6月30日前"


def test_long_text_over_several_lines(tmp_path):
    brief = load(
        tmp_path,
        HEAD
        + "结尾: 大家要说了就干，\n  干就干好\n部分:\n- 主题: 甲\n  原文: |\n    第一段。\n    第二段。\n",
    )
    assert brief.closing == "大家要说了就干，干就干好"
    assert brief.parts[0].verbatim == ("第一段。", "第二段。")


def test_names_of_facts_separated_by_commas(tmp_path):
    text = "数据: {甲: 1, 乙: 2}\n部分: [{主题: 认识, 数据: 甲、乙}]\n"
    assert load(tmp_path, HEAD + text).parts[0].facts == ("甲", "乙")


def test_a_fact_whose_figure_is_wrong_is_not_called_missing(tmp_path):
    with pytest.raises(BriefError) as caught:
        load(tmp_path, HEAD + "数据: {甲: 三十多}\n结尾: '{{ 甲 }}'\n部分: [{主题: 认识, 数据: [甲]}]\n")
    assert [problem.code for problem in caught.value.problems] == ["B020"]


def test_loading_imports_no_heavy_library():
    heavy = "('openpyxl', 'jinja2', 'jieba', 'docx', 'lxml')"
    script = f"import sys, drafter.brief; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
