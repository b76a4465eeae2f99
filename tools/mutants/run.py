"""Mutation testing, area by area: `.ci/mutants [AREA…]`.

Fails where a mutant survives that listed.tsv does not list with its reason.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import alone
import by_hand
import together

ROOT = Path(__file__).resolve().parents[2]
LISTED = Path(__file__).with_name("listed.tsv")
AREAS = {
    "string_enum": ["src/string_enum.rs"],
    "timestamp": ["src/timestamp.rs", "src/timestamp/**"],
    "placeholder": ["src/document/placeholder.rs", "src/document/placeholder/**"],
    "topic": ["src/device/topic.rs", "src/device/topic/**"],
    "http": ["src/http.rs", "src/http/**"],
    "validate": ["src/validate.rs", "src/validate/**"],
    "codec": ["src/codec.rs", "src/codec/**", "src/path.rs", "src/number.rs", "src/number/**"],
    # Part of the codec: what it calls for each kind of value.
    "wire": ["src/wire.rs", "src/wire/**"],
    # Part of validation: the patterns and limits that it checks.
    "constraint": ["src/constraint.rs", "src/constraint/**"],
    # Beyond the named concerns: a file counts for the first area that names it.
    "document": ["src/document.rs", "src/document/**"],
    "device": ["src/device.rs", "src/device/**"],
    "control": ["src/control.rs", "src/control/**"],
    "catalog": ["src/operation.rs", "src/operation/**", "src/shape.rs", "src/shape/**"],
    "schema": ["src/schema.rs", "src/schema/**"],
    "rest": ["src/error.rs", "src/event.rs", "src/event/**", "src/pagination.rs"],
    # Many mutants of a strategy are strategies as good as it was.
    "strategy": ["src/strategy.rs", "src/strategy/**"],
    # A proc macro runs in the compiler, so each of its mutants needs a build.
    "macros": ["macros/src/**"],
}
# The tests of an area's concern, by the start of their names, which catch nearly all of its mutants: they
# run before the others.
CONCERN = {
    "string_enum": "enums::",
    "timestamp": "timestamps::",
    "placeholder": "placeholders::",
    "topic": "topics::",
    "http": "http_requests:: http_responses:: router::",
    "validate": "violations:: cron:: cross_rules:: documents::",
    "codec": "errors:: ndjson:: numbers:: malformed_text:: places:: placeholders::",
    "wire": "errors:: lossless:: numbers:: objects::",
    "constraint": "violations::",
    "document": "documents:: managed_templates::",
    "device": "messages:: queue::",
    "control": "states:: cross_rules::",
    "catalog": "facts:: router::",
    "schema": "json_schema::",
    "rest": "errors:: events:: pagination::",
    "strategy": "strategy::",
}
COLUMNS = ("caught", "missed", "unviable", "timeout")


def main(areas):
    if unknown := [area for area in areas if area not in AREAS]:
        sys.exit(f"no area {', '.join(unknown)}; the areas: {' '.join(AREAS)}")
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
    out = target / "mutants"
    out.mkdir(parents=True, exist_ok=True)
    # Debug information would take half of each build.
    os.environ |= {"CARGO_PROFILE_DEV_DEBUG": "0", "CARGO_PROFILE_TEST_DEBUG": "0"}
    os.environ["CARGO_TARGET_DIR"] = str(out / "target")
    runner = str(Path(__file__).with_name("run-tests"))
    host = re.search("^host: (.*)$", subprocess.check_output(["rustc", "-vV"], text=True), re.M)[1]
    os.environ[f"CARGO_TARGET_{host.upper().replace('-', '_')}_RUNNER"] = runner

    area_of = {}
    mutants = []
    for area in areas or AREAS:
        found = [m for m in listing(AREAS[area]) if m["name"] not in area_of]
        area_of |= {mutant["name"]: area for mutant in found}
        mutants += found
    for area, mutant in by_hand.listing(areas or AREAS, ROOT):
        area_of[mutant["name"]] = area
        mutants.append(mutant)
    verdicts = {}
    ours = [m for m in mutants if m["package"] == "iot-jobs"]
    tree = copy(out / "tree")
    if ours:
        woven, unfit, hopeless, binaries = together.build(tree, ours)
        print(f"{len(woven)} mutants in one build, {len(unfit)} need one of their own", flush=True)
        verdicts |= {mutant["name"]: "unviable" for mutant in hopeless}
        known = listed()
        for mutant in woven:
            mutant["tests"] = {"CONCERN": CONCERN[area_of[mutant["name"]]]}
            # It is known to survive: no need to spend a minute on it.
            if anywhere(mutant["name"]) in known:
                mutant["tests"]["QUICK"] = "1"
        verdicts |= in_turn(woven, runner, binaries, tree)
        table(verdicts, area_of)
        verdicts |= alone.judge(unfit, out / "alone")
    # Only these can change what the compiler says of a wrong declaration.
    macros = [m for m in mutants if m["package"] != "iot-jobs"]
    verdicts |= alone.judge(macros, out / "macros", MUTANTS_OF="macros")
    (out / "verdicts.json").write_text(json.dumps(verdicts, indent=0))

    table(verdicts, area_of)
    new = unlisted(name for name, verdict in verdicts.items() if verdict == "missed")
    if new:
        print(f"\nthese survive, and {LISTED.relative_to(ROOT)} does not say why:", *new, sep="\n")
    return 1 if new else 0


def listing(files):
    command = ["cargo", "mutants", "--workspace", "--list", "--json"]
    for file in files:
        command += ["--file", file]
    return json.loads(subprocess.check_output(command, cwd=ROOT))


def copy(tree):
    """What is under version control, as it is now."""
    shutil.rmtree(tree, ignore_errors=True)
    names = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
    for name in filter(None, names.split("\0")):
        if (ROOT / name).exists():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tree / name, follow_symlinks=False)
    return tree


def in_turn(mutants, runner, binaries, tree):
    if together.judge(runner, binaries, tree, 0) != "missed":
        sys.exit("the tests fail without a mutant")
    verdicts, start = {}, time.monotonic()
    for mutant in mutants:
        name = mutant["name"]
        verdicts[name] = together.judge(
            runner, binaries, tree, mutant["number"], **mutant["tests"]
        )
        if verdicts[name] != "caught":
            print(f"{verdicts[name]}: {name}", flush=True)
    print(f"{len(mutants)} mutants tested in {time.monotonic() - start:.0f} s", flush=True)
    return verdicts


def table(verdicts, area_of):
    print(f"\n{'area':12}{'mutants':>9}", *(f"{c:>9}" for c in COLUMNS), f"{'caught of viable':>17}", sep="")
    for area in dict.fromkeys(area_of.values()):
        counts = Counter(verdict for name, verdict in verdicts.items() if area_of[name] == area)
        viable = counts.total() - counts["unviable"]
        # A mutant that hangs the tests does not pass them.
        share = 100 * (counts["caught"] + counts["timeout"]) / viable if viable else 100
        row = (f"{counts[c]:>9}" for c in COLUMNS)
        print(f"{area:12}{counts.total():>9}", *row, f"{share:>15.1f} %", sep="")


def unlisted(missed):
    """Survivors beyond those listed."""
    return sorted((Counter(map(anywhere, missed)) - listed()).elements())


def listed():
    lines = [line for line in LISTED.read_text().splitlines() if line and not line.startswith("#")]
    return Counter(line.split("\t")[0] for line in lines)


def anywhere(name):
    """A mutant's name without line and column, which change with every edit."""
    return re.sub(r"^([^:]+):\d+:\d+: ", r"\1: ", name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
