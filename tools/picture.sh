#!/usr/bin/env bash
# Render the README's picture, docs/page.png: the first page of the training lecture's draft, as Word
# would show them. Needs LibreOffice, poppler-utils and the fonts of tools/fonts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

brief="samples/briefs/安全生产专题培训.yaml"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

.venv/bin/drafter draft "$brief" -o "$scratch/draft.docx" >/dev/null 2>/dev/null
soffice --headless "-env:UserInstallation=file://$scratch/profile" --convert-to pdf \
    --outdir "$scratch" "$scratch/draft.docx" >/dev/null 2>&1
pdftoppm -r 80 -gray -singlefile -png "$scratch/draft.pdf" docs/page
echo "docs/page.png"
