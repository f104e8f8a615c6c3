#!/usr/bin/env python3
"""Figures of the mini-program edition for an article of 30 KB and one of 300 KB, from what the program really emits.

  mini_program.py [PROGRAM]        (default .build/release/offprint)

Builds both articles (deterministic: gen_corpus with a seed), reads the emitted folder, runs its scripts under Node and
prints a table. Beside them stand figures of two libraries that parse on the phone; they were measured once, on other
articles of the same size, and are repeated here as constants: towxml 3.3.1, mp-html 2.5.2 with its markdown and highlight
plugins, Node 20 with JIT, first parse in a fresh process.
Fails when a target is missed: nothing put in by setData, fewer than 1000 nodes a page, at most 60 children of a node,
depth below 30, less than 20 KB of shared script and style before an article's first paint.
"""
import json, os, re, struct, subprocess, sys, tempfile, zlib

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from gen_corpus import Gen

ARTICLES = [("short", 30_792), ("long", 304_253)]
OTHERS = {  # parse ms, setData bytes, nodes that the view layer creates
    "towxml": {"short": (137, 342_740, "2 500 + 1 041 components"), "long": (715, 4_043_928, "30 700 + 12 400 components"),
               "shipped": 362_096},
    "mp-html": {"short": (33, 54_621, "168 + 595 in rich-text"), "long": (193, 636_695, "1 869 + 7 842 in rich-text"),
                "shipped": 96_000},
}


def png(width, height, color):
    """A picture of one colour (three bytes)."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = (b"\0" + color * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def article(size, seed):
    """Bodies of posts one after the other, up to a size; footnotes and anchors, which would meet, left out."""
    generator, parts, total, number = Gen(seed, 5100, False), [], 0, 0
    while total < size:
        _, _, text = generator.post(number, 1)
        number += 1
        body = text.split("---\n", 2)[2]
        body = re.sub(r'<a id="[^"]*"></a>', "", re.sub(r"\[\^\d+\](: .*)?", "", body))
        body = body.replace("(#sec-", "(https://example.com/#sec-")
        for block in body.split("\n\n"):
            if total >= size:
                break
            parts.append(block)
            total += len(block.encode()) + 2
    return "\n\n".join(parts) + "\n"


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../../.build/release/offprint")
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(work + "/content/posts")
        sizes = {}
        for index, (name, size) in enumerate(ARTICLES):
            text = article(size, 7)
            sizes[name] = len(text.encode())
            for target in sorted(set(re.findall(r"/assets/img/[\w./-]+\.png", text))):
                os.makedirs(os.path.dirname(work + target), exist_ok=True)
                with open(work + target, "wb") as file:
                    file.write(png(400, 300, struct.pack(">I", zlib.crc32(target.encode()))[:3]))
            with open(f"{work}/content/posts/2024-01-0{index + 1}-{name}.md", "w") as file:
                file.write(f"---\ntitle: {name}\ndate: 2024-01-0{index + 1}\n---\n\n{text}")
        with open(work + "/offprint.yml", "w") as file:
            file.write("title: Benchmark\n")
        build = subprocess.run(
            [program, "build", "--source", work, "--output", work + "/out", "--quiet"], capture_output=True, text=True)
        if build.returncode:
            sys.exit(build.stderr + build.stdout)
        measured = json.loads(subprocess.run(
            ["node", here + "/mini_program.js", work + "/out/miniprogram"], check=True, capture_output=True, text=True).stdout)
    missed = []
    print(f"{'':12}{'article':>10}{'parse ms':>10}{'setData B':>11}  nodes the view creates")
    for name, _ in ARTICLES:
        one = measured["articles"][name]
        nodes = f"{one['nodes']} + {one['inRichText']} in rich-text, {one['pages']} page(s), at most {one['mostNodes']} a page"
        print(f"{'Offprint':12}{sizes[name]:>8} B{0:>10}{one['setData']:>11}  {nodes}")
        for other, figures in OTHERS.items():
            parse, data, created = figures[name]
            print(f"{other:12}{dict(ARTICLES)[name]:>8} B{parse:>10}{data:>11}  {created}")
        if one["setData"] != 0: missed.append(f"{name}: {one['setData']} bytes by setData")
        if one["mostNodes"] >= 1000: missed.append(f"{name}: {one['mostNodes']} nodes on a page")
        if one["children"] > 60: missed.append(f"{name}: {one['children']} children of a node")
        if one["depth"] >= 30: missed.append(f"{name}: depth {one['depth']}")
    print()
    for name, _ in ARTICLES:
        one = measured["articles"][name]
        print(f"{name}: WXML {one['wxml']} B ({one['wxml'] / sizes[name]:.2f} x Markdown), script and settings {one['script']} B, "
              f"depth {one['depth']}, children {one['children']}, script before the first paint {one['open']:.2f} ms (Node)")
    def listed(files):
        return f"{sum(files.values())} B ({', '.join(f'{name} {size}' for name, size in files.items()) or 'nothing'})"
    shared = sum(measured["opening"].values())
    print(f"shared script and style before the first paint: Offprint {listed(measured['opening'])}, "
          f"towxml {OTHERS['towxml']['shipped']} B, mp-html {OTHERS['mp-html']['shipped']} B")
    print(f"script after it: {listed(measured['later'])}; markup that pages include: {listed(measured['included'])}")
    print(f"shared script, style and markup in all, loaded when wanted: {sum(measured['all'].values())} B")
    if shared >= 20 * 1024: missed.append(f"{shared} bytes of shared script and style")
    for one in missed:
        print("missed:", one)
    sys.exit(1 if missed else 0)


main()
