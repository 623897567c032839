"""The shell completes the commands of the bank, their options, moves, units and statuses."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run

TYPED = {
    "drafter bank ob": ["obsolete"],
    "drafter bank accept --despite": ["--despite-doubts"],
    "drafter bank list --move closing.": [
        "closing.call",
        "closing.hope",
        "closing.vision",
        "closing.wish",
        "closing.thanks",
    ],
    "drafter bank list --unit pa": ["passage", "parallel"],
    "drafter bank list --status re": ["rejected"],
    "drafter bank tag --set-move body.tr": ["body.transition"],
    "drafter bank stats --by t": ["topic"],
}


@pytest.mark.parametrize("typed", TYPED)
def test_bash_completes(drafter: Run, typed: str) -> None:
    variables = {
        "_DRAFTER_COMPLETE": "complete_bash",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split()) - 1),
    }
    assert drafter(env=variables).out.split() == TYPED[typed]
