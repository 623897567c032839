"""提纲.yaml of a captured kind: a brief in which everything that the samples told is to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.brief.kind_skeleton import TOPIC
from drafter.brief.skeleton import yaml_scalar
from drafter.capture.blanking import Blanks
from drafter.capture.figures import Figure
from drafter.capture.form import Form, PartForm, PointForm, Saying
from drafter.capture.usual import usual_point, usual_theme
from drafter.compose.kinds import FLOWING
from drafter.compose.shape import Shape, shape_of
from phrasebank.vocabulary import LEVELS

__all__ = ["brief_file"]

_HEAD = """\
# {name}提纲，结构是从样稿学来的，样稿里的地方、人、数和事都空着。
#   · 【待补：…】要换成真实内容；空着的项填上，不需要的整行删掉。
#   · “#”后面是样稿在这里怎么写，方括号里是要换成自己的东西；起草时不看。
#   · 把全文的{topic}换成要讲的工作，如 安全生产；用 drafter new {name} --topic 安全生产 生成时会自动换好。
#   · 写好后运行：drafter draft 本文件 -o 讲话稿.docx

文种: {name}
主题: {topic}
标题:                       # {title}
会议:                       # 会议或活动的全称
地区:
  名称: 【待补：地方或单位名称】
  层级: {level}
  上级:
  下级: []
讲话人: {{姓名: , 职务: }}
日期:
"""
#: Moves of sentences that say what is done.
_DOING = ("point.measure", "point.deadline", "point.duty")
_DONE = ("body.achievement", "point.status")
_TIMES = ("deadline", "date")
_BODIES = ("body", "org", "units", "leadership")
_MOST_MEASURES, _MOST_OWN, _MOST_BASIS, _MOST_PRIOR = 5, 3, 4, 3
_LONGEST_SHAPE = 70
_USUAL_LEVEL = "市"


def brief_file(name: str, form: Form, blanks: Blanks, tone: str) -> str:
    """The text of 提纲.yaml.

    Arguments:
        name: the kind's.
        form: the form that the samples have in common.
        blanks: keeps the samples' own facts out.
        tone: the kind's; a report tells what was done where others say what to do.
    """
    return "\n".join(_Writer(name, form, blanks, tone).lines()) + "\n"


def _ordinal(count: int) -> str:
    """乙, 丙 … for the second and third of one name."""
    stems = "甲乙丙丁戊己庚辛壬癸"
    return stems[(count - 1) % len(stems)] * ((count - 1) // len(stems) + 1)


class _Writer:
    def __init__(self, name: str, form: Form, blanks: Blanks, tone: str) -> None:
        self._name = name
        self._form = form
        self._blanks = blanks
        self._done = tone in ("report", "courtesy")
        self._facts: dict[str, tuple[Figure, str]] = {}

    def lines(self) -> Iterator[str]:
        form = self._form
        # The parts are written first: they name the facts that stand above them.
        parts = [line for place, part in enumerate(form.parts) for line in self._part(part, place)]
        yield _HEAD.format(
            name=self._name,
            topic=TOPIC,
            title=self._shape(form.title) or "不写就按会议和主题自拟",
            level=form.level if form.level in LEVELS else _USUAL_LEVEL,
        ).rstrip()
        if form.addressed:
            yield f"称谓: {yaml_scalar(self._blanks.asked(form.salutation, strict=False) or '同志们')}"
        yield from self._occasion()
        if self._facts:
            yield ""
            yield "# 同比怎么写见 docs/brief.md；用不上的整行删掉，下面“数据: […]”里的名称也删掉。"
            yield "数据:"
            yield from (self._entry(name, *told) for name, told in self._facts.items())
        yield ""
        yield "部分:"
        yield from parts
        yield ""
        yield "结尾:                       # 自己想在最后说的一句话，不写就由程序收尾"

    def _occasion(self) -> Iterator[str]:
        form = self._form
        taken_up = [s for p in form.opening for s in p if s.move == "opening.acknowledge"][:_MOST_PRIOR]
        if taken_up:
            yield "前序:                       # 讲话之前的议程"
            yield from (self._item(2, saying.text, "谁作了什么") for saying in taken_up)
        if form.agenda:
            yield "出席: []                    # 主持人介绍的到会人员"
            yield "议程:                       # 第几项请谁做什么"
            yield from ["  - {事项: 【待补：做什么】, 人: 【待补：职务和姓名】}"] * max(
                2, min(form.agenda, 6)
            )
        if form.documents:
            yield "依据:                       # 法律、文件、会议精神"
            yield from ["  -                         # [文件]"] * min(form.documents, _MOST_BASIS)

    def _part(self, part: PartForm, place: int) -> Iterator[str]:
        theme = self._blanks.asked(part.theme) if part.theme else ""
        yield f"  - 主题: {yaml_scalar(theme or usual_theme(part.role))}"
        yield f"    作用: {part.role}"
        told = [saying for paragraph in part.introduction for saying in paragraph]
        names = self._names(told)
        if names:
            yield f"    数据: [{', '.join(names)}]"
        own = [saying for saying in told if saying.told and not self._counts(saying)][:_MOST_OWN]
        if own:
            yield "    原文:"
            yield from (self._item(6, saying.text, "这里要一字不改写进去的话") for saying in own)
        if part.points:
            yield "    要点:"
        for number, point in enumerate(part.points):
            yield from self._point(point, part.role, number, numbered=part.family != FLOWING)

    def _point(self, point: PointForm, role: str, number: int, *, numbered: bool) -> Iterator[str]:
        theme = self._blanks.asked(point.theme) if point.theme else ""
        theme = theme or usual_point(role, number)
        yield f"      - 主题: {yaml_scalar(theme)}"
        if numbered and point.theme and shape_of(theme).shape is not Shape.VERB:
            # What is no verb phrase would be made one; the sample said it as it stands.
            yield f"        标题: {yaml_scalar(theme)}"
        names = self._names(point.sayings)
        if names:
            yield f"        数据: [{', '.join(names)}]"
        doing = (*_DOING, *_DONE) if self._done else _DOING
        measures = [saying for saying in point.sayings if saying.move in doing and not self._counts(saying)]
        own = [
            saying
            for saying in point.sayings
            if saying.told and not self._counts(saying) and saying not in measures
        ][:_MOST_OWN]
        shapes = [limb for saying in measures for limb in saying.text.split("；")][:_MOST_MEASURES]
        if shapes:
            yield "        措施:"
            yield from (self._item(10, shape, "谁来做什么、做到什么程度") for shape in shapes)
            slots = {slot for saying in measures for slot in saying.slots}
            if slots.intersection(_BODIES):
                yield "        责任:"
            if slots.intersection(_TIMES):
                yield "        时限:"
        if own or not (shapes or names):
            yield "        原文:"
            first = own or point.sayings[:1]
            yield from (self._item(10, saying.text, "这里要一字不改写进去的话") for saying in first)

    def _names(self, sayings: Iterable[Saying]) -> list[str]:
        """The facts of sentences, entered under names that nobody else has."""
        names = []
        for figure, said in ((figure, saying.text) for saying in sayings for figure in saying.figures):
            if not self._told(figure):
                continue
            name, count = figure.name, 1
            while name in self._facts:
                count += 1
                name = f"{figure.name}（{_ordinal(count)}）"
            self._facts[name] = (figure, said)
            names.append(name)
        return names

    def _told(self, figure: Figure) -> bool:
        """Whether the words around a figure name it, and name nothing of the sample's own."""
        return bool(figure.name) and self._blanks.clean(f"{figure.name}、{figure.name}: ")

    def _counts(self, saying: Saying) -> bool:
        return any(map(self._told, saying.figures))

    def _entry(self, name: str, figure: Figure, said: str) -> str:
        unit = yaml_scalar(figure.unit) if figure.unit else ""
        fields = [f"值: 【待补：{name}】", f"单位: {unit}"]
        if figure.change or not figure.previous:
            fields.append("同比: ")
        if figure.previous:
            fields.append("上年同期: ")
        shape = self._shape(said)
        # What the sample says there tells more than any name made of it.
        remark = f"  # {shape}" if shape else ""
        return f"  {name}: {{{', '.join(fields)}}}{remark}"

    def _item(self, indent: int, framed: str, otherwise: str) -> str:
        return f"{' ' * indent}-                   # {self._shape(framed) or otherwise}"

    def _shape(self, framed: str) -> str:
        """Masked words as a remark shows them, cut at a mark where they are long."""
        shown = self._blanks.shown(framed)
        if len(shown) <= _LONGEST_SHAPE:
            return shown
        cut = max(shown.rfind(mark, 0, _LONGEST_SHAPE) for mark in "，；：、")
        return shown[:cut] + "……" if cut > 0 else ""
