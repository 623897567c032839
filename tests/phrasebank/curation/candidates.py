"""A bank with candidates of our own to review, and the speech they stand in."""

from __future__ import annotations

from pathlib import Path

from phrasebank.model import Move, Phrase, Source, Unit, phrase_id
from phrasebank.store import Change, open_bank
from phrasebank.vocabulary import slots_of

__all__ = ["AT", "CANDIDATES", "candidate", "fill"]

AT = "2026-03-01T09:00:00+08:00"

SPEECH = """在全市粮食仓储工作会议上的讲话

同志们：
这次会议是在秋粮入库的关键时候召开的。大家要把思想统一到守好粮仓这件大事上来。
一、要把库管紧管细
各库点要把出入库台账抓实抓细，一车一单，当天入账。夏季要勤测温、勤翻仓，发现发热立即处置。要把质量检验抓实抓细，不让一袋坏粮进仓。
二、要把人管住管好
保管员要守得住清贫、耐得住寂寞。松林县粮站的老周三十年如一日，值得大家学习。
"""

CANDIDATES: tuple[tuple[str, Unit, Move, tuple[str, ...], float, tuple[str, ...]], ...] = (
    ("要把{task:noun}抓实抓细", Unit.SENTENCE, Move.POINT_MEASURE, ("粮食安全",), 0.91, ()),
    ("要把质量检验抓实抓细", Unit.SENTENCE, Move.POINT_MEASURE, ("粮食安全",), 0.9, ()),
    ("要把出入库台账抓实抓细", Unit.SENTENCE, Move.POINT_MEASURE, ("粮食安全",), 0.89, ()),
    ("守得住清贫、耐得住寂寞", Unit.PHRASE, Move.POINT_DEMAND, (), 0.6, ()),
    (
        "松林县粮站的老周三十年如一日，值得大家学习",
        Unit.SENTENCE,
        Move.BODY_ACHIEVEMENT,
        (),
        0.55,
        ("可能有人名“老周”",),
    ),
    (
        "把思想统一到守好粮仓这件大事上来",
        Unit.SENTENCE,
        Move.BODY_SIGNIFICANCE,
        (),
        0.5,
        ("可能有单位名“粮仓”",),
    ),
    ("勤测温、勤翻仓", Unit.PHRASE, Move.POINT_MEASURE, ("粮食安全",), 0.4, ()),
)


def candidate(
    text: str,
    unit: Unit = Unit.SENTENCE,
    move: Move = Move.POINT_MEASURE,
    topics: tuple[str, ...] = (),
    score: float = 0.5,
    doubts: tuple[str, ...] = (),
    sources: tuple[Source, ...] = (),
) -> Phrase:
    """A candidate; its text may state the forms of its slots."""
    bare = text.replace(":noun", "").replace(":verb", "")
    return Phrase(
        phrase_id(bare),
        bare,
        unit,
        move,
        slots_of(text),
        topics,
        doubts=doubts,
        score=score,
        sources=sources,
        sample_count=len(sources),
    )


def fill(folder: Path) -> Path:
    """Make ``bank.db`` with the candidates and the speech they come from; the bank's path."""
    speech = folder / "粮食仓储讲话.txt"
    speech.write_text(SPEECH, encoding="utf-8")
    lines = [line for line in SPEECH.splitlines() if line]
    phrases = []
    for text, unit, move, topics, score, doubts in CANDIDATES:
        words = text.replace("{task:noun}", "出入库台账")
        sources = tuple(
            Source(str(speech), number, line.index(words), line.index(words) + len(words))
            for number, line in enumerate(lines)
            if words in line
        )
        phrases.append(candidate(text, unit, move, topics, score, doubts, sources))
    with open_bank(folder / "bank.db", create=True) as store:
        store.decide([Change("", None, phrase, "import") for phrase in phrases], by="挖掘", at=AT)
    return folder / "bank.db"
