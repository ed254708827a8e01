# Everything a person needs: `make brief` and `make test` set up what they need by themselves.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
FILE   ?= examples/communique.fr.txt
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: brief demo test test-all test-browser screenshots lint clean

brief: $(VENV)/installed
	@$(BIN)/depeche brief "$(FILE)"

demo: $(VENV)/installed
	$(BIN)/depeche demo

test: lint
	$(BIN)/python -m pytest -m "not slow and not browser"

test-all: lint
	$(BIN)/python -m pytest -m "not browser"

train: $(VENV)/installed-dev
	$(BIN)/python training/prepare.py "$(DATA)" --out .train/data --vocab 8000
	$(BIN)/python training/embed.py .train/data --d 256
	$(BIN)/python training/train.py .train/data --out .train/out --embed .train/data/embed256.npy \
	    --minutes $(or $(MINUTES),120) --encoder-layers 2 --decoder-layers 1

test-browser: browser
	$(BIN)/python -m pytest tests/browser -m browser

screenshots: browser
	$(BIN)/python tests/browser/take_screenshots.py

# Debian's Chromium (another one: CHROMIUM=/path make test-browser), Playwright to drive it, axe for accessibility
.PHONY: browser
browser: $(VENV)/installed-dev
	@test -x "$${CHROMIUM:-/usr/bin/chromium}" || (apt-get update && apt-get install -y --no-install-recommends chromium)
	$(PIP) playwright==1.65.2
	npm install --no-save --silent axe-core@4.14.1

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dépêche needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Installing Dépêche into $(VENV): a few minutes the first time."
	$(PIP) -e ".[archive]"
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(PIP) -e ".[dev,server]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
