"""Paper and margins."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Hit, Placed, Rule, Settings

_A4 = (210.0, 297.0)


def _page(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    if manuscript.looks is None or not manuscript.paragraphs:
        return
    page, slack = manuscript.looks.page, settings["slack"]
    wrong = []
    if abs(page.width - _A4[0]) > slack or abs(page.height - _A4[1]) > slack:
        wrong.append(f"纸张是{page.width:g}×{page.height:g}毫米，应当是 A4（210×297）")
    for said, value, right in (
        ("天头（上白边）", page.top, settings["top"]),
        ("订口（左白边）", page.left, settings["left"]),
    ):
        if abs(value - right) > slack:
            wrong.append(f"{said}是{value:g}毫米，应当是{right:g}毫米")
    wide, high = page.width - page.left - page.right, page.height - page.top - page.bottom
    if abs(wide - settings["wide"]) > slack or abs(high - settings["high"]) > 2 * slack:
        wrong.append(f"版心是{wide:.0f}×{high:.0f}毫米，应当是{settings['wide']:g}×{settings['high']:g}毫米")
    if wrong:
        yield Placed(0, Hit(0, 0, why="；".join(wrong)))


RULE = Rule(
    code="D001",
    name="纸张和页边",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 5.1、5.2",
    why="纸张和页边不合",
    about="A4 纸，天头37毫米，订口28毫米，版心156×225毫米。settings：top、left、wide、high 毫米，slack 允许差几毫米。",
    examples=(),
    whole=_page,
    settings={"top": 37.0, "left": 28.0, "wide": 156.0, "high": 225.0, "slack": 2.0},
)
