"""A skeleton as a user would fill it in: every blank with something of ours."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from drafter.brief import Brief, load_brief
from drafter.capture import Captured, capture
from drafter.compose import compose_draft
from drafter.compose.draft import Draft
from phrasebank.banks import load_banks

SPEECHES = Path(__file__).parents[2] / "samples" / "speeches"


def indexed() -> dict[str, str]:
    """The first sample speech of every kind."""
    first: dict[str, str] = {}
    for index in sorted(SPEECHES.glob("INDEX-*.tsv")):
        for line in index.read_text("utf-8").splitlines():
            file, kind = line.split("\t")[:2]
            if (SPEECHES / file).exists():
                first.setdefault(kind, file)
    return first


@cache
def captured(file: str) -> Captured:
    return capture([SPEECHES / file], "试学的会")


def filled(made: Captured, folder: Path) -> tuple[Path, Path]:
    """The kind's folder and the brief, both written below a folder."""
    kind = folder / "templates" / made.name
    kind.mkdir(parents=True)
    for name, text in made.files.items():
        (kind / name).write_text(text, "utf-8")
    text = made.files["提纲.yaml"]
    text = re.sub(r"值: 【待补：[^】]*】", "值: 7", text)
    text = text.replace("【待补：主题】", "安全生产").replace("【待补：地方或单位名称】", "临江区")
    text = re.sub(r"(?m)^称谓:.*【待补.*", "称谓: 尊敬的各位领导", text)
    text = re.sub(r"【待补：[^】]*】", "有关工作", text)
    text = re.sub(r"(?m)^讲话人:.*", "讲话人: {姓名: 程望, 职务: 区长}", text)
    text = re.sub(r"(?m)^日期:.*", "日期: 2026-03-02", text)
    brief = folder / "提纲.yaml"
    brief.write_text(text, "utf-8")
    return kind.parent, brief


def drafted(made: Captured, folder: Path) -> tuple[Brief, Draft]:
    templates, path = filled(made, folder)
    brief = load_brief(path, known_kinds=[made.name])
    return brief, compose_draft(brief, load_banks([]), seed=1, candidates=2, templates=templates)
