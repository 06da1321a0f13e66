# Needs Python 3.11 or newer with venv, make and git; no root, no Java, no Docker.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := .vanban/demo
# Each worker of the tests has its own Neo4j; a server that NEO4J_URI names is there once.
PYTEST_WORKERS ?= $(if $(NEO4J_URI),0,2)
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: help demo neo4j serve test check lint types contract containers lock clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    set up, load samples/ and answer: which local plans trace back to Resolution 32/NQ-CP?"
	@echo "make neo4j   the same graph in Neo4j Browser, with its guide and colours"
	@echo "make serve   the REST API over what the demo loaded"
	@echo "make test    set up, then every test"
	@echo "make check   what CI runs: lint, types, import contract, container files, tests"
	@echo "make lock    choose the newest allowed versions again and write the lock files"
	@echo "make clean   remove what the others made, the stores in .vanban/ among it"

# One stamp for each lock file: an installed environment is made again only when a lock or the project file changes.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 ...")'
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.made
	@echo "Installing what requirements.lock names ..."
	@$(PIP_INSTALL) --require-hashes -r requirements.lock
	@$(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what requirements-dev.lock names ..."
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.runtime
	@$(BIN)/vanban load --store $(DEMO) samples
	@echo
	@echo "Which local plans trace back to Resolution 32/NQ-CP?  (vanban trace 32/NQ-CP)"
	@echo
	@$(BIN)/vanban trace --store $(DEMO) "32/NQ-CP"
	@echo
	@echo "The ten texts in samples/ are illustrations written for this project; they are not official texts."
	@echo
	@echo "Next: make serve     the same over HTTP, with its documentation, at http://127.0.0.1:8000/docs"
	@echo "      make neo4j     the graph in Neo4j Browser"

neo4j: $(VENV)/.runtime
	@$(BIN)/vanban load --store $(DEMO) samples
	@$(BIN)/vanban neo4j browser --store $(DEMO)

serve: $(VENV)/.runtime
	@$(BIN)/vanban serve --store $(DEMO)

test: $(VENV)/.development
	@$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_FLAGS)

# The tests come last, so that the output ends with their summary.
check: lint types contract containers
	@$(MAKE) --no-print-directory test

lint: $(VENV)/.development
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/oxlint --quiet api/web

types: $(VENV)/.development
	@$(BIN)/mypy

contract: $(VENV)/.development
	@$(BIN)/lint-imports

containers: $(VENV)/.development
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.compose-spec docker-compose.yml
	@$(BIN)/hadolint Dockerfile

lock: $(VENV)/.development
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 \
		--extra build pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-header --python-version 3.11 \
		--extra build --extra dev --constraint requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	@for store in .vanban .vanban/*/; do \
		if [ -x $(BIN)/vanban ] && [ -d "$$store" ]; then $(BIN)/vanban neo4j stop --store "$$store" || true; fi; done
	@rm -rf $(VENV) .vanban dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
