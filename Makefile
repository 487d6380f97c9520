SOURCES = Package.swift Sources Tests migrations/Migrations.swift

.DEFAULT_GOAL = help
.PHONY: help build test torture demo lint format clean dependencies interop

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

build: dependencies ## build the release binary, .build/release/leadpact
	swift build -c release --product leadpact

test: dependencies interop ## run every test
	swift test --disable-xctest

# How many commands are killed; the other tests go by it: 4 times as many files are damaged, 2/5 as many entries are
# logged by each of 16 writers. Where there is a disk in memory, syncing costs nothing.
ROUNDS = 500
torture: dependencies ## kill, fail, damage and crowd the database: ROUNDS=500 SEED=2026
	swift build --build-tests
	ROUNDS=$(ROUNDS) TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") \
	  timeout 900 swift test --disable-xctest --skip-build --filter Torture

demo: build ## show a sample year and its quarterly review
	.build/release/leadpact demo

lint: dependencies ## check formatting and documentation comments
	swift format lint --strict --recursive $(SOURCES)

format: dependencies ## format the sources in place
	swift format --in-place --recursive $(SOURCES)

clean: ## remove everything that was built
	rm -rf .build

dependencies: ## install libsqlite3-dev where it is missing
	@.ci/dependencies

interop: ## install Datasette and DuckDB for the tests of docs/interop.md, where they can be had
	@.ci/interop
