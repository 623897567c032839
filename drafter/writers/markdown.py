"""Speech to Markdown (CommonMark), which shows the structure and still reads as text."""

from __future__ import annotations

import re

from drafter.speech.blocks import Block, Role, speech_paragraphs
from drafter.speech.model import Speech
from drafter.writers.clean import clean_speech

__all__ = ["write_markdown"]

_MARKUP = re.compile(r"([\\`*_\[\]<>#~|&])")
_BLOCK_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])(?=\s|$|[-=])")
_DEEPEST = 6
"""CommonMark knows six levels of heading; the title is the first."""


def write_markdown(speech: Speech) -> str:
    """The speech as Markdown: title #, sections ## and deeper, run-in leads bold.

    A blank line stands between paragraphs; characters that Markdown would take for markup are
    escaped, so that no word is lost on any renderer.
    """
    blocks = speech_paragraphs(clean_speech(speech)[0])
    return "".join(f"{_paragraph(block)}\n\n" for block in blocks).removesuffix("\n")


def _paragraph(block: Block) -> str:
    if block.role is Role.TITLE:
        return f"# {_escape(_one_line(block.text))}"
    if block.role is Role.HEADING:
        return f"{'#' * min(block.level + 1, _DEEPEST)} {_escape(_one_line(block.text))}"
    if block.role is Role.RUN_IN:
        return _bold(block.lead) + _breaks(_escape(block.rest))
    return _breaks(_line_start(_escape(block.text)))


def _bold(lead: str) -> str:
    """The lead in bold, its final punctuation behind the asterisks.

    Asterisks between 。 and a letter close nothing (CommonMark 6.2, right-flanking runs), so that
    **一要加强领导。**各级 would print asterisks.
    """
    words = lead.rstrip("，。：；！？、 \u3000")
    return f"**{_escape(words)}**{lead[len(words) :]}" if words.strip() and words != lead else _escape(lead)


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _line_start(text: str) -> str:
    """Keep a paragraph that begins with 1. or - from turning into a list."""
    return _BLOCK_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", text)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


def _breaks(text: str) -> str:
    return text.replace("\n", "\\\n")
