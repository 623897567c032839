"""How fast is write_docx? Against bare python-docx and bare lxml + zip, the same text in one run.

- python-docx: its default template, a paragraph at a time, the font of every run set directly,
  as most scripts do it;
- lxml: one unstyled run a paragraph as elements, zipped; the least that makes a file Word opens.

    python benchmarks/docx_speed.py [--runs N] [--json FILE]

Prints a table, then the same as JSON. Targets at 200,000 characters: at least 4 times as fast
as python-docx, at most 3 times as slow as lxml. Ratios are of the medians of interleaved runs.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from drafter.speech import Family, Marker, Section, Speech
from drafter.speech.blocks import Block, Role, speech_paragraphs
from drafter.writers import write_docx

SIZES = (6_000, 200_000)
AT_LEAST_PYTHON_DOCX = 4.0
AT_MOST_LXML = 3.0

_SENTENCES = (
    "各乡镇、各部门要把思想和行动统一到市委、市政府的部署上来，对照年初确定的{}项任务逐项明确责任人和完成时限。",
    "要做到“底数清、情况明、措施实”，确保{}月底前全部整改到位——这是底线，也是红线，绝不能有丝毫松懈。",
    "去年全市排查各类隐患{}处，整改率达到98.6%，同比提高1.2个百分点，成绩来之不易，但也要看到差距和不足。",
    "对排查出的问题，能马上改的马上改，一时改不了的要列出清单、落实{}条管控措施，整改一件、销号一件。",
)


def sample(characters: int) -> Speech:
    """A speech of about so many characters, with every kind of paragraph, no two alike."""
    count = 0

    def paragraph() -> str:
        nonlocal count
        count += 1
        return "".join(
            sentence.format(count * 7 % 97 + 3) for sentence in _SENTENCES[count % 2 : count % 2 + 3]
        )

    def point(number: int) -> Section:
        return Section(
            Marker(Family.YAO, number),
            f"压实第{number}类责任",
            run_in=True,
            heading_end="。",
            paragraphs=(paragraph(), paragraph()),
        )

    def part(number: int) -> Section:
        points = tuple(point(at) for at in range(1, 6))
        below = tuple(
            Section(
                Marker(Family.BRACKET, at),
                "织密责任网、筑牢防火墙",
                paragraphs=(paragraph(),),
                sections=points,
            )
            for at in range(1, 3)
        )
        return Section(Marker(Family.CHAPTER, number), "提高站位，把握工作主动权", sections=below)

    sections: list[Section] = []
    while _length(sections) < characters:
        sections.append(part(len(sections) + 1))
    return Speech(
        title="在全市安全生产工作会议上的讲话",
        date="2026年3月18日",
        speaker="市长 周明远",
        salutation="同志们",
        sections=tuple(sections),
    )


def _length(sections: list[Section]) -> int:
    return sum(len(block.text) for block in speech_paragraphs(Speech(sections=tuple(sections))))


def by_python_docx(blocks: list[Block]) -> bytes:
    """The script that everyone writes."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Pt

    fonts = {Role.TITLE: ("方正小标宋简体", 22), Role.HEADING: ("黑体", 16)}
    document = docx.Document()
    for block in blocks:
        paragraph = document.add_paragraph()
        name, size = fonts.get(block.role, ("仿宋_GB2312", 16))
        if block.role is Role.TITLE:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        else:
            paragraph.paragraph_format.first_line_indent = Pt(32)
        paragraph.paragraph_format.line_spacing = Pt(28.95)
        run = paragraph.add_run(block.text)
        run.font.size = Pt(size)
        run.font.name = "Times New Roman"
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def by_lxml(blocks: list[Block]) -> bytes:
    """The least that makes a .docx: no styles, one run a paragraph."""
    from lxml import etree

    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    w = f"{{{namespace}}}"
    root = etree.Element(f"{w}document", nsmap={"w": namespace})
    body = etree.SubElement(root, f"{w}body")
    for block in blocks:
        run = etree.SubElement(etree.SubElement(body, f"{w}p"), f"{w}r")
        etree.SubElement(run, f"{w}t").text = block.text
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        )
    return stream.getvalue()


def measure(size: int, runs: int) -> dict[str, float | int]:
    """Medians in milliseconds and ratios at one size."""
    speech = sample(size)
    blocks = speech_paragraphs(speech)
    ways: dict[str, Callable[[], bytes]] = {
        "ours": lambda: write_docx(speech),
        "python_docx": lambda: by_python_docx(blocks),
        "lxml": lambda: by_lxml(blocks),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(runs):
        for name, way in ways.items():
            gc.collect()
            start = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - start) * 1000)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    return {
        "characters": sum(len(block.text) for block in blocks),
        "paragraphs": len(blocks),
        **{f"{name}_ms": round(median, 2) for name, median in medians.items()},
        "python_docx_over_ours": round(medians["python_docx"] / medians["ours"], 2),
        "ours_over_lxml": round(medians["ours"] / medians["lxml"], 2),
    }


def main() -> int:
    """Measure, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    results = [measure(size, options.runs) for size in SIZES]
    columns = list(results[0])
    print(" | ".join(columns))
    for result in results:
        print(" | ".join(f"{result[column]:>{len(column)}}" for column in columns))
    report = json.dumps({"benchmark": "docx_speed", "results": results}, ensure_ascii=False, indent=2)
    print(report)
    if options.json:
        options.json.write_text(report + "\n", encoding="utf-8")
    large = results[-1]
    met = large["python_docx_over_ours"] >= AT_LEAST_PYTHON_DOCX and large["ours_over_lxml"] <= AT_MOST_LXML
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
