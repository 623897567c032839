import datetime as dt
import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import Workbook

from drafter.brief import load_brief
from drafter.brief.data_files import read_table_file
from drafter.errors import BriefError

HEAD = "文种: 工作部署\n主题: 安全生产\n地区: 临江市\n"


def save(path, rows, formats=(), merged=(), title="数据"):
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cell, style in dict(formats).items():
        sheet[cell].number_format = style
    for cells in merged:
        sheet.merge_cells(cells)
    workbook.save(path)


def read(tmp_path, rows, formats=(), merged=()):
    save(tmp_path / "数据.xlsx", rows, formats, merged)
    return {fact.name: fact for fact in read_table_file(tmp_path / "数据.xlsx", "数据.xlsx")}


def complaints(tmp_path, rows):
    with pytest.raises(BriefError) as caught:
        read(tmp_path, rows)
    return str(caught.value).splitlines()


def test_one_row_a_fact(tmp_path):
    facts = read(
        tmp_path,
        [
            ["名称", "值", "单位", "同比", "时段", "来源", "说明"],
            ["事故起数", 38, "起", "-12.5%", "2025年", "市应急管理局", "不含道路交通"],
        ],
    )
    fact = facts["事故起数"]
    assert (fact.value, fact.text, fact.unit, fact.change) == (Decimal(38), "38", "起", Decimal("-12.5"))
    assert (fact.period, fact.source, fact.note) == ("2025年", "市应急管理局", "不含道路交通")
    assert fact.origin == "数据.xlsx 第2行"


def test_a_sheet_as_offices_keep_it(tmp_path):
    """Merged title, blank rows, other heads, numbering, merged sources, remarks, total, blanks below."""
    rows = [
        ["2025年临江市安全生产主要指标"],
        [],
        ["指标", "数值", "计量单位", "同比增长（%）", "时间", "数据来源"],
        ["一、生产安全事故", None, None, None, None, None],
        ["1.事故起数", 38, "起", -0.125, 2025, "市应急管理局"],
        ["其中：道路交通", "２１", "起", "↓4.5", 2025, None],
        ["合计", "1,234", "件", "持平", 2025, None],
        ["备注：道路交通为快报数", None, None, None, None, None],
        [],
        ["", "", "", "", "", ""],
    ]
    facts = read(tmp_path, rows, {"D5": "0.0%"}, ["A1:F1", "F5:F7"])
    assert list(facts) == ["事故起数", "道路交通", "合计"]
    assert facts["事故起数"].change == Decimal("-12.5")
    assert facts["道路交通"].change == Decimal("-4.5")
    assert facts["合计"].change == 0
    assert {fact.source for fact in facts.values()} == {"市应急管理局"}
    assert {fact.period for fact in facts.values()} == {"2025年"}
    assert facts["合计"].value == 1234


@pytest.mark.parametrize(
    ("cell", "style", "text", "unit"),
    [
        (38, "General", "38", ""),
        (0.125, "0.0%", "12.5", "%"),
        (0.985, "0%", "99", "%"),
        (12.3456, "0.0", "12.3", ""),
        (1234.5, "#,##0.00", "1234.5", ""),
        (1 / 3, "General", "0.33", ""),
        (0.1 + 0.2, "General", "0.3", ""),
        (3.5, '0.0"万元"', "3.5", ""),
        ("38起", "General", "38", "起"),
        ("1.2亿元", "General", "1.2", "亿元"),
        (" 1,234 ", "General", "1234", ""),
        ("12.5%", "General", "12.5", "%"),
    ],
)
def test_a_cell_as_its_reader_sees_it(tmp_path, cell, style, text, unit):
    fact = read(tmp_path, [["名称", "值"], ["指标", cell]], {"B2": style})["指标"]
    assert (fact.text, fact.unit) == (text, unit)


@pytest.mark.parametrize("blank", [None, "—", "-", "/", "空", "…", "无"])
def test_blank_cells_are_no_facts(tmp_path, blank):
    assert list(read(tmp_path, [["名称", "值"], ["甲", blank], ["乙", 1]])) == ["乙"]


def test_one_column_a_period(tmp_path):
    rows = [
        ["单位：亿元"],
        ["项目", "2023年", 2025, 2024, "来源"],
        ["生产总值", 100, 121, 110, "市统计局"],
        ["工业投资", 20, "—", 25, None],
        ["占比（%）", 12.1, 13.75, 12.5, None],
    ]
    facts = read(tmp_path, rows)
    total = facts["生产总值"]
    assert (total.value, total.unit, total.period, total.source) == (
        Decimal(121),
        "亿元",
        "2025年",
        "市统计局",
    )
    assert (total.change, total.change_unit, total.previous) == (Decimal("10.0"), "%", Decimal(110))
    assert total.history == (("2023年", Decimal(100)), ("2024年", Decimal(110)))
    assert (facts["工业投资"].value, facts["工业投资"].period) == (Decimal(25), "2024年")
    share = facts["占比"]
    assert (share.unit, share.change, share.change_unit) == ("%", Decimal("1.25"), "个百分点")


def test_periods_of_several_lengths_compare_only_with_their_own(tmp_path):
    rows = [["名称", "单位", "2024年", "2024年一季度", "2025年1-3月"], ["事故", "起", 150, 40, 35]]
    fact = read(tmp_path, rows)["事故"]
    assert (fact.period, fact.change, fact.previous) == ("2025年1—3月", Decimal("-12.5"), Decimal(40))


def test_a_change_given_comes_before_one_computed(tmp_path):
    rows = [["名称", "单位", "2024年", "2025年", "同比"], ["产值", "亿元", 100, 110, "8.5%"]]
    assert read(tmp_path, rows)["产值"].change == Decimal("8.5")


def test_no_percent_of_nought(tmp_path):
    fact = read(tmp_path, [["名称", "2024年", "2025年"], ["事故", 0, 3]])["事故"]
    assert (fact.change, fact.previous) == (None, Decimal(0))


def test_one_row_a_period(tmp_path):
    rows = [["名称", "时段", "值", "单位"], ["事故", "2024年", 40, "起"], ["事故", "2025年", 35, "起"]]
    fact = read(tmp_path, rows)["事故"]
    assert (fact.value, fact.change, fact.history) == (
        Decimal(35),
        Decimal("-12.5"),
        (("2024年", Decimal(40)),),
    )


def test_this_year_beside_last_year(tmp_path):
    fact = read(tmp_path, [["指标", "本期", "上年同期", "单位"], ["事故", 35, 40, "起"]])["事故"]
    assert (fact.change, fact.previous) == (Decimal("-12.5"), Decimal(40))


def test_points_named_in_the_head(tmp_path):
    fact = read(tmp_path, [["名称", "值", "同比增减（个百分点）"], ["及格率", "85%", 1.8]])["及格率"]
    assert (fact.change, fact.change_unit) == (Decimal("1.8"), "个百分点")


def test_dates_as_heads(tmp_path):
    rows = [["名称", dt.date(2024, 1, 1), dt.date(2025, 1, 1)], ["事故", 40, 35]]
    fact = read(tmp_path, rows, {"B1": 'yyyy"年"', "C1": 'yyyy"年"'})["事故"]
    assert (fact.period, fact.change) == ("2025年", Decimal("-12.5"))


def test_bad_cells_are_told_by_row_and_column(tmp_path):
    rows = [
        ["名称", "数值", "单位", "同比"],
        ["事故", "三十多", "起", "大降"],
        ["产值", "=1+1", "亿元", None],
        ["投资", "#DIV/0!", "亿元", None],
        [None, 3, "件", None],
        ["伤亡", "12人", "起", None],
        ["投诉", 3, "件", "突增"],
        ["比例", "5%～10%", None, None],
        ["信访", 1, "件", None],
        ["信访", 2, "件", None],
    ]
    assert complaints(tmp_path, rows) == [
        "数据.xlsx:2 “数值”：“三十多”不是一个确切的数（请写一个数，如 38 或 38起） [B020]",
        "数据.xlsx:3 “数值”：公式还没有算出结果（请用 Excel 或 WPS 打开后保存一次，或填上数值） [B036]",
        "数据.xlsx:4 “数值”：公式出错：#DIV/0!（请写一个数，如 38 或 38起） [B020]",
        "数据.xlsx:5 “名称”：这一行有数，却没有名称（请补上名称） [B012]",
        "数据.xlsx:6 “单位”：值“12人”与单位“起”对不上（请只在一处写单位，或改成一致） [B024]",
        "数据.xlsx:7 “同比”：“突增”不是同比（可写：-12.5%、增长3.1个百分点、减少3起、持平） [B021]",
        "数据.xlsx:8 “数值”：“5%～10%”是一个范围，不是一个数（请写一个数，如 38 或 38起） [B020]",
        "数据.xlsx:10 “信访”：这项数据给了两次（第9行已有）（请只留一处，或用“时段”分开） [B023]",
    ]


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ([["甲", "乙"], [1, 2]], "数据.xlsx:1：找不到表头"),
        ([], "数据.xlsx：表里没有内容"),
        ([["名称", "值"], ["甲", None]], "数据.xlsx:1：表里没有数据"),
    ],
)
def test_tables_without_facts(tmp_path, rows, line):
    assert complaints(tmp_path, rows)[0].startswith(line)


def brief(tmp_path, data, more=""):
    path = tmp_path / "提纲.yaml"
    path.write_text(f"{HEAD}数据: {data}\n{more}", "utf-8")
    return load_brief(path)


def test_a_sheet_is_chosen_by_name(tmp_path):
    workbook = Workbook()
    workbook.active.append(["名称", "值"])
    workbook.active.append(["甲", 1])
    second = workbook.create_sheet("二季度")
    second.append(["名称", "值"])
    second.append(["乙", 2])
    workbook.save(tmp_path / "数据.xlsx")
    assert list(brief(tmp_path, "数据.xlsx").facts) == ["甲"]
    fact = brief(tmp_path, "'数据.xlsx#二季度'").facts["乙"]
    assert fact.origin == "数据.xlsx#二季度 第2行"
    assert list(brief(tmp_path, "{文件: 数据.xlsx, 工作表: 二季度}").facts) == ["乙"]
    with pytest.raises(BriefError, match="没有名为“三季度”的工作表（可用的有：Sheet 二季度）"):
        brief(tmp_path, "'数据.xlsx#三季度'")


def test_files_and_facts_together(tmp_path):
    save(tmp_path / "数据.xlsx", [["名称", "值"], ["甲", 1]])
    (tmp_path / "表.csv").write_text("名称,值\n乙,2\n", "utf-8")
    (tmp_path / "数.json").write_text('{"丙": {"值": 3, "单位": "起"}}', "utf-8")
    (tmp_path / "行.json").write_text('[{"名称": "丁", "值": 4}]', "utf-8")
    facts = brief(tmp_path, "[数据.xlsx, 表.csv, 数.json, 行.json, {戊: 5起}]").facts
    assert list(facts) == ["甲", "乙", "丙", "丁", "戊"]


def test_a_name_given_by_file_and_brief_is_told(tmp_path):
    (tmp_path / "表.csv").write_text("名称,值\n甲,2\n", "utf-8")
    with pytest.raises(BriefError, match=r"这项数据给了两次（表\.csv 第2行 已有）"):
        brief(tmp_path, "[表.csv, {甲: 5起}]")


def test_an_unreadable_file_does_not_make_its_facts_missing(tmp_path):
    with pytest.raises(BriefError) as caught:
        brief(tmp_path, "没有.csv", "部分: [{主题: 认识, 数据: [甲]}]\n")
    assert str(caught.value) == "没有.csv：找不到这个文件（请检查文件名和所在文件夹） [B001]"


def test_a_json_file_may_not_name_files(tmp_path):
    (tmp_path / "环.json").write_text('["环.json"]', "utf-8")
    with pytest.raises(BriefError, match="B031"):
        brief(tmp_path, "环.json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "，"])
def test_csv_in_many_forms(tmp_path, encoding, separator):
    rows = [["指标", "数值", "单位"], ["事故", "38", "起"], ["产值", "十二", "亿元"]]
    text = "\r\n".join(separator.join(row) for row in rows)
    (tmp_path / "表.csv").write_bytes(text.encode(encoding))
    facts = brief(tmp_path, "表.csv").facts
    assert [(fact.value, fact.unit) for fact in facts.values()] == [
        (Decimal(38), "起"),
        (Decimal(12), "亿元"),
    ]


def test_csv_with_quotes_and_line_numbers(tmp_path):
    (tmp_path / "表.csv").write_text('名称,值,说明\n\n"甲","1,234","两行\n说明"\n乙,多,\n', "utf-8")
    with pytest.raises(BriefError, match=r"^表\.csv:5 “值”：“多”"):
        brief(tmp_path, "表.csv")


@pytest.mark.parametrize("text", ["没有分隔", '名称,值\n"甲,1\n'])
def test_csv_that_is_none(tmp_path, text):
    (tmp_path / "表.csv").write_text(text, "utf-8")
    with pytest.raises(BriefError, match="B035"):
        brief(tmp_path, "表.csv")


def test_a_table_too_long(tmp_path):
    (tmp_path / "表.csv").write_text("名称,值\n" + "甲,1\n" * 20_000, "utf-8")
    with pytest.raises(BriefError, match="表格超过20000行"):
        brief(tmp_path, "表.csv")


@pytest.mark.parametrize(("name", "mend"), [("表.xls", "另存为 .xlsx"), ("表.pdf", "请给 .xlsx")])
def test_other_files_are_refused(tmp_path, name, mend):
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(BriefError, match=mend):
        brief(tmp_path, name)


def package(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no workbook at all",
        package({"word/document.xml": b"<a/>"}),
        package({"xl/workbook.xml": b"<broken"}),
        package({"xl/workbook.xml": b"<a/>", "xl/worksheets/sheet1.xml": b" " * 50_000_000}),
        package({f"{number}": b"" for number in range(3000)}),
    ],
    ids=["empty", "text", "word", "broken", "bomb", "many"],
)
def test_damaged_and_hostile_workbooks(tmp_path, data):
    (tmp_path / "数据.xlsx").write_bytes(data)
    with pytest.raises(BriefError, match="B032") as caught:
        brief(tmp_path, "数据.xlsx")
    assert len(str(caught.value).splitlines()) == 1


def test_a_cut_off_workbook(tmp_path):
    save(tmp_path / "数据.xlsx", [["名称", "值"], ["甲", 1]])
    whole = (tmp_path / "数据.xlsx").read_bytes()
    for size in range(0, len(whole), 97):
        (tmp_path / "数据.xlsx").write_bytes(whole[:size])
        with pytest.raises(BriefError, match=r"数据\.xlsx"):
            brief(tmp_path, "数据.xlsx")
