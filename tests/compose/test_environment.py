"""The sandbox: every way out is refused with one Chinese line that names file and line."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from drafter.compose.environment import make_environment, render_template
from drafter.compose.limits import Budget, TooMuchError
from drafter.compose.marks import Marks, Piece
from drafter.errors import KindError


class Host:
    """Something a template is given."""

    name = "临江市"
    items = (1, 2)

    def shout(self) -> str:
        """A method."""
        return self.name


def _render(folder: Path, source: str, **others: str) -> str:
    (folder / "templates" / "文种").mkdir(parents=True)
    (folder / "secret.j2").write_text("秘密", "utf-8")
    (folder / "templates" / "文种" / "speech.j2").write_text(source, "utf-8")
    for name, text in others.items():
        (folder / "templates" / "文种" / f"{name}.j2").write_text(text, "utf-8")
    environment = make_environment(folder / "templates")
    context = {"host": Host(), "rows": [1], "words": lambda text: f"<{text}>"}
    return render_template(environment, "文种/speech.j2", context)


ATTACKS = [
    ("{{ host.__class__ }}", "__class__"),
    ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "__class__"),
    ("{{ host.shout.__globals__ }}", "__globals__"),
    ("{{ host.shout.__func__.__code__ }}", "__func__"),
    ("{{ host|attr('__class__') }}", "__class__"),
    ("{{ host['__class__'] }}", "__class__"),
    ("{{ '{0.__class__}'.format(host) }}", "__class__"),
    ("{{ '{h.__class__.__init__.__globals__}'.format(h=host) }}", "__"),
    ("{{ '{h.__class__}'.format_map({'h': host}) }}", ""),
    ("{{ cycler.__init__.__globals__ }}", "__init__"),
    ("{{ self.__init__.__globals__ }}", "__init__"),
    ("{% include '../secret.j2' %}", "../secret.j2"),
    ("{% import '../secret.j2' as s %}{{ s }}", "../secret.j2"),
    ("{% include '/etc/hostname' %}", "/etc/hostname"),
    ("{% extends '文种/../../secret.j2' %}", "secret.j2"),
    ("{{ rows.append(2) }}", "append"),
    ("{{ rows.clear() }}", "clear"),
    ("{{ 'a' * 99999999999 }}", "太多"),
    ("{{ rows * 99999999999 }}", "太多"),
    ("{{ 9 ** 9 ** 9 }}", "太大"),
    ("{{ range(99999999)|list|length }}", ""),
    ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "没有尽头"),
    ("{{ 'a'|center(9999999999) }}", "太大"),
    ("{{ 'a'.ljust(9999999999) }}", "太大"),
    ("{{ '%09999999999d' % 1 }}", "太大"),
    ("{{ '%09999999999d'|format(1) }}", "太大"),
    ("{{ '{:>9999999999}'.format(1) }}", "太大"),
    ("{{ '{:>{w}}'.format(1, w=9999999999) }}", "太大"),
    ("{{ ('a' * 90000)|replace('a', 'b' * 90000) }}", "太长"),
    ("{{ ('a' * 90000).replace('a', 'b' * 90000) }}", "太长"),
    ("{{ ('b' * 90000).join(['a'] * 90000) }}", "太"),
    ("{{ ('\t' * 90000).expandtabs(90000) }}", "太长"),
    ("{{ 'a'.translate({97: 'b' * 90000}) }}", "translate"),
]

#: Every one would run for hours or fill the memory.
ENDLESS = [
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{% for a in range(90000) %}{% for b in range(90000) %}字字字字{% endfor %}{% endfor %}",
    "{% for a in range(90000) %}{{ range(90000)|list|length }}{% endfor %}",
    "{% set l = range(90000)|list %}{% for a in range(90000) %}{{ l|sum }}{% endfor %}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(100) }}",
    "{% set n = namespace(x='字') %}{% for a in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='字') %}{% for a in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for a in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% set n = namespace(x=[1]) %}{% for a in range(99) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=1) %}{% for a in range(99) %}{% set n.x = (n.x, n.x) %}{% endfor %}{{ n.x }}",
    "{% set n = namespace(x=1) %}{% for a in range(99) %}{% set n.x = {'a': n.x, 'b': n.x} %}{% endfor %}",
    "{% set n = namespace(x=1) %}{% for a in range(99) %}{% set n.x = dict(a=n.x, b=n.x) %}{% endfor %}",
    "{% set n = namespace(x=1) %}{% for a in (1, 2) %}{% set n.x = namespace(a=n) %}{% endfor %}{{ n }}",
    "{% set s = '字' * 90000 %}{% for a in range(90000) %}{{ s }}{% endfor %}",
    "{% for a in range(90000) recursive %}{{ loop(range(90000)) }}{% endfor %}",
    "{% for a in range(90000) %}{% for b in range(90000) if b < 0 %}{% endfor %}{% endfor %}",
]


@pytest.mark.parametrize(("source", "named"), ATTACKS)
def test_a_way_out_is_refused_with_file_and_line(tmp_path: Path, source: str, named: str) -> None:
    with pytest.raises(KindError) as caught:
        _render(tmp_path, f"开头\n\n{source}\n")
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("T004", "文种/speech.j2", 3)
    assert named in problem.message
    assert any("一" <= character <= "鿿" for character in problem.message)
    assert "\n" not in str(problem)
    assert "秘密" not in str(problem)


@pytest.mark.parametrize("source", ENDLESS)
def test_what_never_ends_or_never_fits_is_stopped(tmp_path: Path, source: str) -> None:
    with pytest.raises(KindError) as caught:
        _render(tmp_path, f"开头\n\n{source}\n")
    (problem,) = caught.value.problems
    assert (problem.code, problem.file) == ("T004", "文种/speech.j2")
    assert re.search("太多|太长|太大|没有尽头", problem.message), problem.message


def test_the_seconds_are_the_last_resort(tmp_path: Path) -> None:
    now = iter(range(1000))
    budget = Budget(clock=lambda: float(next(now)))
    budget.spend(0)
    budget.spend(0)
    with pytest.raises(TooMuchError):
        budget.spend(0)


@pytest.mark.parametrize(
    "source",
    ["{{ nobody }}", "{{ host.nobody }}", "{{ nobody.x }}", "{{ {}['nobody'] }}", "{{ host.nobody() }}"],
)
def test_what_is_not_there_is_an_error_and_not_nothing(tmp_path: Path, source: str) -> None:
    with pytest.raises(KindError, match="没有的东西：nobody") as caught:
        _render(tmp_path, f"甲\n{source}")
    assert caught.value.problems[0].line == 2


@pytest.mark.parametrize(
    "source",
    ["{{ 1 / 0 }}", "{{ 'a' + 1 }}", "{{ words() }}", "{{ host() }}", "{{ 'x'.encode().decode('rot13') }}"],
)
def test_an_expression_that_fails_is_told_with_its_line(tmp_path: Path, source: str) -> None:
    with pytest.raises(KindError) as caught:
        _render(tmp_path, f"\n\n\n{source}")
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("T004", "文种/speech.j2", 4)


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("甲\n乙\n{{ 1 + }}\n丙", 3),
        ("甲\n\n{% for x in rows %}", 3),
        ("{{ host|nofilter }}", 1),
        ("甲\n{% do host.shout() %}", 2),
        ("甲\n{{ host.name }\n", 2),
        ("{{ host|random }}", 1),
        ("{{ host|wordwrap(1, wrapstring='b' * 90000) }}", 1),
    ],
)
def test_wrong_syntax_is_told_with_its_line(tmp_path: Path, source: str, line: int) -> None:
    with pytest.raises(KindError, match="T003") as caught:
        _render(tmp_path, source)
    assert (caught.value.problems[0].file, caught.value.problems[0].line) == ("文种/speech.j2", line)


@pytest.mark.parametrize(("inside", "code", "line"), [("{{ nobody }}", "T004", 3), ("{{ 1 + }}", "T003", 3)])
def test_an_error_inside_a_macro_names_the_macros_file(
    tmp_path: Path, inside: str, code: str, line: int
) -> None:
    with pytest.raises(KindError) as caught:
        _render(
            tmp_path,
            "{% import '文种/parts.j2' as parts with context %}\n{{ parts.head() }}",
            parts=f"{{% macro head() %}}\n甲\n{inside}\n{{% endmacro %}}",
        )
    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == (code, "文种/parts.j2", line)


def test_nothing_draws_lots(tmp_path: Path) -> None:
    with pytest.raises(KindError, match="lipsum"):
        _render(tmp_path, "{{ lipsum() }}")


def test_what_a_kind_needs_still_works(tmp_path: Path) -> None:
    source = (
        "{% set ns = namespace(n=0) %}{% for row in rows %}{% set ns.n = ns.n + row * 2 %}{% endfor %}"
        "{{ ns.n }} {{ '一' * 3 }} {{ host.shout() }} {{ 2 ** 10 }} {{ 105|chinese if false else '' }}"
    )
    folder = tmp_path
    assert (
        _render(folder, source.replace("{{ 105|chinese if false else '' }}", "")) == "2 一一一 临江市 1024 "
    )


def test_own_words_are_handed_over_with_the_line_they_stand_on(tmp_path: Path) -> None:
    (tmp_path / "文种").mkdir()
    (tmp_path / "文种" / "speech.j2").write_text(
        "第一行\n第二行\n\n{% for row in rows %}\n第五行{{ row }}第五行之后\n{% endfor %}\n"
        "{% macro m() %}\n第八行\n{% endmacro %}\n{{ m() }}\nlayout only\n{# 注\n释 #}第十三行“引号”{{ '' }}",
        "utf-8",
    )
    environment = make_environment(tmp_path)
    marks = Marks()
    lines: list[tuple[str, int]] = []

    def words(text: str) -> str:
        lines.append((text, _template_line()))
        return marks.wrap(Piece(text, "template"))

    rendered = render_template(environment, "文种/speech.j2", {"words": words, "rows": [1, 2]})
    assert [(text, line) for text, line in lines] == [
        ("第一行", 1),
        ("第二行", 2),
        ("第五行", 5),
        ("第五行之后", 5),
        ("第五行", 5),
        ("第五行之后", 5),
        ("第八行", 8),
        ("第十三行“引号”", 13),
    ]
    printed = [marks.unwrap(line)[0] for line in rendered.split("\n") if line]
    assert printed == [
        "第一行",
        "第二行",
        "第五行1第五行之后",
        "第五行2第五行之后",
        "第八行",
        "layout only",
        "第十三行“引号”",
    ]


def _template_line() -> int:
    from drafter.compose.composition import _template_line as line

    place = line()
    assert place.startswith("文种/speech.j2:")
    return int(place.rpartition(":")[2])


@pytest.mark.parametrize("source", ["{{ host.items.append(2) }}", "{% set host.items = [] %}"])
def test_a_given_object_is_not_changed(tmp_path: Path, source: str) -> None:
    host = SimpleNamespace(items=[1])
    (tmp_path / "a.j2").write_text(source, "utf-8")
    with pytest.raises(KindError):
        render_template(make_environment(tmp_path), "a.j2", {"host": host, "words": str})
    assert host.items == [1]
