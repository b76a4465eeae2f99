"""Mutants written by hand, of code that macros write: cargo-mutants does not look into that."""

import re
from pathlib import Path

LIST = Path(__file__).with_name("by_hand.tsv")
FUNCTION = re.compile(r"^( *)(?:pub )?fn .*?^\1}$", re.MULTILINE | re.DOTALL)


def listing(areas, root):
    """Mutants as cargo-mutants lists them, with their areas."""
    for line in LIST.read_text().splitlines():
        if line and not line.startswith("#"):
            area, file, old, new = line.split("\t")
            if area in areas:
                name = f"{file}: by hand: replace {old} with {new or 'nothing'}"
                yield area, mutant(name, file, (root / file).read_text(), old, new)


def mutant(name, file, source, old, new):
    if source.count(old) != 1:
        raise SystemExit(f"not once in the source: {name}")
    at = source.index(old)
    start, end = next(m.span() for m in FUNCTION.finditer(source) if m.start() < at < m.end())
    start += len(source[start:end]) - len(source[start:end].lstrip())
    return {
        "name": name,
        "package": "iot-jobs",
        "file": file,
        "function": {"span": span(source, start, end)},
        "span": span(source, at, at + len(old)),
        "replacement": new,
    }


def span(source, start, end):
    return {"start": place(source, start), "end": place(source, end)}


def place(source, offset):
    before = source[:offset]
    return {"line": before.count("\n") + 1, "column": offset - before.rfind("\n")}
