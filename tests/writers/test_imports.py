"""What writing costs a cold process: nothing heavy is loaded to write a plain Word file."""

from __future__ import annotations

import subprocess
import sys

_PROGRAM = """
import sys
from drafter.speech import Speech
from drafter.writers import write_docx
title = "在2026年全市安全生产工作会议暨第一季度防范重大安全风险调度会上的讲话"
assert write_docx(Speech(title=title, opening=("同志们",)))
loaded = {name.partition(".")[0] for name in sys.modules}
print(*sorted({"docx", "lxml", "jieba", "openpyxl", "jinja2"} & loaded))
"""


def test_word_is_written_without_python_docx_lxml_or_a_segmenter():
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []
