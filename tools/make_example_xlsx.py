"""Make samples/briefs/招商引资数据.xlsx, the example of a table with one column a period.

The workbook is a binary that nobody can review; this table can be. Run it after a change:
``.venv/bin/python tools/make_example_xlsx.py``. The same table gives the same bytes. All figures are
invented, as 东山县 is.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

TARGET = Path(__file__).parents[1] / "samples" / "briefs" / "招商引资数据.xlsx"
TITLE = "东山县2025年招商引资主要数据"
HEAD = ("指标名称", "计量单位", "2024年", "2025年", "数据来源")
ROWS: tuple[tuple[str, str, float, float, str], ...] = (
    ("新签约项目", "个", 86, 97, "县投资促进中心"),
    ("亿元以上签约项目", "个", 31, 38, "县投资促进中心"),
    ("计划投资额", "亿元", 142.5, 168.3, "县投资促进中心"),
    ("到位资金", "亿元（占全县固定资产投资的41.6%）", 58.2, 66.9, "县投资促进中心"),
    ("省外到位资金", "亿元", 34.1, 41.3, "县投资促进中心"),
    ("主导产业签约项目", "个（高端轴承38个、智能农机25个）", 49, 63, "县投资促进中心"),
    ("当年签约当年开工项目", "个", 53, 66, "县项目推进办公室"),
    ("签约项目开工率", "%", 61.6, 68.0, "县项目推进办公室"),
    ("实际使用外资", "万美元", 2860, 2310, "县商务局"),
    ("外出招商", "批次", 64, 92, "县投资促进中心"),
    ("接待客商来访", "批次", 188, 245, "县投资促进中心"),
    ("本地配套率", "%", 27.5, 31.2, "县工业信息化局"),
    ("工业用地供应", "亩", 1240, 1518, "县自然资源和规划局"),
    ("盘活闲置厂房", "万平方米", 6.8, 11.4, "县自然资源和规划局"),
    ("闲置土地", "亩", 860, 612, "县自然资源和规划局"),
    ("项目审批平均用时", "个工作日", 32, 21, "县行政审批局"),
    ("惠企资金兑现", "万元", 3260, 4185, "县财政局"),
    ("项目新增就业岗位", "个", 3120, 3860, "县人力资源社会保障局"),
)
NOTE = "注：数据截至2025年12月31日，计划投资额以签订的合同为准。"
#: Stands for the moment of making, which would make every run another file; the ZIP format begins with it.
MOMENT = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
WIDTHS = (24, 36, 12, 12, 24)


def make_workbook() -> Workbook:
    """The workbook as an office keeps it: a merged title, a head, a row an indicator, a note."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "主要数据"
    for row in ((TITLE,), HEAD, *ROWS, (NOTE,)):
        sheet.append(row)
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEAD))
    sheet["A1"].font = Font(name="宋体", size=16, bold=True)
    sheet["A1"].alignment = Alignment(horizontal="center")
    line = Side(style="thin")
    for cells in sheet.iter_rows(min_row=2, max_row=2 + len(ROWS)):
        for cell in cells:
            cell.border = Border(left=line, right=line, top=line, bottom=line)
            cell.font = Font(name="宋体", size=12, bold=cell.row == 2)
    for number, (_, _, before, now, _) in enumerate(ROWS, 3):
        for column in "CD":
            whole = isinstance(before, int) and isinstance(now, int)
            sheet[f"{column}{number}"].number_format = "0" if whole else "0.0"
    for index, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    workbook.properties.creator = "东山县投资促进中心"
    workbook.properties.created = MOMENT
    return workbook


def pack(workbook: Workbook) -> bytes:
    """The workbook's bytes without the moment that openpyxl writes into properties and entries."""
    saved = io.BytesIO()
    workbook.save(saved)
    steady = io.BytesIO()
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(steady, "w") as target:
        for name in sorted(parts.namelist()):
            data = parts.read(name)
            if name == "docProps/core.xml":
                made = workbook.properties.modified.strftime("%Y-%m-%dT%H:%M:%SZ")
                data = data.replace(made.encode(), MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
            entry = zipfile.ZipInfo(name, MOMENT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, data)
    return steady.getvalue()


def main() -> None:
    """Write the example beside its brief."""
    TARGET.write_bytes(pack(make_workbook()))


if __name__ == "__main__":
    main()
