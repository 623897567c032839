"""The line that names who speaks: 市委副书记、市长　周明远."""

from __future__ import annotations

import re

__all__ = ["read_speaker"]

_POST = (
    r"(?:书记|总理|市长|县长|区长|省长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|部长|厅长|司长|处长|科长|校长|院长|会长|理事长|"
    r"董事长|总经理|经理|总裁|总工程师|秘书长|检察长|庭长|政委|司令员?|部队长|支队长|大队长|队长|所长|站长|行长|厂长|矿长|"
    r"常委|委员|组长|参事|专员|督学|调研员|主持人|党组成员|负责人|村主任|园长|馆长|台长|社长|总编辑?|教授|干事|巡视员|"
    r"代表|发言人|同志|政府|委员会|办公室|领导小组|指挥部)"
)
# The hundred most frequent family names cover some 85 % of the population; the list goes beyond
# them, and takes in the compound ones still in use.
_FAMILY_NAME = (
    "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛"
    "邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路"
    "游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应"
    "臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮"
    "粟冼蔺楼盘满闻位厉伊仝区郜海阚权强帅屠豆朴盖练廉祖巴丰支狄平计宣晋相初门云容敬来扈晁芮都普于常赖洪植薄莘])"
)
_BLANKED = "[×xX＊*某]"
# The family names stand in it once: compiling so large a class takes a millisecond of every start.
_NAME = (
    rf"(?:{_FAMILY_NAME}(?:[\u4e00-\u9fff]{{1,2}}|\s+[\u4e00-\u9fff]|{_BLANKED}{{1,3}})"
    rf"|{_BLANKED}{{2,4}}|[\u4e00-\u9fff]{{2,6}}·[\u4e00-\u9fff]{{2,6}})"
)
_LABEL = re.compile(
    r"(?:讲话人?|主讲人?|报告人|发言人|致辞人|主持人?|演讲人|作者|宣讲人|讲课人|授课人)[：:]\s*"
)
_LINE = re.compile(
    rf"(?P<post>[^，。；：！？,;:（）()“”]{{0,36}}?{_POST}(?:（[^）]{{1,10}}）)?)"
    rf"(?P<gap>\s*)(?P<name>{_NAME}|[\u4e00-\u9fff]{{2,4}})?$"
)
_BARE_NAME = re.compile(rf"{_NAME}$")
_NAME_FIRST = re.compile(rf"(?P<name>{_NAME})\s+(?P<post>[^，。；：！？,;:（）()“”]{{0,30}}?{_POST})$")
# 省 长 吴晓军: a post of two characters spread apart to the width of three.
_SPREAD = re.compile(r"^(.)\s+(长|记|任|席)(?=\s|$)")
# An office in place of a post: only where a space sets the name off.
_OFFICE = re.compile(
    rf"[^，。；：！？,;:（）()“”]{{2,30}}(?:局|委|办|厅|部|公司|集团|学校|中学|小学|学院|大学|医院|中心|村|社区|协会|商会)\s+{_NAME}$"
)
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
        return _tidy(named) if 0 < len(named) <= 40 else None
    if len(words) > 44:
        return None
    if alone and _BARE_NAME.match(words):
        return _SPACES.sub("", words)
    if _NAME_FIRST.match(words):
        return _tidy(words)
    match = _LINE.match(words)
    if match is None:
        return _tidy(words) if alone and _OFFICE.match(words) else None
    name = match["name"]
    if name is None:
        return _tidy(words) if alone and not words.startswith(("在", "关于")) else None
    if not match["gap"] and re.match(rf"{_NAME}$", name) is None:
        return None
    return _tidy(words)


def _tidy(words: str) -> str:
    """One space between post and name; the two characters of a name spread apart are joined."""
    pieces = _SPACES.split(words.strip())
    if len(pieces) > 1 and len(pieces[-1]) == 1 and len(pieces[-2]) == 1:
        pieces[-2:] = [pieces[-2] + pieces[-1]]
    return " ".join(pieces)
