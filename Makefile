# Everything that is run by hand or by CI. Needs Python 3.11 or newer and make, nothing else:
#   make demo     drafts three of the example briefs into out/
#   make test     runs the tests
# Another Python: make demo PYTHON=python3.12

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test wheel golden lint types check bench quality fuzz fonts picture clean

help:  ## list what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

DEMO := 安全生产专题培训 招商引资工作部署 文旅节开幕致辞

demo: $(VENV)/.installed  ## draft three of the example briefs into out/
	@mkdir -p out
	@for name in $(DEMO); do \
	    brief=samples/briefs/$$name.yaml; \
	    echo "—— $$name"; \
	    $(BIN)/drafter draft "$$brief" -o "out/$$name.docx" --trace "out/$$name.trace.json" --force || exit; \
	done
	@echo "—— The drafts are in $(CURDIR)/out: open the .docx in Word, WPS or LibreOffice;"
	@echo "   the .trace.json beside it tells where every sentence comes from."

test: $(VENV)/.installed-dev  ## run the tests
	$(BIN)/python -m pytest -m "not wheel"

wheel: $(VENV)/.installed-dev  ## build the wheel and try it in an empty environment
	$(BIN)/python -m pytest -m wheel

golden: $(VENV)/.installed-dev  ## write all golden files anew; read the diff before committing it
	@for script in $$(find tests -name golden.py | sort); do \
	    module=$$(echo "$${script%.py}" | tr / .); \
	    echo "—— $$module"; $(BIN)/python -m "$$module" || exit; \
	done

lint: $(VENV)/.installed-dev  ## style, format, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.installed-dev  ## types, strictly
	$(BIN)/mypy --strict drafter phrasebank

check: lint types test  ## all of it, before a commit

bench: $(VENV)/.installed-bench  ## measure; tables on the screen, figures in benchmarks/results/
	$(BIN)/python -m benchmarks

quality: $(VENV)/.installed  ## draft all example briefs twenty times over and print what must be true of them
	$(BIN)/python -m tools.quality

FUZZ_SECONDS := 60
FUZZ_ENGINE  := atheris

fuzz: $(VENV)/.installed-fuzz  ## fuzz every way in, FUZZ_SECONDS=60 each; FUZZ_ENGINE=edits follows no branches
	$(BIN)/python -m tools.fuzz --seconds $(FUZZ_SECONDS) --engine $(FUZZ_ENGINE)

fonts:  ## open stand-ins for the licensed faces, for the current user (Debian, Ubuntu)
	tools/fonts/install.sh

picture: $(VENV)/.installed  ## render the README's picture anew (LibreOffice, poppler-utils, make fonts)
	tools/picture.sh

clean:  ## take away what can be made again
	rm -rf $(VENV) out build dist .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp each for the program, the developer's tools and the benchmarks; pyproject.toml dates them.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12" >&2; exit 2; }
	@echo "—— making $(VENV)"
	@$(PYTHON) -m venv $(VENV) || \
	    { echo "This Python cannot make environments (Debian, Ubuntu: apt install python3-venv)" >&2; \
	      rm -rf $(VENV); exit 2; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "—— installing jianggao"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "—— installing jianggao and the developer's tools"
	@$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.installed

$(VENV)/.installed-bench: pyproject.toml | $(VENV)/.installed
	@echo "—— installing what the benchmarks compare with"
	@$(PIP) install --editable '.[bench]'
	@touch $@

$(VENV)/.installed-fuzz: pyproject.toml | $(VENV)/.installed-dev
	@echo "—— installing the fuzzer that follows branches"
	@$(PIP) install --editable '.[fuzz]'
	@touch $@
