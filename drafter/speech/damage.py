"""Placeholders, damaged characters, and a text that was cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from drafter.speech.blocks import Block, Role
from drafter.speech.model import Anomaly

__all__ = ["text_anomalies"]

# One of these signs is in every placeholder and every damage; most paragraphs hold none, and looking
# for single signs is some twenty times faster than looking for what they may be part of.
_SUSPECT = re.compile(r"[Xx×＊*_＿○〇◯?\ufffd锟烫屯锘\u00c0-\u00ff]|某某|【待补|[（(]\s\s")
_PLACEHOLDER = re.compile(
    r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|＊{2,}|\*{2,}|某某|【待补[^】]*】|_{2,}|＿{2,}"
    r"|[○〇◯]{2,}(?=[市县区镇乡村局同])|20\d?[xX×＊*]{1,2}年|[（(]\s{2,}[）)]|(?<=\d年)[xX×]月"
)
# U+FFFD and the words that GBK makes of it; 锘 is a UTF-8 byte order mark read as GBK. A ? is
# damage only between figures (6?3 for 6·3): between words it is a question asked in half width.
_DAMAGE = re.compile(
    r"\ufffd|锟斤拷|烫烫烫|屯屯屯|锘縷?|(?<=[\d一二三四五六七八九十])\?(?=[\d一二三四五六七八九十])|[\u00c0-\u00ff]{4,}|â€"
)
_CUT = re.compile(
    r"(?:…+|\.{3,}|。{3,})[”’]?$|未完(?:$|[，,。；）)]|待续)|全文共\d+字|[（(](?:以下|下文)(?:省略|略)"
)
_ENDED = re.compile(r"[。！？!?：；”’）)》】…]$")
_SHORTEST_SENTENCE = 20  # characters; 谢谢大家 without its stop is not a text cut off


def text_anomalies(blocks: Sequence[Block]) -> Iterator[Anomaly]:
    """Placeholders, damaged characters and a cut-off end, by paragraph."""
    for index, block in enumerate(blocks):
        if _SUSPECT.search(block.text) is None:
            continue
        placeholder = _PLACEHOLDER.search(block.text)
        if placeholder is not None:
            yield Anomaly("placeholder", f"有占位符没有填上：{placeholder[0].strip()}", index)
        damage = _DAMAGE.search(block.text)
        if damage is not None:
            around = block.text[max(damage.start() - 4, 0) : damage.end() + 4]
            yield Anomaly("mojibake", f"有损坏的字符：{around}", index)
    if blocks and _is_cut(blocks[-1]):
        yield Anomaly("truncated", f"文稿没有写完就断了：{blocks[-1].text[-12:]}", len(blocks) - 1)


def _is_cut(last: Block) -> bool:
    if _CUT.search(last.text):
        return True
    if last.role not in {Role.BODY, Role.RUN_IN}:
        return False
    return len(last.text) >= _SHORTEST_SENTENCE and _ENDED.search(last.text) is None
