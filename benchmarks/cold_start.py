"""How long does an office wait? A cold ``drafter draft`` against a cold docxtpl with the same text.

Both are whole processes, one after the other in turns: ours reads the brief, composes, and writes
Word to the standard; docxtpl only fills a template with the finished paragraphs. Byte code is
cached for both, as pip leaves it.

    python -m benchmarks.cold_start [--runs N] [--json FILE]

Target: at most twice docxtpl, by the medians of CPU time (user and system), which other work on
the machine disturbs less than wall time; both are shown. Also: the modules whose import takes
longest, and that jieba, openpyxl and python-docx are none of them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "samples" / "briefs" / "安全生产专题培训.yaml"
AT_MOST_DOCXTPL = 2.0
NEVER_LOADED = ("jieba", "openpyxl", "docx", "pydantic")
DRAFTER = (sys.executable, "-c", "from drafter.cli import main; main()")


def run(command: list[str]) -> tuple[float, float]:
    """Wall and CPU milliseconds of one process."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:3])} … ended with {process.returncode}")
    return wall * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def prepare(folder: Path) -> tuple[list[str], list[str], int]:
    """The two commands, and the characters that both put into Word."""
    ours = [*DRAFTER, "draft", str(BRIEF), "-o", str(folder / "ours.docx"), "--force"]
    run([*DRAFTER, "draft", str(BRIEF), "-o", str(folder / "text.txt")])
    title, *paragraphs = filter(None, (folder / "text.txt").read_text(encoding="utf-8").splitlines())
    (folder / "context.json").write_text(
        json.dumps({"title": title, "paragraphs": paragraphs}, ensure_ascii=False), encoding="utf-8"
    )
    import docx

    template = docx.Document()
    template.add_heading("{{ title }}", 0)
    for line in ("{%p for paragraph in paragraphs %}", "{{ paragraph }}", "{%p endfor %}"):
        template.add_paragraph(line)
    template.save(str(folder / "template.docx"))
    theirs = [sys.executable, str(ROOT / "benchmarks" / "docxtpl_fill.py")]
    theirs += [str(folder / name) for name in ("template.docx", "context.json", "theirs.docx")]
    return ours, theirs, len(title) + sum(map(len, paragraphs))


def imports(command: list[str]) -> list[tuple[str, float]]:
    """Every module that a run loads, with the milliseconds that its own code took, slowest first."""
    told = subprocess.run(
        [command[0], "-X", "importtime", *command[1:]], cwd=ROOT, capture_output=True, text=True, check=True
    ).stderr
    rows = [line.removeprefix("import time:").split("|") for line in told.splitlines() if "|" in line]
    timed = [(name.strip(), int(own) / 1000) for own, _, name in rows if own.strip().isdigit()]
    return sorted(timed, key=lambda row: -row[1])


def main() -> int:
    """Measure, print, and say by the exit code whether the target is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        ours, theirs, characters = prepare(Path(scratch))
        ways = {"drafter draft": ours, "docxtpl": theirs, "python -c pass": [sys.executable, "-c", "pass"]}
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
        for command in ways.values():
            run(command)
        for _ in range(options.runs):
            for name, command in ways.items():
                times[name].append(run(command))
        loaded = imports(ours)
    wall = {name: statistics.median(taken for taken, _ in rows) for name, rows in times.items()}
    cpu = {name: statistics.median(taken for _, taken in rows) for name, rows in times.items()}
    ratio = cpu["drafter draft"] / cpu["docxtpl"]
    heavy = sorted({name for name, _ in loaded if name.split(".")[0] in NEVER_LOADED})
    print(f"{characters} characters, medians of {options.runs} runs, ms     wall      CPU")
    for name in ways:
        print(f"  {name:38} {wall[name]:8.0f} {cpu[name]:8.0f}")
    print(f"  {'ratio':38} {wall['drafter draft'] / wall['docxtpl']:8.2f} {ratio:8.2f}")
    print(f"slowest of {len(loaded)} imports, ms: " + ", ".join(f"{n} {ms:.0f}" for n, ms in loaded[:10]))
    print(f"of {', '.join(NEVER_LOADED)} loaded: {', '.join(heavy) or 'none'}")
    report = {
        "benchmark": "cold_start",
        "characters": characters,
        "runs": options.runs,
        "wall_ms": {name: round(value, 1) for name, value in wall.items()},
        "cpu_ms": {name: round(value, 1) for name, value in cpu.items()},
        "ours_over_docxtpl_wall": round(wall["drafter draft"] / wall["docxtpl"], 2),
        "ours_over_docxtpl_cpu": round(ratio, 2),
        "imports": len(loaded),
        "heavy_imports": heavy,
    }
    print(json.dumps(report, ensure_ascii=False))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0 if ratio <= AT_MOST_DOCXTPL and not heavy else 1


if __name__ == "__main__":
    sys.exit(main())
