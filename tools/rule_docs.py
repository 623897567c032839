"""Writes docs/rules/: a page for every rule of the checker, and their list.

python -m tools.rule_docs           writes them anew
python -m tools.rule_docs --check   says by its exit code whether they are as they would be written
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from drafter.check import FAMILIES, Rule, Severity, all_rules
from phrasebank.files import write_whole

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
_NAMES = {Severity.ERROR: "必错", Severity.WARNING: "疑似", Severity.INFO: "提示"}


def main(arguments: list[str] | None = None) -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    pages = {FOLDER / name: text for name, text in written()}
    stale = [path for path in FOLDER.glob("*.md") if path not in pages]
    changed = [path for path, text in pages.items() if not path.exists() or path.read_text("utf-8") != text]
    if options.check:
        for path in (*changed, *stale):
            print(f"{path} is not as the rules say; run python -m tools.rule_docs", file=sys.stderr)
        return 1 if changed or stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.unlink()
    for path in changed:
        write_whole(path, pages[path].encode(), force=True)
    print(f"{len(pages)} pages, {len(changed)} changed")
    return 0


def written() -> Iterator[tuple[str, str]]:
    """File name and text of every page."""
    yield "README.md", "\n".join(_index()) + "\n"
    for rule in all_rules():
        yield f"{rule.code}.md", "\n".join(_page(rule)) + "\n"


def _index() -> Iterator[str]:
    yield "# 检查规则"
    yield ""
    yield "必错：谁写都是错。疑似：多半是错，由人定。提示：值得看一眼。由 tools/rule_docs.py 从规则本身生成。"
    for letter, family in FAMILIES.items():
        yield ""
        yield f"## {letter} {family}"
        yield ""
        yield "| 规则 | 程度 | 能改 | 说明 |"
        yield "|---|---|---|---|"
        for rule in all_rules():
            if rule.code.startswith(letter):
                mends = "是" if rule.certain else ""
                yield f"| [{rule.code}]({rule.code}.md) | {_NAMES[rule.severity]} | {mends} | {rule.name} |"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.name}"
    yield ""
    yield f"{_NAMES[rule.severity]}。{'`--fix` 会改。' if rule.certain else '只指出来，不改。'}"
    yield ""
    yield rule.about
    yield ""
    yield f"依据：{rule.source}"
    for example in rule.examples:
        yield ""
        yield "```"
        for words in (
            example.date and f"讲话日期 {example.date}",
            example.against and f"原稿 {example.against}",
        ):
            if words:
                yield words
        if example.brief:
            yield "提纲："
            yield from (f"  {line}" for line in example.brief.rstrip().split("\n"))
        yield from (f"- {line}" for line in _shown(example.wrong))
        yield from (f"+ {line}" for line in _shown(example.right) if example.right)
        yield "```"
    if rule.fine:
        yield ""
        yield "这些不算："
        yield ""
        yield from (f"- {words.replace(chr(10), ' ⏎ ')}" for words in rule.fine)
    if rule.settings:
        yield ""
        yield "```toml"
        yield f"[check.rules.{rule.code}]"
        yield from (f"{key} = {_toml(value)}" for key, value in rule.settings.items())
        yield "```"


def _shown(text: str) -> list[str]:
    """Lines with characters that no page can show written as what they are."""
    return [
        "".join(char if char.isprintable() else f"⟨U+{ord(char):04X}⟩" for char in line)
        for line in text.split("\n")
    ]


def _toml(value: object) -> str:
    return (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )


if __name__ == "__main__":
    sys.exit(main())
