# Tokenbook
#
#   make demo     build the program and a demo workbook, and say where to open it
#   make test     check the format and run every test
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

.DEFAULT_GOAL := help
.PHONY: help demo test site preview bench format lint build packages test-packages

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

demo: build
	rm -rf demo
	$(TOKENBOOK) demo demo
	@echo "open demo/site/index.html in a browser"

test: test-packages lint
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build

site: demo
	rm -rf site
	cp -R demo/site site

preview: demo
	$(TOKENBOOK) preview --workbook demo

bench: build
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
	@.ci/install-packages chromium sqlite3 python3 python3-venv default-jre-headless poppler-utils
	@.ci/install-python-packages .build/browser-tests Tests/BrowserTests/requirements.txt
