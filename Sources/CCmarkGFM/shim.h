// The C interface of libcmark-gfm 0.29.0.gfm.6 as Offprint needs it. Swift 6 refuses the library's
// mutable global node types, hence the getters.
#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
static inline cmark_node_type offprint_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type offprint_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type offprint_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type offprint_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
