# Offprint. `make` sets up, builds the program and prints both editions of content/ into _site/.
SWIFT   ?= swift
PREFIX  ?= /usr/local
PYTHON  ?= python3
STRIP   ?= strip
RELEASE  = $(SWIFT) build -c release --static-swift-stdlib --product offprint
PROGRAM  = .build/release/offprint
VENV     = .build/venv

# Debian packages: to build and run; to test as well.
BUILD_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev libyaml-dev libjemalloc-dev pkg-config tzdata libvips-tools
TEST_PACKAGES  = git nodejs zbar-tools python3 python3-venv chromium fonts-noto-cjk fonts-noto-color-emoji graphviz \
                 curl openssl libnss3-tools iproute2
BENCH_PACKAGES = git nodejs nginx-light wrk nghttp2-client

# Installs those of $(1) that are missing, as root or by sudo, and says which. The environment goes to the command by `env`:
# sudo drops it.
define install_missing
missing=; for package in $(1); do \
  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then \
  if [ "$$(id -u)" = 0 ]; then root=; elif command -v sudo >/dev/null; then root=sudo; else \
    echo "These Debian packages are missing, and there is no sudo. As root: apt-get install$$missing"; exit 3; fi; \
  echo "Installing:$$missing"; \
  $$root apt-get update -qq && \
  $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null || \
    { echo "That failed. By hand, as root: apt-get install$$missing"; exit 3; }; \
fi
endef

.PHONY: all setup program site serve test setup-test unit-test browser-test site-test server-test server-audit preview-test lint bench bench-miniprogram bench-serve \
  fuzz clean install help

all: site

help:
	@echo "make            set up, build the program, print both editions of content/ into _site/"
	@echo "make serve      preview content/ over HTTPS on this machine"
	@echo "make test       set up and run every test"
	@echo "make lint       check format and floors"
	@echo "make bench      print figures against the C floor program"
	@echo "make bench-miniprogram  figures of article pages in the mini-program, beside libraries that parse on the phone"
	@echo "make preview-test  live reload and the simulator in a real browser"
	@echo "make server-audit  the preview's TLS as testssl.sh sees it"
	@echo "make bench-serve  figures of the preview's server beside nginx and node:https"
	@echo "make fuzz       fuzz the parsers (SECONDS=60)"
	@echo "make install    install the program below PREFIX ($(PREFIX))"
	@echo "make clean      remove what was built"

setup:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.3 or later is needed: https://www.swift.org/install/"; exit 3; }
	@if command -v apt-get >/dev/null; then $(call install_missing,$(BUILD_PACKAGES)); fi

program: setup
	$(RELEASE)

site: program
	$(PROGRAM) build --source . --output _site

serve: program
	$(PROGRAM) serve --source . --output _site

setup-test: setup
	@if command -v apt-get >/dev/null; then $(call install_missing,$(TEST_PACKAGES)); fi
	@[ -x $(VENV)/bin/python ] || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -c 'import playwright, axe_playwright_python, pexpect, html5lib, feedparser' 2>/dev/null || \
	  $(VENV)/bin/pip install -q -r Tests/Browser/requirements.txt -r Tests/Site/requirements.txt

test: setup-test unit-test browser-test site-test server-test preview-test

unit-test:
	$(SWIFT) test

browser-test: program
	rm -rf .build/browser-site && $(PROGRAM) build --quiet --source . --output .build/browser-site
	$(VENV)/bin/python Tests/Browser/run.py .build/browser-site .build/screenshots $(abspath $(PROGRAM))

# Live reload, the simulator and both editions side by side, in Chromium.
preview-test: program
	$(VENV)/bin/python -B Tests/Browser/preview.py $(PROGRAM) .

# Real sockets, loopback only.
server-test: program
	$(VENV)/bin/python -B Tests/Server/run.py $(PROGRAM)

# How the preview speaks TLS, by testssl.sh (Debian; minutes).
server-audit: program
	@if command -v apt-get >/dev/null; then $(call install_missing,testssl.sh); fi
	$(VENV)/bin/python -B Tests/Server/run.py $(PROGRAM) audit

# The printed site as strict programs read it: the example, the sites of Tests/Site, and the example read from a disk.
site-test: program
	PROGRAM=$(PROGRAM) PYTHON=$(VENV)/bin/python Tests/Site/run

lint: setup
	$(SWIFT) format lint --strict -r Sources $(wildcard Tests/*Tests) Tests/Support Package.swift
	$(SWIFT) build --explicit-target-dependency-import-check error

bench: program
	Tests/Benchmarks/run

bench-miniprogram: program
	$(PYTHON) Tests/Benchmarks/mini_program.py $(PROGRAM)

bench-serve: program
	@if command -v apt-get >/dev/null; then $(call install_missing,$(BENCH_PACKAGES)); fi
	$(PYTHON) Tests/Benchmarks/serve.py $(PROGRAM)

fuzz: setup
	Tests/Fuzzers/run $(or $(SECONDS),60)

# Installs what `make` has built and builds only where there is nothing yet: root need not have a Swift in its PATH.
install: $(PROGRAM)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/offprint
	-$(STRIP) $(DESTDIR)$(PREFIX)/bin/offprint

$(PROGRAM):
	$(MAKE) program

clean:
	rm -rf .build _site .offprint
