"""A small source folder and a real `offprint serve` over it, for the tests of the preview."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

PARAGRAPH = "这一段文字只是为了让页面足够长，可以滚动。It only makes the page long enough to be scrolled. " * 3

POST = """---
title: 第{n}篇
date: 2024-05-{n:02d} 08:00:00 +0800
tags: [预览]
---
开头的话，MARK-0。

## 一

{paragraph}

<details><summary>展开</summary>

藏起来的话。

</details>

## 二

{paragraph}

```swift
let answer = 42
```

## 三

{paragraph}

<iframe src="https://video.example/embed/1" title="片子"></iframe>

## 四

{paragraph}

## 五

{paragraph}

结尾的话。
"""


class Folder:
    """A source folder that is gone afterwards."""

    def __init__(self, posts=12):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="offprint-preview-"))
        self.write("offprint.yml", "title: 预览\nurl: https://preview.example\nlanguage: zh-CN\ntimezone: Asia/Shanghai\n")
        for n in range(1, posts + 1):
            self.write(self.post(n), POST.format(n=n, paragraph="\n\n".join([PARAGRAPH] * 8)))

    @staticmethod
    def post(n):
        return f"content/posts/2024-05-{n:02d}-post-{n}.md"

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path):
        return (self.root / path).read_text(encoding="utf-8")

    def save(self, path, text):
        """As careful editors do: beside, then renamed."""
        beside = self.root / path
        beside = beside.with_name("." + beside.name + ".tmp")
        beside.write_text(text, encoding="utf-8")
        os.rename(beside, self.root / path)

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Server:
    """`offprint serve` until `stop`."""

    def __init__(self, program, source, output=None, port=0, options=()):
        self.state = tempfile.mkdtemp(prefix="offprint-state-")
        surroundings = dict(os.environ, XDG_STATE_HOME=self.state, XDG_DATA_HOME=self.state, XDG_CONFIG_HOME=self.state, HOME=self.state, LANG="en_US.UTF-8")
        arguments = [str(program), "serve", "--source", str(source), "--port", str(port), *options]
        if output:
            arguments += ["--output", str(output)]
        self.started = time.time()
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=surroundings)
        self.lines = []
        self.address = None
        found = threading.Event()

        def read():
            for line in self.process.stdout:
                self.lines.append(line)
                match = re.search(r"https://[\w.\[\]:-]+:(\d+)", line)
                if match and not self.address:
                    self.address = "https://localhost:" + match.group(1)
                    self.port = int(match.group(1))
                    found.set()
            found.set()

        threading.Thread(target=read, daemon=True).start()
        found.wait(120)
        if not self.address:
            self.stop()
            raise SystemExit("offprint serve does not start:\n" + "".join(self.lines))

    def memory(self):
        """Proportional set size in megabytes."""
        rollup = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text()
        return int(re.search(r"^Pss:\s+(\d+)", rollup, re.M).group(1)) / 1000

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.state, ignore_errors=True)
        return self.process.returncode
