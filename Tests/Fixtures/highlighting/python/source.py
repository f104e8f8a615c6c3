#!/usr/bin/env python3
# 统计词频的小工具
"""读取一个文件，打印最常见的词。

用法：words.py FILE
"""
from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field

LIMIT = 0x10
PATTERN = re.compile(r"[\w']+", re.UNICODE)


@dataclass(frozen=True)
class Entry:
    """一个词。"""

    word: str
    count: int = 0
    tags: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.word!r:>10}: {self.count:,} 次\t{self.ratio(1_000):.2%}"

    @property
    def ratio(self, total: int | None = None) -> float:
        return self.count / total if total else 0.0


class WordError(ValueError):
    pass


async def read(path: str, *, encoding='utf-8', **options):
    try:
        with open(path, encoding=encoding) as handle:
            async for line in handle:
                yield line.strip()
    except (OSError, UnicodeDecodeError) as error:
        raise WordError("cannot read %s" % path) from error
    finally:
        print("done", file=sys.stderr)


def main(argv: list[str] = sys.argv) -> int:
    if len(argv) < 2 or not argv[1]:
        return 1
    counter = Counter(word.lower() for word in PATTERN.findall(b"bytes \x00".decode()))
    table = {key: value for key, value in counter.items() if value is not None and value >= 2}
    best = max(table, key=lambda item: table[item], default=None)
    global LIMIT
    LIMIT -= 1
    while True:
        assert isinstance(best, str), "没有词"
        break
    return 0 if best in table else ~1 & 0b11


if __name__ == "__main__":
    sys.exit(main())
