"""Specifics of a draft that its brief does not hold (编造): figures, dates, names of any kind, documents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.measure.known import Known
from drafter.measure.numbers import Number, numbers_of
from drafter.measure.written import Written
from phrasebank.masking import Span, find_spans
from phrasebank.mining import About
from phrasebank.specifics import find_specifics

__all__ = ["Invented", "find_invented", "spans_of"]

_KINDS = {
    "number": "数字", "percent": "数字", "money": "数字", "date": "日期", "period": "日期", "year": "日期",
    "deadline": "日期", "place": "地名", "elsewhere": "地名", "person": "人名", "post": "职务", "org": "机构",
    "body": "机构", "law": "文件", "document": "文件", "basis": "文件",
    "event": "会议活动", "meeting": "会议活动",
}  # fmt: skip
_FIGURES = frozenset(("数字", "日期"))
_CODES = {"P032": "地名", "P033": "文件", "P034": "人名机构"}
#: Words that any speech may say beside a name: they are nobody's own.
_GENERIC = (
    "工作会议", "会议", "大会", "动员会", "动员大会", "专题", "培训班", "推进会", "调度会", "座谈会", "表彰",
    "工作", "全国", "全省", "全市", "全县", "全区", "全镇", "全乡", "全校", "全系统", "全公司", "这次",
    "本次", "今天的", "党委", "政府", "党组", "书记", "主任", "局长", "同志", "主管部门", "有关部门", "部门",
    "领导", "动员", "部署", "暨", "讲话", "活动", "仪式", "开幕式", "开班式", "班组", "车间", "科室", "支部",
    "社区", "机关", "学校", "企业", "单位",
)  # fmt: skip
#: Words before a name that finders take along, and marks around it.
_LEADING = re.compile(
    r"^(?:[件些条个]?事由|据|从|由|请|对|向|把|将|在|和|与|及|同|让|给|到|为|是|现有|代表|要|按|逐|每|照|带|愿|预祝|祝(?=...)"
    r"|[一二三四五六七八九十]是)+"
)
#: Words a finder may take along however much stands before them: 这两件事由县财政局, 账算到班组.
_WITHIN = re.compile("[由请到进给]")
#: 各社区居委会办好三件事: the last character of a body that a finder saw begins the verb.
_BEGINS_A_VERB = ("办好", "办理", "办成", "办实", "办完", "会同", "部署", "组织", "处理", "处置", "站好")
_MARKS = "“”‘’《》〈〉，。、；：（） "
_LEVELS = "省市县区州镇乡村局校"
#: What makes a name of a place or a body one's own rather than a common noun that a finder took for one.
_PLACE_END = re.compile(r"(?:省|市|县|区|州|旗|盟|镇|乡|村|街道|社区|农场|林场|水库|开发区|园区)$")
_NO_BODY = re.compile("[之查相共好坏益短长用惩深暗远高低难妙错何四苦害实细]处$")
_BODY_END = re.compile(
    r"[局委办厅部院校所站处科室队会组厂店社团行馆园场段庭署司]$|集团|中心|[大中小]学|党[委组]|支部|政府|机构|公司"
)
#: 路还长, 和不好: no name holds such a word behind its surname.
_NO_PERSON = re.compile(
    r"^.{1,2}[还就也都要不没很更最的了着是在]|^.[谁可好花盖放进成却修沉早去再由迈]"
    r"|^边.边?|^祝[老年各大同愿]|^向老师|^(?:林缘|田坎|张照|和参谋|严督|雨里练|关日里)"
)
#: 说一千道一万, 说一千遍 tell no figure; 这张表 is nobody's name.
_TALKED = re.compile(
    r"一[千万](?:道|遍|句|个不|$)|十年树|百年树|一年之计|十年磨|三年早知|[一三七]分[靠天人治建管养部在]"
)
#: 九成以上、三成的 are tenths; 三成果 is none.
_TENTHS = re.compile(r"以上|以下|多|左右|的(?!是)|[，。、；）]")
_POINTED = frozenset("这那一每两几")
_COMMON_PLACE = re.compile(r"^(?:各|全|本|我|老|新|城|山|库|矿|厂|校|社|小|景|辖|每|到|这|那|[一二三几两多])")
_MONTH = re.compile(r"([一二三四五六七八九十]{1,2}|\d{1,2})月")
_ROUGH_BEFORE = re.compile(r"(?:近|约|超|超过|突破|不到|接近|逾|上|达到|高出)$")
_ROUGH_AFTER = re.compile(r"^(?:多|余|左右|上下|以上|来)")
#: A small count in Chinese numerals of such things counts what the speech itself lists.
_COUNTED = re.compile(
    "^(?:点|个方面|件事|个问题|项|条|句话|个字|句|层|方面|个环节|道|步|个关键|个重点|个要求|类|种|个|件|关|招|张"
    "|本账|笔账|份|块|场|次|遍|道关|头|手|样|家|位|名|人|天|年|代|级|段|篇|批|轮|把|口|步|户|处|起|道题|分|头|线)"
)
#: Chinese numerals of one character are counts in talk (一位、两天、三次), not data; from here on they are.
_TALK = 3
_MEASURED = frozenset(("成", "之", "%", "‰", "倍", "番", "个百分点"))


@dataclass(frozen=True, slots=True)
class Invented:
    """A specific that the brief does not hold.

    Arguments:
        kind: 数字 日期 地名 人名 职务 机构 文件 会议活动 人名机构.
        text: the words.
        paragraph: 0-based index of its paragraph.
        context: the words around it.
    """

    kind: str
    text: str
    paragraph: int
    context: str


def spans_of(written: Written, about: About = About()) -> list[list[Span]]:  # noqa: B008  a NamedTuple
    """The masked spans of every paragraph, doubtful ones left out."""
    found = find_spans(written.paragraphs, about)
    return [[span for span in spans if not span.bare] for spans in found]


def find_invented(written: Written, known: Known, spans: Sequence[Sequence[Span]]) -> list[Invented]:
    """Every specific of a draft that neither stands in its brief nor follows from it.

    Arguments:
        written: the draft.
        known: its brief.
        spans: as ``spans_of`` found them.
    """
    listed = {len(run) for run in written.speech.enumerations}
    sizes = known.sizes | listed
    found: list[Invented] = []
    for index, (text, masked) in enumerate(zip(written.paragraphs, spans, strict=True)):
        claims = [*_figures(text, masked, known, sizes), *_names(text, masked, known)]
        for kind, start, end in _apart(claims):
            context = text[max(0, start - 12) : end + 12]
            found.append(Invented(kind, text[start:end], index, context))
    return found


def _apart(claims: Sequence[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """The claims in order, each place once, the longest first."""
    reached = -1
    for kind, start, end in sorted(claims, key=lambda claim: (claim[1], -claim[2])):
        if start >= reached:
            yield kind, start, end
            reached = end


def _figures(
    text: str, spans: Sequence[Span], known: Known, sizes: set[int] | frozenset[int]
) -> Iterator[tuple[str, int, int]]:
    """Figures and dates: all in digits, and those in Chinese numerals that masking calls figures."""
    masked = [span for span in spans if _kind(span) in _FIGURES]
    numbers = list(numbers_of(text))
    for number in numbers:
        span = next((span for span in masked if span.start <= number.start < span.end), None)
        if number.chinese and (number.ordinal or (span is None and not _measured(text, number))):
            continue
        dated = text[number.end : number.end + 1] if not number.unit else number.unit
        kind = "日期" if dated in ("年", "月", "日") or (span and _kind(span) == "日期") else "数字"
        if known.says(text[number.start : number.end]) and number.unit:
            continue
        if kind == "日期" and _dated(text, number, known):
            continue
        if _fine(text, number, known, sizes):
            continue
        yield kind, number.start, number.end


def _measured(text: str, number: Number) -> bool:
    """Whether a figure in Chinese numerals is a share of something, whatever stands around it."""
    if number.unit == "成":
        return bool(_TENTHS.match(text, number.end))
    return number.unit in ("%", "‰", "之") and number.value != 100


def _dated(text: str, number: Number, known: Known) -> bool:
    """Whether a year, month or day is the brief's."""
    following = number.unit or text[number.end : number.end + 1]
    value = int(number.value) if number.value == number.value.to_integral_value() else -1
    if following == "年" and value > 1900:
        return value in known.years
    if following == "月":
        months = {_month(match[1]) for match in _MONTH.finditer(known.text)}
        if known.brief.date is not None:
            months.add(known.brief.date.month)
        return value in months
    return known.counts(number)


def _month(numeral: str) -> int:
    return int(next(numbers_of(numeral)).value)


def _fine(text: str, number: Number, known: Known, sizes: set[int] | frozenset[int]) -> bool:
    if known.counts(number):
        return True
    around = _ROUGH_BEFORE.search(text[: number.start]) or _ROUGH_AFTER.match(text[number.end :])
    rough = (bool(around) and _is_round(number)) or number.unit in ("成", "之", "多", "余")
    if rough and known.roughly(number):
        return True
    if number.unit in _MEASURED:
        return False
    if not number.chinese or _TALKED.match(text[number.start : number.end + 2]):
        return number.chinese
    whole = number.value == number.value.to_integral_value()
    if (
        whole
        and int(number.value) in sizes
        and (number.unit in ("", "个", "项", "条", "件") or number.value <= 10)
    ):
        return bool(_COUNTED.match(number.unit or text[number.end :]))
    return whole and number.value <= _TALK


def _is_round(number: Number) -> bool:
    """Whether a figure has no more than two digits of its own, as those said of rough figures have."""
    return len(number.value.normalize().as_tuple().digits) <= 2


def _names(text: str, spans: Sequence[Span], known: Known) -> Iterator[tuple[str, int, int]]:
    given = bytearray(len(text))
    for name in known.own_names:
        for match in re.finditer(re.escape(name), text):
            given[match.start() : match.end()] = b"\x01" * len(name)
    for span in spans:
        kind = _kind(span)
        end = span.end + (text[span.end - 1 : span.end + 1] == "工作")  # a finder may stop at 党建工
        end -= text[end - 1 : end + 1] in _BEGINS_A_VERB
        if kind == "人名" and text[span.start - 1 : span.start] in _POINTED:
            continue
        if kind and kind not in _FIGURES and not _own(text[span.start : end], kind, known):
            yield kind, span.start, span.end
    for specific in find_specifics(text):
        kind = _CODES.get(specific.code, "")
        if kind == "地名" and any(given[specific.start : specific.start + len(specific.text)]):
            continue  # 川副区 of 顾明川副区长
        # 浙江: tables name these places, so that they need no 省 or 市 behind them.
        short = kind == "地名" and not _PLACE_END.search(specific.text)
        said = known.says(specific.text) if short else not kind or _own(specific.text, kind, known)
        if not said:
            yield kind, specific.start, specific.start + len(specific.text)


def _kind(span: Span) -> str:
    return _KINDS.get(span.slot.rstrip("0123456789"), "")


def _own(words: str, kind: str, known: Known) -> bool:
    """Whether a name is the brief's, or common words that a finder took for a name."""
    bare = _LEADING.sub("", words).strip(_MARKS)
    if len(bare) < 2 or known.says(bare) or _covered(bare, known):
        return True
    tails = (bare[match.end() :] for match in _WITHIN.finditer(bare))
    if any(len(tail) > 1 and (known.says(tail) or _covered(tail, known)) for tail in tails):
        return True
    if kind == "人名" and _NO_PERSON.search(bare):
        return True
    if kind == "机构" and (_NO_BODY.search(bare) or not _BODY_END.search(bare)):
        return True
    if kind == "地名":
        return not _PLACE_END.search(bare) or bool(_COMMON_PLACE.match(bare)) or len(bare) < 3
    return False


def _covered(words: str, known: Known) -> bool:
    """Whether a name is put together from words of the brief and words that are nobody's own."""
    position = 0
    while position < len(words):
        if words[position] in _MARKS:
            position += 1
            continue
        end = len(words)
        while end > position + 1 and not (known.says(words[position:end]) or words[position:end] in _GENERIC):
            end -= 1
        if end <= position + 1:
            if position == 0 and words[0] in _LEVELS + "全本":
                position += 1
                continue
            return False
        position = end
    return True
