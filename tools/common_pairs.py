"""Count in how many paragraphs of our samples a pair of characters stands (common_pairs.tsv).

Run: python tools/common_pairs.py
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from drafter.compose.relevance import pairs_of
from phrasebank.files import write_whole
from phrasebank.labelled import read_labelled

ROOT = Path(__file__).parents[1]
OUT = ROOT / "drafter" / "compose" / "data" / "common_pairs.tsv"
#: Pairs met in fewer paragraphs say what they say: their weight is near 1 anyway.
_LEAST = 12


def main() -> None:
    """Count, and write the table."""
    texts = [
        line
        for path in sorted((ROOT / "samples/speeches").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
        if line.strip()
    ]
    for path in sorted((ROOT / "samples/labelled").glob("*.txt")):
        paragraphs: dict[int, str] = {}
        for line in read_labelled(path).lines:
            paragraphs[line.paragraph] = paragraphs.get(line.paragraph, "") + line.text
        texts += paragraphs.values()
    counts = Counter(pair for text in texts for pair in pairs_of(text))
    common = sorted(
        (item for item in counts.items() if item[1] >= _LEAST), key=lambda item: (-item[1], item[0])
    )
    lines = [
        "# 常见字对：在我们自己的讲话样稿里出现在多少段中（共多少段见第一行）。",
        "# 到处都有的字对，说明不了两段话讲的是一件事。",
        "# 由 tools/common_pairs.py 数出，样稿变了就重数。",
        f"（段数）\t{len(texts)}",
        *(f"{pair}\t{count}" for pair, count in common),
    ]
    write_whole(OUT, ("\n".join(lines) + "\n").encode(), force=True)


if __name__ == "__main__":
    main()
