"""speech.j2 of a captured kind: the lines that its samples have, in their order."""

from __future__ import annotations

from drafter.capture.form import Form

__all__ = ["template_file"]

_PARTS = """\
{% for part in plan.parts %}
{% if part.flowing %}
{{ part.marker }}{{ heading(part) }}
{{ frame.flowing(part) }}
{% else %}
{{ frame.numbered(part) }}
{% endif %}
{% endfor %}
"""
_POINTS = """\
{% for part in plan.parts %}
{{ introduction(part) }}
{{ frame.points(part) }}
{% endfor %}
"""
_NOTHING = """\
{% for part in plan.parts %}
{{ frame.flowing(part) }}
{% endfor %}
"""
_BODIES = {"parts": _PARTS, "points": _POINTS, "nothing": _NOTHING}


def template_file(form: Form) -> str:
    """The text of speech.j2."""
    front = [
        "{{ title() }}",
        *(["{{ date_line() }}"] if form.dated else []),
        *(["{{ speaker_line() }}"] if form.spoken else []),
        *(["{{ salutation() }}"] if form.addressed else []),
    ]
    return (
        '{% import "_parts/frame.j2" as frame with context %}\n'
        + "\n".join(front)
        + "\n"
        + (_chaired(form) if form.agenda else _opening(form))
        + _BODIES[form.numbered]
        + "{{ frame.ending() }}\n"
        + _leave(form)
    )


def _opening(form: Form) -> str:
    if not form.greeting:
        return "{{ frame.beginning() }}\n"
    return (
        f'{{{{ words("{form.greeting}") }}}}{{{{ opening(kind.opening[0], 1) }}}}\n'
        "{% for moves in kind.opening[1:] %}\n{{ opening(moves, loop.index + 1) }}\n{% endfor %}\n"
    )


def _chaired(form: Form) -> str:
    return (
        '{% set assembly = not brief.meeting or "会" in brief.meeting %}\n'
        '{{ words("现在开会。") if assembly }}{{ opening(kind.opening[0], 1) }}\n'
        "{{ attending() }}\n{{ frame.announced() }}\n"
        "{% for moves in kind.opening[1:] %}\n{{ opening(moves, loop.index + 1) }}\n{% endfor %}\n"
    )


def _leave(form: Form) -> str:
    if form.agenda:
        return '{{ words("散会。" if assembly else "仪式到此结束。") }}\n'
    return f'{{{{ words("{form.thanks}") }}}}\n' if form.thanks else ""
