"""The article behind a law or a document: 《…法》第十七条、第十八条第二款."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from phrasebank.masking.scan import before
from phrasebank.masking.span import Span

__all__ = ["find_articles", "with_articles"]

_N = "[一二三四五六七八九十百零〇0-9]+"
_ONE = f"第{_N}(?:条(?:之{_N})?|章|款|项|部分)(?:第{_N}[款项])*"
_ARTICLES = before("条|章(?!程)|款(?!项)", f"{_ONE}(?:[、和至及]{_ONE})*", 7, 24)


def find_articles(text: str) -> Iterator[Span]:
    """Find articles by number that stand behind the name of a law, or are said of one."""
    for match in _ARTICLES(text):
        if text[max(match.start() - 1, 0) : match.start()] in ("》", "法", "例", "定", "则", "程", "）"):
            yield Span(match.start(), match.end(), "law")


def with_articles(spans: Iterable[Span]) -> list[Span]:
    """Make one span of a law or a document and the article that touches it."""
    out: list[Span] = []
    for span in spans:
        if out and span.slot == "law" and out[-1].slot in ("law", "document") and out[-1].end == span.start:
            out[-1] = out[-1]._replace(end=span.end)
        else:
            out.append(span)
    return out
