"""Many mutants in one build.

cargo-mutants builds the tests once for each mutant, which takes ten times as long as running them. Here
the library is built once with all of them in it, and each run of the tests picks one by its number.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from weave import FILE, SWITCH, weave

BUILD = ["cargo", "test", "--no-run", "--package", "iot-jobs", "--all-features"]
BUILD += ["--test", "it", "--test", "allocations", "--message-format=json", "--quiet"]
HOPELESS = ("E0004", "E0061", "E0080", "E0277", "E0308", "E0423", "E0433", "E0599", "arithmetic_overflow")
# A hung test is ended by the runner's limits long before.
TIMEOUT = 900


def build(tree, mutants):
    """The mutants that build together, those that need a build of their own, those that do not build at
    all, and the test binaries."""
    sources = {f: (tree / f).read_text() for f in {m["file"] for m in mutants} | {"src/lib.rs"}}
    for number, mutant in enumerate(mutants, 1):
        mutant["number"] = number
    alone, hopeless, by_number = [], [], {m["number"]: m for m in mutants}
    while True:
        copies = {}
        kept = defaultdict(list)
        for mutant in mutants:
            if mutant not in alone and mutant not in hopeless:
                kept[mutant["file"]].append(mutant)
        for file, source in sources.items():
            text, copies[file], unfit = weave(source, kept.get(file, []))
            alone += unfit
            if file == "src/lib.rs":
                text += SWITCH
            (tree / file).write_text(text)
        done, messages = compile_all(tree)
        if done:
            woven = [m for m in mutants if m not in alone and m not in hopeless]
            binaries = [m["executable"] for m in messages if m.get("executable")]
            # The few quick tests of `allocations` first.
            return woven, alone, hopeless, sorted(binaries, key=lambda binary: Path(binary).name)
        broken = defaultdict(set)
        for number, error in blamed(messages, copies):
            broken[number].add(is_hopeless(error))
        if not broken:
            sys.exit("no build, and no mutant to blame:\n" + rendered(messages))
        for number, errors in sorted(broken.items()):
            (hopeless if errors == {True} else alone).append(by_number[number])


def is_hopeless(error):
    """Whether no way of building could mend it: a type is another, or has no such function or trait
    (`Default`), a call has too few arguments, a match too few arms, a constant overflows, and a `let`
    stands beside no `||`. Any other error may be of the weaving's making, and so may any in a boxed copy."""
    if "Box<dyn" in error["rendered"]:
        return False
    code = (error["code"] or {}).get("code")
    return code in HOPELESS or "`let` statement" in error["message"] or "let chain" in error["message"]


def compile_all(tree):
    # Built once and run a thousand times.
    optimised = os.environ | {"CARGO_PROFILE_DEV_OPT_LEVEL": "1"}
    done = subprocess.run(BUILD, cwd=tree, env=optimised, stdout=subprocess.PIPE, text=True)
    messages = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return done.returncode == 0, messages


def errors(messages):
    found = (m["message"] for m in messages if m["reason"] == "compiler-message")
    return [m for m in found if m["level"].startswith("error")]


def rendered(messages):
    return "\n".join(m["rendered"] for m in errors(messages)[:3])


def blamed(messages, copies):
    """The numbers of the mutants in whose copies errors lie, each with its error."""
    for message in errors(messages):
        spans = [s for s in message["spans"] if s["is_primary"]] or message["spans"]
        for span in spans:
            while span:
                for first, last, number in copies.get(span["file_name"], []):
                    if first <= span["line_start"] <= last:
                        yield number, message
                span = (span.get("expansion") or {}).get("span")


def judge(runner, binaries, tree, number, **tests):
    """The verdict of the tests on one mutant; `tests` is for the runner."""
    (tree / FILE).write_text(str(number))
    for binary in binaries:
        try:
            run = subprocess.run(
                [runner, binary],
                cwd=tree,
                env=os.environ | tests,
                timeout=TIMEOUT,
                capture_output=True,
                text=True,
            )
        except subprocess.TimeoutExpired:
            return "timeout"
        if run.returncode:
            if number == 0:
                print(run.stdout[-3000:], run.stderr[-3000:])
            return "caught"
    return "missed"

