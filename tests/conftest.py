"""What holds for every test: CI has every system program that a test needs."""

from __future__ import annotations

import os
import signal
from collections.abc import Generator

import pytest

# Started in the background a shell has Ctrl-C ignored, and so would every program that is tested.
signal.signal(signal.SIGINT, signal.default_int_handler)

#: Markers of tests that need a program from outside.
_PROGRAMS = ("soffice", "spark", "postgres")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that is skipped for want of a program has failed: nothing else would notice."""
    report = yield
    needed = [name for name in _PROGRAMS if item.get_closest_marker(name)]
    if report.skipped and needed and os.environ.get("CI"):
        report.outcome = "failed"
        report.longrepr = f"CI must have {needed[0]}: {report.longrepr}"
    return report
