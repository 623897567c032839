"""A mistake in the command's words is one Chinese line that says what to write instead."""

from __future__ import annotations

import pytest

from drafter.cli import main

RANGE = "选项 --length 的值不对，应为 200 到 60000 之间的整数"
TABLE = {
    "new": ("缺少参数“文种”", "U001"),
    "draft": ("缺少参数“提纲…”", "U001"),
    "parse": ("缺少参数“文件…”", "U001"),
    "format a.txt": ("缺少选项 --out", "U001"),
    "--": ("没有写要做什么", "U001"),
    "draft a.yaml --lenght 3000": ("没有选项 --lenght，是不是 --length？", "U002"),
    "draft a.yaml -x": ("没有选项 -x", "U002"),
    "--verbose": ("没有选项 --verbose，是不是 --version？", "U002"),
    "darft a.yaml": ("没有“darft”这个命令，是不是 draft？", "U003"),
    "起草 a.yaml": ("没有“起草”这个命令", "U003"),
    "draft a.yaml --length 100": (RANGE, "U004"),
    "draft a.yaml --length 3k": (RANGE, "U004"),
    "draft a.yaml --length 60001": (RANGE, "U004"),
    "draft a.yaml --seed 七": ("选项 --seed 的值不对，应为整数", "U004"),
    "draft a.yaml --to pdf": ("选项 --to 的值不对，应为 docx、md、txt、html、json 之一", "U004"),
    "draft a.yaml --profile a4": ("选项 --profile 的值不对，应为 gb、reading 之一", "U004"),
    "parse a.txt --to docx": ("选项 --to 的值不对，应为 json、tree、txt、md 之一", "U004"),
    "draft a.yaml --seed": ("选项 --seed 后面要有一个值", "U005"),
    "draft a.yaml -o": ("选项 -o 后面要有一个值", "U005"),
    "kinds --json=1": ("选项 --json 后面不能带值", "U005"),
    "new 致辞 b.yaml c.yaml": ("多出了参数：b.yaml c.yaml", "U006"),
    "kinds 工作部署": ("多出了参数：工作部署", "U006"),
}


@pytest.mark.parametrize("words", TABLE)
def test_one_line_says_it(
    words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    message, code = TABLE[words]
    command = words.split(maxsplit=1)[0] if code != "U003" and not words.startswith("-") else ""
    program = f"drafter {command}".strip()
    monkeypatch.setattr("sys.argv", ["drafter", *words.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{message}（用法见 {program} --help） [{code}]\n")
