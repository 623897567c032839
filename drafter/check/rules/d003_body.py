"""How the running text is set."""

from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.layout import FANGSONG, is_body, wrong_looks
from drafter.check.manuscript import Manuscript
from drafter.check.rule import Placed, Rule, Settings
from drafter.readers.looks import Look


def _body(manuscript: Manuscript, settings: Settings) -> Iterator[Placed]:
    def wrong(look: Look) -> str:
        said = []
        if look.face and not any(name in look.face for name in FANGSONG):
            said.append(f"字体是{look.face}，应当是仿宋")
        if look.size and abs(look.size - settings["size"]) > 0.5:
            said.append(f"字号是{look.size:g}磅，应当是{settings['size']:g}磅")
        if look.line and not settings["least"] <= look.line <= settings["most"]:
            said.append(f"行距是{look.line:g}磅，应当在{settings['least']:g}到{settings['most']:g}磅之间")
        if look.size and abs(look.indent - 2) > 0.3:
            said.append(f"首行缩进{look.indent:g}字，应当缩进2字")
        return "；".join(said)

    return wrong_looks(manuscript, is_body, wrong)


RULE = Rule(
    code="D003",
    name="正文的字体字号和缩进",
    severity=Severity.WARNING,
    source="GB/T 9704—2012 5.2.2、5.2.3、7.3.3",
    why="正文的字体字号不合",
    about="正文用三号仿宋体，一般每面22行（行距28到30磅），每段开头空两字。朗读件字大，可以改 settings：size 磅，least、most 行距磅数。",
    examples=(),
    whole=_body,
    settings={"size": 16.0, "least": 27.5, "most": 31.0},
)
