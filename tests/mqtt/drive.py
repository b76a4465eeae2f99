"""Runs the scenarios with each agent: with MiniStack as the service, and a proxy between them.

By default, all scenarios run without faults, and some with faults; `--faults` runs those with faults only, and all of them.
"""

import argparse
import concurrent.futures
import contextlib
import multiprocessing
import os
import pathlib
import signal
import sys
import tempfile
import time

import waiting
from agent import Agent
from faults import Faults, NoFaults
from proxy import Proxy
from scenarios import SOME_WITH_FAULTS, STEPS, THING, WITH_FAULTS, WITHOUT_FAULTS, Run
from service import Service, free_ports

# With faults, a message that is lost delays an execution by this time or more.
RESPONSE_TIMEOUT_MS = 1000


def spin():
    while True:
        pass


@contextlib.contextmanager
def load(processes):
    """Keeps processors busy."""
    spinning = [multiprocessing.Process(target=spin, daemon=True) for _ in range(processes)]
    for process in spinning:
        process.start()
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.join(10)


class Test:
    """One agent with a service of its own, so that several can run at a time."""

    def __init__(self, program, faults, scenarios, folder, ports):
        self.program, self.faults, self.scenarios = program, faults, scenarios
        self.folder = folder
        self.name = program.name + (" with faults" if faults else "")
        self.service = Service(folder, ports)

    def run(self):
        agent = proxy = None
        try:
            thing_arn, context = self.service.register(self.service.client("iot"), THING)
            proxy = Proxy(self.service.mqtt_port, context, self.faults or NoFaults())
            environment = os.environ.copy()
            if self.faults:
                environment["RESPONSE_TIMEOUT_MS"] = str(RESPONSE_TIMEOUT_MS)
            state = self.folder / "state.json"
            agent = Agent(self.program, proxy.port, THING, state, self.more(), environment)
            run = Run(self.service, agent, proxy, thing_arn, bool(self.faults))
            began = time.monotonic()
            for scenario in self.scenarios:
                scenario_began = time.monotonic()
                scenario(run)
                self.print(f"{time.monotonic() - scenario_began:5.1f} s  {scenario.__name__}")
            assert agent.process.poll() is None, "the agent ended"
            if self.faults:
                counts = (f"{number} {kind}" for kind, number in self.faults.counts.items())
                self.print(", ".join(counts))
                if self.scenarios is WITH_FAULTS:
                    self.faults.assert_all_happened()
            self.print(f"{time.monotonic() - began:5.1f} s  in total")
        except BaseException:
            lines = agent.lines if agent else []
            self.print("output of the agent:", *lines, sep="\n  ", file=sys.stderr)
            self.print(self.service.log.read_text()[-4000:], file=sys.stderr)
            raise
        finally:
            if agent:
                agent.kill()
            if proxy:
                proxy.stop()

    def more(self):
        """The arguments of the worker that runs job documents of steps: a folder with a handler, and a timeout."""
        if self.scenarios is not STEPS:
            return []
        handlers = self.folder / "handlers"
        handlers.mkdir(mode=0o755)
        handler = handlers / "greet.sh"
        handler.write_text('#!/bin/sh\necho "Hello, $2"\n')
        handler.chmod(0o755)
        return [handlers, "60"]

    def print(self, *values, **options):
        print(f"  {self.name}:", *values, flush=True, **options)


def run_all(plan):
    """Runs a plan, of which each entry has a program, faults and scenarios, all at the same time."""
    with contextlib.ExitStack() as stack:
        ports = free_ports(2 * len(plan))
        tests = []
        for number, entry in enumerate(plan):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="iot-jobs-mqtt-"))
            ports_of_test = ports[2 * number : 2 * number + 2]
            tests.append(Test(*entry, pathlib.Path(folder), ports_of_test))
            stack.callback(tests[-1].service.stop)
        # Before any other socket is bound, which could take their ports.
        for test in tests:
            test.service.wait_until_ready()
        with concurrent.futures.ThreadPoolExecutor() as pool:
            for ended in [pool.submit(test.run) for test in tests]:
                ended.result()


def path(text):
    return pathlib.Path(text).resolve()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", type=path, nargs="+", help="the built agents")
    parser.add_argument("--steps", type=path, action="append", default=[], help="a built worker for steps documents")
    parser.add_argument("--times", type=int, default=1, help="how many times to run all scenarios")
    parser.add_argument("--faults", action="store_true", help="all scenarios with faults, none without")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the faults of the first run")
    parser.add_argument("--load", type=int, default=0, help="how many processes keep processors busy")
    arguments = parser.parse_args()
    # So that the started processes are stopped.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    # With faults, an execution takes several times as long.
    waiting.SECONDS *= 2 if arguments.faults else 1
    with load(arguments.load):
        for number in range(arguments.times):
            began = time.monotonic()
            seed = arguments.seed + number
            print(f"run {number + 1} of {arguments.times}, seed {seed}", flush=True)
            if arguments.faults:
                plan = [(program, Faults(seed), WITH_FAULTS) for program in arguments.programs]
            else:
                plan = [(program, None, WITHOUT_FAULTS) for program in arguments.programs]
                plan.append((arguments.programs[-1], Faults(seed), SOME_WITH_FAULTS))
                plan += [(program, None, STEPS) for program in arguments.steps]
            run_all(plan)
            print(f"  {time.monotonic() - began:5.1f} s", flush=True)


if __name__ == "__main__":
    main()
