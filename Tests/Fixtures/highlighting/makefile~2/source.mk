# 一本书：从 Markdown 到 PDF、EPUB 和网页。
BOOK     ?= ink-and-paper
LANGUAGE ?= zh-Hans
PANDOC   := $(or $(shell command -v pandoc),docker run --rm -v "$(CURDIR):/data" pandoc/latex)
OUT       = build
CHAPTERS := $(sort $(wildcard chapters/*.md))
FIGURES  := $(patsubst figures/%.dot,$(OUT)/figures/%.svg,$(wildcard figures/*.dot))
COMMON    = --from markdown+east_asian_line_breaks --toc --metadata lang=$(LANGUAGE)
VERSION  := $(shell git describe --always --dirty 2>/dev/null || echo unknown)

ifneq ($(origin CI),undefined)
  QUIET :=
else
  QUIET := @
endif

ifdef DRAFT
COMMON += --metadata draft=true
endif

# Runs pandoc for one format: $(1) the format, $(2) more options.
define render
	$(QUIET)mkdir -p $(@D)
	$(QUIET)$(PANDOC) $(COMMON) --to $(1) $(2) --output $@ $(CHAPTERS)
	@printf '%-24s %s\n' '$@' "$$(du -h $@ | cut -f1)"
endef

.DEFAULT_GOAL := all
.PHONY: all pdf epub html check clean distclean help
.SECONDARY: $(FIGURES)
.DELETE_ON_ERROR:

all: pdf epub html

pdf: $(OUT)/$(BOOK).pdf
epub: $(OUT)/$(BOOK).epub
html: $(OUT)/html/index.html

$(OUT)/$(BOOK).pdf: $(CHAPTERS) $(FIGURES) style/book.tex | $(OUT)
	$(call render,pdf,--pdf-engine=xelatex --template=style/book.tex)

$(OUT)/$(BOOK).epub: $(CHAPTERS) $(FIGURES) style/epub.css | $(OUT)
	$(call render,epub3,--css=style/epub.css --epub-cover-image=figures/cover.png)

$(OUT)/html/index.html: CHAPTERS += notes/web.md
$(OUT)/html/index.html: $(CHAPTERS) $(FIGURES)
	$(call render,html5,--standalone --self-contained)

$(OUT)/figures/%.svg: figures/%.dot
	$(QUIET)mkdir -p $(@D)
	dot -Tsvg -o $@ $<

$(OUT):
	mkdir -p $@

check: $(CHAPTERS)
	@for file in $^; do \
	  grep -nE '(TODO|待补)' "$$file" && exit 1; \
	done; \
	echo "$(words $^) chapters, nothing open ($(VERSION))"

clean:
	-rm -rf $(OUT)

distclean: clean
	-rm -f *~ chapters/*~

help:
	@echo "make [pdf|epub|html]   DRAFT=1 prints the notes too"

-include local.mk
