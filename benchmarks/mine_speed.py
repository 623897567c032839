"""How fast is an archive mined? Files in, phrases in a bank out: the whole of ``drafter mine``.

The real reports of ../shared where they are, else text made here; beyond their size they are repeated
with other digits and other places, so that no sentence with a figure is met twice. Flat means: a
megabyte costs as much at 120 MB as at 30.

    python -m benchmarks.mine_speed [--megabytes 30 60 120] [--spark] [--json FILE]

Targets on two cores: at least 2 MB/s with everything; at most 1.5 GB in all processes together; a
megabyte's cost flat within 20 %. With ``--spark`` the first size is mined by Spark with two workers
too, and the banks must hold the same phrases.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import documents

AT_LEAST_MB_A_SECOND = 2.0
AT_MOST_MB = 1500
FLAT_WITHIN = 0.20
SIZES = (30.0, 60.0, 120.0)
JOBS = 2
DRAFTER = (sys.executable, "-c", "from drafter.cli import main; main()")

_PLACE = re.compile(r"([一-鿿]{2})(?=[市县区镇乡])")
_HEADS = "临云澄瑶鹤溪柏青沙荆"
_TAILS = "川江浦原岭泽陵屏汀岚"


def perturbed(text: str, turn: int) -> str:
    """The text with other digits and other places; turn 0 is the text itself."""
    if not turn:
        return text
    digits = str.maketrans("0123456789", "".join(str((digit + turn) % 10) for digit in range(10)))

    def other(place: re.Match[str]) -> str:
        seed = sum(map(ord, place[0])) + turn
        return _HEADS[seed % 10] + _TAILS[seed // 10 % 10] if place[0][0] not in "全各城本我上" else place[0]

    return _PLACE.sub(other, text.translate(digits))


def write_corpus(folder: Path, megabytes: float) -> tuple[str, float]:
    """Write JSON Lines of about so many megabytes; where the text is from, and the megabytes."""
    size = 0.0
    turn = 0
    with (folder / "corpus.jsonl").open("w", encoding="utf-8") as lines:
        while size < megabytes:
            source, batch = documents(megabytes - size)
            for number, document in enumerate(batch):
                record = {"name": f"{turn}-{number}", "text": perturbed(document.decode(), turn)}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
                size += len(document) / 1e6
                if size >= megabytes:
                    break
            turn += 1
    return source, size


def memory(process: int) -> float:
    """Megabytes resident in a process and all below it (Linux)."""
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6 + sum(memory(int(child)) for child in below)


def mine(folder: Path, bank: Path, *more: str) -> tuple[float, float]:
    """Seconds and peak megabytes of one run of the command."""
    command = [*DRAFTER, "mine", str(folder / "corpus.jsonl"), "--bank", str(bank), *more]
    start = time.perf_counter()
    peak = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        while running.poll() is None:
            peak = max(peak, memory(running.pid))
            time.sleep(0.05)
    if running.returncode:
        raise SystemExit(f"mining ended with {running.returncode}")
    return time.perf_counter() - start, peak


def phrases(bank: Path) -> dict[str, int]:
    """Every mined phrase of a bank with the number of speeches it was found in."""
    from phrasebank.store import Query, open_bank

    with open_bank(bank, read_only=True) as store:
        return {held.phrase.id: held.phrase.sample_count for held in store.find(Query(origin="mined"))}


def measure(megabytes: float, *, spark: bool) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="jianggao-bench-") as scratch:
        folder = Path(scratch)
        source, size = write_corpus(folder, megabytes)
        bank = folder / "bank.db"
        seconds, peak = mine(folder, bank, "--jobs", str(JOBS))
        again, _ = mine(folder, bank, "--jobs", str(JOBS))
        row: dict[str, object] = {
            "source": source,
            "MB": round(size, 1),
            "seconds": round(seconds, 1),
            "mb_a_second": round(size / seconds, 2),
            "peak_mb": round(peak),
            "again_seconds": round(again, 1),
            "bank_mb": round(bank.stat().st_size / 1e6, 1),
            "phrases": len(local := phrases(bank)),
        }
        if spark:
            other = folder / "spark.db"
            seconds, peak = mine(folder, other, "--engine", "spark", "--master", f"local[{JOBS}]")
            row |= {
                "spark_seconds": round(seconds, 1),
                "spark_peak_mb": round(peak),
                "spark_same_phrases": phrases(other) == local,
            }
        return row


def main() -> int:
    """Measure, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=float, nargs="+", default=SIZES)
    parser.add_argument("--spark", action="store_true", help="mine the first size with Spark too")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()
    rows = []
    for number, megabytes in enumerate(options.megabytes):
        rows.append(measure(megabytes, spark=options.spark and number == 0))
        print(json.dumps(rows[-1], ensure_ascii=False), flush=True)
    speeds = [row["mb_a_second"] for row in rows]
    spread = round(1 - min(speeds) / max(speeds), 3)
    report = {"benchmark": "mine_speed", "spread": spread, "rows": rows}
    print(json.dumps({"spread": spread}))
    if options.json:
        options.json.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    met = (
        min(speeds) >= AT_LEAST_MB_A_SECOND
        and max(row["peak_mb"] for row in rows) <= AT_MOST_MB
        and spread <= FLAT_WITHIN
        and all(row.get("spark_same_phrases", True) for row in rows)
    )
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
