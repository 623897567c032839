"""``drafter bank show``: everything about one phrase."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.context import in_context
from drafter.cli.bank.opening import opened
from drafter.cli.bank.options import AsJson, BankOption, NoBuiltin
from phrasebank.harmless import harmless

if TYPE_CHECKING:
    from phrasebank.model import Phrase
    from phrasebank.store import Decided, Held, Store

__all__ = ["show"]

#: Of what a phrase came with, so many are shown.
_COMPANY = 3


def show(
    phrase_id: Annotated[str, typer.Argument(metavar="编号", help="词条编号，写前几位即可")],
    sources: Annotated[
        int, typer.Option("--sources", metavar="处数", min=0, help="显示几处出处，连同前后文")
    ] = 5,
    as_json: AsJson = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """看一个词条：怎么归的类，出自哪里（稿子还在就带上前后文），谁定过什么，和什么一起出现。"""
    from phrasebank.exchange import record_of

    with opened(bank, builtin=not no_builtin) as store:
        if as_json:
            phrase = store.get(phrase_id, sources=None).phrase
            typer.echo(json.dumps(record_of(phrase), ensure_ascii=False))
            return
        held = store.get(phrase_id, sources=sources)
        for line in (
            *_filing(held),
            *_sources(held),
            *_past(store, held.phrase),
            *_company(store, held.phrase),
        ):
            typer.echo(harmless(line))


def _filing(held: Held) -> Iterator[str]:
    from phrasebank.curation.names import MOVE_NAMES, ORIGINS, STATUS_NAMES, UNIT_NAMES

    phrase = held.phrase
    yield f"{phrase.id}　{STATUS_NAMES[phrase.status]}"
    yield phrase.text
    move = f"{phrase.move.value}（{MOVE_NAMES[phrase.move]}）"
    yield f"语步：{move}　单位：{phrase.unit.value}（{UNIT_NAMES[phrase.unit]}）"
    lists = (
        ("主题", phrase.topics),
        ("文种", phrase.kinds),
        ("层级", phrase.levels),
        ("配词", phrase.themes),
    )
    yield "　".join(f"{name}：{'、'.join(words) or '不限'}" for name, words in lists)
    if phrase.family:
        yield f"句式：{phrase.family}"
    if phrase.slots:
        slots = "、".join(f"{{{slot.name}}} {slot.type.value}{_form(slot.form)}" for slot in phrase.slots)
        yield f"空位：{slots}"
    if phrase.moves:
        yield f"各句：{'、'.join(move.value for move in phrase.moves)}"
    counted = f"{phrase.sample_count}篇{held.occurrences}处" if held.occurrences else "没有出处"
    origin = ORIGINS.get(held.origin, held.origin)
    yield f"来历：{origin}，{counted}，评分 {phrase.score:.2f}，起草用过 {phrase.used} 次"
    for doubt in phrase.doubts:
        yield f"疑点：{doubt}"
    for number, line in enumerate(phrase.note.splitlines()):
        yield f"{'备注：' if number == 0 else '　　　'}{line}"


def _form(form: str) -> str:
    return {"verb": "（动词性）", "noun": "（名词性）"}.get(form, "")


def _sources(held: Held) -> Iterator[str]:
    if not held.phrase.sources:
        return
    yield ""
    yield f"出处（显示{len(held.phrase.sources)}处）："
    for source in held.phrase.sources:
        yield f"  {source.file} 第{source.paragraph + 1}段"
        context = in_context(source)
        if context is not None:
            yield f"    {context}"


def _past(store: Store, phrase: Phrase) -> Iterator[str]:
    decisions: list[Decided] = store.history(phrase.id)
    if decisions:
        from drafter.cli.bank.past import line_of_decision

        yield ""
        yield "审定："
        yield from (f"  {line_of_decision(decided, with_text=False)}" for decided in decisions)


def _company(store: Store, phrase: Phrase) -> Iterator[str]:
    from phrasebank.curation.company import company, members

    found = company(store, phrase)[:_COMPANY]
    if found:
        yield ""
        yield "一起出现的："
    for held in found:
        yield f"  {held.phrase.id[:8]}"
        yield from (f"    · {member}" for member in members(held.phrase) or (held.phrase.text,))
    inner = members(phrase)
    if inner:
        yield ""
        yield "其中："
        yield from (f"  · {member}" for member in inner)
