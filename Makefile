# The verbs of this project. A fresh machine needs Python 3.11 or newer and the package index.
VENV ?= .venv
PYTHON ?= python3
WORKERS ?= 2
# Two more than processors: some tests wait, for a browser or a service that starts.
TESTERS ?= 4
BIN = $(VENV)/bin

.PHONY: run test lint types contracts unit gate bench eval bundle install clean

run: $(VENV)/.installed            ## install, prepare the index, start the service and the page
	@$(BIN)/sanpuku up

install: $(VENV)/.installed-dev    ## everything for development

$(VENV)/.installed: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade pip -c constraints.txt
	@echo "Installing (a few minutes the first time) …"
	@$(BIN)/python -m pip install --quiet -c constraints.txt torch==2.13.0
	@$(BIN)/python -m pip install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet -c constraints.txt --group dev -e ".[postgresql]"
	@touch $@

test: $(VENV)/.installed-dev       ## all that must hold; the quick ones first
	@$(MAKE) --no-print-directory -j $(WORKERS) lint contracts
	@$(MAKE) --no-print-directory -j $(WORKERS) types unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

contracts: $(VENV)/.installed-dev
	$(BIN)/lint-imports
	$(BIN)/sanpuku knowledge check

unit: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n $(TESTERS) --dist loadfile --no-loadscope-reorder

gate: $(VENV)/.installed           ## fails when answers got worse than the committed baseline
	$(BIN)/python -m evals gate

bench: $(VENV)/.installed-dev      ## speed and memory, side by side with the plain LangChain recipe
	$(BIN)/python -m evals bench

eval: $(VENV)/.installed           ## answer quality on the shipped question sets
	$(BIN)/sanpuku eval run --set test

bundle: $(VENV)/.installed         ## after a change of entries: vectors and lexicon shipped with them
	$(BIN)/sanpuku knowledge bundle

clean:
	rm -rf $(VENV) build *.egg-info
