"""Waiting with a timeout."""

import time

SECONDS = 60


def wait_for(what, holds):
    """Waits until `holds` returns a true value, and returns it; fails after a timeout."""
    seconds = SECONDS
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = holds()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"waited {seconds} s for {what}")
