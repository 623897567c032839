"""How headings are set."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.layout import FANGSONG, HEITI, KAITI, wrong_looks
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Placed, Rule, Settings
from drafter.readers.looks import Look
from drafter.speech import Block, Role

_LEVELS = ((1, HEITI, "黑体"), (2, KAITI, "楷体"), (3, FANGSONG, "仿宋"))
#: Half a point: what rounding of sizes may make.
_SLACK = 0.5


def _headings(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    for level, faces, name in _LEVELS:
        yield from _of_level(manuscript, level, faces, name, settings["size"])


def _of_level(
    manuscript: Manuscript, level: int, faces: tuple[str, ...], name: str, size: float
) -> Iterator[Placed]:
    def is_meant(block: Block) -> bool:
        return block.role is Role.HEADING and block.level == level

    def wrong(look: Look) -> str:
        said = []
        if look.face and not any(face in look.face for face in faces):
            said.append(f"第{level}级标题的字体是{look.face}，应当是{name}")
        if look.size and abs(look.size - size) > _SLACK:
            said.append(f"第{level}级标题的字号是{look.size:g}磅，应当是{size:g}磅")
        return "；".join(said)

    return wrong_looks(manuscript, is_meant, wrong)


RULE = Rule(
    code="D004",
    name="各级标题的字体",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.3.3",
    why="标题的字体不合",
    about="独占一行的标题：第一级黑体，第二级楷体，第三级仿宋，都是三号。settings：size 磅。",
    examples=(),
    whole=_headings,
    settings={"size": 16.0},
)
