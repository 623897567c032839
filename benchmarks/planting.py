"""Errors planted into clean speeches, one rule at a time: what it was, what it became, where."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

__all__ = ["PLANTERS", "Planted"]


@dataclass(frozen=True)
class Planted:
    """A speech with one error in it.

    Arguments:
        clean: its paragraphs before.
        wrong: the same with the error.
        paragraph: where it is.
    """

    clean: list[str]
    wrong: list[str]
    paragraph: int


Plant = Callable[[list[str], Random], Planted | None]


def _replacing(pattern: str, right: Callable[[re.Match[str]], str] | str) -> Plant:
    """Somewhere in the speech a pattern becomes something else."""
    compiled = re.compile(pattern)

    def plant(paragraphs: list[str], random: Random) -> Planted | None:
        places = [(at, match) for at, text in enumerate(paragraphs) for match in compiled.finditer(text)]
        if not places:
            return None
        at, match = random.choice(places)
        new = match.expand(right) if isinstance(right, str) else right(match)
        wrong = [*paragraphs]
        wrong[at] = paragraphs[at][: match.start()] + new + paragraphs[at][match.end() :]
        return Planted(paragraphs, wrong, at)

    return plant


def _saying(make: Callable[[Random], tuple[str, str]]) -> Plant:
    """A sentence that is right is put between two sentences, and then the same said wrong."""

    def plant(paragraphs: list[str], random: Random) -> Planted | None:
        places = [
            (at, match.end())
            for at, text in enumerate(paragraphs)
            if len(text) > 60
            for match in re.finditer("。", text)
        ]
        if not places:
            return None
        at, place = random.choice(places)
        right, wrong = make(random)
        clean, bad = [*paragraphs], [*paragraphs]
        clean[at] = f"{paragraphs[at][:place]}{right}{paragraphs[at][place:]}"
        bad[at] = f"{paragraphs[at][:place]}{wrong}{paragraphs[at][place:]}"
        return Planted(clean, bad, at)

    return plant


def _number(random: Random, most: int = 900) -> int:
    return random.randint(11, most)


_THINGS = ("检查组", "志愿服务队", "帮扶企业", "养老驿站", "重点项目", "护林员", "老旧小区", "示范基地")


def _change(random: Random) -> tuple[str, str]:
    before, after = _number(random), _number(random)
    while before == after or abs(before - after) < 4:
        after = _number(random)
    word = "上升" if after > before else "下降"
    rate = round(abs(after - before) / before * 100, 1)
    off = round(rate + random.choice((0.9, 1.7, 3.4, 12)), 1)
    frame = random.choice(
        (
            f"事故由{before}起{word}到{after}起，{word}{{}}%。",
            f"接到投诉{after}件，去年同期{before}件，{word}{{}}%。",
            f"发生火警{after}起，同比{'增加' if after > before else '减少'}{abs(after - before)}起，{word}{{}}%。",
        )
    )
    return frame.format(rate), frame.format(off)


def _direction(random: Random) -> tuple[str, str]:
    low = random.randint(20, 60)
    high = low + random.randint(3, 30)
    return f"覆盖率从{low}%提高到{high}%。", f"覆盖率从{high}%提高到{low}%。"


def _whole(random: Random) -> tuple[str, str]:
    whole = _number(random)
    return (
        f"共有学员{whole}人，其中党员{whole - 5}人。",
        f"共有学员{whole}人，其中党员{whole + random.randint(1, 60)}人。",
    )


def _pairs(*pairs: tuple[str, str]) -> Callable[[Random], tuple[str, str]]:
    def make(random: Random) -> tuple[str, str]:
        right, wrong = random.choice(pairs)
        count, thing = _number(random), random.choice(_THINGS)
        return right.format(n=count, t=thing, d=count % 9 + 1), wrong.format(
            n=count, t=thing, d=count % 9 + 1
        )

    return make


_WORDS = (
    ("按部就班", "按步就班"), ("再接再厉", "再接再励"), ("一如既往", "一如继往"), ("走投无路", "走头无路"),
    ("迫不及待", "迫不急待"), ("融会贯通", "融汇贯通"), ("迫在眉睫", "迫在眉捷"), ("责无旁贷", "责无旁代"),
    ("墨守成规", "默守成规"), ("周密部署", "周密布署"), ("贯彻到底", "贯策到底"), ("严加防范", "严加防犯"),
    ("管理松弛", "管理松驰"), ("渎职失职", "赎职失职"), ("建立台账", "建立台帐"), ("作息时候", "作息时侯"),
    ("签订合同", "签定合同"), ("辨别真伪", "辩别真伪"), ("针砭时弊", "针贬时弊"), ("交通枢纽", "交通枢扭"),
    ("土地贫瘠", "土地贫脊"), ("追溯源头", "追朔源头"), ("杜绝隐患", "堵绝隐患"), ("如期竣工", "如期峻工"),
    ("凝心聚力", "凝心聚利"), ("统筹安排", "统畴安排"), ("直截了当", "直接了当"), ("不言而喻", "不言而渝"),
)  # fmt: skip


def _wide(random: Random) -> tuple[str, str]:
    count = str(_number(random))
    return f"新建{count}座。", f"新建{count.translate(_FULL)}座。"


def _misspelt(random: Random) -> tuple[str, str]:
    right, wrong = random.choice(_WORDS)
    frame = random.choice(
        ("大家都说，{}，谁也不能例外。", "说到{}，各单位都要想一想。", "这件事讲的就是{}。")
    )
    return frame.format(right), frame.format(wrong)


def _numbering(change: Callable[[str], str]) -> Plant:
    """The last of the first-level headings is counted wrong."""

    def plant(paragraphs: list[str], random: Random) -> Planted | None:
        heads = [at for at, text in enumerate(paragraphs) if re.match("[二三四五六]、", text)]
        if len(heads) < 2:
            return None
        at = heads[-1]
        wrong = [*paragraphs]
        wrong[at] = change(paragraphs[at][0]) + paragraphs[at][1:]
        return Planted(paragraphs, wrong, at)

    return plant


_NUMERALS = "一二三四五六七八九十"


def _announced(paragraphs: list[str], random: Random) -> Planted | None:
    pattern = re.compile("(?<=讲)([两三四五六])(?=点意见|个方面|个问题|点)")
    found = [(at, match) for at, text in enumerate(paragraphs) if (match := pattern.search(text))]
    if not found:
        return None
    at, match = found[0]
    number = "一两三四五六七".index(match[1]) + 1
    wrong = [*paragraphs]
    wrong[at] = paragraphs[at][: match.start()] + "一两三四五六七"[number] + paragraphs[at][match.end() :]
    return Planted(paragraphs, wrong, at)


_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_HALF = str.maketrans("，；：？！（）", ",;:?!()")
_YEAR = "〇一二三四五六七八九"

PLANTERS: dict[str, Plant] = {
    "P004": _saying(_pairs(("第一，要快。第二，要准。", "第一、要快。第二，要准。"), ("首先，要认得准。", "首先、要认得准。"))),
    "P005": _replacing(r"^（[一二三四五]）(?=[一-鿿])", "\\g<0>、"),
    "P007": _saying(_pairs(("修路、架桥……都有人干。", "修路、架桥...都有人干。"), ("还有水、电、气……", "还有水、电、气。。。"))),
    "P008": _replacing("(?<=[一-鿿])[，；：？！](?=[一-鿿])", lambda match: match[0].translate(_HALF)),
    "P009": _replacing("“([^“”]+)”", '"\\1"'),
    "P010": _replacing("“(?=[^“”]{2,})|》|”(?=[^“”]{2,})", ""),
    "P011": _saying(_pairs(("抓好教育、医疗、住房等民生实事。", "抓好教育、医疗、住房、等民生实事。"), ("水、电、气等都要通。", "水、电、气、等都要通。"))),
    "P012": _replacing("^(?:同志们|各位[一-鿿]{2,6})：$", lambda match: match[0][:-1] + ","),
    "P013": _replacing("(?<=[一-鿿])[，。](?=[一-鿿])", lambda match: match[0] * 2),
    "P014": _saying(_pairs(("老支书说：“要讲‘实’字。”", "老支书说：“要讲“实”字。”"))),
    "N001": _saying(_pairs(("2021—2025年，建成{n}个。", "2021-2025年，建成{n}个。"), ("1—{d}月，完成{n}件。", "1-{d}月，完成{n}件。"))),
    "N003": _saying(_pairs(("{d}月底前，建成{n}个。", "0{d}月底前，建成{n}个。"))),
    "N004": _saying(_pairs(("每户补助1%～{d}%。", "每户补助1～{d}%。"), ("每户补助1万元～{d}万元。", "每户补助1～{d}万元。"))),
    "N005": _saying(_pairs(("组织{d}000人参加演练。", "组织{d}千人参加演练。"), ("慰问{d}00名职工。", "慰问{d}百名职工。"))),
    "N006": _saying(_pairs(("走访十几个村。", "走访10几个村。"), ("等了二十几天。", "等了20几天。"))),
    "N007": _saying(_pairs(("二〇二五年{d}月建成。", "二零二五年{d}月建成。"), ("2025年建成{n}个。", "2O25年建成{n}个。"))),
    "N008": _saying(_wide),
    "N009": _saying(_pairs(("提高0.{d}个百分点。", "提高.{d}个百分点。"))),
    "N010": _saying(_pairs(("投资约{n}万元。", "投资约{n}万元左右。"), ("至少{n}人。", "至少{n}人以上。"), ("大约要{d}天。", "大约要{d}天左右。"))),
    "N011": _saying(_pairs(("审批时间缩短一半。", "审批时间缩短{d}倍。"), ("事故起数下降一半。", "事故起数下降了两倍。"))),
    "N013": _saying(_pairs(("增长{n}%。", "增长百分之{n}。"))),
    "N014": _saying(_pairs(("6月30日前完成。", "6月31日前完成。"), ("2月28日前完成。", "2月30日前完成。"), ("12月底前完成。", "13月底前完成。"))),
    "N015": _saying(_pairs(("2026年3月18日（星期三）再开会。", "2026年3月18日（星期四）再开会。"), ("2026年5月6日（星期三）再开会。", "2026年5月6日（周一）再开会。"))),
    "S001": _numbering(lambda numeral: _NUMERALS[_NUMERALS.index(numeral) + 1]),
    "S002": _numbering(lambda numeral: _NUMERALS[_NUMERALS.index(numeral) - 1]),
    "S003": _announced,
    "S004": _saying(_pairs(("县里有{n}户。", "XX县有{n}户。"), ("县里有{n}户。", "县里有____户。"), ("县里有{n}户。", "县里有【待补：户数】户。"))),
    "S006": _saying(_pairs(("汲取教训。", "汲取\ufffd教训。"), ("汲取教训。", "汲取\u202e教训。"))),
    "S008": _saying(_pairs(("要做三件事：一是查；二是改；三是管。", "要做三件事：一是查；二是改；四是管。"), ("要做三件事：一是查；二是改；三是管。", "要做三件事：一是查；二是改；二是管。"))),
    "F002": _saying(_change),
    "F002方向": _saying(_direction),
    "F003": _saying(_whole),
    "F005": _saying(_pairs(("事故起数下降{n}%。", "事故起数下降-{n}%。"))),
    "F007": _saying(_pairs(("监管覆盖率达到100%。", "监管覆盖率达到120%。"), ("群众满意度99.1%。", "群众满意度109.1%。"))),
    "F008": _saying(_pairs(("今年（2026年）要办成。", "今年（2025年）要办成。"), ("去年（2025年）没办成。", "去年（2024年）没办成。"))),
    "F009": _saying(_pairs(("今年是改革开放48周年。", "今年是改革开放47周年。"), ("今年是建党105周年。", "今年是建党104周年。"))),
    "L003": _saying(_pairs(("《安全生产法》第一百零七条写得明白。", "《安全生产法》第一百二十七条写得明白。"), ("《消防法》第六十条写得明白。", "《消防法》第八十条写得明白。"))),
    "W001": _saying(_pairs(("要进一步抓好落实。", "要进一步进一步抓好落实。"), ("这是认真的态度。", "这是认真的的态度。"), ("安全生产是大事。", "安全生产安全生产是大事。"))),
    "W003": _saying(_misspelt),
    "W004": _saying(_pairs(("防止事故再发生。", "防止事故不再发生。"), ("严禁带火种进山。", "严禁不得带火种进山。"))),
}  # fmt: skip
