"""Measure by how much our own samples differ in manner: drafter/style/norms.tsv.

Run: python -m tools.style_norms
"""

from __future__ import annotations

from pathlib import Path
from statistics import fmean, pstdev

from drafter.style.features import FEATURES, features_of
from phrasebank.files import write_whole

ROOT = Path(__file__).parents[1]
OUT = ROOT / "drafter" / "style" / "norms.tsv"


def main() -> None:
    """Measure, and write the table."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "samples" / "speeches").glob("*.txt"))]
    found = [features_of(text) for text in texts]
    lines = [
        f"# 风格各项指标在我们自己的{len(texts)}篇样稿里的平均数和标准差，由 tools/style_norms.py 量出。",
        *(
            f"{name}\t{fmean(one[name] for one in found):.4f}\t{pstdev([one[name] for one in found]):.4f}"
            for name in FEATURES
        ),
    ]
    write_whole(OUT, ("\n".join(lines) + "\n").encode(), force=True)


if __name__ == "__main__":
    main()
