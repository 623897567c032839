"""Text, Markdown, JSON, the web page, and the table of formats."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from drafter.errors import WriteError
from drafter.speech import Family, Marker, Section, Speech
from drafter.speech.blocks import speech_paragraphs
from drafter.speech.contract import as_json
from drafter.speech.text import speech_text
from drafter.writers import (
    READING,
    WRITERS,
    Options,
    format_of,
    write,
    write_docx,
    write_html,
    write_json,
    write_markdown,
    write_text,
)


def words(text):
    return "".join(text.split())


class Page(HTMLParser):
    """Visible text by element, and every address a page would load."""

    def __init__(self, source):
        super().__init__()
        self.blocks, self.addresses, self.marked = [], [], []
        self._open, self._inside = "", []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.addresses += [value for name, value in attrs if name in ("src", "href", "srcset")]
        self._inside.append(tag) if tag not in ("meta", "br") else None
        if tag in ("p", "h1", "h2", "h3", "h4", "h5"):
            self.blocks.append([tag, ""])

    def handle_endtag(self, tag):
        if tag in self._inside:
            del self._inside[len(self._inside) - 1 - self._inside[::-1].index(tag) :]

    def handle_data(self, data):
        if "main" in self._inside and self.blocks:
            self.blocks[-1][1] += data
        if "mark" in self._inside:
            self.marked.append(data)


def test_text_is_the_speech_s_text(speech):
    assert write_text(speech) == speech_text(speech) + "\n"


def test_json_is_contract_3(speech):
    assert json.loads(write_json(speech)) == as_json(speech)
    assert "同志们" in write_json(speech)


def test_markdown_shows_the_structure(speech):
    lines = write_markdown(speech).split("\n\n")
    assert lines[0] == "# 在全市安全生产工作会议上的讲话"
    assert lines[2:5] == ["（2026年3月18日）", "市委副书记、市长 周明远", "同志们："]
    assert "## 一、提高政治站位，把握工作主动权" in lines
    assert "### （一）织密“横向到边”责任网" in lines
    assert "#### 1.抓排查" in lines
    assert any(line.startswith("**一要压实第1类企业的主体责任**。市直") for line in lines)


def test_markdown_renders_to_the_speech_s_words(speech):
    awkward = Speech(
        title="讲话*稿*",
        opening=("1. 不是列表", "- 也不是", "# 不是标题", "a_b_c <br> &lt; `x` [y](z) ~~删~~ 1) 2", "***"),
        sections=(
            Section(Marker(Family.ORDINAL, 1), "做到“三个到位”", True, "：", ("各级要2*3。",)),
            Section(Marker(Family.ORDINAL, 2), "无标点", True, "", ("直接接下文。",)),
        ),
    )
    for each in (speech, awkward):
        page = Page(f"<main>{MarkdownIt().render(write_markdown(each))}</main>")
        assert words("".join(text for _, text in page.blocks)) == words(
            "".join(block.text for block in speech_paragraphs(each))
        )


def test_the_page_holds_every_word_and_loads_nothing(speech):
    source = write_html(speech)
    page = Page(source)
    texts = [words(text) for _, text in page.blocks]
    assert texts == [words(block.text) for block in speech_paragraphs(speech)]
    assert page.addresses == []
    assert not re.search(r"https?:|@import|url\(|<script", source)
    assert page.marked[0] == "【待补：“回头看”的时限】"
    assert [tag for tag, _ in page.blocks[:7]] == ["h1", "p", "p", "p", "p", "p", "h2"]


def test_the_page_escapes_what_it_is_given():
    source = write_html(Speech(title="<script>alert(1)</script>", opening=("a<b & c", "$title $$ ${x}")))
    assert "<script>" not in source
    assert "a&lt;b &amp; c" in source
    assert "$title $$ ${x}" in source


def test_the_page_is_printed_as_word_sets_it(speech):
    source = write_html(speech)
    assert 'unicode-range: U+20-7E; src: local("Times New Roman")' in source, "quotes are not Latin"
    assert "@page { size: A4; margin: 37.0mm 26.0mm 35.0mm 28.0mm }" in source
    assert 'font: normal 16pt/28.95pt latin,"仿宋_GB2312"' in source
    assert 'font: bold 18pt/33pt latin,"仿宋_GB2312"' in write_html(speech, profile=READING)


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("讲话.docx", "docx"),
        ("a.DOCX", "docx"),
        ("a.markdown", "md"),
        ("a.htm", "html"),
        ("x/y.json", "json"),
        ("a.txt", "txt"),
    ],
)
def test_the_extension_decides_the_format(name, to):
    assert format_of(name) == to


@pytest.mark.parametrize("name", ["讲话.doc", "讲话", "a.pdf"])
def test_an_unknown_extension_is_one_clear_line(name):
    with pytest.raises(WriteError) as caught:
        format_of(name)
    assert "W003" in str(caught.value)
    assert ".docx" in str(caught.value)
    assert len(caught.value.problems) == 1


def test_an_unknown_format_is_refused(speech):
    with pytest.raises(WriteError, match="W003"):
        write(speech, "pdf")


def test_the_table_of_formats_writes_what_the_functions_write(speech):
    options = Options(profile=READING)
    assert set(WRITERS) == {"docx", "md", "txt", "html", "json"}
    assert write(speech, "docx", options).data == write_docx(speech, profile=READING)
    assert write(speech, "html", options).data == write_html(speech, profile=READING).encode()
    assert write(speech, "txt").data == write_text(speech).encode()


@pytest.mark.parametrize("to", WRITERS)
def test_an_empty_speech_is_written_too(to):
    assert write(Speech(), to).notices == ()
