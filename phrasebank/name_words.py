"""Words around names, which the gate and the miner share: surnames, and what makes no place name."""

from __future__ import annotations

__all__ = ["GENERIC_BEFORE", "NEVER_IN_A_NAME", "SURNAMES"]

# Characters after which a suffix makes no place name: 全市, 城市, 社区, 执法. Ours, grown by
# reading what the gate stopped for no reason.
GENERIC_BEFORE = {
    "省": "全我本各外出进两到反节",
    "市": "全我本各城超上都股楼菜早夜门闹入出进到在省地兄弟向集街",
    "县": "全我本各市到省乡出进入驻贫强大小",
    "区": "全我本各园社地辖库景灾山林牧片城老街小校厂湖市县疆禁矿港农汛护范点生聚郊潮旗特专误盲雷洼业学住险"
    "水海",
    "镇": "全我本各乡城集重村坐冰市到",
    "乡": "县全我本各家下城回返故山水异到农进老",
    "村": "全我本各农乡山驻进入到镇包串行然驱帮访兴走整城古渔新联",
    "州": "全我本各市神自",
    "法": "招章办方做说看想手执守违依普合司立非用书宪国兵疗技语文知学尊懂释犯徇护",
}
NEVER_IN_A_NAME = "的是了和与在把给每个这那有于一几"

# Common surnames without those that are everyday words at the head of a clause (全 方 高 成 安).
# A name is sought only before a title and only where a name can begin.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟"
    "姜崔谭陆范汪廖石金韦贾夏付邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵覃武钱戴严莫孔向汤习"
)
