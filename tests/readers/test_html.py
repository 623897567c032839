from __future__ import annotations

import pytest

from drafter.errors import ReadError
from drafter.readers import read_bytes
from drafter.readers.html import declared_charset, is_html, read_html

BODY = [
    "同志们：",
    "这次会议的任务是部署夏粮收购，各县区都来了，粮食、财政、交通几个部门也都来了，说明大家很重视。",
    "一、把粮食收上来",
    "要敞开收购、随到随收，不压级、不压价，不打白条，让农民卖明白粮、舒心粮，把钱及时揣进口袋里。",
]
TITLE = "在全市夏粮收购工作会议上的讲话"


def page(main: str, *, head: str = "", before: str = "", behind: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{before}{main}{behind}</body></html>"


def paragraphs(html: str) -> list[str]:
    return list(read_bytes(html.encode(), "页.html").paragraphs)


SPANS = "".join(f"<p><span>{line[:3]}</span><b>{line[3:]}</b></p>" for line in BODY)
MAINS = {
    "p": f"<h1>{TITLE}</h1><div class=c>{''.join(f'<p>&nbsp;&nbsp;{line}</p>' for line in BODY)}</div>",
    "br": f"<h1>{TITLE}</h1><div>{'<br/>　　'.join(BODY)}</div>",
    "table": f"<table><tr><td>{TITLE}<tr><td>{'<br><br>'.join(BODY)}</table>",
    "spans": f"<h1>{TITLE}</h1><article>{SPANS}</article>",
    "sections": f"<h1>{TITLE}</h1>{''.join(f'<section><p>{line}</p></section>' for line in BODY)}",
}


@pytest.mark.parametrize("kind", MAINS)
def test_the_main_text(kind: str) -> None:
    links = "".join(f"<li><a href='/{n}'>第{n}条新闻的标题写在这里</a></li>" for n in range(12))
    html = page(
        MAINS[kind],
        head="<title>夏粮收购</title><style>p{color:red}</style><script>var a='同志们，今天';</script>",
        before="<nav>首页</nav><div><a href='/'>首页</a> | <a href='/n'>新闻</a></div>",
        behind=f"<ul>{links}</ul><footer>版权所有</footer><p style='display:none'>隐藏的话，不该读到。</p>",
    )
    assert paragraphs(html) == [TITLE, *BODY]


def test_what_stands_outside_is_written_down() -> None:
    links = "<ul>" + "<li><a href=x>别的新闻的标题</a></li>" * 9 + "</ul>"
    source = read_html(page(f"<div>{''.join(f'<p>{line}</p>' for line in BODY)}</div>", behind=links), "页")
    assert {run.reason for run in source.dropped} == {"outside-main-text"}


def test_rows_of_a_table() -> None:
    table = "<table><tr><th>项目</th><th>数量</th></tr>"
    table += "<tr><td>1</td><td>新建</td><td>公里</td><td>26</td></tr></table>"
    text = page("<div>" + "".join(f"<p>{line}</p>" for line in BODY) + table + "</div>")
    assert paragraphs(text)[-2:] == ["项目 数量", "1 新建 公里 26"]


def test_entities_and_character_references() -> None:
    assert "“安全”&<5%" in paragraphs(page("<p>&ldquo;安全&#8221;&amp;&lt;5%，要守住。</p>"))[0]


def test_the_charset_of_the_page() -> None:
    html = f"<html><head><meta charset=gb2312></head><body><p>{'</p><p>'.join(BODY)}</p></body></html>"
    assert declared_charset(html.encode("gb18030")) == "gb2312"
    assert list(read_bytes(html.encode("gb18030"), "页").paragraphs) == BODY


def test_no_entity_of_the_page_is_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "' + "哈" * 50 + '"><!ENTITY b "&a;&a;&a;">]>'
    text = " ".join(paragraphs(bomb + f"<html><body><p>{BODY[1]}&b;</p></body></html>"))
    assert text.count("哈") <= 50  # the declaration may show as text, but is never multiplied


def test_deep_nesting_is_read_without_recursion() -> None:
    deep = "<div>" * 1500 + BODY[1] + "</div>" * 1500
    assert BODY[1] in read_html(page(deep), "页").paragraphs


def test_what_is_nested_too_deep_is_refused_and_not_cut_off() -> None:
    with pytest.raises(ReadError, match="套得太深"):
        read_html(page("<div>" * 5000 + BODY[1] + "</div>" * 5000), "页")


def test_control_characters_do_not_break_a_page() -> None:
    """lxml moves the text behind a script when it takes the script out, and will not move these."""
    found = read_html(page(f"<script>1</script>\x01{BODY[0]}\x0b<p>{BODY[1]}</p>"), "页")
    assert not set("".join(found.paragraphs)) & set("\x01\x0b")
    assert [one.text for one in found.dropped if one.reason == "control"] == ["\x01"]


def test_a_page_of_scripts_and_pictures_is_read() -> None:
    """A page saved whole has its pictures in it, and a megabyte of scripts."""
    heavy = f"<script>{'a' * 3_000_000}</script><img src='data:image/png;base64,{'QUJD' * 900_000}'>"
    assert read_html(page(heavy + f"<p>{BODY[1]}</p>"), "页").paragraphs
    with pytest.raises(ReadError, match="太大"):
        read_html(page("<p>字</p>" * 600_000), "页")


def test_empty_pages() -> None:
    assert read_html("<!-- nothing -->", "页").paragraphs == ()
    assert read_html("<html></html>", "页").paragraphs == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>一段</p>", True),
        ("<!doctype HTML><title>a</title>", True),
        ("a < b，所以 c > d", False),
        ("第一段<br>第二段", False),
        ("同志们：\n今天开会。", False),
        ("<!-- 图 -->\n# 标题\n正文", False),
    ],
)
def test_is_html(text: str, expected: bool) -> None:
    assert is_html(text) is expected


def test_the_page_title_where_the_text_has_none() -> None:
    text = "<div>" + "".join(f"<p>{line}</p>" for line in BODY) + "</div>"
    assert paragraphs(page(text, head=f"<title>{TITLE} - 临江网</title>")) == [TITLE, *BODY]
    assert paragraphs(page(text, head="<title>讲话稿_临江网</title>")) == BODY
