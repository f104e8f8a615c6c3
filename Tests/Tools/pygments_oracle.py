#!/usr/bin/env python3
"""Writes what Pygments says of every highlighting sample beside the sample.

Run from anywhere: python3 Tests/Tools/pygments_oracle.py [language...]. Each folder of Tests/Fixtures/highlighting gets a
pygments.json: Pygments' version, and runs of [token type, length in bytes] that cover the sample. The tests read only
these files, so they need no Python.
"""

import json
import pathlib
import re
import sys

import pygments
from pygments.lexers import get_lexer_by_name
from pygments.token import Token

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "highlighting"
# Our name -> Pygments' name, where they differ. None: Pygments has no such lexer.
NAMES = {"wxml": None, "wxss": "css", "makefile": "make", "dockerfile": "docker"}


# Where Pygments takes a string with code in it as one string, it has no opinion of that code.
INTERPOLATIONS = {
    "cmake": re.compile(r"\$\{[^}]*\}"),
    "groovy": re.compile(r"\$\{[^}]*\}|\$\w+"),
    "csharp": re.compile(r"(?<!\{)\{(?!\{)[^}]*\}"),
}


# The strings that may hold code, where not all do.
MARKS = {"csharp": ("$", "@$"), "groovy": ('"', "/", "$/")}


# The lexer of SQL knows no dialect; a word that one of these has reserved is reserved.
DIALECTS = ["mysql", "postgresql"]


def dialect(kind, text: str):
    """The type of a word of SQL, dialects included."""
    if kind is not Token.Name or not text.isupper():
        return kind
    for name in DIALECTS:
        for other, part in get_lexer_by_name(name).get_tokens(text):
            if part == text and other in Token.Keyword:
                return other
    return kind


def opinions(kind, text: str, name: str):
    """[type, text] pieces of one token; "Error" where Pygments says nothing."""
    if name == "sql":
        kind = dialect(kind, text)
    pattern = INTERPOLATIONS.get(name)
    marked = text.startswith(MARKS.get(name, ""))
    if pattern is None or not marked or not str(kind).startswith("Token.Literal.String"):
        return [(kind, text)]
    pieces, position = [], 0
    for match in pattern.finditer(text):
        pieces += [(kind, text[position : match.start()]), (Token.Error, match.group())]
        position = match.end()
    return pieces + [(kind, text[position:])]


# Syntax that a lexer of Pygments does not know: it has no opinion there either.
UNKNOWN = {
    "swift": re.compile(r'#(?:warning|error)\b|#"[^"\n]*"#'),
    # Front matter is a rule and a heading to it, a quoted line is one emphasis, and what begins behind a character that is
    # no blank (`读*书*`, CommonMark's example 350) is no markup.
    "markdown": re.compile(
        r"\A---\n(?:.*\n)*?---\n|^[ \t]*>.*|(?<=\S)(?:(?P<mark>\*\*?|~~)[^*~\n]+(?P=mark)|\[[^]\n]*\]\([^)\n]*\))",
        re.MULTILINE,
    ),
    # What stands between `@media` and its brace, and the declarations of `@font-face`, are selectors to it.
    "css": re.compile(r"@(?:media|supports|import|layer|page)\b[^{};]*|@(?:font-face|page[^{]*)\s*\{[^}]*"),
}


def known(tokens, source: str, name: str):
    """[type, text] pieces, "Error" over what `UNKNOWN` finds."""
    spans = [match.span() for match in UNKNOWN[name].finditer(source)] if name in UNKNOWN else []
    position = 0
    for kind, text in tokens:
        start, end = position, position + len(text)
        position = end
        cuts = sorted({start, end} | {cut for span in spans for cut in span if start < cut < end})
        for left, right in zip(cuts, cuts[1:]):
            is_unknown = any(span[0] <= left and right <= span[1] for span in spans)
            yield (Token.Error if is_unknown else kind, source[left:right])


def runs(source: str, name: str):
    """[type, bytes] runs of one source, neighbours of one type joined."""
    # A unit that only mini-programs know; the stand-in is as long.
    source = source.replace("rpx", "rem") if name == "css" else source
    lexer = get_lexer_by_name(name, stripnl=False, stripall=False, ensurenl=False)
    out = []
    for kind, text in (piece for token in known(lexer.get_tokens(source), source, name) for piece in opinions(*token, name)):
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
        # `sql~2` is a second sample of SQL.
        language = folder.name.split("~")[0]
        name = NAMES.get(language, language)
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
