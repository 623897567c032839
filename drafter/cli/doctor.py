"""``drafter doctor``: what this machine can read, set and reach, and how to get what is missing."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from typing import Annotated

import typer

__all__ = ["doctor"]

#: Seconds that another program gets to tell its version.
_PATIENCE = 20
#: What the names of Chinese families hold.
_CHINESE = ("CJK", "Song", "Hei", "Kai", "Fang", "Ming", "Sim", "WenQuan", "FZ", "Zhuque", "LXGW")
_FACES = ("方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the program can do here, or not.

    Arguments:
        what: the ability.
        able: whether it can.
        how: by what, or what is missing.
        install: how to get it, or "".
    """

    what: str
    able: bool
    how: str
    install: str = ""


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON，给别的程序看")] = False,
) -> None:
    """看看这台机器上能读哪些格式、能不能预览，缺的怎么装。不联网，也不改动什么。"""
    found = list(_examined())
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{'✓' if one.able else '✗'} {one.what}：{one.how}")
        if not one.able and one.install:
            typer.echo(f"    装法：{one.install}")


def _examined() -> Iterator[Finding]:
    from drafter import __version__
    from drafter.readers.office import INSTALL as OFFICE
    from drafter.readers.office import find_soffice
    from drafter.readers.pdf import INSTALL as PDF

    python = platform.python_version()
    yield Finding("程序", True, f"jianggao {__version__}，Python {python}（{sys.platform}）")
    yield Finding("读 .docx .txt .md .html 和装着它们的 .zip", True, "自带")
    office = find_soffice()
    told = _told([office, "--version"]) if office else ""
    yield Finding("读 .doc .wps .rtf .odt", bool(office), told or office or "没有 LibreOffice", OFFICE)
    yield _library("读 .pdf（有文字层的）", "pypdfium2", "pypdfium2", PDF)
    yield Finding("预览成 PDF、图片", bool(office), told or office or "没有 LibreOffice", OFFICE)
    yield _fonts()
    yield _library("语料 .parquet", "pyarrow", "pyarrow", "pip install jianggao[parquet]")
    yield _library("几个人合用的语料库（PostgreSQL）", "psycopg", "psycopg", "pip install jianggao[postgres]")
    spark = _library(
        "集群上挖语料（Spark）", "pyspark", "pyspark", "pip install jianggao[spark]，另装 Java 17"
    )
    java = shutil.which("java")
    if spark.able and not java:
        spark = Finding(spark.what, False, f"{spark.how}，没有 Java", "apt install openjdk-17-jre-headless")
    yield spark


def _library(what: str, module: str, package: str, install: str) -> Finding:
    from importlib.metadata import PackageNotFoundError, version  # brings in email and sockets

    if find_spec(module) is None:
        return Finding(what, False, f"没有装 {package}", install)
    try:
        return Finding(what, True, f"{package} {version(package)}")
    except PackageNotFoundError:
        return Finding(what, True, package)


def _fonts() -> Finding:
    """Whether the faces of the standard, or stand-ins for them, are here."""
    what = "国标字体"
    lister = shutil.which("fc-match")
    if lister is None:
        return Finding(what, True, "由 Word 或 WPS 提供（这里没有 fontconfig，看不到装了哪些）")
    chosen = {face: _told([lister, "-f", "%{family}", face]) for face in _FACES}
    foreign = [face for face, family in chosen.items() if not _is_chinese(family)]
    if foreign:
        install = "make fonts（Debian、Ubuntu），或把字体文件放进 ~/.fonts"
        return Finding(what, False, f"没有 {'、'.join(foreign)} 或替代的", install)
    return Finding(what, True, "；".join(f"{face} → {family}" for face, family in chosen.items()))


def _is_chinese(family: str) -> bool:
    """Whether a family covers Chinese by its name."""
    return any("一" <= char <= "鿿" for char in family) or any(word in family for word in _CHINESE)


def _told(command: list[str]) -> str:
    """The first line that a program prints, or "" where it does not; what it would keep is thrown away."""
    with tempfile.TemporaryDirectory(prefix="jianggao-") as folder:
        private = {"XDG_CACHE_HOME": folder}
        if "--version" in command:  # of fonts the user's own settings are wanted
            private |= {"HOME": folder, "XDG_CONFIG_HOME": folder}
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                text=True,
                timeout=_PATIENCE,
                check=False,
                env={**os.environ, **private},
            )
        except (OSError, subprocess.SubprocessError):
            return ""
    return done.stdout.strip().partition("\n")[0]
