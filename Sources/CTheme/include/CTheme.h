// The default theme, embedded in the program.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;            // "site/article.mustache"
  const unsigned char *bytes;
  size_t count;
} offprint_theme_file;

/// Number of embedded files.
size_t offprint_theme_count(void);
/// The file at an index below the count; files are in no particular order.
offprint_theme_file offprint_theme_at(size_t index);

/// The same for the files of the preview: `simulator.js`.
size_t offprint_preview_count(void);
offprint_theme_file offprint_preview_at(size_t index);
