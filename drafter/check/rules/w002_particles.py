"""的, 地, 得: the particle before a verb and behind one."""

import re
from collections.abc import Iterator

from drafter.check.finding import Severity
from drafter.check.rule import Example, Hit, Rule

_MANNER = (
    "切实|不断|积极|深入|扎实|主动|自觉|持续|稳步|有序|有效|坚决|坚定不移|毫不动摇|旗帜鲜明|全面|及时|广泛|大力|逐步|充分|认真细致|科学合理|"
    "一丝不苟|不折不扣|实实在在|原原本本|创造性|高质量|妥善|严肃|清醒|深刻|真正|牢牢|紧紧|始终如一|有力有序|因地制宜|雷厉风行"
)
_DEEDS = (
    "推进|推动|加强|加快|开展|落实|抓好|做好|提高|提升|解决|执行|贯彻|履行|参与|组织|实施|完成|认识到|把握|坚持|完善|改进|改善|防范|化解|"
    "整改|排查|查处|服务|融入|投身|承担|维护|保障|配合|支持|做到|看到|反映|处理|处置|发挥|遏制|打击|树立|担起|攥紧"
)
#: Behind these a deed is a name: 扎实的推进措施.
_NAMES = (
    "措施|机制|办法|体系|制度|能力|水平|工作|方案|力度|情况|过程|意见|格局|态势|作风|交流|路径|举措|手段|效果|成效|环境|平台|队伍|方式|途径|力量|支撑|保证|条件|"
    "计划|目标|任务|要求|政策|责任|氛围|和|与|、|的|之|者|型|力|性|，|。|；|！"
)
_BEFORE = re.compile(rf"(?:{_MANNER})(?P<w>的)(?=(?:{_DEEDS})(?!{_NAMES}))")
_BEHIND = re.compile(
    "(?<=[做干抓压落管办走跑看说写建搞变站谋盯查改守扛挑顶])(?P<w>的)(?=(?:好|实实的|实|细|快|准|稳|紧|牢|深|透|远|严|怎么样|很[好实细快准稳紧])[，。；！？、])"
)


def _particles(text: str) -> Iterator[Hit]:
    if "的" not in text:
        return
    for pattern, right in ((_BEFORE, "地"), (_BEHIND, "得")):
        for match in pattern.finditer(text):
            yield Hit(*match.span("w"), right, why=f"这里应当用“{right}”")


RULE = Rule(
    code="W002",
    name="“的、地、得”用错",
    severity=Severity.WARNING,
    source="《现代汉语词典》；语法规范",
    why="“的、地、得”用错",
    about="动词前面用“地”（扎实地推进），动词后面补充用“得”（做得好），名词前面用“的”。只看把握大的：状态词后面直接跟着动作的、“的”后面以“好、实、快”收尾的。",
    examples=(
        Example("要扎实的推进项目建设", "要扎实地推进项目建设"),
        Example("工作做的好，群众满意", "工作做得好，群众满意"),
    ),
    fine=(
        "要扎实推进项目建设",
        "扎实的推进措施",
        "做得好",
        "有效的防范措施",
        "做的好事",
        "深入的学习交流",
        "全面的落实机制",
        "走的好路子",
    ),
    words=_particles,
)
