"""Bodies: leadership, offices of a level, companies and schools by name (机构)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from phrasebank.masking.divisions import divisions
from phrasebank.masking.pairs import find_literally, seeking
from phrasebank.masking.places import name_start
from phrasebank.masking.scan import Scan, anchored, before
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words
from phrasebank.masking.tokens import Tokens, is_word

__all__ = ["find_bodies"]

_LEVEL = "[省市县区州旗镇乡]"
# Before a level word that is no head of a body: 全市, 各县, 乡镇党委, 省市.
_GENERIC = "全各我本上下该每属直辖地城都兄"
_STOP = "的是了在把给每个这那有于从对以为按要将被由请等及或就也还都并让使用"
_HAN = (
    f"(?:就业|对外|对口|[^{_STOP}和与向\\W\\d_a-zA-Z]|发展和改|住房和城|文化和旅|工业和信|资源和社|规划和自)"
)
_UNIT = (
    "(?:委常委会|委(?![员会书副托常])|政府党组|政府(?!工作报告|性|部门|网站|投资|职能|采购|购买|债|引导"
    "|补|服务|信息|数据)|人大常委会|人大(?!代表)|政协(?!委员)"
    "|纪委监委|纪委|监委|四套班子|四大班子|党委(?!书记|副书记|委员)|党工委|管委会)"
)
_OFFICE_OF = (
    "(?:第[一二三四五六七八九十]+|农村工作|农业农村|全面依法[一-鿿]{2}|全面深化改革|财经|教育工作|审计"
    "|国家安全|外事|网络安全和信息化|党的建设)?"
    "(?:办公室|办公厅|督查室|研究室|组织部|宣传部|统战部|社会工作部|政法委|农办|农工委|政研室|巡察办"
    "|巡视办|巡视组|巡察组|督导组|领导小组|委员会|机关|党校|工委|网信办|编办|老干部局|改革办"
    "|办(?![法理事成好实]))"
)
_OWN = anchored(
    "省市县区州旗镇乡",
    rf"(?<![{_GENERIC}省市县区乡镇州])(?P<own>{_LEVEL}){_UNIT}(?:[、和]?{_LEVEL}?{_UNIT})*"
    rf"(?!书记|副书记|常委(?!会)|委员|主席|副?秘书长|{_OFFICE_OF})",
    "(?=[委政人纪监四党管])",
)
_PARTY = anchored(
    "党街区高经新学集分公校院局厅厂矿所镇乡社村总",
    r"(?<![各乡镇村农])(?:学校|学院|集团公司|分公司|公司|集团|校|院|局|厅|厂|矿|所|镇|乡|街道|社区|村"
    r"|区)(?:党委|党组|党总支|党支部|党工委)(?:、(?:行政|镇政府|乡政府|管委会|办事处))?(?!书记|副书记"
    r"|委员)"
    r"|(?<![一-鿿])(?:集团公司|总公司|集团总部)(?![的]?(?:制|级))"
    r"|(?<=[校司团局厅院])党[委组](?:、行政)?(?!书记|副书记|委员)"
    r"|(?<![一-鿿])(?:街道|区|高新区|经开区|新区)?(?:党工委、管委会|党工委、办事处)|学校党委(?:、行政)?",
    "(?=.{0,4}党|[委组工]|团公司|公司|团总部)",
)
_MINISTRY = anchored(
    "自生财教科工公民司人住交水农商文应退国",
    "(?:自然资源|生态环境|财政|教育|科技|工业和信息化|公安|民政|司法|人力资源和?社会保障|住房和?城乡建设"
    "|交通运输|水利|农业农村|商务|文化和旅游|应急管理|退役军人事务)部(?![门署队长分])"
    "|国务院[^\\W\\d的要和，]{2,8}?(?:委员会|安委会|办公室|办公厅|督查组|考核组|工作组)"
    "|国家发展(?:和)?改革委(?:员会)?|国家卫生健康委",
    "(?=.{1,9}部|务院|家[发卫])",
)
_INNER_OFFICES = before(
    "处(?![理置于在罚])|国土所|供销社|教代会|职代会|中队|大队|支队|消防队|组|派出所|司法所|财政所|税务所|供电所"
    "|农技站|畜牧站|水利站|林业站|小学|中学|幼儿园|招商专班|团[省市县区]委",
    r"(?:科研|人事|教务|财务|学生|后勤|保卫|基建|资产|招生|总务)处(?![理置于在罚])|国土所|供销社|教代会"
    r"|职代会|执法[一二三四]?中队|(?:消防|交警|特警|巡特警|治安|刑侦|公路|路政|运管|渔政"
    r"|森林消防)(?:救援)?(?:大队|支队|中队)|[^\W\d的了是在各个和与及对把到由从向]{0,3}(?:派出所|司法所"
    r"|财政所|税务所|农技站|畜牧站|水利站|林业站|供电所)|(?:第[一二三四五六七八九十]+|实验|育才)(?:小学"
    r"|中学|幼儿园)|团[省市县区]委|第[一二三四五六七八九十]+(?:派驻|巡视|巡察|督导|检查|考核|核查|暗访"
    r"|督查|指导)组|[^\W\d的了是在各个和与及对把]{2,4}招商专班",
    6,
)
_STRONG = (
    "局|厅|委员会|办公室|指挥部|分局|支队|大队|中队|总队|管委会|领导小组|委|办(?![法理事成好实])|队|所|站"
    "|中心|组(?!织)"
)
_EXTRA = "局|厅|小学|中学|医院|社会委|委员会|办公室|支队|大队|中队|总队|分局|派出所|服务中心|领导小组"


@cache
def _offices() -> Scan:
    ends = alternatives(words("bodies.txt", "office"))
    after = "(?![长员面限势署门级者理事议任务生民点])"
    return anchored(
        "国中全省市县区州旗镇乡",
        rf"(?<![{_GENERIC}省市县区乡])(?:国家|中央|全国|[省市县区镇乡]|(?<![一-鿿])[州旗])(?!镇|村(?!镇)"
        rf"|各)(?![值价况面份里域间块别内级外上下属以际长])(?!民(?!政|族|宗|营)|容(?!管)|会(?!展|计)"
        rf"|场(?!监)|中(?![级医])|直(?!机关|属机关))"
        rf"(?:委|政府)?{_HAN}{{0,12}}?(?:{ends}"
        rf"|(?<=[一-鿿]{{3}})委(?![员会托书派副]))(?:[^{_STOP}和与向\W\d省市县区镇乡讲]{{0,4}}?(?:"
        rf"{_EXTRA}))?{after}"
        rf"|(?<![{_GENERIC}省市县区乡])[省市县区]局(?![势面部长限级])",
    )


_VERBS = re.compile(
    "建设(?!局|投资|集团|银行|厅|委|指挥)|通过|执行|办理|指导|改扩建|推进|推动|加快|建成|新建|打造|开展"
    "|实施|启动|成立|设立|完成|争取|获批|引进|培育|支持|加强|强化|完善|提升|落实|召开|印发|出台|入选|成为"
    "|作为|通过|依托|围绕|实现|构建"
    "|坚持|深化|抓好|做好|负责|牵头|汇报|通报|人均|企业|生产总|干部|群众|领导(?!小组)|居民|一体|城区|总部"
    "|示范|区域|两个|三个|两项|三项|部门|单位|老百姓|书记|项目所在"
)


@cache
def _firms() -> Scan:
    listed = words("bodies.txt", "firm")
    return seeking(listed, rf"{alternatives(listed)}(?![长员化制区])")


@cache
def _brands() -> Scan:
    listed = words("businesses.txt")
    return seeking(listed, alternatives(listed))


@cache
def _plain() -> frozenset[str]:
    return frozenset(words("bodies.txt", "plain")) | frozenset(words("bodies.txt", "firm"))


def find_bodies(text: str, tokens: Tokens, level: str, places: Iterable[str]) -> list[Span]:
    """Find bodies; where two overlap the longer one comes first.

    Arguments:
        text: any text.
        tokens: of it.
        level: of the speech, or "".
        places: names that a body may begin with.
    """
    found = [
        *_leading(text, tokens, level),
        *_of_level(text, tokens),
        *_of_firms(text, tokens),
        *_of_brands(text, tokens),
    ]
    found += _of_places(text, places)
    found += _of_lists(text, tokens)
    found += _of_departments(text)
    if level in _HOUSES:
        found += _of_house(text, tokens)
    for pattern in (_MINISTRY, _INNER_OFFICES):
        found += (Span(match.start(), match.end(), "body") for match in pattern(text))
    found = [span for span in found if not text[span.start - 1 : span.start].isdigit()]
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def _leading(text: str, tokens: Tokens, level: str) -> Iterator[Span]:
    for match in _OWN(text):
        start = _with_place(text, tokens, match.start())
        yield Span(start, match.end(), _leadership(match["own"], level) if start == match.start() else "body")
    for match in _PARTY(text):
        over = match[0] in ("集团公司", "总公司", "集团总部")
        yield Span(match.start(), match.end(), "superior" if over else "leadership")


def _of_level(text: str, tokens: Tokens) -> Iterator[Span]:
    for match in _offices()(text):
        words_ = match[0]
        if (len(words_) > 2 and not _VERBS.search(words_)) or words_[1:] == "局":
            yield Span(_with_place(text, tokens, match.start()), match.end(), "body")


_RANKS = {"省": 3, "市": 2, "州": 2, "县": 1, "区": 1, "旗": 1, "镇": 0, "乡": 0}
_LEVELS = {"省": 3, "市": 2, "县": 1, "区": 1, "乡镇": 0}


def _leadership(own: str, level: str) -> str:
    if level not in _LEVELS:
        return "leadership"
    rank = _RANKS[own] - _LEVELS[level]
    return "leadership" if rank == 0 else "superior" if rank > 0 else "body"


def _with_place(text: str, tokens: Tokens, at: int) -> int:
    """Where a body begins whose place stands before it: 青沅省委."""
    if text[at] in "国中全":
        return at
    end = at + 1
    full = divisions().full
    for length in range(7, 2, -1):
        if end >= length and text[end - length : end] in full:
            return end - length
    if at and "一" <= text[at - 1] <= "鿿":
        number = tokens.at(at)
        if tokens.starts[number] == at and tokens.tags[number - 1][0] in "pcudrvma":
            return at
        start = name_start(tokens, at, 2, _plain())
        if start >= 0 and _VERBS.search(text[start:at]) is None and not is_word(text[start:at]):
            return start
    return at


@cache
def _behind_place() -> re.Pattern[str]:
    ends = alternatives(
        [*words("bodies.txt", "office"), *words("bodies.txt", "firm"), *words("businesses.txt")]
    )
    inner = f"[^{_STOP}和与向\\W\\d]"
    return re.compile(
        rf"(?:[省市县区镇乡村]"
        rf"|街道)?{inner}{{0,9}}?{ends}(?:{inner}{{0,4}}?(?:{_EXTRA}))?(?![长员面限势署门级者理事议任务生"
        rf"民点])"
    )


def _of_places(text: str, places: Iterable[str]) -> Iterator[Span]:
    tail = _behind_place().match
    last = 0
    for start, end in find_literally(text, places):
        match = tail(text, end) if start >= last else None
        if match is not None and not _VERBS.search(text, start, match.end()):
            last = match.end()
            yield Span(start, last, "body")


def _of_firms(text: str, tokens: Tokens) -> Iterator[Span]:
    plain = _plain()
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    for match in _firms()(text):
        at, end = match.span()
        number = tokens.at(at)
        best = first = -1
        if starts[number] < at and not is_word(words_[number]):
            best = starts[number]
        while number > 0 and end - starts[number - 1] <= 16:
            number -= 1
            word, tag = words_[number], tags[number]
            if (
                not "一" <= word[0] <= "鿿"
                or tag[0] in "pcudryem"
                or (tag[0] == "v" and is_word(word) and tag != "vn")
            ):
                break
            if (
                len(word) > 1
                and (not is_word(word) or tag in ("ns", "nr", "nz", "nrt", "nrfg"))
                and word not in plain
            ):
                best = starts[number]
            if word not in plain and len(word) > 1:
                first = starts[number]
        # 启航职业培训学校: words that are all known, but where a name can begin.
        if (
            best < 0
            and first >= 0
            and starts[number] < first
            and at - first >= 4
            and (text[first - 1] in "的，、。由请和与；" or tags[number][0] == "v")
            and _KNOWN_FIRM.search(match[0])
        ):
            best = first
        while 0 <= best < at and text[best] in "里来上中下的从":
            best += 1
        if 0 <= best < at and not _WRONG.search(text, best, end):
            yield Span(best, end, "body")


_KNOWN_FIRM = re.compile("公司|集团|学校|学院|养老院|研究院|研究所|联合体|创新中心")
_WRONG = re.compile("[是了的都各把被在]")


def _of_brands(text: str, tokens: Tokens) -> Iterator[Span]:
    """恒岳精密: a name that is no word, and a line of business."""
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    plain = _plain()
    for match in _brands()(text):
        at, end = match.span()
        number = tokens.at(at)
        start = starts[number]
        if start == at:
            if number == 0:
                continue
            number -= 1
            start = starts[number]
            if len(words_[number]) == 1 and number:
                if (
                    len(words_[number - 1]) > 1
                    or words_[number - 1] in "的了在和与及对把向是、，。；从由给将为"
                    or number < 2
                    or (
                        len(words_[number - 2]) == 1
                        and "一" <= words_[number - 2] <= "鿿"
                        and tags[number - 2][0] not in "pcvu"
                    )
                ):
                    continue
                number -= 1
                start = starts[number]
        name = text[start:at]
        if not 2 <= len(name) <= 4 or not "一" <= name[0] <= "鿿" or name in plain or _MODIFIES.match(name):
            continue
        if (not is_word(name) and tags[number][0] in "nxvajgzm" and not _WRONG.search(name)) or (
            match[0] in _WORKS and tags[number][0] not in "pcurm"
        ):
            yield Span(start, end, "body")


@cache
def _departments() -> tuple[Scan, Scan]:
    listed = words("bodies.txt", "department")
    all_ = [*listed, *words("bodies.txt", "bare")]
    bare = alternatives(all_)
    return (
        seeking(listed, f"{alternatives(listed)}(?:局|委(?!员)|厅)(?![长势面])"),
        seeking(all_, f"{bare}(?:、{bare})+(?![局委厅])"),
    )


def _of_departments(text: str) -> Iterator[Span]:
    """Bureaus without their level: 住建局; and 住建、人防、消防, which are bureaus in a list."""
    single, listed = _departments()
    for match in single(text):
        yield Span(match.start(), match.end(), "body")
    for match in listed(text):
        at = match.start()
        for name in match[0].split("、"):
            yield Span(at, at + len(name), "body")
            at += len(name) + 1


_HOUSES = frozenset(("企业", "学校", "部门"))
_SECTION = re.compile("(?:部|处|科|室|车间|分公司|项目部|事业部|教研室|工区|工段|分厂|学院|年级组)$")
_NO_SECTION = frozenset(words("bodies.txt", "section_no"))


_LISTED_SECTION = re.compile(
    f"(?<![一-鿿])[^{_STOP}和与向各全本该两三\\W\\d]{{2,5}}(?:科|室|队|部|处|车间|班组"
    f"|工区)(?=[、，要和负牵派出]|同志)"
)


def _of_house(text: str, tokens: Tokens) -> Iterator[Span]:
    """The sections of a firm, a school or a bureau: 安环部, 教务处."""
    starts = tokens.starts
    for match in _LISTED_SECTION.finditer(text):
        if match[0] not in _NO_SECTION and not _VERBS.search(match[0]):
            yield Span(match.start(), match.end(), "body")
    for number, word in enumerate(tokens.words):
        if (
            len(word) > 2
            and _SECTION.search(word)
            and word not in _NO_SECTION
            and tokens.tags[number][0] == "n"
        ):
            yield Span(starts[number], starts[number + 1], "body")


# 北辰储能、宏远铸造等六家企业: what stands in a list that is said to be of firms.
_LIST = re.compile(
    "(?:等|(?=[两三四五六七八九十]家))(?:[一二三四五六七八九十百两几多]{1,3}|[0-9]{1,4})?(?:多"
    "|余)?家?(?:重点|龙头|骨干|目标|知名|规上|大|优质|本地|头部)?(?:企业|公司|集团|客商|厂家|厂子)"
)


def _of_lists(text: str, tokens: Tokens) -> Iterator[Span]:
    words_, tags, starts = tokens.words, tokens.tags, tokens.starts
    for match in _LIST.finditer(text):
        number = end = tokens.at(match.start())
        if starts[number] != match.start():
            continue
        while number > 0 and starts[end] - starts[number - 1] <= 9:
            word, tag = words_[number - 1], tags[number - 1]
            if word in ("、", "和"):
                if number < end:
                    yield Span(starts[number], starts[end], "body")
                end = number - 1
            elif (
                not "一" <= word[0] <= "鿿"
                or tag[0] in "pcudrm"
                or (tag == "v" and is_word(word) and len(word) > 1)
            ):
                break
            number -= 1
        if 2 <= starts[end] - starts[number] <= 9:
            yield Span(starts[number], starts[end], "body")


_WORKS = frozenset(
    (
        "砖厂",
        "毛纺厂",
        "纺织厂",
        "竹器厂",
        "铸造厂",
        "机械厂",
        "书屋",
        "茶社",
        "卫生院",
        "轴承厂",
        "粮机厂",
        "护理院",
        "小学",
        "中学",
        "幼儿园",
        "敬老院",
        "合作社",
        "茶厂",
        "面粉厂",
        "糖厂",
        "酒厂",
        "家具厂",
        "服装厂",
    )
)
"""What a firm is called by after a name that may be a word: 鸿运砖厂."""
_MODIFIES = re.compile(
    ".*(?:冷链|现代|跨境|上|型|类|性|业|新|老|大|小|强|高|低|优|企|农|城|乡|区|市|县|省|国|级|工|商|数|智"
    "|绿|水|电|热|气)$|[全各多做大小新老优强抓促两三一二四五六七八九十]"
)
