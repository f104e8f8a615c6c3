#define _GNU_SOURCE  /* syscall(2) */
#include "CPreview.h"

#include <errno.h>

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>

/* The kernel's struct open_how; <linux/openat2.h> is missing where the headers are older than the kernel. */
struct open_how_v0 { uint64_t flags, mode, resolve; };

#ifndef SYS_openat2
#define SYS_openat2 437
#endif

int offprint_openat2(int directory, const char *path, uint64_t flags, uint64_t resolve) {
  struct open_how_v0 how = {.flags = flags, .mode = 0, .resolve = resolve};
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}
#else
int offprint_openat2(int directory, const char *path, uint64_t flags, uint64_t resolve) {
  (void)directory; (void)path; (void)flags; (void)resolve;
  errno = ENOSYS;
  return -1;
}
#endif
