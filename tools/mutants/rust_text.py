"""Where things stand in Rust source: offsets of lines and columns, and the body of a function."""

import re

# What may hold a brace that opens nothing: comments, strings, characters. A lifetime is no character.
_OPAQUE = re.compile(
    r"""//[^\n]*
      | /\*.*?\*/
      | b?r(?P<hashes>\#*)".*?"(?P=hashes)
      | b?"(?:\\.|[^"\\])*"
      | b?'(?:\\(?:x..|u\{[^}]*\}|.)|[^'\\])'""",
    re.VERBOSE | re.DOTALL,
)


class Text:
    """A file's text, addressed as cargo-mutants does: by lines and columns that start at 1."""

    def __init__(self, text):
        self.text = text
        self._lines = [0]
        for line in text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def offset(self, place):
        return self._lines[place["line"] - 1] + place["column"] - 1

    def span(self, span):
        return self.offset(span["start"]), self.offset(span["end"])


def body(text, start, end):
    """The offset of the brace that opens the body of the function at these offsets."""
    opened = []
    at = start
    while at < end:
        opaque = _OPAQUE.match(text, at)
        if opaque:
            at = opaque.end()
            continue
        if text[at] == "{":
            opened.append(at)
        elif text[at] == "}":
            last = opened.pop()
            if at == end - 1:
                return last
        at += 1
    return None
