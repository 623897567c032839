"""Places by one character (简称): 粤北, 浙商, 在粤, 成渝中线."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from phrasebank.masking.scan import Scan, anchored
from phrasebank.masking.span import Span
from phrasebank.masking.tables import alternatives, words
from phrasebank.masking.tokens import Tokens, is_word

__all__ = ["find_abbreviations"]

_TABLE = "abbreviations.txt"
_NAME = "[^\\W\\d工调供隧、，。的]"


@cache
def _pattern() -> Scan:
    clear, loose = ("".join(words(_TABLE, section)) for section in ("clear", "loose"))
    sides = "".join(words(_TABLE, "behind"))
    before = "".join(words(_TABLE, "before"))
    way = alternatives(words(_TABLE, "way"))
    both = f"[{clear}{loose}]"
    heads = "".join(sorted({word[0] for word in words(_TABLE, "regions")}))
    return anchored(
        f"{clear}{loose}引{heads}",
        f"(?P<region>{alternatives(words(_TABLE, 'regions'))})"
        f"|(?P<line>{both}{{2,5}}(?={way}))"
        f"|(?P<pair>[{clear}]{{2,4}})"
        f"|(?P<side>[{clear}](?:[{sides}](?:[东西南北])?)(?<!企(?=业))(?<!中(?=[央国心小]))(?<!港(?=口))(?<!南(?=方))(?<!北(?=方)))"
        f"|(?P<water>引[一-鿿]{{1,2}}[济入补]{_NAME}{{1,2}}(?:工程|调水|供水|隧洞)?)"
        f"|(?P<at>(?<=[{before}])[{clear}])",
    )


@cache
def _not() -> frozenset[str]:
    return frozenset(words(_TABLE, "not"))


def find_abbreviations(text: str, tokens: Tokens) -> Iterator[Span]:
    """Find places called by one character of their name, alone beside another word or with each other."""
    clear = frozenset(words(_TABLE, "clear"))
    for match in _pattern()(text):
        kind, (start, end) = match.lastgroup, match.span()
        found = match[0]
        if found in _not() or text[start : end + 1] in _not():
            continue
        if kind not in ("region", "water"):
            first = tokens.at(start)
            # 的苏/北: the tokeniser may part it wrongly; but 江苏/南部, 四川/西部 are other words.
            token = tokens.words[first]
            if tokens.starts[first] != start and (len(token) > 2 or is_word(token)):
                continue
            last = tokens.words[tokens.at(end - 1)]
            over = tokens.starts[tokens.at(end - 1)] + len(last) - end
            if over > 0 and is_word(last) and kind != "side":
                continue
        if kind == "line" and (clear.isdisjoint(found) and is_word(found)):
            continue
        if kind == "at" and tokens.starts[tokens.at(start) + 1] != end:
            continue
        yield Span(start, end, "elsewhere")
