# Two targets for a newcomer, demo and test; the rest is for developers. `make` alone prints this list.
.DEFAULT_GOAL := help
.PHONY: help demo test check prove bench format lock docs clean

VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
LOCKER := .cache/lock
PIP := -m pip --disable-pip-version-check

help:  ## print this list
	@echo "Baove. Two commands to start with:"
	@echo
	@sed -n 's/^\(demo\|test\):.*## /  make \1       |/p' Makefile | tr -d '|'
	@echo
	@echo "For developers:"
	@echo
	@awk -F ':.*## ' '/^(check|prove|bench|format|lock|docs|clean):.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: $(READY)  ## set up everything, load a year of work and serve the API (PORT=8001: elsewhere, FRESH=1: anew)
	@$(PY) -m server demo $(if $(PORT),--port $(PORT)) $(if $(FRESH),--fresh)

test: $(READY)  ## run the tests
	@$(PY) -m pytest -p tests.covering -n auto --maxprocesses 4 --dist worksteal

check: $(READY)  ## formatting, lint and types
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m pyright

prove: $(READY)  ## the heavier proofs, and the web suites (these need Node and npm)
	@command -v npm >/dev/null || { echo "The web suites need Node 20 or later with npm: install it first."; exit 1; }
	@$(PY) -m pytest -m prove

bench: $(READY)  ## measure, as a table of ratios
	@$(PY) -m bench

format: $(READY)  ## rewrite the code in the agreed format
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

lock:  ## choose the newest allowed version of every dependency and write requirements.lock
	@[ -x $(LOCKER)/bin/uv ] || { $(find_python); "$$python" -m venv $(LOCKER) && $(LOCKER)/bin/python $(PIP) install -q uv; }
	@$(LOCKER)/bin/uv pip compile pyproject.toml --output-file requirements.lock --quiet --upgrade --universal \
	  --python-version 3.11 --all-extras --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links
	@echo "requirements.lock is written."

docs: $(READY)  ## rewrite the generated tables of the README pages and schema.graphql
	@$(PY) -m server docs
	@mkdir -p .cache && $(PY) -m server schema > .cache/schema.graphql && mv .cache/schema.graphql schema.graphql

clean:  ## remove what can be made again; the demo's data in .data stays
	@rm -rf $(VENV) .cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info
	@find . -name __pycache__ -type d -not -path './.data/*' -prune -exec rm -rf {} +
	@echo "Removed. The demo's data is kept in .data; remove that directory to start the demo afresh."

# Sets $python to the first Python that is new enough, or says what to install. PYTHON=... is asked first.
define find_python
python=; \
for each in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
  if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$each; break; fi; \
done; \
if [ -z "$$python" ]; then \
  echo "Python 3.11 or later is needed and none was found (python3 here: $$(python3 --version 2>&1))."; \
  echo "Install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; \
fi; \
if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
  echo "$$python lacks its venv module. On Debian or Ubuntu: sudo apt install $$("$$python" -c \
    'import sys; print("python3.%d-venv" % sys.version_info[1])')"; exit 1; \
fi
endef

$(READY): requirements.lock
	@if ! $(PY) -c '' 2>/dev/null; then \
	  $(find_python); \
	  echo "Making $(VENV) with $$("$$python" --version) ..."; \
	  "$$python" -m venv --clear $(VENV); \
	fi
	@echo "Installing $$(grep -c '^[a-z].*==' requirements.lock) packages into $(VENV) (once; again when the lock file changes):"
	@{ $(PY) $(PIP) install --no-deps --require-hashes -r requirements.lock 2>&1; echo "exit $$?"; } | awk ' \
	  /^(Collecting|Processing|Requirement already) / { printf "."; fflush() } \
	  /^Installing / { printf " copying"; fflush() } \
	  /^ERROR/       { printf "\n%s", $$0 } \
	  /^exit /       { status = $$2 } \
	  END            { print ""; exit status }'
	@touch $@
