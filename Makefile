SOURCES = Package.swift Sources Tests Benchmarks/leadpact-bench Benchmarks/SwiftCSVReader migrations/Migrations.swift \
  Fuzzing/Package.swift Fuzzing/Driver

# Where 'make install' puts things; DESTDIR goes before it where a package is made.
PREFIX = /usr/local
DESTDIR =

.DEFAULT_GOAL = help
.PHONY: help build install uninstall test torture fuzz sanitize coverage bench instructions demo lint format clean \
  dependencies interop browser screenshots

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# How what people run is built. Code gets at a generic type by a call: by its name, as otherwise, Swift's runtime would
# look each up when it is first used, among the conformances of all libraries, which is a sixth of a short command.
RELEASE = -c release --static-swift-stdlib \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors $(STATIC)

# Where the archives of all that it needs are installed, they are linked in: no library is looked for when it starts.
# It lies where the system chooses, as other programs do, and the pointers that depend on that are written briefly.
STATIC = $(shell .ci/dependencies archives && echo --disable-local-rpath -Xswiftc -static-executable \
  -Xswiftc -use-ld=lld -Xswiftc -Xclang-linker -Xswiftc -static-pie -Xlinker -z -Xlinker pack-relative-relocs)

build: dependencies ## build the release binary, .build/release/leadpact
	swift build $(RELEASE) --product leadpact
	swift build $(RELEASE) --product manual

# As another user, by sudo, what was built before is installed: root may have no Swift, and would own the build.
install: $(if $(SUDO_USER),,build) ## install it with its completions and manual pages under PREFIX, /usr/local
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' .ci/install install

uninstall: ## take away what 'make install' put there
	PREFIX='$(PREFIX)' DESTDIR='$(DESTDIR)' .ci/install uninstall

test: dependencies interop ## run every test
	swift test --disable-xctest

# How many commands are killed; the other tests go by it: 4 times as many files are damaged, 2/5 as many entries are
# logged by each of 16 writers. Where there is a disk in memory, syncing costs nothing. Tests and program are optimised,
# and wait several times less than those of 'make test'.
ROUNDS = 500
TORTURED = -c release --scratch-path .build-torture -Xswiftc -enable-testing
torture: dependencies ## kill, fail, damage and crowd the database: ROUNDS=500 SEED=2026
	swift build --build-tests $(TORTURED)
	ROUNDS=$(ROUNDS) TMPDIR=$$(test -w /dev/shm && echo /dev/shm || echo "$${TMPDIR:-/tmp}") \
	  timeout 900 swift test --disable-xctest --skip-build $(TORTURED) --filter Torture

# SCALE=10 for ten times the team, SCALE=1/100 for a quick look; ROWS=start,import for some of the table.
SCALE = 1
ROWS = start,import,touches,review,day,history,counts,writers
RUNS = 5
LIMIT = 600
bench: build ## measure it beside sqlite3, DuckDB, pandas and hledger: SCALE=1/10 ROWS=start,import RUNS=5
	swift build $(RELEASE) --product leadpact-bench
	swift build --product leadpact
	python3 Benchmarks/bench.py --scale $(SCALE) --rows $(ROWS) --runs $(RUNS) --limit $(LIMIT)

instructions: build ## count the instructions of main jobs, and name a rise of over 10 %: UPDATE=1 JOBS=log
	swift build $(RELEASE) --product leadpact-bench
	python3 Benchmarks/instructions.py $(if $(UPDATE),--update) $(if $(JOBS),--jobs $(JOBS))

# Each way in for text from outside gets so many seconds of made-up input. TARGET is one of them, or several.
SECONDS = 600
TARGET =
fuzz: dependencies ## fuzz what reads text from outside: TARGET=csv SECONDS=600
	Fuzzing/run $(SECONDS) $(TARGET)

# Each is a build of everything in a folder of its own, and a run of all tests in it.
SANITIZER = address thread undefined
sanitize: dependencies interop ## run the tests under sanitizers: SANITIZER=address, thread, undefined, or all
	.ci/sanitize $(SANITIZER)

coverage: dependencies interop ## tell how many lines the tests run, and fail below 95 % in Agreement or Storage
	.ci/coverage

demo: build ## show a sample year and its quarterly review
	.build/release/leadpact demo

screenshots: build browser ## take the pictures that the README shows, docs/pictures
	.ci/screenshots

lint: dependencies ## check formatting and documentation comments
	swift format lint --strict --recursive $(SOURCES)

format: dependencies ## format the sources in place
	swift format --in-place --recursive $(SOURCES)

clean: ## remove everything that was built
	rm -rf .build .build-* Fuzzing/.build Fuzzing/.found

dependencies: ## install what is missing: libsqlite3-dev, openssh-client
	@.ci/dependencies

interop: ## install Datasette and DuckDB for the tests of docs/interop.md, where they can be had
	@.ci/interop

browser: ## install Chromium where it is missing, to test pages in it
	@.ci/browser
