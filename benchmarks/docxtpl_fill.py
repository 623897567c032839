"""What the drafter's start is compared with: docxtpl fills a Word template with the same text.

python benchmarks/docxtpl_fill.py TEMPLATE.docx CONTEXT.json OUT.docx
"""

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate

template, context, out = sys.argv[1:]
document = DocxTemplate(template)
document.render(json.loads(Path(context).read_text(encoding="utf-8")))
document.save(out)
