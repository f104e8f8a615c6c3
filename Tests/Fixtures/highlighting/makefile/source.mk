# 构建
SWIFT ?= swift
PREFIX := /usr/local
FLAGS = -c release --jobs $(shell nproc)
SOURCES += $(wildcard Sources/*/*.swift)
export LANG = C

.PHONY: all test clean install

all: build site

build: $(SOURCES) Package.swift
	$(SWIFT) build $(FLAGS)
	@echo "完成 $@"

ifeq ($(OS),Linux)
  LIBS := -lcmark-gfm
else
  LIBS :=
endif

site: build | _site
	./.build/release/offprint build --output _site
	for f in _site/*; do echo "$$f"; done

_site:
	mkdir -p $@

%.o: %.c config.h
	$(CC) -c -o $@ $<

install: build
	install -m 755 .build/release/offprint $(PREFIX)/bin  # 安装

clean:
	-rm -rf .build _site

include rules.mk

-include local.mk
