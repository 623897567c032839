"""Why a phrase may not be accepted, said so that a curator knows which words to mend."""

from __future__ import annotations

from dataclasses import replace

from phrasebank.check import check_phrase
from phrasebank.errors import Problem
from phrasebank.model import Phrase, Unit

__all__ = ["why_not"]


def why_not(phrase: Phrase, *, despite_doubts: bool = False) -> tuple[Problem, ...]:
    """What keeps a phrase from being accepted; nothing where nothing does.

    Arguments:
        phrase: the phrase.
        despite_doubts: whether the person has looked at the miner's doubts.

    Returns:
        the gate's problems (``check_phrase``), D005 a quotation without a source, D001 doubts; each
        with the beginning of the phrase's id in the place of a file.
    """
    problems = list(check_phrase(phrase))
    if phrase.unit is Unit.QUOTE and not (phrase.sample_count or phrase.sources or "出处：" in phrase.note):
        problems.append(Problem("D005", "引语没有出处", key=phrase.text[:12], mend="在备注里写明 出处：…"))
    if phrase.doubts and not despite_doubts:
        doubts = "；".join(phrase.doubts)
        problems.append(
            Problem("D001", f"有疑点：{doubts}", key=phrase.text[:12], mend="核实后加 --despite-doubts")
        )
    return tuple(replace(problem, file=phrase.id[:8]) for problem in problems)
