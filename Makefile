# Every target sets itself up: all it needs is Python 3.11 or newer, make, and a package index.
# Who only looks gets what the demo needs; the tools come with the first target that uses one.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# What is compiled is kept: tests start Python hundreds of times.
export PYTHONDONTWRITEBYTECODE :=

VENV := .venv
RUN := $(VENV)/bin/python -m
INSTALL := installer.py --into $(VENV)
READY := $(VENV)/.ready
TOOLS := $(VENV)/.tools
PEERS := $(VENV)/.peers
BROWSER := $(VENV)/.browser
BREAKER := $(VENV)/.breaker
# On two cores: tests wait for half of their time, and less of it where every line is counted.
TESTS := $(RUN) pytest -n $(if $(filter coverage,$(MAKECMDGOALS)),3,4) --dist worksteal -m "not slow and not browser"
# The newest Python that works; `make PYTHON=/path/to/python` takes another.
PYTHON ?=
CANDIDATES := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
DEMO := demo/pyproject.toml
COMPILE := $(RUN) uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links
# What is in two locks is the same in both.
SAME := --constraint requirements-dev.txt

.PHONY: help demo test coverage faults bench mutants walk map browser findings shots lint types contracts lock clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

demo: $(READY) ## Try everything here, without a token or key (ARGS=--once ends after the tour)
	@$(RUN) bot demo $(ARGS)

test: $(TOOLS) ## Run the tests (ARGS="-k name" runs some)
	@$(TESTS) $(ARGS)

coverage: $(TOOLS) ## Run the tests and see which lines and branches they run: it takes twice as long
	@$(TESTS) --cov --cov-report=term $(ARGS)

faults: $(TOOLS) ## Break it: kill it at every step, 200 jobs in a storm (SEED=, JOBS=), hostile pictures
	@SEED=$(SEED) JOBS=$(or $(JOBS),200) $(RUN) pytest -m slow -s $(ARGS)

bench: $(PEERS) ## Measure all beside its peers (ARGS="replies turns" some, ARGS=--light for CI)
	@$(RUN) tests.benchmarks $(ARGS)

mutants: $(BREAKER) ## Break each line that decides about money or access: a test has to fail (ARGS="retry")
	@$(RUN) tests.mutants $(ARGS)

walk: $(TOOLS) ## Name the functions that one /imagine and one reply go through (ARGS=--summary counts)
	@$(RUN) tests.walk $(ARGS)

map: $(TOOLS) ## Draw the picture of docs/architecture.md anew: which room imports which
	@$(RUN) tests.map

browser: $(BROWSER) ## Try the demo's page in Chromium, end to end
	@$(RUN) pytest -m browser $(ARGS)

findings: $(TOOLS) ## See whether libraries still do what nobody would guess (ARGS="aiohttp" some)
	@$(RUN) tests.findings $(ARGS)

shots: $(BROWSER) ## Take the pictures of the README anew, in Chromium
	@$(RUN) bot demo --shots docs/pictures

lint: $(TOOLS) ## Check style and format
	@$(RUN) ruff check
	@$(RUN) ruff format --check

types: $(TOOLS) ## Check types
	@$(RUN) pyright

contracts: $(TOOLS) ## Check who imports whom
	@$(VENV)/bin/lint-imports

lock: $(READY) ## Pin all dependencies anew, with hashes
	@$(COMPILE) $(DEMO) --no-emit-package atelier --group dev --output-file requirements-dev.txt
	@$(COMPILE) $(SAME) pyproject.toml --output-file requirements.txt
	@$(COMPILE) $(SAME) $(DEMO) --no-emit-package atelier --output-file requirements-demo.txt
	@$(COMPILE) $(SAME) --group bench --output-file requirements-bench.txt
	@$(COMPILE) $(SAME) --group browser --output-file requirements-browser.txt
	@$(COMPILE) $(SAME) --group mutants --output-file requirements-mutants.txt
	@$(COMPILE) $(SAME) --group build --output-file requirements-build.txt
	@$(COMPILE) $(SAME) --group installer --output-file requirements-installer.txt

clean: ## Remove what was made, but for data and pictures
	@rm -rf $(VENV) .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* demo/*.egg-info
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A name on the PATH is not yet a Python: version managers leave stand-ins that only complain.
$(READY): requirements-demo.txt requirements-build.txt requirements-installer.txt $(DEMO)
	@for candidate in $(CANDIDATES); do \
		if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
			>/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Atelier needs Python 3.11 or newer, with venv. Tried: $(CANDIDATES)." >&2; \
		echo "Install it (on Debian: apt install python3 python3-venv), or say PYTHON=/path/to/it." >&2; \
		exit 1; \
	fi; \
	"$$python" $(INSTALL) requirements-demo.txt --editable demo
	@touch $@

$(TOOLS): requirements-dev.txt $(READY)
	@$(VENV)/bin/python $(INSTALL) $<
	@touch $@

$(PEERS): requirements-bench.txt $(TOOLS)
	@$(VENV)/bin/python $(INSTALL) $<
	@touch $@

$(BROWSER): requirements-browser.txt $(TOOLS)
	@$(VENV)/bin/python $(INSTALL) $<
	@touch $@

$(BREAKER): requirements-mutants.txt $(TOOLS)
	@$(VENV)/bin/python $(INSTALL) $<
	@touch $@
