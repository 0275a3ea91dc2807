# Every target sets itself up: all it needs is Python 3.11 or newer, make, and a package index.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV := .venv
RUN := $(VENV)/bin/python -m
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
BROWSER := $(VENV)/.browser
# The newest Python that works; `make PYTHON=/path/to/python` takes another.
PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
COMPILE := $(RUN) uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

.PHONY: help demo test faults bench browser shots lint types contracts lock clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

demo: $(READY) ## Try everything here, without a token or key (ARGS=--once ends after the tour)
	@$(RUN) bot demo $(ARGS)

test: $(READY) ## Run the tests, with coverage (ARGS="-k name" runs some, without it)
	@$(RUN) pytest -n 3 --dist worksteal -m "not slow and not browser" $(if $(ARGS),$(ARGS),--cov --cov-report=term)

faults: $(READY) ## Break it: kill it at every step, 200 jobs in a storm (SEED=, JOBS=), hostile pictures
	@SEED=$(SEED) JOBS=$(or $(JOBS),200) $(RUN) pytest -m slow -s $(ARGS)

bench: $(PEERS) ## Measure all beside its peers (ARGS="replies turns" some, ARGS=--light for CI)
	@$(RUN) tests.benchmarks $(ARGS)

browser: $(BROWSER) ## Try the demo's page in Chromium, end to end
	@$(RUN) pytest -m browser $(ARGS)

shots: $(BROWSER) ## Take the pictures of the README anew, in Chromium
	@$(RUN) bot demo --shots docs/pictures

lint: $(READY) ## Check style and format
	@$(RUN) ruff check
	@$(RUN) ruff format --check

types: $(READY) ## Check types
	@$(RUN) pyright

contracts: $(READY) ## Check who imports whom
	@$(VENV)/bin/lint-imports

lock: $(READY) ## Pin all dependencies anew, with hashes
	@$(COMPILE) --upgrade pyproject.toml --output-file requirements.txt
	@$(COMPILE) --upgrade pyproject.toml --extra demo --group dev --output-file requirements-dev.txt
	@$(COMPILE) --upgrade --constraint requirements-dev.txt --group bench \
		--output-file requirements-bench.txt
	@$(COMPILE) --upgrade --group browser --constraint requirements-dev.txt \
		--output-file requirements-browser.txt

clean: ## Remove what was made, but for data and pictures
	@rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.*
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(PEERS): requirements-bench.txt $(READY)
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# A name on the PATH is not yet a Python: version managers leave stand-ins that only complain.
$(READY): requirements-dev.txt
	@for candidate in $(CANDIDATES); do \
		if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
			>/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Atelier needs Python 3.11 or newer, with venv. Tried: $(CANDIDATES)." >&2; \
		echo "Install it (on Debian: apt install python3 python3-venv), or say PYTHON=/path/to/it." >&2; \
		exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$python" -V): takes a minute the first time."; \
	rm -rf $(VENV) && "$$python" -m venv $(VENV)
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(BROWSER): requirements-browser.txt $(READY)
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
