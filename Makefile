# make run    sets up and opens the app           make test   sets up and passes all tests
# make lint   the fast checks alone               make lock   pins newer packages
# make references   paints anew what the tests compare looks with: after a look was changed on purpose
# ARGS="..."  goes to the app or to pytest: make run ARGS=path/to/deck, make test ARGS="-k layout"

PYTHON_HERE = .venv/bin/python
ARGS =

.PHONY: run test setup setup-dev lint format lock references clean
.NOTPARALLEL:

run: setup
	@if [ "$$(uname -s)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "No display here: the slides are painted into files instead."; \
		echo "此处没有显示器：幻灯片改为导出成图片。"; \
		$(PYTHON_HERE) -m explainer export $(ARGS) --out slides --force --quiet >/dev/null && \
		echo "The slides are in / 图片位于：$(CURDIR)/slides"; \
	else \
		$(PYTHON_HERE) -m explainer $(ARGS); \
	fi

# The core's tests where Qt cannot be imported, then all that paint. 5 of pytest: none was chosen.
PYTEST = $(PYTHON_HERE) -m pytest -n auto
test: lint
	PYTHONPATH=tests $(PYTEST) -p without_qt -p no:pytest-qt $(ARGS) || [ $$? -eq 5 ]
	$(PYTEST) $(ARGS) tests/views tests/test_lecture.py || [ $$? -eq 5 ]

lint: setup-dev
	$(PYTHON_HERE) -m ruff check
	$(PYTHON_HERE) -m ruff format --check
	$(PYTHON_HERE) -m mypy
	.venv/bin/lint-imports

format: setup-dev
	$(PYTHON_HERE) -m ruff check --fix
	$(PYTHON_HERE) -m ruff format

setup:
	@sh scripts/setup.sh run

setup-dev:
	@sh scripts/setup.sh dev

# Into an environment of its own, so that the tool is not pinned with what it pins.
PIN = .venv-lock/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-options \
	--all-build-deps
lock: setup
	$(PYTHON_HERE) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --upgrade pip-tools
	$(PIN) --output-file requirements.lock pyproject.toml
	$(PIN) --output-file requirements-dev.lock --constraint requirements.lock --extra dev pyproject.toml
	rm -rf .venv-lock

references: setup-dev
	$(PYTHON_HERE) scripts/renew_references.py $(ARGS)

clean:
	rm -rf .venv .venv-lock build dist slides *.egg-info .mypy_cache .ruff_cache .pytest_cache \
		.import_linter_cache .hypothesis
