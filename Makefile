SOURCES = Package.swift Sources Tests migrations/Migrations.swift

.DEFAULT_GOAL = help
.PHONY: help build test demo lint format clean dependencies interop

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

build: dependencies ## build the release binary, .build/release/leadpact
	swift build -c release --product leadpact

test: dependencies interop ## run every test
	swift test --disable-xctest

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
