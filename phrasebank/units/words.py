"""What the words of one speech are: verbs, content words, and how much it speaks of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

__all__ = ["Words", "tag_of", "weigh"]

_PREDICATES = ("v", "i", "l", "a", "z")
"""First letters of the tags (ICTCLAS, as jieba has them) of words that can be a predicate: verbs,
idioms, set phrases, adjectives, states."""

_CONTENT = ("n", "v", "a", "j", "l")
_NAMES = frozenset({"nr", "ns", "nt", "nrt", "nrfg"})

# Words that every speech is full of; they say nothing of what a phrase is about.
_EMPTY = frozenset(
    "工作 方面 情况 问题 同志 我们 大家 他们 时候 时间 方式 方法 过程 基础 作用 水平 能力 力度 步伐 要求 重点 关键 成效 效果 进展 "
    "新的 有关 相关 主要 重要 重大 突出 明显 显著 全面 深入 扎实 积极 切实 坚持 推进 推动 促进 加强 加快 加大 提高 提升 强化 深化 "
    "完善 健全 实施 开展 实现 进行 做好 抓好 落实 建立 打造 形成 发挥 确保 继续 进一步 不断 努力 着力 大力 全力 充分 认真 严格 "
    "坚决 全市 全县 全区 全省 全国 我市 我县 我区 我省 必须 应该 需要 能够 可以 成为 具有 得到 取得 增强 保持 达到 完成 发展 建设 "
    "一些 一批 一个 一年 今年 去年 近年 代表 各位 各级 各地 部门 单位 领域 环节 目标 任务 措施 举措 体系 优势 特色 综合 基本 增长 "
    "增加 新增 扩大 支持 鼓励 引导 统筹 围绕 突破 持续 稳步 加以 更加 更好 良好 优质 高质量 现代化 没有 不是 就是 还是 有的 "
    "年来 来说 来看 看到 知道 认为 起来 出来 下去 上来 一定 十分 非常 特别 有效 有力 有序 有利 有利于".split()
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a speech.

    Arguments:
        predicates: those that can be a predicate.
        ranks: content words, each with its place in the order of how often the speech says them; the
            most frequent has 0.
    """

    predicates: frozenset[str]
    ranks: dict[str, int]

    def salient(self, tokens: Iterable[str], most: int) -> tuple[str, ...]:
        """The content words among tokens that the speech speaks of most, at most ``most``."""
        ranks = self.ranks
        found = sorted({token: ranks[token] for token in tokens if token in ranks}.items(), key=_by_rank)
        return tuple(word for word, _ in found[:most])


def _by_rank(item: tuple[str, int]) -> int:
    return item[1]


def weigh(sentences: Sequence[Sequence[str]]) -> Words:
    """Look at the words of a whole speech.

    Arguments:
        sentences: tokens of each of its sentences.
    """
    counts = Counter(chain.from_iterable(sentences))
    predicates = frozenset(word for word in counts if tag_of(word).startswith(_PREDICATES))
    content = sorted((-count, word) for word, count in counts.items() if _is_content(word))
    return Words(predicates, {word: rank for rank, (_, word) in enumerate(content)})


def _is_content(word: str) -> bool:
    if len(word) < 2 or word in _EMPTY or word[0] == "{":
        return False
    tag = tag_of(word)
    return tag.startswith(_CONTENT) and tag not in _NAMES


@cache
def tag_of(word: str) -> str:
    """The part of speech of a word by itself, "x" of a slot or punctuation.

    Of a word that the tagger takes apart it is the last part's, the head of a Chinese compound.
    """
    if not "一" <= word[0] <= "鿿":
        return "x"
    import rjieba

    return str(rjieba.tag(word)[-1][1])
