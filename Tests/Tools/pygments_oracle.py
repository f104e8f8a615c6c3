#!/usr/bin/env python3
"""Writes what Pygments says of every highlighting sample beside the sample.

Run from anywhere: python3 Tests/Tools/pygments_oracle.py [language...]. Each folder of Tests/Fixtures/highlighting gets a
pygments.json: Pygments' version, and runs of [token type, length in bytes] that cover the sample. The tests read only
these files, so they need no Python.
"""

import json
import pathlib
import sys

import pygments
from pygments.lexers import get_lexer_by_name
from pygments.token import Token

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "highlighting"
# Our name -> Pygments' name, where they differ. None: Pygments has no such lexer.
NAMES = {"wxml": None, "wxss": "css", "makefile": "make", "dockerfile": "docker"}


def runs(source: str, name: str):
    """[type, bytes] runs of one source, neighbours of one type joined."""
    # A unit that only mini-programs know; the stand-in is as long.
    source = source.replace("rpx", "rem") if name == "css" else source
    lexer = get_lexer_by_name(name, stripnl=False, stripall=False, ensurenl=False)
    out = []
    for kind, text in lexer.get_tokens(source):
        count = len(text.encode())
        # In a diff the two lines that name the files are headings to us.
        if name == "diff" and text.startswith(("+++ ", "--- ")):
            kind = Token.Generic.Heading
        label = str(kind).removeprefix("Token.").removeprefix("Token") or "Text"
        if count == 0:
            continue
        if out and out[-1][0] == label:
            out[-1][1] += count
        else:
            out.append([label, count])
    return out


def main(wanted):
    for folder in sorted(FIXTURES.iterdir()):
        if not folder.is_dir() or (wanted and folder.name not in wanted):
            continue
        name = NAMES.get(folder.name, folder.name)
        if name is None:
            continue
        source = next(folder.glob("source.*")).read_bytes().decode()
        table = runs(source, name)
        total = sum(count for _, count in table)
        if total != len(source.encode()):
            sys.exit(f"{folder.name}: Pygments covers {total} of {len(source.encode())} bytes")
        lines = ",\n".join(json.dumps(run) for run in table)
        text = f'{{"version": "{pygments.__version__}", "lexer": "{name}", "runs": [\n{lines}\n]}}\n'
        (folder / "pygments.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
