"""Laws and documents: titles in 《》 and the numbers of documents (发文字号)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phrasebank.masking.scan import before
from phrasebank.masking.span import Span

__all__ = ["find_documents"]

_TITLE = re.compile(
    r"《[^《》\n]{1,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,60})?》(?:[（(][^（）()\n]{0,4}(?:试行|草案|修订"
    r"|暂行|征求意见)[^（）()\n]{0,6}[）)])?"
    r"(?:第[一二三四五六七八九十百零0-9]+条(?:第[一二三四五六七八九十0-9]+款)?)?"
)
_numbers = before(
    "[〔［\\[]", r"([一-鿿]{0,9})[〔［\[]([0-9０-９]{4})[〕］\]](?:第?[0-9０-９]+号)?(?:文件?)?", 9, 20
)
_NUMBER_HEAD = re.compile(r"[一-鿿]{0,7}?(?:发|函|办|字|令|文|通|规|明电|电|党|政|组|审|法|会|委|安|环|财)$")
_LAW_ENDS = re.compile(r"(?:法|条例|宪法|法典|党章|章程|准则|规定|规则)(?:（[^）]*）)?》")
_LOCAL_RULES = re.compile(r"(?:规定|规则|章程|准则)(?:（[^）]*）)?》")
_NATIONAL = re.compile(r"《(?:中华人民共和国|中国共产党|关于新形势下党内政治生活)")
# 土地管理法, 公平竞争审查条例 without 《》.
_BARE_LAW = (
    r"[一-鿿]{2,14}?(?:管理|保护|安全|生产|卫生|防治|促进|保障|监督|竞争|处罚|许可|复议|诉讼|教育|合同|劳动"
    r"|审查|工作|防|采购|招标投标|就业|民|刑|宪|立|预算|税收征收管理|信访|选举|组织|监察|公务员|消防|防洪"
    r"|防震减灾|突发事件应对|乡村振兴)(?:法(?![一-鿿]{0,1}[律治院官制规庭学人定宝子则案])|法(?=的|和|等|第"
    r"|规定|明确|要求)|条例)"
)
_bare_laws = before("条例|法", _BARE_LAW, 16, 3)
_BOUND = re.compile(
    r".*(?:严格施行|施行|提高|推进|加强|尊崇|维护|运用|违反|依据|根据|按照|依照|贯彻|执行|落实|学习|遵守"
    r"|实施|符合|出台|颁布|修订|制定|宣传|对照|按|依|[的和与及或在是了])"
)
_NO_LAW = re.compile(
    r"(?:有关|相关|各项|这些|该|本|地方性?|配套)(?:法|条例)$|(?:做|办|方|想|看|说|用|打|写|执|司|守|普|依"
    r"|合|违|非|立|宪|枪|作|疗|技|语)法$"
)


_NAMED = re.compile("中央一号文件|一号文件|1号文件|挂牌督办函|督办函|督察意见书")


def find_documents(text: str) -> Iterator[Span]:
    """Find laws and documents."""
    if "《" in text:
        for match in _TITLE.finditer(text):
            title = match[0]
            law = _LAW_ENDS.search(title) is not None and (
                _LOCAL_RULES.search(title) is None or _NATIONAL.match(title) is not None
            )
            yield Span(match.start(), match.end(), "law" if law else "document")
    if "〔" in text or "［" in text or "[" in text:
        for match in _numbers(text):
            head = _NUMBER_HEAD.search(match[1])
            yield Span(match.start(1) + (head.start() if head else len(match[1])), match.end(), "document")
    for match in _NAMED.finditer(text):
        yield Span(match.start(), match.end(), "document")
    for match in _bare_laws(text):
        bound = _BOUND.match(match[0][:-1])
        start = match.start() + (bound.end() if bound else 0)
        if match.end() - start >= 3 and not _NO_LAW.search(text[start : match.end()]):
            yield Span(start, match.end(), "law")
