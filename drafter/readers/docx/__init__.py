"""Word documents (.docx) → text: opened with limits, numbering resolved, tracked changes settled."""

from drafter.readers.docx.reader import read_docx

__all__ = ["read_docx"]
