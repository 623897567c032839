"""Options that several commands of ``drafter bank`` have."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["AsJson", "BankOption", "By", "Ids", "NoBuiltin", "Yes"]

BankOption = Annotated[
    str | None,
    typer.Option(
        "--bank",
        metavar="库",
        help="语料库：bank.db 或 postgresql://…；不写则看环境变量 JIANGGAO_BANK，再看当前文件夹的 bank.db",
    ),
]
NoBuiltin = Annotated[bool, typer.Option("--no-builtin", help="不管自带的词条")]
AsJson = Annotated[bool, typer.Option("--json", help="一行一条 JSON，是交换格式，给程序用")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="姓名", help="谁定的；不写则看环境变量 JIANGGAO_USER，再看系统的用户名"),
]
Yes = Annotated[bool, typer.Option("--yes", help="不再问，直接做")]
Ids = Annotated[
    list[str] | None,
    typer.Argument(metavar="编号…", help="词条编号，写前几位即可；不写编号就写筛选条件"),
]
