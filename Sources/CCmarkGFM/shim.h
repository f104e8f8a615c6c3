// The C interface of libcmark-gfm 0.29.0.gfm.6 as Offprint needs it.
//
// node.h, parser.h and syntax_extension.h are installed beside the public headers and describe the library's own
// structures: reading a node's fields costs no call and no copy (cmark_node_get_literal copies every text), and the
// parser's two lists of extensions can be set apart, which makes parsing on several threads sound (see
// CommonMarkLibrary.swift). The library is linked statically, so that structures and code are always of one version.
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/syntax_extension.h>
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/utf8.h>

// Swift 6 refuses the library's mutable global node types, hence the getters.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
static inline cmark_node_type offprint_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type offprint_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type offprint_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type offprint_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
