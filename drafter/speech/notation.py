"""What the notation can hold: which speeches ``speech_text`` prints so that they are read back alike."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.speech.candidates import reads_as_unit
from drafter.speech.layout import lay_out, read_layout
from drafter.speech.leading import marker_text
from drafter.speech.model import Section, Speech
from drafter.speech.salutation import read_salutation
from drafter.speech.sentences import split_heading

__all__ = ["unprintable"]


def unprintable(speech: Speech) -> tuple[str, ...]:
    """Say what in a speech plain text cannot hold.

    The notation holds every speech in which each string reads as what it is said to be:

    - all strings are non-empty, of one line, without space at either end;
    - the title does not look like a subtitle, date or speaker's line (—— · （…） · 讲话人：);
    - the salutation is a form of address, and an opening without one does not begin with such a line;
    - no paragraph begins as a numbered unit does;
    - the heading of a unit is what ``split_heading`` takes off its line, and its marker what
      ``read_marker`` reads there; families, depths and numbers are free, and so is their mixture;
    - only a speech with sections has a closing.

    Returns:
        One Chinese sentence for each thing; empty where ``parse_speech(speech_text(s)) == s``.
    """
    problems = tuple(_problems(speech))
    if not problems and read_layout(lay_out(speech)) != speech:
        return ("讲话的结构用文字写不出来",)
    return problems


def _problems(speech: Speech) -> Iterator[str]:
    fields = (speech.title, speech.subtitle, speech.speaker, speech.date, speech.salutation)
    texts = [words for words in fields if words is not None]
    for paragraph in (*speech.opening, *speech.closing):
        yield from _paragraph_problems(paragraph)
    for words in texts:
        yield from _string_problems(words)
    title = speech.title or ""
    if title.startswith(("——", "讲话人：")) or (title.startswith("（") and title.endswith("）")):
        yield f"标题“{title}”会被读成副标题、日期或讲话人"
    if speech.salutation is not None and read_salutation(f"{speech.salutation}：") != (speech.salutation, ""):
        yield f"“{speech.salutation}”不像称谓"
    if speech.salutation is None and speech.opening and read_salutation(speech.opening[0]) is not None:
        yield f"开头第一段“{speech.opening[0][:20]}”会被读成称谓"
    if speech.closing and not speech.sections:
        yield "没有分部分的讲话，全文都是开头，不另有结尾"
    for section in speech.sections:
        yield from _section_problems(section)


def _string_problems(words: str) -> Iterator[str]:
    if not words or words != words.strip() or len(words.splitlines()) > 1:
        yield f"“{words[:20]}”不是一行没有首尾空格的文字"


def _paragraph_problems(paragraph: str) -> Iterator[str]:
    yield from _string_problems(paragraph)
    if reads_as_unit(paragraph) is not None:
        yield f"段落“{paragraph[:20]}”会被读成带序号的一点"


def _section_problems(section: Section) -> Iterator[str]:
    rest, *below = section.paragraphs if section.run_in and section.paragraphs else ("", *section.paragraphs)
    try:
        marker = marker_text(section.marker)
    except ValueError:
        yield f"序号{section.number}印不出来"
        return
    line = section.heading + section.heading_end + rest
    if section.run_in != bool(rest) or split_heading(line) != (section.heading, section.heading_end, rest):
        yield f"“{section.heading[:20]}”不是这一点的标题"
    read = reads_as_unit(marker + line)
    if read is None or read.rest != line or read.marker.family is not section.marker.family:
        yield f"“{(marker + line)[:20]}”不会被读成带序号的一点"
    for paragraph in below:
        yield from _paragraph_problems(paragraph)
    for inner in section.sections:
        yield from _section_problems(inner)
