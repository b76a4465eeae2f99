"""Waiting that comes to an end."""

import time

SECONDS = 60


def wait_for(what, holds, seconds=SECONDS):
    """Waits until something holds, and answers with it; fails when it takes too long."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = holds()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(f"waited {seconds} s in vain for {what}")
