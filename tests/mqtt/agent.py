"""The device: the example agent, in a process that can be killed and started again."""

import subprocess
import threading

from waiting import wait_for


class Agent:
    """Collects the output lines of every process that it started."""

    def __init__(self, program, port, thing, file, more, environment):
        self.command = [program, "127.0.0.1", str(port), thing, str(file), *more]
        self.environment = environment
        self.lines = []
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            self.command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.reader = threading.Thread(target=self.read, args=(self.process.stdout,), daemon=True)
        self.reader.start()

    def read(self, output):
        for line in output:
            self.lines.append(line.rstrip("\n"))

    def count(self, line):
        return self.lines.count(line)

    def count_of(self, start):
        return sum(line.startswith(start) for line in self.lines)

    def wait_for_line(self, line, times=1):
        def printed():
            assert self.process.poll() is None, "the agent ended"
            return self.count(line) >= times

        wait_for(f"the agent to print {line!r}", printed)

    def kill(self):
        """Kills the process at any point of its work, and keeps its output until then."""
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.reader.join(10)
