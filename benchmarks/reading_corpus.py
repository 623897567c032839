"""Documents made of our own speeches in every format, with what has to come out of them: is it read whole?

    python -m benchmarks.reading_corpus [--speeches N] [--json FILE]

Each speech is written as .docx (plain, with tracked changes, numbered by Word, with notes and headers, in
text boxes), .txt in UTF-8, GB18030 and UTF-16, hard-wrapped, with the noise of pastes, as .md, as .html
(ours, three pages of sites), and by LibreOffice as .doc .rtf .odt .pdf, the .doc once more as .wps and with
the wrong ending, the .pdf once more in two columns. Printed for each format: outline F1, share of the
characters that come out right, paragraphs that come out whole. Targets: 0.98, 0.995, 0.98; for PDF 0.95,
0.99, 0.95. Peers on the same .docx and .html, where they are installed: pandoc, docx2python, markitdown,
trafilatura (they know no outline).
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from drafter.readers import read_speech
from drafter.speech import Block, Family, Speech, parse_speech, read_marker, speech_paragraphs, speech_text
from drafter.writers import write_docx, write_html, write_markdown
from tests.readers.docx_builder import abstract, level, make_docx, num, paragraph

ROOT = Path(__file__).parents[1]
USUAL, OF_PDF = (0.98, 0.995, 0.98), (0.95, 0.99, 0.95)
_MARKS = re.compile("[^0-9A-Za-z一-鿿]")
_OFFICE = {"doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt", "pdf": "pdf"}
#: Characters of a hard-wrapped line, as mail programs and old editors make them.
_WRAP = 34


@dataclass
class Score:
    """What came out of the files of one format."""

    outline: list[float]
    characters: list[float]
    paragraphs: list[float]


def main() -> int:
    """Make, read, print; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--speeches", type=int, default=8)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    files = sorted((ROOT / "samples" / "speeches").glob("*.txt"))
    step = max(1, len(files) // options.speeches)
    truths = {path.stem: parse_speech(path.read_text("utf-8")) for path in files[::step][: options.speeches]}
    with tempfile.TemporaryDirectory() as scratch:
        made = {name: dict(_made(name, truth, Path(scratch))) for name, truth in truths.items()}
        _by_office(Path(scratch), made)
        scores: dict[str, Score] = {}
        for name, held in made.items():
            for form, path in held.items():
                _count(scores.setdefault(form, Score([], [], [])), truths[name], read_speech(path))
        peers = dict(_peers(truths, made))
    missed = False
    number = sum(len(held) for held in made.values())
    print(f"{number} files of {len(truths)} speeches")
    report = {}
    for form, score in scores.items():
        means = [sum(values) / len(values) for values in (score.outline, score.characters, score.paragraphs)]
        wanted = OF_PDF if form.startswith("pdf") else USUAL
        low = any(mean < least for mean, least in zip(means, wanted, strict=True))
        missed = missed or low
        report[form] = means
        told = f"outline {means[0]:.4f}  characters {means[1]:.4f}  paragraphs {means[2]:.4f}"
        print(f"  {form:14} {told}{'  <<' * low}")
    for name, rates in peers.items():
        told = f"characters {rates[0]:.4f}  paragraphs {rates[1]:.4f}" if rates else "reads none of them"
        print(f"  peer {name:22} {told}")
    if options.json:
        options.json.write_text(json.dumps({"formats": report, "peers": peers}, indent=1) + "\n")
    return int(missed)


def _made(name: str, speech: Speech, folder: Path) -> Iterator[tuple[str, Path]]:
    """Form → file, of those that are made here."""
    text = speech_text(speech)
    forms: dict[str, tuple[str, bytes]] = {
        "docx": ("docx", write_docx(speech)),
        "md": ("md", write_markdown(speech).encode()),
        "html": ("html", write_html(speech).encode()),
        "txt": ("txt", text.encode()),
        "txt gb18030": ("txt", text.encode("gb18030")),
        "txt utf-16": ("txt", text.encode("utf-16")),
        "txt wrapped": ("txt", _wrapped(text).encode()),
        "txt pasted": ("txt", _pasted(text).encode()),
        "html of a site": ("html", _page(speech).encode()),
        "html in tables": ("html", _old_page(speech).encode()),
        "html busy": ("html", _busy_page(speech).encode()),
        "docx tracked": ("docx", _tracked(write_docx(speech))),
        "docx numbered": ("docx", _numbered(speech)),
        "docx notes": ("docx", _noted(speech)),
        "docx boxes": ("docx", _boxed(speech)),
        "docx columns": ("docx", _in_columns(write_docx(speech))),
    }
    for form, (ending, data) in forms.items():
        path = folder / f"{name}-{form.replace(' ', '-')}.{ending}"
        path.write_bytes(data)
        yield form, path


def _wrapped(text: str) -> str:
    """Each paragraph indented by two wide spaces and broken after so many characters."""
    lines = []
    for line in text.split("\n"):
        words = f"　　{line}"
        lines += [words[at : at + _WRAP] for at in range(0, len(words), _WRAP)]
    return "\n".join(lines)


def _pasted(text: str) -> str:
    """As it comes from a page: half-width marks, spaces, empty lines, the page's own words."""
    half = text.replace("，", ",").replace("；", ";")
    spaced = re.sub(r"(\d+)", r" \1 ", half)
    body = "\n\n".join(f"  {line}  " for line in spaced.split("\n"))
    head = "当前位置：首页 > 领导讲话 > 正文\n浏览量：1284\n"
    return f"{head}\n{body}\n\n版权所有 未经许可不得转载\n上一篇：没有了\n"


def _page(speech: Speech) -> str:
    """A page of a site around the speech."""
    paragraphs = "\n".join(f"<p>　　{block.text}</p>" for block in speech_paragraphs(speech)[1:])
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{speech.title}_政务网</title></head><body>"
        "<div class=nav><a href=/>首页</a><a href=/a>要闻</a><a href=/b>公开</a></div>"
        f"<div class=content><h1>{speech.title}</h1><div id=zoom>{paragraphs}</div></div>"
        "<div class=footer>主办：办公室 备案号：1234 <a href=/c>网站地图</a></div></body></html>"
    )


def _old_page(speech: Speech) -> str:
    """A page laid out in tables, its paragraphs parted by line breaks, as old sites have it."""
    text = "<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{block.text}" for block in speech_paragraphs(speech)[1:])
    links = "".join(f"<tr><td>·<a href={n}.htm>第{n}条新闻的标题在这里</a></td></tr>" for n in range(1, 9))
    return (
        "<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'>"
        f"<title>{speech.title}</title></head><body>"
        "<table width=960><tr><td>首页 | 机构 | 公开 | 互动</td></tr></table>"
        f"<table><tr><td width=200><table>{links}</table></td><td><table><tr><td align=center>"
        f"<b><font size=5>{speech.title}</font></b></td></tr>"
        "<tr><td align=center>发布时间：2025-03-02　"
        f"来源：本站　点击：<script>hits()</script>次</td></tr><tr><td><font size=3>{text}</font></td></tr>"
        "<tr><td>【<a href=#>打印</a>】【<a href=#>关闭</a>】</td></tr></table></td></tr></table>"
        "<table><tr><td>版权所有：办公室　地址：某路1号　邮编：000000</td></tr></table></body></html>"
    )


def _busy_page(speech: Speech) -> str:
    """A page of nested blocks with shares, related reading and comments around the speech."""
    paragraphs = "\n".join(
        f"<div class=p><span style='font-size:16px'>　　{block.text}</span></div>"
        for block in speech_paragraphs(speech)[1:]
    )
    related = "".join(f"<li><a href=/r{n}>相关阅读：另一篇讲话的标题之{n}</a></li>" for n in range(1, 7))
    return (
        f"<!doctype html><html lang=zh><head><meta charset=utf-8><title>{speech.title} - 门户</title></head>"
        "<body>"
        "<header><ul><li><a href=/>首页</a></li><li><a href=/x>专题</a></li></ul></header><div class=wrap>"
        "<div class=crumb>您的位置：<a href=/>首页</a> &gt; <a href=/l>领导讲话</a> &gt; 正文</div>"
        f"<div class=main><h1 class=title>{speech.title}</h1><div class=info><span>2025年3月2日 09:30</span>"
        "<span>来源：办公室</span><span>编辑：值班员</span><span>字号：大 中 小</span></div>"
        f"<div class=share>分享到：微信 微博</div><div class=txt>{paragraphs}</div>"
        "<div class=duty>责任编辑：值班员</div><div class=like>点赞 128　收藏 36</div></div>"
        f"<div class=side><h3>相关阅读</h3><ul>{related}</ul></div><div class=comments><h3>网友评论</h3>"
        "<div class=c>网友甲：讲得实在，说到大家心里去了，希望这些办法早点落地，我们等着看结果。</div>"
        "<div class=c>网友乙：支持。</div></div></div><footer>联系我们 | 网站声明</footer></body></html>"
    )


def _tracked(data: bytes) -> bytes:
    """The document with a deleted and an inserted run in its body: changes accepted, it says the same."""
    from drafter.writers.docx_file import DocxFile

    file = DocxFile(data)
    gone = '<w:del w:id="901" w:author="a"><w:r><w:delText>删去的话</w:delText></w:r></w:del>'
    document = file.document.replace(b"</w:pPr><w:r>", f"</w:pPr>{gone}<w:r>".encode(), 6)
    file.change(file.main, document)
    return file.save()


#: Families that Word numbers by itself, by their level in the list, and how it is told to.
_LEVELS = {Family.CHAPTER: 0, Family.BRACKET: 1, Family.ARABIC: 2, Family.ARABIC_BRACKET: 3}
_FORMS = (
    ("chineseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
)


def _numbered(speech: Speech) -> bytes:
    """Markers that Word counts: there is not one of them in the text."""
    levels = "".join(level(index, *form) for index, form in enumerate(_FORMS))
    body = []
    for block in speech_paragraphs(speech):
        found = read_marker(block.text)
        if found and found[0].family in _LEVELS and block.level:
            body.append(paragraph(found[1], num=1, level=_LEVELS[found[0].family]))
        else:
            body.append(paragraph(block.text))
    return make_docx("".join(body), numbering=abstract(0, levels) + num(1, 0))


def _noted(speech: Speech) -> bytes:
    """A footnote at every third paragraph, a header and page numbers: none of them is the speech."""
    body = []
    for number, block in enumerate(speech_paragraphs(speech)):
        note = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' if number % 3 == 2 else ""
        body.append(paragraph(block.text, note))
    notes = "".join(
        f'<w:footnote w:id="{number}">{paragraph("见有关文件。")}</w:footnote>' for number in range(len(body))
    )
    section = '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/></w:sectPr>'
    page = paragraph(
        '<w:r><w:t>— </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    )
    return make_docx("".join(body) + section, footnotes=notes, header1=paragraph("内部资料"), footer1=page)


def _boxed(speech: Speech) -> bytes:
    """Title and salutation in a text box each, as templates have them; the fallback says the same."""
    body = []
    for number, block in enumerate(speech_paragraphs(speech)):
        if number > 2:
            body.append(paragraph(block.text))
            continue
        inside = f"<w:txbxContent>{paragraph(block.text)}</w:txbxContent>"
        body.append(
            "<w:p><w:r><mc:AlternateContent>"
            '<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
            f"{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"
        )
    return make_docx("".join(body))


def _in_columns(data: bytes) -> bytes:
    """The document set in two columns."""
    from drafter.writers.docx_file import DocxFile

    file = DocxFile(data)
    columns = b'<w:cols w:num="2" w:space="425"/><w:docGrid'
    file.change(file.main, file.document.replace(b"<w:docGrid", columns))
    return file.save()


def _by_office(folder: Path, made: dict[str, dict[str, Path]]) -> None:
    """The formats that LibreOffice writes, all of one in one run."""
    program = shutil.which("soffice")
    if program is None:
        print("LibreOffice is not installed: no .doc .rtf .odt .pdf")
        return
    sources = [held["docx"] for held in made.values()]
    for form, target in _OFFICE.items():
        out = folder / form
        subprocess.run(
            [
                *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
                *("--convert-to", target, "--outdir", str(out), *map(str, sources)),
            ],
            capture_output=True,
            check=True,
        )
        for held in made.values():
            held[form] = out / f"{held['docx'].stem}.{form}"
    for held in made.values():
        held["wps"] = Path(shutil.copy(held["doc"], held["doc"].with_suffix(".wps")))
        held["doc named docx"] = Path(shutil.copy(held["doc"], folder / f"{held['doc'].stem}-改名.docx"))
    columns = [held["docx columns"] for held in made.values()]
    out = folder / "columns"
    subprocess.run(
        [
            *(program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"),
            *("--convert-to", _OFFICE["pdf"], "--outdir", str(out), *map(str, columns)),
        ],
        capture_output=True,
        check=True,
    )
    for held in made.values():
        held["pdf columns"] = out / f"{held['docx columns'].stem}.pdf"


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _count(score: Score, truth: Speech, found: Speech) -> None:
    wanted, given = speech_paragraphs(truth), speech_paragraphs(found)
    meant_texts, told_texts = [block.text for block in wanted], [block.text for block in given]
    score.characters.append(_alike("".join(meant_texts), "".join(told_texts)))
    score.paragraphs.append(_whole(meant_texts, told_texts))
    meant, told = _outline(wanted), _outline(given)
    both = len(meant & told)
    score.outline.append(2 * both / max(1, len(meant) + len(told)) if meant or told else 1.0)


def _alike(one: str, other: str) -> float:
    a, b = _bare(one), _bare(other)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    return same / max(len(a), len(b), 1)


def _whole(wanted: list[str], given: list[str]) -> float:
    held = {_bare(text) for text in given}
    return sum(_bare(text) in held for text in wanted) / max(1, len(wanted))


def _outline(blocks: list[Block]) -> set[tuple[int, str]]:
    return {(block.level, _bare(block.lead or block.text)[:16]) for block in blocks if block.level}


def _peers(
    truths: dict[str, Speech], made: dict[str, dict[str, Path]]
) -> Iterator[tuple[str, tuple[float, float] | None]]:
    """Name and form → the rates over the files it reads, None where it fails on all of them."""
    for name, read in _readers().items():
        for form in _FORMS_OF[name]:
            rates, failed = [], ""
            for stem, held in made.items():
                try:
                    lines = [line for line in read(held[form]).split("\n") if line.strip()]
                except Exception as error:  # whatever the peer fails with
                    failed = f"{type(error).__name__}: {error}"
                    continue
                wanted = [block.text for block in speech_paragraphs(truths[stem])]
                rates.append((_alike("".join(wanted), "".join(lines)), _whole(wanted, lines)))
            if len(rates) < len(made):
                print(f"{name} fails on {len(made) - len(rates)} of {len(made)} {form}: {failed}")
            means = tuple(sum(values) / len(values) for values in zip(*rates, strict=True))
            yield f"{name} {form}", (means[0], means[1]) if means else None


_PAGES = ("html of a site", "html in tables", "html busy")
#: The files that a peer is for.
_FORMS_OF = {
    "pandoc": ("docx", *_PAGES),
    "docx2python": ("docx",),
    "markitdown": ("docx", *_PAGES),
    "trafilatura": _PAGES,
}


def _readers() -> dict[str, Callable[[Path], str]]:
    found: dict[str, Callable[[Path], str]] = {}
    if shutil.which("pandoc"):
        found["pandoc"] = lambda path: (
            subprocess.run(
                ["pandoc", "-t", "plain", "--wrap=none", str(path)],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
    try:
        import docx2python
    except ImportError:
        print("docx2python is not installed")
    else:
        found["docx2python"] = lambda path: docx2python.docx2python(path).text
    try:
        import markitdown
    except ImportError:
        print("markitdown is not installed")
    else:
        found["markitdown"] = lambda path: markitdown.MarkItDown().convert(path).text_content
    try:
        import trafilatura
    except ImportError:
        print("trafilatura is not installed")
    else:
        found["trafilatura"] = lambda path: trafilatura.extract(path.read_text("utf-8")) or ""
    return found


if __name__ == "__main__":
    sys.exit(main())
