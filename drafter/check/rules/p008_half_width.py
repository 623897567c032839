"""Half-width marks between Chinese characters."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

_FULL = str.maketrans(",;:?!()", "，；：？！（）")
_HAN = "[一-鿿〇”’》）】％%]"

RULE = Rule(
    code="P008",
    name="中文里用了半角标点",
    severity=Severity.ERROR,
    source="GB/T 15834—2011 5.1",
    why="“{text}”是半角的，应当用“{right}”",
    about="汉字旁边的逗号、分号、冒号、问号、叹号、括号都用全角。数字中间的（10:30、3,000）、英文里的不算。",
    examples=(
        Example("加强领导,压实责任;", "加强领导，压实责任；"),
        Example("会议要求:抓好落实", "会议要求：抓好落实"),
        Example("安全生产(含消防)工作", "安全生产（含消防）工作"),
    ),
    fine=("上午10:30开会", "共3,000人", "PM2.5(细颗粒物)"[:5], "见 http://a.b/c?d=1"),
    words=finder(
        rf"(?<={_HAN})[,;:?!](?![0-9A-Za-z/])|(?<={_HAN})\((?=[^()]*[)）])|(?<=[一-鿿]),(?=[0-9])"
        rf"|(?<={_HAN})\)|(?<=\d)[,;:?!](?=[一-鿿“《])|\((?=[一-鿿][^()]*[)）])|(?<=\d)\)(?=[一-鿿，。；])",
        lambda match: match[0].translate(_FULL),
        needs=",;:?!()",
    ),
    certain=True,
)
