"""Speeches of every make-up that the notation can hold, for property tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from drafter.speech import Family, Marker, Section, Speech, marker_text
from drafter.speech.candidates import reads_as_unit
from drafter.speech.leading import first_word
from drafter.speech.salutation import read_salutation
from drafter.speech.sentences import split_heading

SENTENCES = (
    "一季度全市新开工项目86个，完成投资41.2亿元。",
    "要做到三个到位：一是责任到位；二是措施到位；三是资金到位。",
    "一要抓早，二要抓小，三要抓实，决不能走过场。",
    "他常说：“路是走出来的。事是干出来的。”",
    "《临江市安全生产条例》第三条第（一）项写得清清楚楚！",
    "第一产业增长3.5%，第一书记要在第一时间到岗。",
    "首先摸清底数，其次分类施策，最后逐项销号。",
    "（1）查制度；（2）查现场；（3）查台账。",
    "一、二季度的任务要提前谋划。",
    "——产业结构持续优化，新增企业12家。",
    "同志们，让我们共同努力！",
    "最后，祝大家工作顺利！",
    "1.5万亩高标准农田已经建成（其中西河区0.4万亩）。",
    "既要算经济账，又要算民生账；每一要求都要落实到人。",
    "谢谢大家！",
    "今年的目标是：",
    "全市一盘棋，一看就懂、一时难改的问题更要盯住",
    "2026年3月18日",
    "市长 周明远",
    "同志们：",
    "关于做好当前工作",
    "下面，我讲三点意见。",
)
LETTERS = "临江市安全生产责任要是看抓一二三第其首先最后、，。；：！“”（）《》——12.5% 同志们让我们谢"

HEADINGS = (
    "提高政治站位",
    "运用新思维，进一步强化红线意识",
    "要准确理解“红线”这一概念，增强坚守的自觉性",
    "一年来的工作回顾",
    "2026年工作安排",
    "把《条例》学深学透",
    "在“稳。准。狠”上下功夫",
    "抓好1.2亿元专项资金的使用（含配套）",
    "到底要什么样的发展",
    "压实责任链条",
)
ENDS = ("", "。", "！", "：", "；", "？", "，")
TITLES = (
    "在全市安全生产工作会议上的讲话",
    "以学铸魂 实干担当",
    "政府工作报告",
    "关于防汛工作的几点意见",
    "春山可望",
    "市长周明远在座谈会上的发言",
    "一、二产业发展情况汇报",
    "担当作为，再立新功！",
)
SALUTATIONS = (
    "同志们",
    "各位代表",
    "老师们、同学们",
    "尊敬的各位来宾，女士们、先生们，朋友们",
    "各位领导、各位来宾",
    "主任、各位副主任、秘书长、各位委员",
)

paragraphs = (
    st.one_of(
        st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map("".join),
        st.text(LETTERS, min_size=1, max_size=40),
    )
    .map(str.strip)
    .filter(lambda words: bool(words) and reads_as_unit(words) is None)
)


def _marker_of(family: Family, noun: str, verb: str) -> Callable[[int], Marker]:
    def marker(number: int) -> Marker:
        if family is Family.FIRST:
            word = first_word(number)
            return Marker(family, number, noun="" if first_word(number) == word else word)
        return Marker(family, number, verb=verb, noun=noun)

    return marker


counts = st.one_of(
    st.sampled_from([family for family in Family if family not in {Family.DASH, Family.ONE_VERB}]).map(
        lambda family: _marker_of(family, "", "")
    ),
    st.sampled_from(["个方面", "点", "件事", "部分", "句话"]).map(
        lambda noun: _marker_of(Family.ORDINAL, noun, "")
    ),
    st.sampled_from("看抓靠").map(lambda verb: _marker_of(Family.ONE_VERB, "", verb)),
)
"""The counts a level may use, each a function from number to marker."""


@st.composite
def _units(draw: st.DrawFn, marker: Marker, depth: int) -> Section:
    heading = draw(st.one_of(st.sampled_from(HEADINGS), st.text(LETTERS, min_size=2, max_size=24)))
    end = draw(st.sampled_from(ENDS))
    rest = draw(st.one_of(st.just(""), paragraphs))
    line = (heading + end + rest).strip()
    # What the drawn words say is heading is decided where every reader decides it.
    heading, end, rest = split_heading(line)
    if not heading or heading != heading.strip() or rest != rest.strip() or not _is_read(marker, line):
        heading, end, rest = "压实责任", "。", "各级各部门要抓好落实。"
    below = draw(st.lists(paragraphs, max_size=2))
    return Section(
        marker,
        heading,
        bool(rest),
        end,
        (rest, *below) if rest else tuple(below),
        draw(levels(depth + 1)) if depth < 4 else (),
    )


def _is_read(marker: Marker, line: str) -> bool:
    unit = reads_as_unit(marker_text(marker) + line)
    return unit is not None and unit.rest == line and unit.marker.family is marker.family


@st.composite
def levels(draw: st.DrawFn, depth: int = 1) -> tuple[Section, ...]:
    """The units below one unit: one count, mostly in order; now and then two lists side by side."""
    size = draw(st.integers(0, 3 if depth == 1 else 2)) if depth < 4 else draw(st.integers(0, 1))
    count = draw(counts)
    first = draw(st.sampled_from([1, 1, 1, 1, 2, 5]))
    steps = draw(st.lists(st.sampled_from([1, 1, 1, 1, 0, 2]), min_size=size, max_size=size))
    is_list_of_first = count(1).family is Family.FIRST
    number, units = first - 1, []
    for place, step in enumerate(steps):
        number = place + 1 if is_list_of_first else max(number + step, 1)
        units.append(draw(_units(count(number), depth)))
    return tuple(units)


titles = st.one_of(st.none(), st.sampled_from(TITLES))


@st.composite
def speeches(draw: st.DrawFn) -> Speech:
    """A speech with any of its parts there or not."""
    sections = draw(levels())
    salutation = draw(st.one_of(st.none(), st.sampled_from(SALUTATIONS)))
    opening = draw(st.lists(paragraphs, max_size=3))
    if salutation is None and opening and read_salutation(opening[0]) is not None:
        opening = ["今天的会议很重要。", *opening]
    return Speech(
        title=draw(titles),
        subtitle=draw(st.one_of(st.none(), st.just("在全市安全生产工作会议上的讲话"))),
        speaker=draw(st.one_of(st.none(), st.sampled_from(["市长 周明远", "中共临江市委书记 沈怀谷"]))),
        date=draw(st.one_of(st.none(), st.sampled_from(["2026年3月18日", "二〇二六年三月"]))),
        salutation=salutation,
        opening=tuple(opening),
        sections=sections,
        closing=tuple(draw(st.lists(paragraphs, max_size=2))) if sections else (),
    )


BODY = (
    "去年全市植树86万株，成活率92%。",
    "要做到三个到位：一是责任到位；二是措施到位；三是资金到位。",
    "他常说：“路是走出来的。事是干出来的。”",
    "第一产业增长3.5%，第一书记要在第一时间到岗。",
    "1.5万亩高标准农田已经建成（其中西河区0.4万亩）。",
)


@st.composite
def _ordinary_level(draw: st.DrawFn, families: Sequence[Family], depth: int) -> tuple[Section, ...]:
    if depth == len(families):
        return ()
    run_in = draw(st.booleans())
    units = []
    for number in range(1, draw(st.integers(2, 3)) + 1):
        rest = draw(st.sampled_from(BODY)) if run_in else ""
        own = () if run_in or depth + 1 < len(families) else (draw(st.sampled_from(BODY)),)
        units.append(
            Section(
                _marker_of(families[depth], "", "")(number),
                draw(st.sampled_from(HEADINGS[:6])),
                run_in,
                "。" if run_in else "",
                (rest, *own) if run_in else own,
                draw(_ordinary_level(families, depth + 1)),
            )
        )
    return tuple(units)


@st.composite
def ordinary_speeches(draw: st.DrawFn) -> Speech:
    """Speeches as offices write them, except that any family may lie inside any other."""
    usable = [family for family in Family if family not in {Family.DASH, Family.ONE_VERB}]
    families = draw(st.lists(st.sampled_from(usable), min_size=1, max_size=4, unique=True))
    return Speech(
        title=draw(st.one_of(st.none(), st.just("在全市安全生产工作会议上的讲话"))),
        speaker=None,
        salutation=draw(st.one_of(st.none(), st.sampled_from(SALUTATIONS))),
        opening=("今天的会议很重要，主要是部署下一步工作。",),
        sections=draw(_ordinary_level(families, 0)),
        closing=tuple(
            draw(
                st.sampled_from(
                    [
                        ("同志们，责任重于泰山。让我们携手努力，再创佳绩！",),
                        ("各位代表！蓝图已经绘就。让我们为建设美丽临江而努力奋斗！", "谢谢大家！"),
                        ("最后，祝大家身体健康、工作顺利！",),
                    ]
                )
            )
        ),
    )
