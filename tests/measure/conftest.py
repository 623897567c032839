"""A small brief of a place that is not there, and a draft of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafter.brief import Brief, load_brief
from drafter.measure import Known, Written

BRIEF = """
文种: 工作部署
主题: 食品安全
会议: 全区学校食品安全工作会议
地区: {名称: 西河区, 层级: 区, 上级: 临江市, 下级: [石桥镇, 柳荫街道]}
讲话人: {姓名: 顾明川, 职务: 副区长}
日期: 2026-08-27
依据: [《中华人民共和国食品安全法》]
前序: [区教育局通报了暑期检查情况]
数据:
  学校食堂: {值: 86, 单位: 家, 时段: 今年8月, 来源: 区教育局}
  接入监控的食堂: {值: 71, 单位: 家, 时段: 今年8月, 来源: 区教育局}
  就餐学生: {值: 1.2, 单位: 万名, 时段: 今年8月, 来源: 区教育局}
  食品安全投入: {值: 3500, 单位: 万元, 同比: 12.5%, 时段: 2025年, 来源: 区财政局}
部分:
  - 主题: 认清形势
    要点:
      - 主题: 看到进展
        数据: [学校食堂, 接入监控的食堂, 就餐学生]
        措施: [每月公布一次检查结果]
      - 主题: 看到差距
        数据: [食品安全投入]
        措施: [把剩余食堂接入监控]
        责任: 区教育局
        时限: 9月底前
  - 主题: 抓实工作
    要点:
      - 主题: 管好食堂
        措施: [实行食材统一招标, 每餐留样48小时]
        原文: 孩子碗里的事，没有小事。
篇幅: 420
"""
DRAFT = """在全区学校食品安全工作会议上的讲话
同志们：
刚才，区教育局通报了暑期检查情况。根据《中华人民共和国食品安全法》，下面我讲两点意见。
一、认清形势，知道自己站在哪里
（一）看到进展
据区教育局统计，全区86家学校食堂，已有七十一家接入监控，占82.6%，还有15家没有接入。在食堂吃饭的学生有一万二千名。每月公布一次检查结果，让家长看得见。
（二）看到差距
2025年，全区食品安全投入0.35亿元，比上年增长12.5%。区教育局要在9月底前把剩余食堂接入监控，一家也不能少。
二、抓实工作，把饭碗端得稳稳当当
（一）管好食堂
要实行食材统一招标，每餐留样48小时。孩子碗里的事，没有小事。各学校要一件一件办，第一步先把人管住，不能有万一。
同志们，让我们一起把孩子们的这一餐饭守护好，让家长放心，让社会满意！
"""


@pytest.fixture(scope="session")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Brief:
    path = tmp_path_factory.mktemp("brief") / "提纲.yaml"
    path.write_text(BRIEF, "utf-8")
    return load_brief(path)


@pytest.fixture(scope="session")
def known(brief: Brief) -> Known:
    return Known(brief)


@pytest.fixture(scope="session")
def draft() -> str:
    return DRAFT


@pytest.fixture(scope="session")
def written() -> Written:
    return Written.of("草稿", DRAFT)


@pytest.fixture(scope="session")
def speeches() -> list[Path]:
    return sorted((Path(__file__).parents[2] / "samples" / "speeches").glob("*.txt"))
