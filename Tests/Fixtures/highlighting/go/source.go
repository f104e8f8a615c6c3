// Package words 统计词频。
package words

import (
	"context"
	"fmt"
	"strings"
	"sync"
)

const (
	Limit   = 0xFF
	Timeout = 1.5e3
)

/* 一个词和它的次数 */
type Entry struct {
	Word  string `json:"word,omitempty"`
	Count int    `json:"count"`
}

type Reader interface {
	Read(ctx context.Context, path string) ([]byte, error)
}

// Counter 可以被多个 goroutine 使用。
type Counter struct {
	mu     sync.Mutex
	counts map[string]int
}

func New() *Counter {
	return &Counter{counts: make(map[string]int, 16)}
}

func (c *Counter) Add(text string) (n int, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i, word := range strings.Fields(text) {
		if word == "" || i >= Limit {
			continue
		}
		c.counts[word]++
		n += 1
	}
	if n == 0 {
		return 0, fmt.Errorf("没有词: %q\n", text)
	}
	return n, nil
}

func run(out chan<- Entry, done <-chan struct{}) {
	go func() {
		select {
		case out <- Entry{Word: "a", Count: 1}:
		case <-done:
			close(out)
		default:
			panic('x')
		}
	}()
	switch v := interface{}(out).(type) {
	case nil:
		fmt.Println(len(`raw \n`), v)
	}
}
