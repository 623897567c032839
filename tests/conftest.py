"""What holds for every test: a machine that promises LibreOffice must have it."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a rendering test that is skipped has failed: nothing else would notice."""
    report = yield
    if report.skipped and os.environ.get("CI") and item.get_closest_marker("soffice"):
        report.outcome = "failed"
        report.longrepr = f"CI must be able to render: {report.longrepr}"
    return report
