"""The line that names who speaks: 市委副书记、市长　周明远."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["read_speaker"]

_POST = (
    r"(?:书记|总理|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|部长|厅长|司长|处长|科长|校长|院长|会长|理事长|"
    r"董事长|总经理|经理|总裁|总工程师|秘书长|检察长|庭长|政委|司令员?|指挥长|部队长|支队长|大队长|队长|所长|站长|行长|厂长|矿长|"
    r"常委|委员|组长|参事|专员|督学|调研员|主持人|党组成员|负责人|村主任|园长|馆长|台长|社长|总编辑?|教授|干事|巡视员|"
    r"代表|发言人|同志|政府|委员会|办公室|领导小组|指挥部)"
)
# The hundred most frequent family names cover some 85 % of the population; the list goes beyond
# them, and takes in the compound ones still in use.
_FAMILY_NAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
    "孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕"
    "单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚"
    "娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池"
    "查苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚权强帅屠豆朴盖练"
    "廉祖巴丰支狄平计宣晋相初门云容敬来扈晁芮都普于常赖洪植薄莘"
) | {"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木"}
_LONGEST_LABELLED = 40  # characters
_LONGEST_LINE = 44
_BLANKED = "[×xX＊*某]"
_LETTER = r"[^\W\d_A-Za-z]"
# A name by its shape, in classes that compile fast: a set of Chinese characters takes ten times as long.
# What has the shape is looked at by _is_name.
_NAME = r"(?:[\w×＊*]{2,4}|\w{1,2}\s+\w|\w{2,6}·\w{2,6})"
_WHOLE_NAME = re.compile(rf"{_LETTER}{{2,6}}·{_LETTER}{{2,6}}|{_BLANKED}{{2,4}}")
_GIVEN_NAME = re.compile(rf"{_LETTER}{{1,2}}|\s+{_LETTER}|{_BLANKED}{{1,3}}")
_WORD = re.compile(rf"{_LETTER}+")
_LABEL = re.compile(
    r"(?:讲话人?|主讲人?|报告人|发言人|致辞人|主持人?|演讲人|作者|宣讲人|讲课人|授课人)[：:]\s*"
)
_POST_WORDS = r"[^，。；：！？,;:（）()“”]"


@cache
def _post_and_name() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<post>{_POST_WORDS}{{0,36}}{_POST}(?:（[^）]{{1,10}}）)?)(?P<gap>[\s：:]*)(?P<name>{_NAME})?$"
    )


@cache
def _name_and_post() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_NAME})\s+{_POST_WORDS}{{0,30}}?{_POST}$")


# 省 长 吴晓军: a post of two characters spread apart to the width of three.
_SPREAD = re.compile(r"^(.)\s+(长|记|任|席)(?=\s|$)")
# An office in place of a post: only where a space sets the name off.


@cache
def _office_and_name() -> re.Pattern[str]:
    return re.compile(
        rf"{_POST_WORDS}{{2,30}}(?:局|委|办|厅|部|公司|集团|学校|中学|小学|学院|大学|医院|中心|村|社区|协会|商会)\s+(?P<name>{_NAME})$"
    )


@cache
def _whatever_and_name() -> re.Pattern[str]:
    """A post that no table knows (首席质量官　周明远): only where a line stands alone, its name set off."""
    return re.compile(rf"(?!在|关于){_POST_WORDS}*[一-鿿]{{2,30}}\s+(?P<name>{_NAME})$")


_SPACES = re.compile(r"\s+")


def read_speaker(line: str, *, alone: bool) -> str | None:
    """Read a speaker's line.

    Arguments:
        line: the line without its brackets.
        alone: accept a name without a post, or a post without a name: true where a title went
            before, so that the line can hardly be anything else.

    Returns:
        Post and name with one space where the line had some, or None.
    """
    words = _SPREAD.sub(r"\1\2", line.strip())
    label = _LABEL.match(words)
    if label is not None:
        named = words[label.end() :].strip()
        return _tidy(named) if 0 < len(named) <= _LONGEST_LABELLED else None
    if len(words) > _LONGEST_LINE:
        return None
    if alone and _is_name(words):
        return _SPACES.sub("", words)
    name_first = _name_and_post().match(words)
    if name_first is not None and _is_name(name_first["name"]):
        return _tidy(words)
    match = _post_and_name().match(words)
    if match is None:
        office = _office_and_name().match(words) if alone else None
        office = office or (_whatever_and_name().match(words) if alone else None)
        return _tidy(words) if office is not None and _is_name(office["name"]) else None
    name = match["name"]
    if name is None:
        return _tidy(words) if alone and not words.startswith(("在", "关于")) else None
    set_off = match["gap"] and _WORD.fullmatch(name) is not None
    return _tidy(words) if set_off or _is_name(name) else None


def _is_name(words: str) -> bool:
    """Whether the whole is a personal name: 周明远 · 周　明 · 欧阳青 · 周×× · 艾力·买买提."""
    if _WHOLE_NAME.fullmatch(words) is not None:
        return True
    return any(
        words[:size] in _FAMILY_NAMES and _GIVEN_NAME.fullmatch(words, size) is not None for size in (2, 1)
    )


def _tidy(words: str) -> str:
    """One space between post and name; the two characters of a name spread apart are joined."""
    pieces = _SPACES.split(words.strip())
    if len(pieces) > 1 and len(pieces[-1]) == 1 and len(pieces[-2]) == 1:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return " ".join(pieces)
