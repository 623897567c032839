from __future__ import annotations

import pytest

from drafter.readers.cleaning.punctuation import widen_punctuation
from drafter.readers.cleaning.quotes import curl_quotes
from tests.readers.cleaning.helpers import after


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("同志们:", "同志们："),
        ("要早谋划,早部署;早落实!", "要早谋划，早部署；早落实！"),
        ("2013年,完成38,比上年多12;", "2013年，完成38，比上年多12；"),
        ("收入达到1,234万元,会议8:30开始,比例3:2。", "收入达到1,234万元，会议8:30开始，比例3:2。"),
        ("(一)抓重点", "（一）抓重点"),
        ("(1)查台账", "（1）查台账"),
        ("加入协定(CPTPP)谈判", "加入协定（CPTPP）谈判"),
        ("call f(x) (see p. 3), please; ok: yes?", "call f(x) (see p. 3), please; ok: yes?"),
        ("网址http://a.cn/b,c?d=1", "网址http://a.cn/b,c?d=1"),
        ("这样行吗?不行!", "这样行吗？不行！"),
        ("全市谁排第一?不是西河区。", "全市谁排第一？不是西河区。"),
        ("吉林“6?3”火灾", "吉林“6?3”火灾"),
        ("“三?八”妇女节", "“三?八”妇女节"),
        ("工作抓实了.群众满意了.", "工作抓实了。群众满意了。"),
        ("增长5.8%,占3.2个百分点.", "增长5.8%，占3.2个百分点。"),
        ("后面的内容...", "后面的内容……"),
        ("后面的内容。。。", "后面的内容……"),
        ("后面的内容…", "后面的内容……"),
        ("--2026年1月8日在会上", "——2026年1月8日在会上"),
        ("―― 产业结构优化", "——产业结构优化"),
        ("─城市面貌改善", "——城市面貌改善"),
        ("西宁—海东一线，0—6岁儿童", "西宁—海东一线，0—6岁儿童"),
        ("((一)项规定)", "（（一）项规定）"),
    ],
)
def test_widening(half: str, full: str) -> None:
    assert after(widen_punctuation, half) == [full]
    assert after(widen_punctuation, full) == [full]


@pytest.mark.parametrize(
    ("straight", "curly"),
    [
        ('开展"打非治违"专项行动', "开展“打非治违”专项行动"),
        ('"九打九治""打非治违"', "“九打九治”“打非治违”"),
        ("他说：\"要落实'三个必须'。\"", "他说：“要落实‘三个必须’。”"),
        ('坚持“两手抓"，守住底线', "坚持“两手抓”，守住底线"),
        ("don't 不要改", "don't 不要改"),
        ('a "plain" line', 'a "plain" line'),
    ],
)
def test_quotes(straight: str, curly: str) -> None:
    assert after(curl_quotes, straight) == [curly]
