# Two commands are enough: `make run` serves the dashboard, `make test` checks everything.
# POSIX sh and GNU make 3.81 or newer. Nothing is installed outside .venv and nothing is written to HOME: what the
# dashboard keeps in a user's cache, the last good data, is in .venv/cache here.
#
#   make run    [PORT=8501]        http://127.0.0.1:8501
#   make test   [PYTEST_ARGS=...]  a Chromium, Tesseract, Firefox, nginx if there are none, linters, types, all tests
#               [WORKERS=2]        in so many processes; 0 is one, as --pdb and -s want it
#   make unit   [PYTEST_ARGS=...]  the tests that start no other program: no browser, no server; within a minute
#   make dev    [PORT=8501]        as run, started anew whenever a file of dashboard/ changes
#   make lint                      linters and types alone
#   make check                     the data's problems (doisanh check)
#   make schema                    data/schema/*.json and docs/comparability.md anew from models and rules
#   make picture                   the pictures of README.md and README.vi.md anew from the data
#   make units                     data/units.tsv anew from the package that it is made of and tools/units/
#   make lock   [UPGRADE=1]        requirements/*.txt anew from pyproject.toml
#   make clean                     removes .venv, what installing made, and every cache
#   PYTHON=python3.12 make run     with another Python (3.11 or newer); `make clean` first

PORT ?= 8501
PYTEST_ARGS ?=
WORKERS ?= 2

VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --no-cache-dir --quiet

# Output as it happens, UTF-8 wherever a terminal says otherwise.
export PYTHONUNBUFFERED := 1
export PYTHONUTF8 := 1

.PHONY: run dev test unit lint check schema picture units lock clean
.DELETE_ON_ERROR:

run: $(VENV)/.run
	@XDG_CACHE_HOME="$(CURDIR)/$(VENV)/cache" exec $(PY) -m dashboard serve --port $(PORT) --root .

# The open page connects again by itself and shows what Python says now; changed scripts and styles need a reload.
dev: $(VENV)/.run
	@XDG_CACHE_HOME="$(CURDIR)/$(VENV)/cache" exec $(PY) tools/dev.py --port $(PORT) --root .

# By file, since a file's tests share what is made once a worker (servers, pages); in the order given, so that
# each worker has the browser tests last (tests/browser/conftest.py says why).
test: $(VENV)/.test
	@$(PY) -m tests.browser.ensure_chromium
	@$(PY) -m tests.ensure_extras
	@$(MAKE) --no-print-directory lint
	$(PY) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

unit: $(VENV)/.test
	@$(PY) -m pytest -n $(WORKERS) --dist loadfile --ignore=tests/browser --no-programs --hypothesis-profile quick -rfE $(PYTEST_ARGS)

lint: $(VENV)/.test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

check: $(VENV)/.run
	@$(PY) -m dashboard check --root .

schema: $(VENV)/.run
	@$(PY) -m dashboard.cli.schema
	@$(PY) -m dashboard.figures.comparability.document

picture: $(VENV)/.run
	@$(PY) tools/picture.py

units: $(VENV)/.units
	@$(PY) tools/administrative_units.py

# Without what it asks for: only its tables are read.
$(VENV)/.units: $(VENV)/.run requirements/units.txt
	@$(PIP) install --require-hashes --no-deps -r requirements/units.txt
	@touch $@

# The venv: of PYTHON where it is given, else of the first Python here that is new enough.
$(VENV)/pyvenv.cfg:
	@for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "doisanh needs Python 3.11 or newer; here: $$("$(or $(PYTHON),python3)" --version 2>&1 | head -n 1)." >&2; \
	  echo "Name one: PYTHON=/path/to/python3.12 make $(or $(firstword $(MAKECMDGOALS)),run)" >&2; exit 1; \
	fi; \
	rm -rf $(VENV); \
	echo "Setting up $(VENV) with $$("$$found" --version)"; \
	"$$found" -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "No venv could be made: on Debian and Ubuntu, 'apt install python3-venv' brings what is missing." >&2; exit 1; }

$(VENV)/.run: $(VENV)/pyvenv.cfg requirements/run.txt pyproject.toml hatch_build.py tools/trimming.py
	@echo "Installing what the dashboard needs"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	@echo "Installing what the tests need"
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

# One resolution for Linux, macOS and Windows and for every Python from 3.11 on, with hashes. Versions
# that still fit stay as they are unless UPGRADE=1. test.txt takes run.txt's versions, so both agree.
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(PY) -m uv --no-cache pip compile --quiet --no-config --system-certs \
  --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
  $(if $(UPGRADE),--upgrade)

lock: $(VENV)/.lock
	$(COMPILE) pyproject.toml --extra fetch --group build -o requirements/run.txt
	$(COMPILE) pyproject.toml --extra fetch --group build --group test --group lint -c requirements/run.txt -o requirements/test.txt
	$(COMPILE) --group pyproject.toml:lock -o requirements/lock.txt
	$(COMPILE) --no-deps --group pyproject.toml:units -o requirements/units.txt

$(VENV)/.lock: $(VENV)/pyvenv.cfg requirements/lock.txt
	@$(PIP) install --require-hashes -r requirements/lock.txt
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist dashboard/built
	find dashboard tests -name __pycache__ -type d -prune -exec rm -rf {} +
