#ifndef CPREVIEW_H
#define CPREVIEW_H

#include <stddef.h>
#include <stdint.h>

/* openat2(2), which Swift cannot call through the variadic syscall(2). Returns the descriptor, or -1 with errno set
   (ENOSYS on kernels before 5.6 and outside of Linux). `resolve` holds the bits of RESOLVE_*. */
int offprint_openat2(int directory, const char *path, uint64_t flags, uint64_t resolve);

/* A page, style sheet or script of the preview's own. */
typedef struct {
  const char *name; /* "phone/page.html" */
  const unsigned char *bytes;
  size_t count;
} offprint_preview_asset;

/* The asset of that name; all zero where there is none. */
offprint_preview_asset offprint_preview_find(const char *name);

#endif
