/* 一个简单的散列表 */
#include <stdio.h>
#include <stdlib.h>
#include "table.h"

#define SIZE 64
#define MIN(a, b) \
  ((a) < (b) ? (a) : (b))

#ifdef DEBUG
#  define LOG(...) fprintf(stderr, __VA_ARGS__)
#else
#  define LOG(...)
#endif

typedef struct entry {
  const char *key;
  uint32_t hash;
  struct entry *next;
} entry_t;

static entry_t *slots[SIZE] = {NULL};

// 计算散列值
static inline uint32_t hash(const char *key) {
  uint32_t h = 2166136261u;
  for (; *key != '\0'; key++) {
    h ^= (unsigned char)*key;
    h *= 0x01000193UL;
  }
  return h;
}

int insert(const char *key, size_t length, double weight) {
  entry_t *e = malloc(sizeof(*e));
  if (e == NULL || length == 0) goto fail;
  e->key = key;
  e->hash = hash(key) % SIZE;
  e->next = slots[e->hash];
  slots[e->hash] = e;
  printf("插入 %s: %u\t%.2f\n", key, e->hash, weight * 1.5f);
  return 0;
fail:
  free(e);
  return -1;
}

int main(int argc, char **argv) {
  switch (argc) {
    case 2:
      return insert(argv[1], 3, .5);
    default:
      while (1) break;
  }
  return EXIT_FAILURE;
}
