"""Every way in, fed with changed seeds: an answer or one of our errors. `make fuzz` goes on for longer."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tools.fuzz.edits import WAYS, Edit, edited
from tools.fuzz.targets import TARGETS, packed, unpacked

FOUND = Path(__file__).parent / "found"
#: Inputs a target: the whole file takes under a minute.
TRIES = 60
#: Seconds for one input of at most 60 kB; the slowest seen takes under one.
LONGEST = 30

edits = st.lists(
    st.builds(Edit, st.sampled_from(WAYS), st.integers(0, 1000), st.integers(0, (1 << 16) - 1)),
    min_size=1,
    max_size=8,
)


@cache
def seeds_of(name: str) -> tuple[bytes, ...]:
    return TARGETS[name].seeds()


@pytest.fixture(autouse=True)
def no_hang() -> Iterator[None]:
    """A hang is a failure, told with the place where it hung."""

    def stop(signum: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {LONGEST * 4} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST * 4)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_comes_in(name: str) -> None:
    target, seeds = TARGETS[name], seeds_of(name)
    assert seeds
    for seed in seeds:
        target.run(seed)

    @settings(max_examples=TRIES, deadline=None, database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.sampled_from(seeds), edits)
    def feed(seed: bytes, changes: list[Edit]) -> None:
        target.run(edited(seed, changes, target.words, seeds))

    feed()


@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_what_was_found_once_stays_mended(path: Path) -> None:
    TARGETS[path.parent.name].run(path.read_bytes())


def test_a_package_is_packed_and_unpacked() -> None:
    seed = seeds_of("read-docx")[0]
    assert unpacked(packed(seed)) == seed


def test_a_fault_is_seen(tmp_path: Path) -> None:
    """The harness itself: a target that breaks is reported, not passed over."""
    with pytest.raises(AssertionError):
        TARGETS["template"].run.__globals__["_told"](type("Quiet", (Exception,), {"problems": ()})())
