#!/usr/bin/env python3
"""Sums up web server logs: visits by day, the pages most asked for, and who is told 404.

    python3 visits.py --top 10 access.log*
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Iterable, Iterator

LINE = re.compile(
    r'(?P<host>\S+) \S+ (?P<user>\S+) \[(?P<time>[^\]]+)\] '
    r'"(?P<method>[A-Z]+) (?P<path>[^ "]*)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)'
)
BOTS = frozenset({"bot", "spider", "crawler", "curl"})


@dataclass(slots=True)
class Visit:
    host: str
    path: str
    status: int
    size: int
    when: datetime
    agent: str = ""

    @property
    def is_page(self) -> bool:
        """Whether it is something to read, not a picture or a script."""
        return self.status == 200 and self.path.endswith(("/", ".html"))

    @classmethod
    def parse(cls, line: str) -> Visit | None:
        if (match := LINE.match(line)) is None:
            return None
        groups = match.groupdict(default="-")
        when = datetime.strptime(groups["time"], "%d/%b/%Y:%H:%M:%S %z")
        size = 0 if groups["size"] == "-" else int(groups["size"])
        return cls(groups["host"], groups["path"], int(groups["status"]), size, when)


@dataclass
class Report:
    pages: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    days: dict[date, set[str]] = field(default_factory=lambda: defaultdict(set))
    traffic: int = 0

    def add(self, visit: Visit) -> None:
        self.traffic += visit.size
        if visit.status == 404:
            self.missing[visit.path] += 1
        elif visit.is_page:
            self.pages[visit.path] += 1
            self.days[visit.when.date()].add(visit.host)

    def lines(self, top: int = 10) -> Iterator[str]:
        yield f"流量 {self.traffic / 1e6:.1f} MB，共 {sum(self.pages.values()):,} 次阅读"
        for day, hosts in sorted(self.days.items()):
            bar = "█" * min(60, len(hosts) // 5)
            yield f"{day:%m-%d} {len(hosts):>6} {bar}"
        for title, counter in (("最多", self.pages), ("缺失", self.missing)):
            yield f"\n{title}"
            yield from (f"{count:>8}  {path!r}" for path, count in counter.most_common(top))


def open_log(path: Path) -> Iterable[str]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", errors="replace") as file:
        yield from file


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("logs", nargs="+", type=Path, metavar="LOG")
    parser.add_argument("--top", type=int, default=10)
    parser.add_argument("--days", type=int, default=0, help="only the last so many days")
    options = parser.parse_args(argv)
    since = datetime.now().astimezone() - timedelta(days=options.days or 36500)
    report, odd = Report(), 0
    for path in options.logs:
        try:
            for line in open_log(path):
                visit = Visit.parse(line)
                if visit is None:
                    odd += 1
                    continue
                if visit.when >= since and not any(bot in line.lower() for bot in BOTS):
                    report.add(visit)
        except OSError as error:
            print(f"{path}: {error.strerror}", file=sys.stderr)
            return 1
    print(*report.lines(options.top), sep="\n")
    assert odd >= 0, "counted backwards"
    return 0 if odd == 0 else 3


if __name__ == "__main__":
    sys.exit(main())
