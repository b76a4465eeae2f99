"""Runs the example `fleet` against a moto server and compares what it prints.

Usage: fleet.py EXAMPLE

EXAMPLE is the built example. All connections are on loopback.
"""

import subprocess
import sys

import moto_server

THINGS = ["belt-1", "belt-2", "belt-3"]
EXPECTED = """\
created arn:aws:iot:eu-west-1:123456789012:job/firmware 7
listed older
listed firmware 7
firmware 7 is QUEUED, for 3 things
belt-1 is QUEUED
belt-2 is QUEUED
belt-3 is QUEUED
"""


def settings(client):
    """The settings of the example's job, as the server returns them."""
    job = client.describe_job(jobId="firmware 7")["job"]
    return {
        "rollout": job["jobExecutionsRolloutConfig"]["exponentialRate"]["incrementFactor"],
        "abort": job["abortConfig"]["criteriaList"][0]["thresholdPercentage"],
        "timeout": job["timeoutConfig"]["inProgressTimeoutInMinutes"],
        "retry": job["jobExecutionsRetryConfig"]["criteriaList"][0]["numberOfRetries"],
    }


def main(example):
    with moto_server.server() as address:
        client = moto_server.client(address)
        arns = [client.create_thing(thingName=name)["thingArn"] for name in THINGS]
        client.create_job(jobId="older", targets=arns, document="{}")
        run = subprocess.run([example, address, *THINGS], stdout=subprocess.PIPE, timeout=60, text=True)
        kept = settings(client) if run.returncode == 0 else None
    if (run.returncode, run.stdout) != (0, EXPECTED):
        sys.exit(f"expected:\n{EXPECTED}\nfound (exit code {run.returncode}):\n{run.stdout}")
    if kept != {"rollout": 1.5, "abort": 12.5, "timeout": 30, "retry": 3}:
        sys.exit(f"the server has other settings: {kept}")
    print("fleet: as expected")


if __name__ == "__main__":
    main(*sys.argv[1:])
