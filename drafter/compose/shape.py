"""What grammatical shape a measure or theme has, told by its words.

The brief's writer jots 开展警示教育, 值班制度, 县教育局组织演练, 严禁带火种进山, 把事故起数降到30起以下.
Each needs other words around it to become a sentence. No tagger is loaded to draft (its dictionary
takes longer to read than the whole draft); a table of first words decides.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from drafter.compose.lexicon import begins_with_longer_word, is_verb

__all__ = [
    "SHOULD",
    "Shape",
    "Shaped",
    "begins_with_adverb",
    "first_verb",
    "is_bad_thing",
    "is_work",
    "shape_of",
    "with_verb",
    "without_should",
]

_DATA = Path(__file__).with_name("data")
#: Words that end the name of a body or a group of people, after which a clause's verb may stand.
_BODY_END = re.compile(
    "局|委|办|厅|组|部门|总部|指挥部|乡(?![村亲土愁音情])|单位|政府|党委|党组|支部|学校|公司|企业|集团|医院|乡镇|街道|社区|村|镇|县|区|市|队|站|所|中心|科室|处室|"
    "班组|车间|项目部|柜台|窗口|营业厅|门店|网点|食堂|工地|商户|农户|家庭|员工|干部|书记|校长|园长|主任|经理|负责人|责任人|教师|老师|员|者|长|家长|业主|群众|代表|领导|同志|专家"
)
#: How far into a clause its doer may reach, in characters.
_BODY_REACH = 14
#: 县 alone does nothing: 县领导包乡 is what the 县领导 does.
_SHORTEST_DOER = 2
_BETWEEN = re.compile("(?:（[^（）]{1,12}）)?(?:都|也|均|全部)?要?")
#: A date jotted before the verb: 6月底前, 2026年9月30日前, 三年内.
_DATE_BEFORE = re.compile(
    r"^(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|[初中底上下]旬?)?|年底|[一二三四]季度)?(?:之?前|以前|内|起)"
    r"|^(?:\d+|[一二三四五六七八九十]+)(?:个月|年|周|天|日)内"
)
#: 一企一策, 一村一品: an adverbial of its own.
_ONE_BY_ONE = re.compile("^一[一-鿿][一二两][一-鿿]")
#: 逐起, 逐栋, 全年, 今年: adverbials that the table need not list one by one.
_EACH = re.compile(
    "^(?:逐[一-鿿]|每[天日周月年](?:[上下]午)?(?:\\d+[日时点号])?前?|[全今明本]年度?|.{0,3}期间|月月|年年|天天|人人)"
)
#: 给每座坟墓定一名看守的亲属, 用听得懂的话讲政策: what begins a verb phrase; 给水, 用电 do not.
_GIVE = re.compile("^给(?![水排养付力予足])[^，]{3,}|^用(?![电水气地工药人餐车火能户])[^，]{5,}")
#: 与气象部门建立会商机制: with whom, before the verb. 同步, 同志 and 跟踪 are words of their own.
_WITH = re.compile("^(?:[与跟](?![会踪进])|同(?![志步城心时]))[^，。]{2,}")
#: What makes a verb before it the name of a thing or a body: 检查站, 监控室, 驻点人员.
_THING = re.compile("[站室员队所器台机组]|人员|信息|场所|小组|干部|单位|机构")
#: A rule that forbids something to somebody: 发生较大事故的单位当年不得评先评优.
_FORBIDS = re.compile("(?<!^)(?:不得|严禁|不准|不予|不能|不许|不搞|不允许|不超过)")
#: 不大包大揽, 不打招呼: what is not to be done, without a word of forbidding.
_NOT_DOING = re.compile("^不(?![断忘懈同良动锈足合管仅但光明文锈]|达标|低于|少于|发生|出现|留|漏|超过)")
#: 对大额转账多问三句: at whom or what a deed is aimed, which only a deed can be.
_AIMED = re.compile("^(?:对|把|将|向|给)[^，。]{4,}")
#: Words that say how things stand or ask; what they say must never be ordered (要做到违章还没有绝迹).
_STATES_OF_THINGS = re.compile(
    "(?<=.)(?:仍然?|尚|还[有是没不]|还未|没有(?![^，]*的)|偏[重高低少多弱大小慢]|不[够足高实强稳牢平]|不少(?!于)"
    "|有所|存在|有的|已[经有]|明显|比较|较[多大少差弱慢]|(?:突出|严重|薄弱|滞后|[了呢吗])(?=$|，)"
    "|有(?=差距|不足|短板|麻痹|隐患|漏洞|风险|问题|死角|盲区)|得(?:肯定|珍惜)|要肯定|不容|来之不易|离我们|不远)"
)
_ASKS = re.compile("(?<=.)(?:这是|就是)|为谁|为什么|怎么|什么|哪[里儿些个]|谁来|谁去|干不干|好不好|够不够")
#: How words end that say how things stand whatever they begin with: 建设进度不均衡, 融资难, 骗术在变.
_STANDS = re.compile(
    "(?<=..)(?:不(?:均衡|平衡|充分|到位|扎实|满意|统一|一致|协调|平|匀|齐|快|高|牢|均|实|稳|强|大|多|够|足|严|细|深|顺|畅|准|清|明"
    "|紧|硬|精|广|新|活)|漂浮|减少|上升|下降|加快|放缓|回落|下滑|平稳|向好|严峻|分化|增多|攀升|[还仍]在|在[变增减升降]|滞后|偏[一-鿿]"
    "|[更很较][为加]?[一-鿿]{1,2}|更加?[一-鿿]{1,2}|[慢难贵快]|有所[一-鿿]{2}|还有[一-鿿]{2,3})$"
)
#: Admonitions that no verb of the table begins: 沉下心来, 到田间去, 常回家看看, 做有心人, 讲政治, 有担当.
_ADMONISHES = re.compile(
    "^(?:[沉静俯扑放耐安]下[一-鿿]|到[^，。]{1,8}去$|到[^，。]{2,14}[看学走问查访听蹲住][^，。]{0,8}$"
    "|围绕[^，。]{3,}|带(?![班队头路])[^，。]{2,12}[到去][^，。]{3,}"
    "|学(?![习校生员术科历期年位会风者费籍区分前龄识])[^，。]{2,6}$|[常多勤][回走看想问学听练读写动用](?![度量次数])[^，。]*$|做[^，。]{1,8}[人者]$"
    "|讲(?:政治|规矩|原则|奉献|诚信|团结|真话|实话|学习|正气|担当)|有(?:担当|作为|本领|情怀|理想|信念|底线|纪律)"
    "|(?:饮水思源|学以致用|知行合一|见贤思齐|脚踏实地|实事求是|精益求精|自强不息|追求卓越|脚踏实地|勇于担当|敢于担当|乐于助人))"
)
#: What is asked of a superior is said as it stands: 恳请省里支持.
_BEGS = re.compile("^(?:恳请|恳求|敬请|请求|祈请)")
#: What no doer's name holds behind its first character, and what none begins with.
_NO_DOER = re.compile("[，每逐由请派把将被为对到]|至少|最少|没有|发现|一律")
_NO_DOER_START = re.compile(
    "[到逐由请派把将被为对给让与跟]|带(?![班队头路])|同(?!志)|会同|没有|发现|每[天日周月季年半]"
)
#: 在7座尾矿库安装监测设备: where the place before the verb may end. 在建, 在岗 are adjectives.
_IN = re.compile("^在(?![建岗校册用线职编外])")
_PLACE_END = re.compile(
    "[上中内前处座个里间口区县市镇乡村地点段库站场校学园院室栋家道周后时]|企业|社区|单位|部位|月份?|期间|[0-9]日"
)
#: 涉嫌犯罪的案件一律移送: what is done with a thing that is told by a clause of its own.
_SUCH = re.compile(
    "^(?![把对给将为在每请由向按从])[^，。]{2,14}的[^，。]{1,12}?(?:一律|逐[一-鿿]|立即|必须|当年|都要?)"
)
#: 对反复被骗的群众由民警和网格员一起上门: the measure names its doer, nobody else can be put before it.
_HANDED = re.compile("^(?:对|凡)[^，。]{2,18}?由[^，。]{2,}")
#: 陪餐要陪出问题, 值班的要在岗: who or what, then 要, which 一 before it would double.
SHOULD = re.compile("(?<=[^重主需只想首紧机必次])要(?![素点求害件道是闻塞务职领])(?=.)")
#: 遇到三名以上学生腹痛立即停餐: what shall be done in a case is said as it stands.
_CONDITION = re.compile("^(?:遇到?|如遇|接到|一旦|凡是?|若|如果)[^，。]{4,}")
#: 群众来当主角: who, then what they come to do.
_COMES_TO = re.compile("(?<=..)(?<![未原年以往外近])来(?![源信访电往自历件料客])(?=..)")
#: A noun phrase without a head we know is at most this long, one with a head at most that.
_BARE_NOUN, _LONG_NOUN = 6, 12
#: 分三批完成: the batches before the verb.
_IN_BATCHES = re.compile(r"^分[一二两三四五六七八九十\d]*[批期步类片组级层区线]次?")
#: What turns words that begin like a verb into a state to be reached (教育培训全覆盖, 整改清零).
_STATES = (
    "全覆盖",
    "到位",
    "达标",
    "清零",
    "归零",
    "见底",
    "常态化",
    "零容忍",
    "不断档",
    "不漏项",
    "无死角",
    "零事故",
    "起来",
    "齐全",
    "到人",
    "到岗",
    "到户",
    "畅通",
    "归档",
    "待命",
)
_TRAILING = "。；，、！ "
#: 市住建局, 县清欠办: what a body's name begins with is no verb, whatever follows it.
_LEVEL_CHARACTERS = "省市县区镇乡村各全我本"


#: What a name of work does not hold.
_DESCRIBES = re.compile(
    "[的和与及]|^(?:下一步|这|那|几|[一二两三四五六七八九十]年来|当前|今后|存在|工作(?!作风|机制|制度))"
    "|成绩|进展|问题|重点|差距|打算|请求"
)


class Shape(Enum):
    """Grammatical shape of a jotted measure or theme."""

    VERB = "verb phrase"
    NOUN = "noun phrase"
    CLAUSE = "clause with its own subject"
    NORM = "norm without a doer (每餐留样48小时)"
    PROHIBITION = "prohibition"
    GOAL = "goal"
    STATEMENT = "a state of things or a question, to be said as it stands"
    SENTENCE = "a sentence of its own"


@dataclass(frozen=True, slots=True)
class Shaped:
    """A measure with its shape.

    Arguments:
        text: its words without a leading 要 and final punctuation.
        shape: see Shape.
        subject: the doer that a CLAUSE names, else "".
        predicate: the words after the subject; the whole text for other shapes.
    """

    text: str
    shape: Shape
    subject: str = ""
    predicate: str = ""


class _Openers:
    """Words that may begin a text; the longest counts. A set: an alternation of hundreds is slow to compile.

    Arguments:
        words: the words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = sorted({len(word) for word in self._words}, reverse=True)

    def length(self, text: str) -> int:
        """Characters of the longest word that begins the text, 0 where none does."""
        return next((length for length in self._lengths if text[:length] in self._words), 0)


@dataclass(frozen=True, slots=True)
class _Words:
    verbs: frozenset[str]
    single_verbs: frozenset[str]
    complements: frozenset[str]
    not_complements: frozenset[str]
    before_verb: _Openers
    adverb: _Openers
    goals: tuple[str, ...]
    prohibition: _Openers
    goal: _Openers
    verb_nouns: frozenset[str]
    heads: tuple[str, ...]
    longest: int

    def completes(self, pair: str) -> bool:
        """Whether two characters are a verb and its complement: 算清, 挖出, 盯紧."""
        return (
            len(pair) == 2
            and pair[1] in self.complements
            and pair[0] not in _LEVEL_CHARACTERS
            and pair not in self.not_complements
            and pair not in _collocations()
        )

    def leading_verb(self, text: str) -> int:
        """Length of the verb that stands at the very start of the text, 0 where none does."""
        for length in range(min(self.longest, len(text)), 0, -1):
            if text[:length] in self.verbs:
                return length
        pair = text[:2]
        if len(text) > 2 and (self.completes(pair) or is_verb(pair)):
            return 0 if begins_with_longer_word(text, 2) else 2
        return 0


@cache
def _words() -> _Words:
    table = tomllib.loads((_DATA / "verbs.toml").read_text("utf-8"))
    verbs = frozenset(table["verbs"])

    def starts_with(*keys: str) -> _Openers:
        return _Openers(word for key in keys for word in table[key])

    return _Words(
        verbs=verbs,
        single_verbs=frozenset(table["single_verbs"]),
        complements=frozenset(table["complements"]),
        not_complements=frozenset(table["not_complements"]),
        before_verb=starts_with("adverbs", "modals", "openers"),
        adverb=starts_with("adverbs", "openers"),
        goals=tuple(table["goals"]),
        prohibition=starts_with("prohibitions"),
        goal=starts_with("goals", "hedges"),
        verb_nouns=frozenset(table["verb_nouns"]),
        heads=tuple(table["attributive_heads"]),
        longest=max(map(len, verbs)),
    )


@cache
def _collocation_table() -> dict[str, Any]:
    return tomllib.loads((_DATA / "collocations.toml").read_text("utf-8"))


@cache
def _collocations() -> dict[str, tuple[str, ...]]:
    return {head: tuple(verbs) for head, verbs in _collocation_table()["heads"].items()}


@cache
def shape_of(text: str) -> Shaped:
    """The shape of a measure or theme as the brief's writer jotted it.

    Arguments:
        text: a few words, with or without a leading 要 and final punctuation.
    """
    words = text.strip().strip(_TRAILING)
    for lead in ("要", "必须", "应当"):
        if words.startswith(lead) and _verb_length(words[len(lead) :]):
            words = words[len(lead) :]
            break
    if re.search(r"[。！？；]", words):
        return Shaped(words, Shape.SENTENCE, predicate=words)
    if _words().prohibition.length(words) or _NOT_DOING.match(words):
        return Shaped(words, Shape.PROHIBITION, predicate=words)
    if _words().goal.length(words):
        return Shaped(words, Shape.GOAL, predicate=words)
    if words.endswith(_STATES) and any(words.startswith(noun) for noun in _words().verb_nouns):
        return Shaped(words, Shape.NORM, predicate=words)
    if _CONDITION.match(words):
        return Shaped(words, Shape.STATEMENT, predicate=words)
    verbal = _words().leading_verb(words)
    if _BEGS.match(words) or _HANDED.match(words) or (_STANDS.search(words) and not _commands(words)):
        return Shaped(words, Shape.STATEMENT, predicate=words)
    if _ADMONISHES.match(words):
        return Shaped(words, Shape.VERB, predicate=words)
    if _ASKS.search(words) or _FORBIDS.search(words) or (_STATES_OF_THINGS.search(words) and not verbal):
        return Shaped(words, Shape.STATEMENT, predicate=words)
    if _SUCH.match(words):
        return Shaped(words, Shape.NORM, predicate=words)
    if (
        _GIVE.match(words)
        or _acts_with(words)
        or _acts_in_place(words)
        or (_verb_length(words) and not _is_noun_ending(words))
    ):
        return Shaped(words, Shape.VERB, predicate=words)
    clause = _doer_and_deed(words)
    if clause:
        return Shaped(words, Shape.CLAUSE, *clause)
    if _is_norm(words) or SHOULD.search(words) or _COMES_TO.search(words) or not _is_nominal(words):
        return Shaped(words, Shape.NORM, predicate=words)
    return Shaped(words, Shape.NOUN, predicate=words)


def _commands(text: str) -> bool:
    """Whether a verb that is nothing else begins the words: 防止漏洞增多, not 建设进度不均衡."""
    table = _words()
    start, length = _find_verb(text)
    verb = text[start : start + length]
    return bool(verb) and (start > 0 or (verb in table.verbs and verb not in table.verb_nouns))


def is_work(noun: str) -> bool:
    """Whether a noun phrase names work that a frame may be put round: 图斑整改, not 下一步重点, 进度和差距.

    What has 的 or 和 in it, counts or points at something is a description, not the name of a piece of work.
    """
    return bool(_head(noun)) and _DESCRIBES.search(noun) is None


def with_verb(noun: str, choice: int, taken: frozenset[str] = frozenset()) -> str:
    """A noun phrase made a verb phrase with a verb that goes with it: 值班制度 → 落实值班制度.

    Arguments:
        noun: the noun phrase.
        choice: which of the fitting verbs, counted round.
        taken: verbs said close by, avoided where another fits.
    """
    head = _head(noun)
    verbs = _collocations().get(head, ()) if head else ()
    fitting = [verb for verb in verbs if verb not in taken] or list(verbs) or ["抓好", "做好"]
    return fitting[choice % len(fitting)] + noun


def without_should(norm: str) -> str:
    """A norm as it stands behind 做到: 值班的要在岗 → 值班的在岗."""
    return SHOULD.sub("", norm, count=1)


def first_verb(text: str) -> str:
    """The verb a verb phrase begins with, adverbs passed over; "" when there is none."""
    start, length = _find_verb(text)
    return text[start : start + length] if length else ""


def begins_with_adverb(text: str) -> bool:
    """Whether a verb phrase begins with an adverb of its own (严格排查执法)."""
    return bool(_words().adverb.length(text)) and _find_verb(text)[0] != 0


def _doer_and_deed(text: str) -> tuple[str, str] | None:
    """Split 县教育局组织演练 after the longest doer that a verb follows."""
    for end in sorted({match.end() for match in _BODY_END.finditer(text[:_BODY_REACH])}, reverse=True):
        between = _BETWEEN.match(text, end)
        start = between.end() if between else end
        doer, deed = text[:start].removesuffix("要"), text[start:]
        balanced = doer.count("（") == doer.count("）")
        if len(doer) < _SHORTEST_DOER or not balanced or _acts(doer):
            continue
        if _NO_DOER.search(doer, 1) or _NO_DOER_START.match(doer):
            continue
        acts = _find_verb(deed, in_clause=True)[1] or _AIMED.match(deed) or _acts_in_place(deed)
        if acts and not _is_noun_ending(deed):
            return doer, deed
    return None


def _acts_with(text: str) -> bool:
    """Whether somebody to do it with and then a verb make the words: 与气象部门建立会商机制."""
    return bool(_WITH.match(text)) and any(_find_verb(text[at:])[1] > 1 for at in range(3, len(text) - 2))


def _acts_in_place(text: str) -> bool:
    """Whether a place and then a verb make the words: 在林区小学上一堂防火课."""
    rest = text[_each(text) or _words().adverb.length(text) :]
    return bool(_IN.match(rest)) and any(
        _find_verb(rest[end.end() :], in_clause=True)[1] for end in _PLACE_END.finditer(rest[:16], 2)
    )


def _is_norm(text: str) -> bool:
    """Whether words without a doer say how a thing shall be: 每餐留样48小时, 大宗食材统一招标."""
    return (
        text.startswith("每")
        or (text[2:3] == text[:1] and text[:1] in "见到")
        or text.endswith(_STATES)
        or _acts(text)
        or any(goal in text[2:] for goal in _words().goals)
    )


def _is_nominal(text: str) -> bool:
    """Whether words that no verb begins are a noun phrase: short, or short enough with a known head.

    A noun phrase is given a verb of ours, so the doubtful are not taken for one: 做到 before a whole
    clause reads well, 抓好 before it does not.
    """
    if re.search(r"[把由给并，\d]|[^的]的.{0,4}[^的]的", text) or _verb_with_object(text):
        return False
    return len(text) <= _BARE_NOUN or (len(text) <= _LONG_NOUN and bool(_head(text)))


def _verb_with_object(text: str) -> bool:
    """Whether a verb stands inside the words with its object behind it: 五分钟讲清当班风险."""
    words = _words()
    for at in range(2, len(text) - 2):
        length = words.leading_verb(text[at:])
        verb = text[at : at + length]
        if length > 1 and verb not in words.verb_nouns and len(text) - at - length >= 2:
            return True
    return False


def _acts(text: str) -> bool:
    """Whether a verb with its adverb stands inside the words, behind at least two of them."""
    words = _words()
    return any(
        (before := words.adverb.length(text[start:]) or _each(text[start:]))
        and _find_verb(text[start + before :])[1]
        for start in range(2, len(text) - 1)
    )


def _each(text: str) -> int:
    """Length of 逐栋, 每月10日, 全年 … at the start of the text."""
    match = _EACH.match(text)
    return match.end() if match else 0


def _adverbial(text: str) -> int:
    """Length of a date, 一企一策 or 分三批 at the start of the text."""
    match = _DATE_BEFORE.match(text) or _ONE_BY_ONE.match(text) or _IN_BATCHES.match(text)
    return match.end() if match else 0


def _verb_length(text: str) -> int:
    return _find_verb(text)[1]


def _find_verb(text: str, *, in_clause: bool = False) -> tuple[int, int]:
    """Offset and length of the verb that a text begins with, up to three adverbs passed over.

    Arguments:
        text: the words.
        in_clause: whether a subject stands before them; then, and behind an adverb, verbs of one
            character count too, which at the start of a measure are mostly parts of nouns.
    """
    words = _words()
    start = 0
    for _ in range(4):
        rest = text[start:]
        length = words.leading_verb(rest)
        if length:
            # 剩下的巷子, 完成的项目: a clause that tells which thing, not what is to be done.
            return (start, 0) if rest[length : length + 1] == "的" else (start, length)
        before = _each(rest) or words.before_verb.length(rest) or _adverbial(rest)
        if not before:
            single = (in_clause or start > 0) and rest[:1] in words.single_verbs and len(rest) > 1
            return start, int(single)
        start += before
    return start, 0


def _is_noun_ending(text: str) -> bool:
    """Whether words that begin like a verb are yet a noun phrase: 检查制度, 应急预案, 值班人员."""
    words = _words()
    verbal = [noun for noun in words.verb_nouns if text.startswith(noun)]
    if any(_THING.match(text, len(noun)) for noun in verbal):
        return True
    return bool(verbal) and any(text.endswith(head) and len(text) <= len(head) + 4 for head in words.heads)


def is_bad_thing(noun: str) -> bool:
    """Whether a noun phrase names what shall not be: 有偿补课, 老好人. No frame may praise it."""
    return any(noun.endswith(word) for word in _bad_words())


@cache
def _bad_words() -> tuple[str, ...]:
    return tuple(_collocation_table()["bad"]["words"])


def _head(noun: str) -> str:
    """The noun's own head, the longest ending that the collocation table knows."""
    for length in range(min(6, len(noun)), 1, -1):
        if noun[-length:] in _collocations():
            return noun[-length:]
    return ""
