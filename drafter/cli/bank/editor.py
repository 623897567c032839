"""Editing a phrase in the user's own editor: a field a line, as a person reads it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from phrasebank.errors import CodedError, Problem
from phrasebank.model import Phrase

__all__ = ["edit_in_editor", "read_form", "write_form"]

_PLAIN = {"文字": "text", "单位": "unit", "语步": "move", "句式": "family"}
_LISTS = {"主题": "topics", "文种": "kinds", "层级": "levels", "配词": "themes"}
_NOTE = "备注"
_HEAD = "# 改好后保存退出。# 开头的行不算；名单用顿号隔开，空着表示不限；备注可以写几行。\n"


def edit_in_editor(phrase: Phrase) -> dict[str, str | list[str]]:
    """Let the user change a phrase in an editor; the fields as they are afterwards.

    Raises:
        CodedError: U015 there is no editor, or it failed; U016 what was saved is no form.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    words = shlex.split(command, posix=sys.platform != "win32") if command else [_usual()]
    with tempfile.TemporaryDirectory(prefix="jianggao-") as folder:
        path = Path(folder) / f"{phrase.id[:8]}.txt"
        path.write_text(write_form(phrase), encoding="utf-8")
        try:
            done = subprocess.run([*words, str(path)], check=False)
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise _no_editor(words[0]) from error
    if done.returncode:
        raise _no_editor(words[0])
    return read_form(text)


def _usual() -> str:
    return "notepad" if sys.platform == "win32" else "vi"


def _no_editor(name: str) -> CodedError:
    return CodedError(
        Problem(
            "U015",
            f"编辑器“{name}”没有正常结束，没有改动",
            mend="请用环境变量 EDITOR 指定编辑器，或写 --text",
        )
    )


def write_form(phrase: Phrase) -> str:
    """The fields that a person may write, a line each, the note last; slots state their form."""
    text = phrase.text
    for slot in phrase.slots:
        if slot.form:
            text = text.replace(f"{{{slot.name}}}", f"{{{slot.name}:{slot.form}}}")
    plain = {"文字": text, "单位": phrase.unit.value, "语步": phrase.move.value, "句式": phrase.family}
    lines = [f"{label}：{value}" for label, value in plain.items()]
    lines += [f"{label}：{'、'.join(getattr(phrase, name))}" for label, name in _LISTS.items()]
    return _HEAD + "\n".join([*lines, f"{_NOTE}：{phrase.note}"]) + "\n"


def read_form(text: str) -> dict[str, str | list[str]]:
    """The fields of a form; a field that was deleted stays as it was.

    Raises:
        CodedError: U016 a line has no label that is known.
    """
    fields: dict[str, str | list[str]] = {}
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for number, line in enumerate(lines):
        label, colon, value = line.partition("：")
        if label == _NOTE and colon:
            fields["note"] = "\n".join([value, *lines[number + 1 :]]).strip()
            break
        if label in _PLAIN and colon:
            fields[_PLAIN[label]] = value.strip()
        elif label in _LISTS and colon:
            fields[_LISTS[label]] = [word for word in value.replace("，", "、").split("、") if word.strip()]
        elif line.strip():
            raise CodedError(
                Problem(
                    "U016",
                    "这一行认不出来，没有改动",
                    key=line[:12],
                    mend="每行写成 文字：…，行首的名称不要改",
                )
            )
    return fields
