"""Where the templates and example briefs are: in the wheel, or at the top of the source tree."""

from __future__ import annotations

from pathlib import Path

__all__ = ["example_briefs", "templates_folder"]

_PACKAGE = Path(__file__).resolve().parent


def templates_folder() -> Path:
    """The folder that holds one folder a kind (文种)."""
    return _find(_PACKAGE / "_data" / "templates", _PACKAGE.parent / "templates")


def example_briefs() -> Path:
    """The folder of the example briefs."""
    return _find(_PACKAGE / "_data" / "briefs", _PACKAGE.parent / "samples" / "briefs")


def _find(installed: Path, source: Path) -> Path:
    return installed if installed.is_dir() else source
