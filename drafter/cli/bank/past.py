"""``drafter bank history`` and ``drafter bank undo``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from drafter.cli.bank.carrying_out import make_sure
from drafter.cli.bank.filters import Limit
from drafter.cli.bank.lines import ID_LENGTH, lines_of
from drafter.cli.bank.opening import at_desk, opened
from drafter.cli.bank.options import AsJson, BankOption, By, NoBuiltin, Yes
from phrasebank.curation.names import ACTIONS, STATUS_NAMES
from phrasebank.harmless import harmless

if TYPE_CHECKING:
    from phrasebank.model import Phrase
    from phrasebank.store import Decided

__all__ = ["history", "line_of_decision", "undo"]

#: Decisions on a page that somebody reads.
_PAGE = 20
#: Phrases shown when a step is undone.
_SHOWN = 10


def history(
    phrase_id: Annotated[
        str, typer.Argument(metavar="编号", help="只看这个词条的，写前几位即可；不写则看全部")
    ] = "",
    limit: Limit = None,
    as_json: AsJson = False,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
) -> None:
    """谁在什么时候定了什么，最近的在前。不写 --limit 时显示 20 条，加了 --json 则是全部。"""
    with opened(bank, builtin=not no_builtin) as store:
        whole_id = store.get(phrase_id).phrase.id if phrase_id else ""
        decisions = store.history(whole_id, limit=limit or (None if as_json else _PAGE))
    for decided in decisions:
        typer.echo(json.dumps(_record(decided), ensure_ascii=False) if as_json else line_of_decision(decided))
    if not decisions and not as_json:
        typer.echo("还没有审定过")


def undo(
    batch: Annotated[
        int | None, typer.Argument(metavar="第几步", help="撤销这一步；不写则是自己最近的一步")
    ] = None,
    bank: BankOption = None,
    no_builtin: NoBuiltin = False,
    by: By = None,
    yes: Yes = False,
) -> None:
    """撤销一步：这一步动过的词条都回到原样。一步动过几条的，先列出来，确认后才做。

    撤销也是一步，也可以再撤销。别人后来又改过的不会被盖掉。
    """
    from phrasebank.curation.undoing import last_step, step

    with at_desk(bank, by, builtin=not no_builtin) as desk:
        number = last_step(desk.store, desk.by) if batch is None else batch
        decisions = step(desk.store, number)
        first = decisions[0]
        what = f"第{number}步（{first.by} {_minute(first.at)} {ACTIONS.get(first.action, first.action)}）"
        restored = [decided.before for decided in decisions if decided.before is not None]
        removed = [
            decided.after for decided in decisions if decided.before is None and decided.after is not None
        ]
        if len(decisions) > 1 and not yes:
            make_sure(f"将撤销{what}，{_outcome(restored, removed)}", restored or removed)
        made = desk.store.undo(number, by=desk.by, at=desk.at)
    typer.echo(f"已撤销{what}，{_outcome(restored, removed)}（撤销本身是第{made}步）")
    for line in lines_of([*restored, *removed], _SHOWN):
        typer.echo(f"  {line}")


def _outcome(restored: list[Phrase], removed: list[Phrase]) -> str:
    parts = [f"{len(restored)}条回到原样"] if restored else []
    parts += [f"{len(removed)}条新加的拿掉"] if removed else []
    return "，".join(parts)


def line_of_decision(decided: Decided, *, with_text: bool = True) -> str:
    """``第12步 2026-03-01 10:22 王秀梅 采用 3f2a91c0 文字``; what was edited shows both wordings."""
    before, after = decided.before, decided.after
    words = [
        f"第{decided.batch}步",
        _minute(decided.at),
        decided.by,
        ACTIONS.get(decided.action, decided.action),
    ]
    if with_text:
        words.append(decided.id[:ID_LENGTH])
    if decided.undoes is not None:
        words.append(f"第{decided.undoes}步")
    if before and after and before.text != after.text:
        words.append(f"{before.text} → {after.text}")
    elif with_text and (after or before):
        words.append((after or before).text)  # type: ignore[union-attr]
    if before and after and before.status is not after.status:
        words.append(f"（{STATUS_NAMES[before.status]} → {STATUS_NAMES[after.status]}）")
    return harmless(" ".join(words))


def _minute(at: str) -> str:
    """``2026-03-01 10:22`` of a time in ISO 8601, as the clock showed it where it was decided."""
    return at[:16].replace("T", " ")


def _record(decided: Decided) -> dict[str, object]:
    from phrasebank.exchange import record_of

    return {
        "number": decided.number,
        "batch": decided.batch,
        "id": decided.id,
        "by": decided.by,
        "at": decided.at,
        "action": decided.action,
        "before": record_of(decided.before) if decided.before else None,
        "after": record_of(decided.after) if decided.after else None,
        "undoes": decided.undoes,
    }
