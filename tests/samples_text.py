"""Plain texts of our own to mine: the labelled speeches as their writers saved them."""

from __future__ import annotations

from pathlib import Path

from drafter.mine.raw import Raw, digest_of
from phrasebank.labelled import read_labelled

__all__ = ["LABELLED", "archive", "plain"]

LABELLED = sorted((Path(__file__).parents[1] / "samples" / "labelled").glob("*.txt"))


def plain(path: Path) -> str:
    """A labelled speech without its labels, a line a paragraph."""
    paragraphs: dict[int, str] = {}
    for line in read_labelled(path).lines:
        paragraphs[line.paragraph] = paragraphs.get(line.paragraph, "") + line.text
    return "\n".join(paragraphs.values()) + "\n"


def archive(megabytes: float) -> list[Raw]:
    """So many megabytes of speeches: ours again and again, each time with other digits."""
    texts = [plain(path) for path in LABELLED]
    documents: list[Raw] = []
    size = 0.0
    turn = 0
    while size < megabytes * 1e6:
        digits = str.maketrans("123456789", "".join(str(1 + (digit + turn) % 9) for digit in range(9)))
        for path, text in zip(LABELLED, texts, strict=True):
            data = text.translate(digits).encode()
            documents.append(Raw(f"{turn}/{path.name}", data, digest_of(data), len(data)))
            size += len(data)
        turn += 1
    return documents
