"""How the title is set."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.layout import SONG, wrong_looks
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Placed, Rule, Settings
from drafter.readers.looks import Look
from drafter.speech import Role


def _title(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    size = settings["size"]

    def wrong(look: Look) -> str:
        said = []
        if look.face and not any(name in look.face for name in SONG):
            said.append(f"字体是{look.face}，应当是小标宋体")
        if look.size and abs(look.size - size) > 0.5:
            said.append(f"字号是{look.size:g}磅，应当是二号（{size:g}磅）")
        if not look.centred:
            said.append("没有居中")
        return "；".join(said)

    return wrong_looks(manuscript, lambda block: block.role is Role.TITLE, wrong)


RULE = Rule(
    code="D002",
    name="大标题的字体字号",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 7.3.1",
    why="大标题的字体字号不合",
    about="大标题用二号小标宋体，居中。settings：size 磅。",
    examples=(),
    whole=_title,
    settings={"size": 22.0},
)
