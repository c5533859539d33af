# All commands of the house. On a fresh machine: Python 3.11 or newer, pip and make, nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check
INSTALL := $(PIP) install -qq --require-hashes --no-deps --no-compile
# On all cores, where pip would compile on one; a file that is no Python for this version is no matter.
COMPILE := $(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null 2>&1 || true

.PHONY: run install test test-long check rule bench quality assets lock pictures clean
.DEFAULT_GOAL := run

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Es wird Python 3.11 oder neuer gebraucht (PYTHON=python3.11 make run)."; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || { echo "Es fehlt pip (Debian: apt install python3-pip)."; exit 1; }
	@$(PYTHON) -m venv --without-pip $(VENV)

# The stamps are written last: an installation that was broken off is done again.
$(VENV)/.run: requirements.lock | $(BIN)/python
	@echo "Abhängigkeiten werden eingerichtet …"
	@$(INSTALL) -r requirements.lock
	@$(COMPILE)
	@touch $@

$(VENV)/.dev: requirements-dev.lock | $(BIN)/python
	@echo "Abhängigkeiten für Tests werden eingerichtet …"
	@$(INSTALL) -r requirements-dev.lock
	@$(COMPILE)
	@touch $@ $(VENV)/.run

run: export OUTREACH_ENDS_WITH_PARENT = 1
run: $(VENV)/.run
	@$(BIN)/python manage.py up

install: $(VENV)/.run

# Tests run in a new order each time, which finds those that lean on others; a check of a change is repeatable.
ORDER := $(if $(CI),--randomly-seed=26)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -q -n auto $(ORDER)

test-long: $(VENV)/.dev
	$(BIN)/python -m pytest -q -m long --timeout 900 $(ORDER)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest -q tests/test_project.py

# The examples of one rule, of the rules of a folder, or of all: make rule RULE=junges-team
RULE ?= -
rule: $(VENV)/.dev
	$(BIN)/python -m pytest -q --no-header --tb=line -k "$(RULE)" tests/postings/review/test_rules.py

# Precision, recall and exact rewrites of the review on our own cases.
quality: $(VENV)/.dev
	$(BIN)/python -m tests.quality

bench: $(VENV)/.dev
	$(BIN)/python manage.py bench

# Builds the scripts and styles that are committed under outreach/static (needs node and npm).
assets:
	npm --prefix outreach/frontend ci
	npm --prefix outreach/frontend run build

# Writes the lock files anew from pyproject.toml; needs uv (https://docs.astral.sh/uv/).
LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links -q pyproject.toml
lock:
	$(LOCK) -o requirements.lock
	$(LOCK) --group dev -c requirements.lock -o requirements-dev.lock

pictures: $(VENV)/.dev
	$(BIN)/python -m tests.e2e.pictures

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache
