"""A parsed speech as the miner wants it: its paragraphs with their place in the speech."""

from __future__ import annotations

from drafter.speech import Block, Part, Speech, speech_paragraphs
from drafter.speech import Role as Printed
from phrasebank.mining import Document, Passage, Role

__all__ = ["document_of"]

_FRONT = {
    Printed.TITLE: Role.TITLE,
    Printed.SUBTITLE: Role.SUBTITLE,
    Printed.DATE: Role.DATE,
    Printed.SPEAKER: Role.SPEAKER,
    Printed.SALUTATION: Role.SALUTATION,
}
#: A speech without numbered units keeps all its paragraphs in the opening (contract 3); from this many
#: on, its first paragraph opens and its last one closes.
_UNNUMBERED = 3


def document_of(speech: Speech, source: str, digest: str) -> Document:
    """List the paragraphs of a speech for mining.

    Arguments:
        speech: the speech.
        source: name of the file or record it came from.
        digest: SHA-256 of that file's bytes, hex.
    """
    blocks = speech_paragraphs(speech)
    unnumbered = [number for number, block in enumerate(blocks) if block.part is Part.OPENING]
    if speech.sections or len(unnumbered) < _UNNUMBERED:
        unnumbered = []
    passages: list[Passage] = []
    path: tuple[int, ...] = ()
    for number, block in enumerate(blocks):
        if block.level:
            path = _next(path, block.level)
        elif block.part is not Part.SECTIONS:
            path = ()
        role = _role(block)
        if number in unnumbered[1:-1]:
            role = Role.BODY
        elif unnumbered and number == unnumbered[-1] and not speech.closing:
            role = Role.CLOSING
        passages.append(_passage(block, role, source, number, path))
    return Document(source, digest, tuple(passages))


def _next(path: tuple[int, ...], level: int) -> tuple[int, ...]:
    """The path of the next unit on a level; units are counted as they come, whatever their marker says."""
    above = path[: level - 1]
    above += (1,) * (level - 1 - len(above))
    return (*above, path[level - 1] + 1 if len(path) >= level else 1)


def _role(block: Block) -> Role:
    if block.role in _FRONT:
        return _FRONT[block.role]
    if block.role is Printed.HEADING:
        return Role.HEADING
    if block.part is Part.OPENING:
        return Role.OPENING
    return Role.CLOSING if block.part is Part.CLOSING else Role.BODY


def _passage(block: Block, role: Role, source: str, number: int, path: tuple[int, ...]) -> Passage:
    offset = len(block.marker)
    return Passage(
        text=block.text[offset:],
        role=role,
        move=None,
        source=source,
        locator=number,
        path=path,
        marker=block.marker,
        lead=max(len(block.lead) - offset, 0),
        offset=offset,
    )
