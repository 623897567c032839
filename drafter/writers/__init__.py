"""Speech → docx, md, txt, html, json: a file a format, and one table of them all.

Nothing heavy is imported until a format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from drafter.errors import Problem, WriteError
from drafter.speech.model import Speech
from drafter.writers.clean import clean_speech
from drafter.writers.profile import GB, PROFILES, READING, Profile
from drafter.writers.properties import Properties

__all__ = [
    "GB",
    "PROFILES",
    "READING",
    "WRITERS",
    "Options",
    "Profile",
    "Properties",
    "Written",
    "format_of",
    "write",
    "write_docx",
    "write_html",
    "write_json",
    "write_markdown",
    "write_text",
]


@dataclass(frozen=True, slots=True)
class Options:
    """How a speech is written; a format takes from it what concerns it.

    Arguments:
        profile: faces, sizes and spacing (docx, html).
        reference: bytes of the office's own .docx (docx).
        properties: what the document says about itself (docx).
    """

    profile: Profile = GB
    reference: bytes | None = None
    properties: Properties = field(default_factory=Properties)


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and what its user should be told about them."""

    data: bytes
    notices: tuple[Problem, ...] = ()


def write_docx(
    speech: Speech,
    *,
    profile: Profile = GB,
    reference: bytes | None = None,
    properties: Properties | None = None,
) -> bytes:
    """Word (see ``drafter.writers.docx``)."""
    from drafter.writers import docx

    return docx.write_docx(speech, profile=profile, reference=reference, properties=properties)


def write_markdown(speech: Speech) -> str:
    """Markdown (see ``drafter.writers.markdown``)."""
    from drafter.writers import markdown

    return markdown.write_markdown(speech)


def write_text(speech: Speech) -> str:
    """Plain text (see ``drafter.writers.plain``)."""
    from drafter.writers import plain

    return plain.write_text(speech)


def write_html(speech: Speech, *, profile: Profile = GB) -> str:
    """A web page (see ``drafter.writers.webpage``)."""
    from drafter.writers import webpage

    return webpage.write_html(speech, profile=profile)


def write_json(speech: Speech) -> str:
    """Contract 3 (see ``drafter.writers.json_form``)."""
    from drafter.writers import json_form

    return json_form.write_json(speech)


def _docx(speech: Speech, options: Options) -> bytes:
    return write_docx(
        speech, profile=options.profile, reference=options.reference, properties=options.properties
    )


WRITERS: Mapping[str, Callable[[Speech, Options], bytes]] = {
    "docx": _docx,
    "md": lambda speech, _: write_markdown(speech).encode(),
    "txt": lambda speech, _: write_text(speech).encode(),
    "html": lambda speech, options: write_html(speech, profile=options.profile).encode(),
    "json": lambda speech, _: write_json(speech).encode(),
}
"""Every format by its extension, as ``--to`` names it."""


def format_of(name: str) -> str:
    """The format that a file name asks for by its extension.

    Raises:
        WriteError: W003 no format has it.
    """
    extension = PurePath(name).suffix.lower().lstrip(".")
    extension = {"markdown": "md", "htm": "html", "text": "txt"}.get(extension, extension)
    if extension in WRITERS:
        return extension
    known = "、".join(f".{known}" for known in WRITERS)
    what = f"不会写“.{extension}”文件" if extension else "文件名没有扩展名，不知道写成什么格式"
    raise WriteError(Problem("W003", what, name, mend=f"可用的扩展名：{known}"))


def write(speech: Speech, to: str, options: Options | None = None) -> Written:
    """The speech in one format, and what was dropped on the way.

    Arguments:
        speech: what to write.
        to: a key of WRITERS.
        options: see Options.

    Raises:
        WriteError: W003 an unknown format, and what the format's own writer raises.
    """
    if to not in WRITERS:
        raise WriteError(Problem("W003", f"不会写“{to}”格式", mend=f"可用的格式：{'、'.join(WRITERS)}"))
    cleaned, notices = clean_speech(speech)
    return Written(WRITERS[to](cleaned, options or Options()), notices)
