"""Make the mined part of the built-in bank out of our samples and the decisions recorded on them.

    python -m tools.build_builtin candidates OUT.jsonl            what our miner finds in samples/
    python -m tools.build_builtin shards IN.jsonl FOLDER --count N   parts it among N curators
    python -m tools.build_builtin decide FILE…                    records what they decided
    python -m tools.build_builtin mend FILE…                      records what a second reading found
    python -m tools.build_builtin build                           writes phrasebank/builtin/mined-*.jsonl
    python -m tools.build_builtin pack                            writes phrasebank/builtin/bank.json anew
    python -m tools.build_builtin coverage                        what there is for each kind and topic

A curator's file has a line a decision: ``a<TAB>id[<TAB>key=value…]`` takes a candidate, ``x<TAB>id`` leaves
it, ``n<TAB>unit=…<TAB>move=…<TAB>file=…<TAB>text=…`` adds what a sample says in general words. Keys: unit,
move, topics, themes, kinds, levels, family, text, note. A second reader's file has ``x<TAB>id`` to leave a
phrase after all and ``m<TAB>id<TAB>key=value…`` to mend it, with the ids of the built phrases.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from phrasebank.builtin.packed import PACKED_NAME, pack
from phrasebank.errors import CodedError, Problem
from phrasebank.exchange import dumps, load, read_text
from phrasebank.files import write_whole
from phrasebank.handwritten import read_entries
from phrasebank.model import Phrase
from tools.builtin_bank.building import Built, build, file_of, reasons_against
from tools.builtin_bank.candidate import Candidate, read_candidates, write_candidates
from tools.builtin_bank.coverage import coverage, moves_of_kinds
from tools.builtin_bank.deciding import read_curated
from tools.builtin_bank.decision import Decision, read_decisions, write_decisions
from tools.builtin_bank.local_names import local_names
from tools.builtin_bank.mending import read_mended
from tools.builtin_bank.mining import described, mine_samples
from tools.builtin_bank.samples import ROOT, Sample, read_samples
from tools.builtin_bank.shards import parted

BUILTIN = ROOT / "phrasebank" / "builtin"
DECISIONS = Path(__file__).parent / "builtin_bank" / "decisions.tsv"
MINED = "mined-*.jsonl"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand; 1 where decisions were refused, 2 where a file cannot be used."""
    options = _parser().parse_args(arguments)
    try:
        done: int = options.run(options)
    except CodedError as error:
        _complain(error.problems)
        return 2
    return done


def candidates(options: argparse.Namespace) -> int:
    """Write what the miner finds."""
    found = mine_samples(read_samples())
    write_candidates(found, options.out)
    print(f"{len(found)}条候选：{_tally(one.unit for one in found)}")
    return 0


def shards(options: argparse.Namespace) -> int:
    """Write a file for each curator."""
    samples = {sample.file: described(sample) for sample in read_samples()}
    options.folder.mkdir(parents=True, exist_ok=True)
    texts = parted(
        read_candidates(options.candidates), samples, handwritten(), read_decisions(DECISIONS), options.count
    )
    for number, text in enumerate(texts, 1):
        path = options.folder / f"{number}.tsv"
        write_whole(path, text.encode(), force=True)
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        speeches = text.count("\n") - len(lines)
        print(f"{path}：{speeches}篇，{len(lines)}条：{_tally(line.split(chr(9))[1] for line in lines)}")
    return 0


def decide(options: argparse.Namespace) -> int:
    """Record what curators decided; without ``--drop-bad`` a file with a bad line changes nothing."""
    samples = read_samples()
    known = {one.id: one for path in options.candidates for one in read_candidates(path)}
    known |= _by_id(mine_samples(samples))
    recorded = read_decisions(DECISIONS)
    hand = handwritten()
    problems: list[Problem] = []
    names = local_names(samples, hand)
    new: dict[str, Decision] = {}
    for path in options.files:
        curated = read_curated(path, known, recorded, [sample.file for sample in samples])
        problems += curated.problems
        for key, decision in curated.decisions.items():
            line = curated.lines[key]
            if reasons := reasons_against(decision, names):
                problems.append(Problem("D010", "；".join(reasons), str(path), line, decision.words[:16]))
            elif key in new and new[key] != decision:
                problems.append(Problem("D006", "另一份里对同一条另有决定", str(path), line, key[:8]))
            else:
                new[key] = decision
    _complain(problems)
    if problems and not options.drop_bad:
        print("没有记下任何决定；改好再来，或者用 --drop-bad 只记没有问题的", file=sys.stderr)
        return 1
    write_decisions((recorded | new).values(), DECISIONS)
    print(f"记下{len(new)}条（{_tally(one.verdict for one in new.values())}），共{len(recorded | new)}条")
    return 1 if problems else 0


def mend(options: argparse.Namespace) -> int:
    """Record what a second reading of the built phrases found; bad lines are told and passed over."""
    samples = read_samples()
    names = local_names(samples, handwritten())
    problems: list[Problem] = []
    changed = 0
    recorded = read_decisions(DECISIONS)
    for path in options.files:
        mended = read_mended(path, recorded)
        problems += mended.problems
        for key, decision in mended.decisions.items():
            if reasons := reasons_against(decision, names):
                line = mended.lines[key]
                problems.append(Problem("D010", "；".join(reasons), str(path), line, decision.words[:16]))
                continue
            del recorded[key]
            recorded[decision.id] = decision
            changed += 1
    _complain(problems)
    write_decisions(recorded.values(), DECISIONS)
    print(f"改了{changed}条，共{len(recorded)}条")
    return 1 if problems else 0


def build_bank(options: argparse.Namespace) -> int:
    """Write the mined files and the packed bank; mined files with nothing left in them go."""
    built = rebuild(read_samples())
    files: dict[str, list[Phrase]] = {}
    for phrase in built.phrases:
        files.setdefault(file_of(phrase), []).append(phrase)
    for name, phrases in files.items():
        write_whole(BUILTIN / name, dumps(phrases).encode(), force=True)
    for path in BUILTIN.glob(MINED):
        if path.name not in files:
            path.unlink()
    pack_bank(options)
    _complain(built.refused)
    for mine, theirs in built.left:
        print(f"与已有的说法相近，略去：{mine} ≈ {theirs}", file=sys.stderr)
    print(
        f"挖出来并采用的{len(built.phrases)}条：{_tally(one.unit.value for one in built.phrases)}\n"
        f"相近略去{len(built.left)}条，没有收{len(built.refused)}条，"
        f"矿工已经找不到、照记录留着的{len(built.kept)}条"
    )
    return 1 if built.refused else 0


def pack_bank(options: argparse.Namespace) -> int:
    """Write the packed bank, as it must be after every change of a file in phrasebank/builtin/."""
    del options
    files = sorted(BUILTIN.glob("*.jsonl"))
    phrases = sorted((phrase for file in files for phrase in load(file)), key=lambda phrase: phrase.id)
    data = pack(phrases, {file.name: file.read_bytes() for file in files})
    write_whole(BUILTIN / PACKED_NAME, data, force=True)
    return 0


def print_coverage(options: argparse.Namespace) -> int:
    """Print the tables."""
    del options
    for line in coverage(_read(sorted(BUILTIN.glob("*.jsonl"))), moves_of_kinds()):
        print(line)
    return 0


def handwritten() -> tuple[Phrase, ...]:
    """The phrases of the built-in bank that people wrote."""
    mined = set(BUILTIN.glob(MINED))
    return _read(file for file in sorted(BUILTIN.glob("*.jsonl")) if file not in mined)


def rebuild(samples: Sequence[Sample]) -> Built:
    """The mined phrases as the samples and the recorded decisions make them."""
    decisions = [*read_decisions(DECISIONS).values()]
    hand = handwritten()
    return build(_by_id(mine_samples(samples)), decisions, hand, local_names(samples, hand))


def _read(files: Iterable[Path]) -> tuple[Phrase, ...]:
    """Phrases of files in the exchange form or as a person has just written them, not tidied yet."""
    return tuple(entry.phrase for file in files for entry in read_entries(read_text(file), file=str(file)))


def _by_id(found: Iterable[Candidate]) -> Mapping[str, Candidate]:
    return {one.id: one for one in found}


def _tally(words: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return "　".join(f"{word} {counts[word]}" for word in ranked)


def _complain(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.build_builtin",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser("candidates", help="mine the samples")
    one.add_argument("out", type=Path, metavar="OUT.jsonl")
    one.set_defaults(run=candidates)
    one = commands.add_parser("shards", help="part the candidates among curators")
    one.add_argument("candidates", type=Path, metavar="IN.jsonl")
    one.add_argument("folder", type=Path, metavar="FOLDER")
    one.add_argument("--count", type=int, default=7)
    one.set_defaults(run=shards)
    one = commands.add_parser("decide", help="record decisions")
    one.add_argument("files", type=Path, nargs="+", metavar="FILE.decisions.tsv")
    one.add_argument(
        "--candidates", type=Path, action="append", default=[], help="also know what was mined before"
    )
    one.add_argument("--drop-bad", action="store_true", help="record the good lines of a file with bad ones")
    one.set_defaults(run=decide)
    one = commands.add_parser("mend", help="record a second reading")
    one.add_argument("files", type=Path, nargs="+", metavar="FILE.verdicts.tsv")
    one.set_defaults(run=mend)
    for name, run, about in (
        ("build", build_bank, "write the mined phrases"),
        ("pack", pack_bank, "write bank.json anew"),
        ("coverage", print_coverage, "print what there is and what is missing"),
    ):
        commands.add_parser(name, help=about).set_defaults(run=run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
