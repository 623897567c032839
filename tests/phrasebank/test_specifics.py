from __future__ import annotations

import pytest

from phrasebank.masking.divisions import divisions
from phrasebank.specifics import find_specifics


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全年发生事故38起", "P030"),
        ("百分之八十的企业达标", "P030"),
        ("五成以上是小企业", "P030"),
        ("培训一百二十人", "P030"),
        ("六月底前完成", "P031"),
        ("二〇二六年是关键一年", "P031"),
        ("抓好三年行动", "P031"),
        ("“十四五”开局", "P031"),
        ("学习党的二十大精神", "P031"),
        ("临江市要抓好", "P032"),
        ("在东山县召开现场会", "P032"),
        ("湖南的做法", "P032"),
        ("青山镇的干部", "P032"),
        ("在曲塘县用好资金", "P032"),
        ("由上洄村牵头", "P032"),
        ("到望坪镇调研", "P032"),
        ("白碾乡的干部", "P032"),
        ("高桥坳村的老村医", "P032"),
        ("岚州的发展", "P032"),
        ("漱江新区腾出土地", "P032"),
        ("赴合肥市场调研", "P032"),
        ("双江拉祜族佤族布朗族傣族自治县的茶园", "P032"),
        ("落实《安全生产责任清单》", "P033"),
        ("按照防汛条例要求", "P033"),
        ("安全生产法的规定", "P033"),
        ("市应急管理局要牵头", "P034"),
        ("周明远市长强调", "P034"),
        ("由王明同志负责", "P034"),
    ],
)
def test_a_specific_is_found(text: str, code: str) -> None:
    assert code in {found.code for found in find_specifics(text)}


@pytest.mark.parametrize(
    "text",
    [
        "各县区、市直各部门要走村入户",
        "联系千家万户，牵动方方面面",
        "百分之百落实到位",
        "抓好城市管理和社区治理，走好第一步",
        "守法诚信、依法行政，办法要硬",
        "顾全大局，全市统一布局",
        "各位同志、有关同志",
        "库区、林区、景区和农村地区",
        "一分部署，九分落实",
        "三令五申、千方百计、十分重要",
        "县域经济、区域协调、市场主体",
        "党政同责、一岗双责",
        "省市县三级联动，市县乡村齐抓",
        "推进区域协调，完善市域治理，各类市场主体",
        "建设省级样板，实施乡村振兴，强化县域经济",
        "先问市场，各位乡亲，打好市场牌，城中村改造",
        "账由乡镇算，兄弟区县，村看村、户看户",
        "争创示范县，建设经济区、试验区、功能区",
        "富民县域经济，加快推进城市新区建设",
        "谢谢同志们，用好板凳工作法，做好加减法",
        "香港同胞、澳门同胞、台湾同胞",
        "月月有检查，三天两头看一看",
        "下沉到村、到户、到人",
        "打好一季度开门红",
    ],
)
def test_everyday_words_are_no_specifics(text: str) -> None:
    assert [found.text for found in find_specifics(text)] == []


@pytest.mark.parametrize(
    ("text", "figures"), [("增长12.5％", ["12.5"]), ("达到1,280万元、36人", ["1,280", "36"])]
)
def test_a_figure_is_reported_once(text: str, figures: list[str]) -> None:
    assert [found.text.rstrip("％") for found in find_specifics(text)] == figures


def test_every_division_of_the_table_is_a_place() -> None:
    names = divisions().full
    missed = {
        name for name in names if not any(found.code == "P032" for found in find_specifics(f"在{name}召开"))
    }
    # Names that are ordinary words too (place_stems.txt) are all that may pass.
    assert len(missed) < 35
    assert max(map(len, missed)) < 4
