# Tokenbook
#
#   make demo     build the program and a demo workbook, and say where to open it
#   make test     check the format and run every test
#   make soak     200 killed imports and builds, a killed pull of a year of 5,000 series,
#                 10 minutes of made-up files for each reader
#                 (KILLS=200 FUZZ_SECONDS=600 SEED=a number)
#   make site     render the demo into site/, which is committed
#   make preview  show the demo, rendered again whenever one of its files is saved
#   make bench    time import and build (PEERS=DIR: beside other programs)
#   make format   format the sources
#
# Each installs what is missing with apt-get first. One build serves them all.

# Tests look into targets, so the one build allows it.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing
TOKENBOOK := .build/release/tokenbook
SWIFT_SOURCES := Package.swift Sources Tests
# Tests of connections run by themselves: they await answers within seconds, and the others block
# the threads for that while they wait for programs.
# How much of it `make soak` does; SEED makes the same files again.
KILLS := 200
FUZZ_SECONDS := 600
SEED := $(shell date +%Y%m%d)

.DEFAULT_GOAL := help

.PHONY: help demo test soak site preview bench format lint build packages test-packages

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

demo: build
	rm -rf demo
	$(TOKENBOOK) demo demo
	@echo "open demo/site/index.html in a browser"

test: test-packages lint
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --skip TransportTests
	swift test $(SWIFT_FLAGS) --skip-build --filter TransportTests

soak: test-packages
	swift build $(SWIFT_FLAGS) --build-tests
	TOKENBOOK_FUZZ_SECONDS=$(FUZZ_SECONDS) TOKENBOOK_FUZZ_SEED=$(SEED) \
	  swift test $(SWIFT_FLAGS) --skip-build --filter FuzzTests
	mkdir -p .build/fuzzer/found
	clang++ -std=c++17 -O1 -g -fsanitize=fuzzer,address,undefined -fuse-ld=lld \
	  -I Sources/CSimdjson/include Sources/CSimdjson/*.cpp Tests/FuzzTests/*.cpp -lsimdjson \
	  -o .build/fuzzer/metric-record-reader
	.build/fuzzer/metric-record-reader -max_total_time=$(FUZZ_SECONDS) -rss_limit_mb=1024 \
	  -seed=$(SEED) -verbosity=0 -print_final_stats=1 -artifact_prefix=.build/fuzzer/ \
	  .build/fuzzer/found Tests/FuzzTests/Corpus/azure-monitor-export
	TOKENBOOK_KILLS=$(KILLS) swift test $(SWIFT_FLAGS) --skip-build --filter KilledRunTests
	TOKENBOOK_BACKFILL_SERIES=5000 swift test $(SWIFT_FLAGS) --skip-build --filter BackfillTests

site: demo
	rm -rf site
	cp -R demo/site site

preview: demo
	$(TOKENBOOK) preview --workbook demo

bench: build
	swift build $(SWIFT_FLAGS) --product ChartTimes
	.build/release/ChartTimes
	PEERS=$(PEERS) Benchmarks/run.sh

format:
	swift format format --in-place --parallel --recursive $(SWIFT_SOURCES)

lint:
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

build: packages
	swift build $(SWIFT_FLAGS) --product tokenbook

packages:
	@.ci/install-packages g++ pkg-config libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsimdjson-dev zlib1g-dev

test-packages: packages
	@.ci/install-packages chromium sqlite3 python3 python3-venv default-jre-headless poppler-utils openssl
	@.ci/install-python-packages .build/browser-tests Tests/BrowserTests/requirements.txt
	@.ci/install-python-packages .build/service-tests Tests/ServiceStub/requirements.txt
