"""XX, ××, 某某, 【待补】: something still has to be filled in."""

from drafter.check.finding import Severity
from drafter.check.matching import finder
from drafter.check.rule import Example, Rule

RULE = Rule(
    code="S004",
    name="占位符没有填",
    severity=Severity.ERROR,
    source="公文校核",
    why="“{text}”还没有填上",
    about="XX、××、某某、下划线、【待补：…】、空括号都是没有填完的地方。",
    examples=(
        Example("XX市召开会议"),
        Example("××同志作了发言"),
        Example("请【待补：讲话人】讲话"),
        Example("201x年以来"),
        Example("共有____家企业"),
        Example("某某镇要抓好落实"),
    ),
    fine=("某市发生的事故", "这个要问某某科", "3×4米", "MAX 值", "*号", "约翰·史密斯"),
    words=finder(
        r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|＊{2,}|\*{3,}|(?<!\*)\*\*(?=[省市县区镇乡村局])|某某+(?=[省市县区镇乡村局同])|【待补[^】]*】|_{2,}|＿{2,}"
        r"|[○〇◯]{2,}(?=[市县区镇乡村局同])|20\d?[xX×＊*]{1,2}(?=年)|[（(]\s{2,}[）)]|(?<=\d年)[xX×](?=月)|[?？]{3,}",
        # **加粗** is Markdown.
        unless=lambda match: match[0][0] == "*" and match.string.count("**") > 1,
        needs="Xx×＊*某【_＿○〇◯（(?？",
    ),
)
