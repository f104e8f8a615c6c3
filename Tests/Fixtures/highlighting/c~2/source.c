/* floor.c: the least work a Markdown site build can be on this machine.
 *
 *   gcc -O2 -o floor floor.c -lcmark-gfm-extensions -lcmark-gfm -lpthread
 *   floor MODE POSTDIR OUTDIR [-t THREADS | -p PROCS] [-l flat|pretty] [-n N]
 *
 * MODE  stat   list the directory and fstatat every file (what a no-change rebuild cannot avoid)
 *       read   + open/read/close every file
 *       parse  + strip front matter, parse (table, strikethrough, autolink, tasklist, footnotes), render HTML
 *       full   + wrap in a 4 KB constant shell, write OUTDIR/posts/<slug>/index.html (pretty) or OUTDIR/posts/<slug>.html (flat)
 *       write  the writing alone: the pages are made in memory first, outside the timed part
 *       same   as full, but a page is compared with the file that is there (size, then bytes) and left alone when equal
 *       sum    parse, print an order-independent checksum of all HTML (to see whether threads change the output)
 *       pages  as full, but concatenates into memory only and prints total page bytes
 * Built with -DKEEP_SPECIALS -rdynamic the program overrides the library function that clears the process-global
 * special-character table after every document; without it -t 2 renders some documents WRONGLY (compare `sum`).
 * One line of figures is printed: wall of the timed part, CPU of it, and CPU per phase per post.
 */
#define _GNU_SOURCE
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef KEEP_SPECIALS   /* built with -DKEEP_SPECIALS -rdynamic -ldl: overrides the library's own function */
#include <dlfcn.h>
#include <stdbool.h>
void cmark_manage_extensions_special_characters(cmark_parser *p, int add) {
  static void (*real)(cmark_parser *, int);
  if (!real) real = (void (*)(cmark_parser *, int))dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  if (add) real(p, 1);            /* never cleared: the table is process-global */
}
#endif

enum { STAT, READ, PARSE, FULL, WRITE, SAME, SUM, PAGES };
static int mode, flat, nthr = 1, nproc_ = 1, indirfd, outdirfd;
static char **names; static size_t n, limit = (size_t)-1;
static char shell_a[2048], shell_b[2048];
static char **pg; static size_t *pgl;
static const char *EXT[] = {"table", "strikethrough", "autolink", "tasklist"};
static const int OPT = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8;
typedef struct { double rd, pa, re, wr; uint64_t in, html, page, sum, left; char *buf; size_t cap; } acc;
static size_t next_i;

static double th(void) { struct timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec * 1e6 + t.tv_nsec / 1e3; }
static double mono(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + t.tv_nsec / 1e9; }
static double cpu(void) { struct rusage r; double s = 0; for (int w = 0; w < 2; w++) { getrusage(w ? RUSAGE_CHILDREN : RUSAGE_SELF, &r);
  s += r.ru_utime.tv_sec + r.ru_stime.tv_sec + (r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6; } return s; }
static void die(const char *s) { perror(s); exit(1); }

static size_t slurp(acc *a, const char *name) {
  int fd = openat(indirfd, name, O_RDONLY | O_CLOEXEC); if (fd < 0) die(name);
  size_t len = 0;
  for (;;) {
    if (a->cap - len < 32768) { a->cap = a->cap ? a->cap * 2 : 131072; a->buf = realloc(a->buf, a->cap); }
    ssize_t k = read(fd, a->buf + len, a->cap - len);
    if (k < 0) die("read"); if (k == 0) break;
    len += k; if (len < a->cap && (size_t)k < 4096) break;   /* a short read of a regular file is its end */
  }
  close(fd); a->in += len; return len;
}
static size_t front(const char *b, size_t len) {
  if (len < 4 || memcmp(b, "---\n", 4)) return 0;
  const char *e = memmem(b + 3, len - 3, "\n---\n", 5);
  return e ? (size_t)(e - b) + 5 : 0;
}
static char *render(acc *a, size_t len, size_t *out) {
  double t0 = th(); size_t f = front(a->buf, len);
  cmark_parser *p = cmark_parser_new(OPT);
  for (int i = 0; i < 4; i++) cmark_parser_attach_syntax_extension(p, cmark_find_syntax_extension(EXT[i]));
  cmark_parser_feed(p, a->buf + f, len - f);
  cmark_node *d = cmark_parser_finish(p);
  double t1 = th();
  char *h = cmark_render_html(d, OPT, cmark_parser_get_syntax_extensions(p));
  cmark_node_free(d); cmark_parser_free(p);
  *out = strlen(h); a->html += *out; a->pa += t1 - t0; a->re += th() - t1;
  return h;
}
static void put(acc *a, const char *name, const char *h, size_t hl) {
  char path[512]; size_t L = strlen(name); if (L > 3 && !strcmp(name + L - 3, ".md")) L -= 3;
  double t0 = th();
  if (flat) snprintf(path, sizeof path, "posts/%.*s.html", (int)L, name);
  else { snprintf(path, sizeof path, "posts/%.*s", (int)L, name);
    if (mode != SAME && mkdirat(outdirfd, path, 0755) && errno != EEXIST) die(path);
    strcat(path, "/index.html"); }
  struct iovec v[3] = {{shell_a, sizeof shell_a}, {(void *)h, hl}, {shell_b, sizeof shell_b}};
  size_t tot = hl + sizeof shell_a + sizeof shell_b; a->page += tot;
  if (mode == SAME) {
    int fd = openat(outdirfd, path, O_RDONLY | O_CLOEXEC); struct stat st;
    if (fd >= 0 && !fstat(fd, &st) && (size_t)st.st_size == tot) {
      char *b = malloc(tot); int eq = read(fd, b, tot) == (ssize_t)tot && !memcmp(b, shell_a, sizeof shell_a) && !memcmp(b + sizeof shell_a, h, hl) && !memcmp(b + sizeof shell_a + hl, shell_b, sizeof shell_b);
      free(b); if (eq) { close(fd); a->left++; a->wr += th() - t0; return; } }
    if (fd >= 0) close(fd);
    else if (!flat) { char *q = strrchr(path, '/'); *q = 0; mkdirat(outdirfd, path, 0755); *q = '/'; }
  }
  int fd = openat(outdirfd, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644); if (fd < 0) die(path);
  if (writev(fd, v, 3) != (ssize_t)tot) die("writev");
  close(fd); a->wr += th() - t0;
