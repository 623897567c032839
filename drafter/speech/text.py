"""Speech → text: the notation that templates also produce and ``parse_speech`` reads.

Plain form: one paragraph a line, markers in front of their units. A person reads it rightly, and so
does the parser whenever the words make clear what is what, as they do in real speeches.

Laid-out form, printed only where the plain form would be misread (一、 inside ①, a closing that does
not sound like one): a blank line between title block, opening, each highest unit and closing, the
paragraphs and units below a unit indented by two full-width spaces, the speaker named as 讲话人：.
"""

from __future__ import annotations

from drafter.speech.blocks import speech_paragraphs
from drafter.speech.layout import lay_out
from drafter.speech.model import Speech
from drafter.speech.parse import parse_speech

__all__ = ["speech_text"]


def speech_text(speech: Speech) -> str:
    """Print a speech as text that ``parse_speech`` reads back as the same speech.

    Arguments:
        speech: any speech that ``drafter.speech.unprintable`` finds nothing wrong with.

    Returns:
        The text, one paragraph a line, without a final line break.
    """
    plain = "\n".join(block.text for block in speech_paragraphs(speech))
    return plain if parse_speech(plain) == speech else lay_out(speech)
