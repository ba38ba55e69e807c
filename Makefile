# Needs git, make and Python 3.10 or newer; everything else is installed into .venv.
#     make PYTHON=python3.12 test     chooses the Python

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTHONS := 3.10 3.11 3.12 3.13

# An upgrade first: `pip install --group` needs pip 25.1.
install = $(1)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1" && \
	$(1)/bin/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup demo test lint types format coverage docs check-docs transcripts matrix test-datasette1 \
	test-dateutil3 wheel check-wheel benchmark benchmark-imports benchmark-pages benchmark-peers torture mutants \
	setup-browser clean

help: ## Say what there is
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r target text; do \
		printf '  %-18s %s\n' "$$target" "$$text"; done

# The stamp is written last, so a broken installation is made anew.
$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("readtrack needs Python 3.10 or newer" if sys.version_info < (3, 10) else 0)'
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(call install,$(VENV)) -e . --group dev
	@touch $@

setup: $(READY) ## Make the virtual environment in .venv

demo: $(READY) ## Show readtrack and Datasette on a scratch library
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python scripts/demo.py

test: $(READY) ## Run all tests
	$(BIN)/python -m pytest -n auto

lint: $(READY) ## Check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## Check types
	$(BIN)/mypy --strict

format: $(READY) ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

coverage: $(READY) ## Run all tests and say which lines they miss
	$(BIN)/python -m pytest --cov --cov-report=term-missing

docs: $(READY) ## Write docs/commands.md anew
	$(BIN)/python docs/build.py

check-docs: $(READY) ## Check that docs/commands.md is up to date
	$(BIN)/python docs/build.py --check

transcripts: $(READY) ## Write the transcripts that the tests compare with anew
	READTRACK_REWRITE=1 $(BIN)/python -m pytest tests/test_transcripts.py

matrix: ## Run the tests outside of the browser with each Python from 3.10 to 3.13 that is installed
	PYTHONS="$(PYTHONS)" scripts/matrix.sh

# Those two start anew every time: what a pre-release is made of changes.
test-datasette1: ## Run the tests of the browser with Datasette 1.0
	rm -rf .venv-datasette1
	$(PYTHON) -m venv .venv-datasette1
	$(call install,.venv-datasette1) --pre -e . "datasette==1.0a41"
	$(call install,.venv-datasette1) --group test
	.venv-datasette1/bin/python -m pytest -n auto tests/test_web*.py

test-dateutil3: ## Run the tests outside of the browser with python-dateutil 3, where Python may have 4
	rm -rf .venv-dateutil3
	$(PYTHON) -m venv .venv-dateutil3
	$(call install,.venv-dateutil3) -e . "python-dateutil<4" --group dev
	.venv-dateutil3/bin/python -m pytest -n auto -m "not browser"

wheel: $(READY) ## Build the wheel and the sdist into dist/
	rm -rf dist
	$(BIN)/python -m build --quiet
	@ls dist

check-wheel: wheel ## Install the wheel alone and use it
	$(BIN)/python scripts/check_wheel.py dist/*.whl

benchmark: $(READY) ## Measure everyday commands, at 11 and at 100,000 papers
	$(BIN)/python benchmarks/commands.py

benchmark-pages: $(READY) ## Measure the page of papers, at 100,000 papers
	$(BIN)/python benchmarks/pages.py

benchmark-peers: $(READY) ## Measure the same jobs in taskwarrior and buku, where they are installed
	$(BIN)/python benchmarks/peers.py

benchmark-imports: $(READY) ## Measure imports, beside plain SQL and pybtex
	$(call install,$(VENV)) --group benchmark
	$(BIN)/python benchmarks/imports.py

torture: $(READY) ## Kill, crowd, starve and feed readtrack with anything, for some minutes
	@for script in full_disk fuzz kill texts together; do $(BIN)/python torture/$$script.py || exit 1; done

mutants: ## Plant faults in copies of the code, for hours, and count those that the tests find
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && for area in store schema schema-sql importers guard; do \
		$(PYTHON) torture/mutants.py $$area --seed 20261129 --folder "$$folder" || exit 1; done

setup-browser: ## Install the browser that some tests use
	@if command -v chromium >/dev/null; then echo "chromium is there: $$(command -v chromium)"; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; \
	else echo "Install chromium so that it is on PATH (Debian: sudo apt-get install chromium)." >&2; exit 1; fi

clean: ## Remove everything that make has made
	rm -rf .venv .venv-* .cache build dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks scripts torture docs -name __pycache__ -type d -prune -exec rm -rf {} +
