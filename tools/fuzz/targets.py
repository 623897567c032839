"""What is fuzzed: each way into the program as one function of bytes, and what must be true of its answer.

A function returns where all is well, also where it refused the input with one of our errors; it raises
whatever else was raised, and ``AssertionError`` where a law does not hold.
"""

from __future__ import annotations

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from drafter.brief import load_brief
from drafter.brief.data_files import read_table_file
from drafter.check import Checker, manuscript_of
from drafter.compose.environment import make_environment, render_template
from drafter.compose.marks import Marks, Piece, plain
from drafter.readers import SourceText, clean, read_bytes
from drafter.readers.gathering import gather
from drafter.readers.text import read_text
from drafter.speech import as_json, from_json, parse_speech, speech_text, unprintable
from drafter.writers import Options, write
from phrasebank.check import check_phrase
from phrasebank.errors import CodedError
from phrasebank.exchange_files.formats import Format, encode, format_of
from phrasebank.exchange_files.formats import read_bytes as read_exchange
from phrasebank.exchange_files.importing import import_rows, plan_import
from phrasebank.labelled import read_labelled
from phrasebank.masking import find_spans, frame
from phrasebank.mining import About
from phrasebank.store import Query, Store, open_bank

__all__ = ["PART", "TARGETS", "Target", "packed", "unpacked"]

ROOT = Path(__file__).parents[2]
SPEECHES = ROOT / "samples" / "speeches"
BRIEFS = ROOT / "samples" / "briefs"
#: Between the parts of a package, so that what is inside is changed and not its compression: a line with
#: this, the part's name, a newline, the part.
PART = b"\x1e\x1e"
#: A seed is that many characters at most: an input is small, and many are tried.
_SEED = 1200
#: Of a text as people write it, cleaning twice is cleaning once (tests/readers/cleaning/test_laws.py); of a
#: heap of fragments, what was joined may look like a running header. So many times leave nothing to clean.
_ROUNDS = 8


@dataclass(frozen=True)
class Target:
    """One way in.

    Arguments:
        name: what it is called on the command line.
        run: feeds it bytes.
        seeds: inputs to begin from.
        words: what the input is made of, to be thrown in.
    """

    name: str
    run: Callable[[bytes], None]
    seeds: Callable[[], tuple[bytes, ...]]
    words: tuple[str, ...] = ()


def packed(data: bytes) -> bytes:
    """A zip of the parts that ``data`` describes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        seen: set[str] = set()
        for part in data.split(PART)[1:]:
            name, _, content = part.partition(b"\n")
            title = name.decode("utf-8", "replace").strip("\x00")[:200]
            if title and title not in seen:
                seen.add(title)
                package.writestr(zipfile.ZipInfo(title), content)
    return made.getvalue()


def unpacked(package: bytes) -> bytes:
    """What ``packed`` makes this package of."""
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        return b"".join(PART + name.encode() + b"\n" + read.read(name) for name in read.namelist())


def _words(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _parse(data: bytes) -> None:
    speech = parse_speech(_words(data))
    if not unprintable(speech):
        assert parse_speech(speech_text(speech)) == speech
    assert from_json(as_json(speech)) == speech
    write(speech, "txt")


def _clean(data: bytes) -> None:
    source = read_text(_words(data), "稿.txt")
    for _ in range(_ROUNDS):
        cleaned = clean(source)
        assert all(one.strip() and "\n" not in one for one in cleaned.paragraphs)
        if cleaned.paragraphs == source.paragraphs:
            return
        source = SourceText("稿.txt", cleaned.paragraphs)
    raise AssertionError("cleaning comes to no rest")


def _read(name: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            source = read_bytes(data, name)
        except CodedError as error:
            _told(error)
            return
        parse_speech(source.paragraphs, notes=source.notes)

    return run


def _read_package(data: bytes) -> None:
    _read("稿.docx")(packed(data))


def _zip(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder:
        path = Path(folder) / "稿.zip"
        path.write_bytes(data)
        for one in gather([path], stdin=bytes):
            assert str(one)
        assert [one.name for one in Path(folder).iterdir()] == ["稿.zip"]


def _brief(ending: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder:
            path = Path(folder) / f"提纲{ending}"
            path.write_bytes(data)
            try:
                load_brief(path)
            except CodedError as error:
                _told(error)

    return run


def _table(ending: str) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder:
            path = Path(folder) / f"数据{ending}"
            path.write_bytes(packed(data) if ending == ".xlsx" else data)
            try:
                read_table_file(path, path.name)
            except CodedError as error:
                _told(error)

    return run


def _mask(data: bytes) -> None:
    texts = _words(data).split("\n")
    for text, spans in zip(texts, find_spans(texts, About(place="临江市")), strict=True):
        assert all(one.end <= two.start for one, two in pairwise(spans))
        framed = frame(text, spans)
        if "{" not in text and "}" not in text:
            restored = framed.text
            for slot, words in framed.values:
                restored = restored.replace(f"{{{slot}}}", words)
            assert restored == text


def _import(ending: str) -> Callable[[bytes], None]:
    form = format_of(Path(f"库{ending}"))

    def run(data: bytes) -> None:
        try:
            read = read_exchange(packed(data) if form is Format.XLSX else data, form, file=f"库{ending}")
        except CodedError as error:
            _told(error)
            return
        with _bank() as store:
            plan = plan_import(store, read, file=f"库{ending}")
            import_rows(plan.rows(), partial(store.decide, by="试", at="2026-01-01T00:00:00"))
            again = plan_import(store, read, file=f"库{ending}")
            assert not again.new, again.new[:1]
            for row in plan.new:
                check_phrase(row.after)

    return run


@contextmanager
def _bank() -> Iterator[Store]:
    with (
        tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder,
        open_bank(Path(folder) / "库.db", create=True, builtin=False) as store,
    ):
        yield store


def _marks(data: bytes) -> None:
    text = _words(data)
    marks = Marks()
    wrapped = marks.wrap(Piece(text, "brief"))
    for line in (text, wrapped, text + wrapped, wrapped[1:], text[: len(text) // 2] + wrapped):
        found, spans = marks.unwrap(line)
        assert all(0 <= span.start <= span.end <= len(found) for span in spans)
        assert plain(line) == found


def _labelled(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder:
        path = Path(folder) / "样稿.txt"
        path.write_bytes(data)
        try:
            read_labelled(path)
        except CodedError as error:
            _told(error)


@cache
def _checker() -> Checker:
    return Checker()


def _check(data: bytes) -> None:
    source = read_text(_words(data), "稿.txt")
    manuscript = manuscript_of(source.paragraphs, "稿.txt")
    for finding in _checker().check(manuscript):
        words = manuscript.paragraphs[finding.paragraph]
        assert 0 <= finding.start <= finding.end <= len(words)


def _write(data: bytes) -> None:
    speech = parse_speech(_words(data))
    for form in ("docx", "html", "md", "json"):
        try:
            written = write(speech, form, Options())
        except CodedError as error:
            _told(error)
            continue
        if form == "docx":
            _read("稿.docx")(written.data)


def _template(data: bytes) -> None:
    with tempfile.TemporaryDirectory(prefix="jianggao-fuzz-") as folder:
        (Path(folder) / "speech.j2").write_bytes(data)
        try:
            render_template(make_environment(Path(folder)), "speech.j2", {"题目": lambda: "甲"})
        except CodedError as error:
            _told(error)


def _told(error: CodedError) -> None:
    """What is refused is refused in Chinese, with a code, on one line a problem."""
    assert error.problems
    for problem in error.problems:
        line = str(problem)
        assert problem.code, line
        assert "\n" not in line.strip(), line
        assert any("一" <= sign <= "鿿" for sign in line), line


def _samples() -> tuple[bytes, ...]:
    return tuple(path.read_text("utf-8")[:_SEED].encode() for path in sorted(SPEECHES.glob("*.txt"))[:60:5])


def _documents() -> Iterator[bytes]:
    for path in sorted(SPEECHES.glob("*.txt"))[:6:2]:
        speech = parse_speech(path.read_text("utf-8")[: _SEED // 2])
        yield write(speech, "docx", Options()).data


def _files(folder: Path, *patterns: str) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for pattern in patterns for path in sorted(folder.glob(pattern))[:6])


def _webpages() -> tuple[bytes, ...]:
    return tuple(write(parse_speech(text.decode("utf-8")), "html").data for text in _samples()[:3])


def _zips() -> tuple[bytes, ...]:
    text = PART + "甲/稿.txt".encode() + b"\n" + _samples()[0] + PART + b"b.txt\n" + _samples()[1]
    return (packed(text), packed(PART + "内.zip".encode() + b"\n" + packed(text)), *_documents())


def _phrases(form: Format) -> tuple[bytes, ...]:
    lines = (ROOT / "phrasebank" / "builtin").glob("*.jsonl")
    text = "".join(path.read_text("utf-8").split("\n", 1)[0] + "\n" for path in sorted(lines)[:8])
    text += _TERM
    if form is Format.JSONL:
        return (text.encode(),)
    with _bank() as store:
        plan = plan_import(store, read_exchange(text.encode(), Format.JSONL, file="库.jsonl"))
        import_rows(plan.rows(), partial(store.decide, by="试", at="2026-01-01T00:00:00"))
        made = encode(store.find(Query()), form, with_sources=True)
    return (unpacked(made) if form is Format.XLSX else made,)


#: A fixed term, which TBX carries alone.
_TERM = json.dumps({"text": "压实责任", "move": "point.measure", "unit": "phrase"}, ensure_ascii=False)


def _pdf() -> tuple[bytes, ...]:
    content = b"BT /F1 12 Tf 72 700 Td (Hello 1.) Tj 0 -20 Td <4E2D6587> Tj ET"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length "
        + str(len(content)).encode()
        + b">>stream\n"
        + content
        + b"\nendstream endobj\n"
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
        b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n",
    )


_MARKERS = (
    "一、", "（一）", "1.", "第一，", "一是", "一要", "——", "同志们：", "\n",
    "　　", "。", "“", "”", "《", "》", "……",
    "2026年3月18日", "临江市", "12.5%",
    "- 3 -", "目 录", "\u200b", "\u202e", "\x00", "\ufeff", "\ue000", "\u2028",
)  # fmt: skip
_YAML = (
    "文种: ", "主题: ", "地区: ", "数据:\n", "部分:\n", "  - ", "要点: ", "值: ", "同比: ", "单位: ",
    "篇幅: ", "{{ 甲 }}",
    "&a ", "*a", "!!python/object:os.system", "<<: *a", "|\n", ">\n", "---\n",
    "# ", "'", '"', "[", "]", "{", "}", "1e999",
    "0x1F", "2026-02-30", "\t", "\x85", "甲.csv", "风格:\n", "议程:\n",
)  # fmt: skip
_XML = (
    "<w:p>", "</w:p>", "<w:r>", "<w:t>", "</w:t></w:r>",
    "<w:tbl>", "<w:ins>", "<w:del>", '<w:numId w:val="1"/>', "<w:br/>",
    '<w:fldChar w:fldCharType="begin"/>', "<!DOCTYPE a>", "<!ENTITY b 'c'>", "&b;", "&#0;",
    "]]>", "<mc:AlternateContent>",
    'w:val="99999999999999999999"', 'w:val="-1"', "<w:txbxContent>", "<m:oMath>", "<w:footnoteReference/>",
)  # fmt: skip
_JINJA = (
    "{{", "}}", "{%", "%}", "{#",
    "#}", " for i in range(99999999) ", " set a = a ~ a ", "''.__class__", "|attr('x')",
    " include 'speech.j2' ", " endfor ", " if ", " macro m() ", " call ",
    "|format(1)", "*9999", "**9", "|join", "self", "题目()",
)  # fmt: skip


TARGETS = {
    target.name: target
    for target in (
        Target("parse", _parse, _samples, _MARKERS),
        Target("clean", _clean, _samples, _MARKERS),
        Target("read-text", _read("稿.txt"), _samples, _MARKERS),
        Target(
            "read-html", _read("稿.html"), _webpages, (*_MARKERS, "<p>", "<br>", "<div>", "<!--", "&#x4e00;")
        ),
        Target("read-docx", _read_package, lambda: tuple(map(unpacked, _documents())), _XML),
        Target("read-docx-raw", _read("稿.docx"), lambda: tuple(_documents()), ("PK\x01\x02", "../")),
        Target(
            "read-pdf", _read("稿.pdf"), _pdf, ("endobj", "stream", "/Kids[3 0 R]", "/Filter/FlateDecode")
        ),
        Target("read-zip", _zip, _zips, ("../", "PK\x03\x04", "PK\x01\x02", "/", "C:\\")),
        Target("brief-yaml", _brief(".yaml"), lambda: _files(BRIEFS, "*.yaml"), _YAML),
        Target(
            "brief-json", _brief(".json"), lambda: ('{"文种": "致辞", "数据": {"甲": 1}}'.encode(),), _YAML
        ),
        Target(
            "data-csv",
            _table(".csv"),
            lambda: _files(BRIEFS, "*.csv"),
            (",", "\r\n", '"', "万", "%", "=1+1", "同比"),
        ),
        Target(
            "data-xlsx",
            _table(".xlsx"),
            lambda: tuple(map(unpacked, _files(BRIEFS, "*.xlsx"))),
            ("<c ", "<f>", "<v>", "</v>"),
        ),
        Target("mask", _mask, _samples, _MARKERS),
        Target(
            "import-jsonl",
            _import(".jsonl"),
            lambda: _phrases(Format.JSONL),
            ('"text": ', "{place}", "null", "\\u0000", "[]"),
        ),
        Target(
            "import-csv", _import(".csv"), lambda: _phrases(Format.CSV), (",", "\r\n", '"', "{place}", "=1+1")
        ),
        Target("import-xlsx", _import(".xlsx"), lambda: _phrases(Format.XLSX), ("<c ", "<f>", "<v>", "</v>")),
        Target(
            "import-tbx",
            _import(".tbx"),
            lambda: _phrases(Format.TBX),
            ("<termSec>", "<!ENTITY b 'c'>", "&b;"),
        ),
        Target("marks", _marks, _samples, (*_MARKERS, "\ue0000\ue001", "\ue002")),
        Target(
            "labelled",
            _labelled,
            lambda: _files(ROOT / "samples" / "labelled", "*.txt"),
            ("[[", "|", "]]", "\t", "# kind: "),
        ),
        Target("check", _check, _samples, _MARKERS),
        Target("write", _write, _samples, _MARKERS),
        Target("template", _template, lambda: _files(ROOT / "templates", "*/speech.j2"), _JINJA),
    )
}
