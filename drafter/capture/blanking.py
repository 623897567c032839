"""The samples' own facts out of their words: what is shown of a sample says nothing of its place and time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from phrasebank.masking import Span, find_spans
from phrasebank.masking.tokens import is_word
from phrasebank.mining import About
from phrasebank.specifics import find_specifics
from phrasebank.vocabulary import SLOT_PATTERN

__all__ = ["Blanks", "label_of"]

#: What stands in for a slot where a reader sees it.
_LABELS = {
    "topic": "主题", "place": "地方", "elsewhere": "地方", "level": "层级", "superior": "上级",
    "leadership": "单位", "units": "单位", "org": "单位", "body": "单位", "person": "姓名", "post": "职务",
    "date": "时间", "period": "时间", "year": "时间", "season": "时间", "deadline": "时限",
    "number": "数量", "percent": "数量", "money": "数量", "count": "数量",
    "law": "文件", "document": "文件", "basis": "文件", "event": "活动", "meeting": "会议", "prior": "议程",
}  # fmt: skip
_CODES = {"P030": "数量", "P031": "时间", "P032": "地方", "P033": "文件", "P034": "单位"}
#: Slots whose words are some place's own wherever they stand; a figure or a year is so by its sentence.
_NAMES = ("place", "elsewhere", "person", "body", "org", "law", "document", "event", "meeting", "basis")
_DOUBTFUL = ("place", "elsewhere", "person", "body")
_PLACES = ("place", "elsewhere")
_DIVISION = re.compile("(?:省|市|县|区|旗|镇|乡|村|街道|社区|开发区)$")
_LEADING = re.compile("^[按替同在对向从把为与和跟由给到像说是](?=..)")
_SHORTEST_NAME = 2
_BLANK = "□"
_LEFT_OVER = re.compile(r"\][一二三四五六七八九十]+(?![一-鿿])|\](?=\[数量\])")
_PASSES = 4


def label_of(slot: str) -> str:
    """What a slot is called for readers (单位)."""
    return _LABELS.get(slot.rstrip("0123456789"), "内容")


class _Names:
    """Names that are looked for in a text."""

    def __init__(self, slots: Mapping[str, str]) -> None:
        self._slots = slots
        longest_first = sorted(slots, key=lambda words: (-len(words), words))
        self._pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def places(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where they stand, with what each is called."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), label_of(self._slots[match[0]])


class Blanks:
    """What the samples name, so that it is found even where a sentence alone does not give it away.

    Arguments:
        samples: paragraphs and their specifics, as masking found them.
    """

    def __init__(self, samples: Iterable[tuple[str, Sequence[Span]]]) -> None:
        firm: dict[str, str] = {}
        doubtful: dict[str, str] = {}
        for text, spans in samples:
            for span in spans:
                words, slot = text[span.start : span.end], span.slot.rstrip("0123456789")
                if slot not in (_DOUBTFUL if span.bare else _NAMES):
                    continue
                words = _LEADING.sub("", words) if span.bare or slot in _PLACES else words
                names = doubtful if span.bare else firm
                for name in (words, _DIVISION.sub("", words) if slot in _PLACES else words):
                    if len(name) >= _SHORTEST_NAME and not (span.bare and is_word(name)):
                        names.setdefault(name, slot)
        self._firm = _Names(firm)
        self._all = _Names({**doubtful, **firm})

    def shown(self, framed: str) -> str:
        """Masked words for a reader: every slot as its label in brackets, ``[单位]``.

        Whatever is specific behind the mask is put in brackets too; "" where something stays.
        """
        return self._cleared(framed, lambda slot: f"[{label_of(slot)}]")

    def asked(self, framed: str, *, strict: bool = True) -> str:
        """Masked words for a brief: every slot as something to fill in, ``【待补：单位】``.

        "" where something specific stays.

        Arguments:
            strict: whether what only may be a name is one.
        """
        shown = self._cleared(framed, lambda slot: f"[{label_of(slot)}]", strict=strict)
        return re.sub(r"\[([^\[\]]*)\]", r"【待补：\1】", shown)

    def framed(self, framed: str, slots: Sequence[str]) -> str:
        """Masked words for an outline: they keep the slots that every brief fills.

        "" where something else is specific in them.
        """
        kept = [match[0] for match in SLOT_PATTERN.finditer(framed)]
        if any(slot[1:-1] not in slots for slot in kept):
            return ""
        plain = SLOT_PATTERN.sub(_BLANK, framed)
        return "" if self._found(plain) else framed

    def clean(self, text: str, *, strict: bool = True) -> bool:
        """Whether nothing in it is specific; with ``strict`` not even what may be a name."""
        return not self._found(text, strict=strict)

    def _cleared(self, framed: str, say: Callable[[str], str], *, strict: bool = True) -> str:
        text = SLOT_PATTERN.sub(lambda slot: say(slot[1]), framed)
        for _ in range(_PASSES):
            plain = re.sub(r"\[[^\[\]]*\]", lambda label: _BLANK * len(label[0]), text)
            found = self._found(plain, strict=strict)
            if not found:
                # 两[米]六: what a numeral leaves behind its mask belongs to it.
                return _LEFT_OVER.sub("]", text)
            for start, end, label in sorted(found, reverse=True):
                if _BLANK not in text[start:end] and "[" not in text[start:end]:
                    text = f"{text[:start]}[{label}]{text[end:]}"
                else:
                    return ""
        return ""

    def _found(self, text: str, *, strict: bool = True) -> list[tuple[int, int, str]]:
        """Every specific in a text, not overlapping."""
        claims = list((self._all if strict else self._firm).places(text))
        claims += [
            (span.start, span.end, label_of(span.slot))
            for span in find_spans([text], About())[0]
            if label_of(span.slot) not in ("主题", "层级") and not span.bare
        ]
        claims += [
            (found.start, found.start + len(found.text), _CODES[found.code]) for found in find_specifics(text)
        ]
        apart: list[tuple[int, int, str]] = []
        for start, end, label in sorted(claims, key=lambda claim: (claim[0], -claim[1])):
            if _BLANK in text[start:end]:
                # A finder that takes a blank along has found the words around a slot, no name.
                continue
            if not apart or start >= apart[-1][1]:
                apart.append((start, end, label))
        return apart
