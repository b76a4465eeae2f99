"""Mutants written by hand, of code that macros write: cargo-mutants does not look into that."""

from pathlib import Path

import together

LIST = Path(__file__).with_name("by_hand.tsv")


def listing(areas):
    """Mutants as cargo-mutants lists them, with what to look for."""
    for line in LIST.read_text().splitlines():
        if line and not line.startswith("#"):
            area, file, old, new = line.split("\t")
            if area in areas:
                name = f"{file}: by hand: replace {old} with {new or 'nothing'}"
                yield area, {"name": name, "file": file, "old": old, "new": new}


def judge(mutant, runner, tree):
    """The verdict on one; the tree is left as it was."""
    file = tree / mutant["file"]
    source = file.read_text()
    if source.count(mutant["old"]) != 1:
        raise SystemExit(f"not once in the source: {mutant['name']}")
    file.write_text(source.replace(mutant["old"], mutant["new"]))
    try:
        done, messages = together.compile_all(tree)
        if not done:
            return "unviable"
        binaries = [m["executable"] for m in messages if m.get("executable")]
        return together.judge(runner, binaries, tree, 0, quiet=True)
    finally:
        file.write_text(source)
