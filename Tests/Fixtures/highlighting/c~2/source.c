/* ring.c: a bounded queue of lines between one reader and one writer.
 *
 *   cc -std=c11 -O2 -pthread -o ring ring.c
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RING_SIZE 1024u
#define RING_MASK (RING_SIZE - 1)
#define MIN(a, b) ((a) < (b) ? (a) : (b))

#ifndef NDEBUG
#define TRACE(...) fprintf(stderr, __VA_ARGS__)
#else
#define TRACE(...) ((void)0)
#endif

typedef enum { RING_OK = 0, RING_FULL = -1, RING_CLOSED = -2 } ring_status;

struct line {
    char *text;
    size_t length;
    uint64_t number;
};

typedef struct ring {
    struct line slots[RING_SIZE];
    volatile uint32_t head, tail; /* both only grow */
    bool closed;
    pthread_mutex_t lock;
    pthread_cond_t changed;
} ring;

static ring queue = {.head = 0, .tail = 0, .closed = false};

/* 放进一行；满了就等。 */
static ring_status ring_push(ring *r, const char *text, size_t length)
{
    ring_status status = RING_OK;
    pthread_mutex_lock(&r->lock);
    while (r->head - r->tail == RING_SIZE && !r->closed)
        pthread_cond_wait(&r->changed, &r->lock);
    if (r->closed) {
        status = RING_CLOSED;
        goto out;
    }
    struct line *slot = &r->slots[r->head & RING_MASK];
    slot->text = malloc(length + 1);
    if (slot->text == NULL) {
        perror("malloc");
        exit(EXIT_FAILURE);
    }
    memcpy(slot->text, text, length);
    slot->text[length] = '\0';
    slot->length = length;
    slot->number = r->head++;
out:
    pthread_cond_broadcast(&r->changed);
    pthread_mutex_unlock(&r->lock);
    return status;
}

static void *print_lines(void *argument)
{
    ring *r = argument;
    for (;;) {
        pthread_mutex_lock(&r->lock);
        while (r->head == r->tail && !r->closed)
            pthread_cond_wait(&r->changed, &r->lock);
        if (r->head == r->tail)
            break;
        struct line line = r->slots[r->tail++ & RING_MASK];
        pthread_cond_broadcast(&r->changed);
        pthread_mutex_unlock(&r->lock);
        printf("%6lu\t%.*s\n", (unsigned long)line.number, (int)MIN(line.length, 0x50), line.text);
        free(line.text);
    }
    pthread_mutex_unlock(&r->lock);
    return NULL;
}

int main(int argc, char **argv)
{
    FILE *input = argc > 1 ? fopen(argv[1], "r") : stdin;
    if (!input) {
        fprintf(stderr, "ring: %s: %s\n", argv[1], strerror(errno));
        return 2;
    }
    pthread_t printer;
    pthread_mutex_init(&queue.lock, NULL);
    pthread_cond_init(&queue.changed, NULL);
    pthread_create(&printer, NULL, print_lines, &queue);

    char buffer[4096];
    while (fgets(buffer, sizeof buffer, input)) {
        size_t length = strcspn(buffer, "\r\n");
        if (ring_push(&queue, buffer, length) != RING_OK)
            break;
        TRACE("pushed %zu bytes\n", length);
    }
    pthread_mutex_lock(&queue.lock);
    queue.closed = true;
    pthread_cond_broadcast(&queue.changed);
    pthread_mutex_unlock(&queue.lock);
    pthread_join(printer, NULL);
    return ferror(input) ? 1 : 0;
}
