"""Mutants that need a build each, as cargo-mutants makes it."""

import os
import re
import subprocess
import sys

VERDICTS = ("caught", "missed", "unviable", "timeout")


def judge(mutants, out, **environment):
    """The verdict on each, by name; the library's tests judge the macros too."""
    if not mutants:
        return {}
    out.mkdir(exist_ok=True)
    command = ["cargo", "mutants", "--workspace", "--baseline=skip", "--timeout=900", "--no-shuffle"]
    command += ["--colors=never", "--all-features", "--test-package=iot-jobs", "--output", str(out)]
    for file in sorted({mutant["file"] for mutant in mutants}):
        command += ["--file", file]
    names = [mutant["name"] for mutant in mutants]
    for name in names:
        command += ["--re", f"^{re.escape(name)}$".replace(r"\ ", " ")]
    command += ["--", "--test", "it", "--test", "allocations"]
    done = subprocess.run(command, env=os.environ | environment)
    # 2 says that some are missed, 3 that some timed out: the verdicts say so too.
    if done.returncode not in (0, 2, 3):
        sys.exit(done.returncode)
    verdicts = {}
    for verdict in VERDICTS:
        file = out / "mutants.out" / f"{verdict}.txt"
        verdicts |= {name: verdict for name in file.read_text().splitlines()}
    if lost := set(names) - set(verdicts):
        sys.exit(f"cargo-mutants did not test {sorted(lost)}")
    return verdicts
