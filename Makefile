# Every target sets up what it needs in .venv; nothing is installed anywhere else, but for a browser (make test).

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve test site offline book check add prose sections schema api evidence changes heights upkeep bench bench-evidence bench-visits bench-lighthouse try-zensical ranks fuzz audit lint types coverage mutants lock overridden advisories modules clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

serve: .venv/site ## build the site and show it at http://127.0.0.1:8000/, again after every change
	$(BIN)/mkdocs serve --livereload --dirty --dev-addr 127.0.0.1:$(PORT)

test: .venv/dev .venv/cff .venv/schema.org .venv/workflows .venv/formatting .venv/audit ## run all tests, those in a browser too
	sh tests/site/chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/run.py $(ARGS)

site: offline ## the site for a web server, in site/, with the zip file to offer; SITE_URL=https://... sets its address
	$(call build,site,)

offline: .venv/site ## the site to be opened from disk, in site-offline/, and as one zip file in dist/
	$(call build,site-offline,OFFLINE=true)
	@$(BIN)/python -m sidebyside bundle site-offline dist

book: .venv/book offline ## the guide as a book, PDF and EPUB, in dist/; SITE_URL as for the site
	.venv/book/bin/python -m sidebyside book site-offline dist

check: .venv/site ## report every mistake in data/ and docs/
	@$(BIN)/python -m sidebyside check

prose: .venv/dev ## say how the chapters read, and report every mistake in their words and spelling
	@$(BIN)/python -m sidebyside prose

sections: .venv/site ## record and lock the ids that are new in docs/, and follow those that moved
	@$(BIN)/python -m sidebyside sections

add: .venv/site ## ask for what is to be added, WHAT=row, WHAT=source or WHAT=section, and add it to the files
	@test -n "$(WHAT)" || { echo "say what is to be added: make add WHAT=row, WHAT=source or WHAT=section" >&2; exit 2; }
	@$(BIN)/python -m sidebyside add $(WHAT) $(ARGS)

schema: .venv/site ## write data/schema/ from the models
	@$(BIN)/python -m sidebyside schema

api: .venv/site ## add what is new in the published data to what version 1 promises
	@$(BIN)/python -m sidebyside api

evidence: .venv/dev ## recompute data/evidence/ from the raw files in RAW=...
	@test -n "$(RAW)" || { echo "say where the raw files are: make evidence RAW=path/to/folder" >&2; exit 2; }
	@$(BIN)/python -m sidebyside evidence "$(RAW)"

changes: .venv/site ## write what differs SINCE=a revision into data/changes.yml, with a NOTE="..."
	@$(BIN)/python -m sidebyside changes "$(SINCE)" --note "$(NOTE)"

heights: .venv/dev site ## measure in a browser how high everything is that can be embedded
	@$(BIN)/python -m sidebyside heights site

upkeep: .venv/site ## say how old the data are and what is overdue; ARGS=--online asks every address outside, too
	@$(BIN)/python -m sidebyside upkeep $(ARGS)

bench: .venv/dev ## measure builds, checks and the way from saving to seeing
	$(BIN)/python benchmarks/bench.py $(ARGS)

bench-evidence: .venv/dev ## measure what recomputing costs, as it is and with files a hundred times larger
	$(BIN)/python benchmarks/evidence.py "$(RAW)"

bench-visits: .venv/dev site ## measure what pages transfer, the first one and the next
	$(BIN)/python benchmarks/visits.py $(ARGS) site

bench-lighthouse: .venv/dev .venv/lighthouse site ## have Lighthouse judge pages as a slow phone meets them
	$(BIN)/python benchmarks/lighthouse.py $(ARGS) site

try-zensical: .venv/dev .venv/zensical ## build the site with Zensical as far as it goes, and count what comes out
	$(BIN)/python benchmarks/zensical_trial.py $(ARGS)

ranks: .venv/dev site offline ## type into the search what readers type, and print the place of what they want
	$(BIN)/python tests/site/searching.py site site-offline

fuzz: .venv/dev ## spoil 5,000 files of data, and judge what is made of them
	$(BIN)/python tests/fuzz/spoiling.py 5000

audit: fuzz .venv/audit site offline ## look for barriers, invalid files and lost links on every page of both builds; ARGS=--help
	sh tests/site/chromium.sh
	$(BIN)/python tests/audit site site-offline $(ARGS)

lint: .venv/dev .venv/formatting ## format code and YAML, and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/node .venv/formatting/node_modules/prettier/bin/prettier.cjs --write --log-level warn '**/*.yml'

modules: .venv/dev ## draw the modules and what they import in CONTRIBUTING.md
	$(BIN)/python tests/modules.py

types: .venv/dev ## check the types of sidebyside/
	$(BIN)/mypy

coverage: .venv/dev .venv/cff .venv/schema.org .venv/workflows .venv/audit ## run all tests and say what of sidebyside/ they run, the least first
	rm -rf .cache/coverage
	mkdir -p .cache/coverage
	sh tests/site/chromium.sh
	$(BIN)/coverage run tests/run.py $(ARGS)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

mutants: .venv/dev ## change rules and intervals a little at a time, and say which changes no test notices
	$(BIN)/python tests/mutants $(ARGS)

lock: .venv/dev ## resolve the dependencies again and pin them with hashes
	$(call compile,requirements.txt,pyproject.toml --extra build --upgrade)
	$(call compile,requirements-dev.txt,pyproject.toml --all-extras --constraint requirements.txt --upgrade)
	$(call compile,requirements-cff.txt,--group cff --upgrade)
	$(call compile,requirements-advisories.txt,--group advisories --upgrade)
	$(call compile,requirements-zensical.txt,--group zensical --upgrade)
	$(call compile,requirements-book.txt,pyproject.toml --extra book --constraint requirements.txt --upgrade)

overridden: .venv/dev ## record that ours were compared with the theme's templates as they are now
	$(BIN)/python tests/overridden.py

advisories: .venv/advisories .venv/dev ## ask the public databases for known weaknesses in all that is pinned
	@status=0; \
	for file in requirements*.txt; do \
		echo "$$file"; \
		.venv/advisories/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r $$file || status=1; \
	done; \
	for file in $$(git ls-files '*package-lock.json'); do \
		echo "$$file"; \
		$(BIN)/npm audit --package-lock-only --prefix "$$(dirname "$$file")" || status=1; \
	done; \
	exit $$status

clean: ## remove everything that was made
	rm -rf .venv .cache dist site site.*.new site-offline site-offline.*.new *.egg-info

.venv/site: requirements.txt
	$(call install,requirements.txt)
	touch $@

.venv/dev: requirements-dev.txt requirements.txt
	$(call install,requirements-dev.txt)
	touch .venv/site $@

.venv/cff: requirements-cff.txt .venv/dev
	rm -rf $@
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r $<

.venv/advisories: requirements-advisories.txt
	rm -rf $@
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r $<

.venv/zensical: requirements-zensical.txt .venv/dev
	rm -rf $@
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r $<

.venv/book: requirements-book.txt .venv/site
	rm -rf $@
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r $<

.venv/schema.org: tests/site/schema.org/package.json tests/site/schema.org/package-lock.json .venv/dev
	$(call packages,tests/site/schema.org)

.venv/workflows: tests/workflows/package.json tests/workflows/package-lock.json .venv/dev
	$(call packages,tests/workflows)

.venv/formatting: tests/formatting/package.json tests/formatting/package-lock.json .venv/dev
	$(call packages,tests/formatting)

.venv/audit: tests/audit/package.json tests/audit/package-lock.json .venv/dev
	$(call packages,tests/audit)

.venv/lighthouse: benchmarks/lighthouse/package.json benchmarks/lighthouse/package-lock.json .venv/dev
	$(call packages,benchmarks/lighthouse)

define packages
	rm -rf $@
	mkdir $@
	cp $(1)/package*.json $@
	$(BIN)/npm ci --silent --ignore-scripts --no-audit --no-fund --prefix $@
endef

define install
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r $(1)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
endef

define build
	@$(2) $(BIN)/python -m sidebyside build $(1)
endef

define compile
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --custom-compile-command "make lock" --output-file $(1) $(2)
endef
