# One line a recipe. `make` alone tells what there is. Another Python: make test PYTHON=python3.12

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUNTIME := $(VENV)/.runtime-installed
TOOLS := $(VENV)/.tools-installed
PINS := build/pins
BENCH := $(or $(DRAGOMAN_BENCH),../shared/bench)

.DEFAULT_GOAL := help
.PHONY: help demo test check gate format-check lint types walls dictionaries format lock bench clean

help:  ## say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(RUNTIME)  ## code the articles of examples/ and print the events as a table
	$(BIN)/dragoman code examples --format table

test: $(TOOLS)  ## run the tests
	$(BIN)/python -m pytest

check: format-check lint types walls dictionaries test gate  ## run everything that a commit must pass, the tests once

format-check: $(TOOLS)  ## refuse files that the formatter would change
	$(BIN)/ruff format --check .

lint: $(TOOLS)  ## refuse likely mistakes
	$(BIN)/ruff check .

types: $(TOOLS)  ## check the types, strictly
	$(BIN)/mypy

walls: $(TOOLS)  ## check that rooms do not import each other
	$(BIN)/lint-imports

dictionaries: $(RUNTIME)  ## check every dictionary file and pattern
	$(BIN)/dragoman codebook check

format: $(TOOLS)  ## rewrite files as the formatter has them
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

gate: $(RUNTIME)  ## hold accuracy to its floors, where the data are in DRAGOMAN_BENCH or beside the checkout
	@if [ -d "$(BENCH)" ]; then DRAGOMAN_BENCH="$(BENCH)" $(BIN)/dragoman evaluate --floors benchmarks/floors.toml; \
	else echo "gate: skipped, since there are no data at $(BENCH); set DRAGOMAN_BENCH"; fi

bench: $(TOOLS)  ## measure, on the data in the folder that DRAGOMAN_BENCH names
	$(BIN)/python -m benchmarks

lock:  ## pin the newest versions that pyproject.toml allows
	$(PYTHON) -m venv --clear $(PINS)
	$(PINS)/bin/pip install . && $(PINS)/bin/pip freeze --exclude dragoman > requirements.lock
	$(PINS)/bin/pip install '.[dev]' && $(PINS)/bin/pip freeze --exclude dragoman > requirements-dev.lock

clean:  ## remove what make made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install -r requirements.lock && $(PIP) install --no-deps -e . && touch $@

$(TOOLS): requirements-dev.lock $(RUNTIME)
	$(PIP) install -r requirements-dev.lock && touch $@
