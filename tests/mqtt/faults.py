"""The faults of a network and of a busy service, chosen at random from a seed."""

import collections
import json
import random
import time

LOST = 0.15  # of the messages of the service
REPEATED = 0.1  # of the messages of the service
THROTTLED = 0.1  # of the requests
DELAYED = 0.2  # of all messages
LONGEST_DELAY = 0.5
CONNECTION_SECONDS = (5, 20)


class Faults:
    """Decides what happens to each message, and counts the faults."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.counts = collections.Counter()

    def happens(self, fault, probability):
        happens = self.random.random() < probability
        self.counts[fault] += happens
        return happens

    def is_lost(self):
        return self.happens("lost", LOST)

    def is_repeated(self):
        return self.happens("repeated", REPEATED)

    def is_throttled(self):
        return self.happens("throttled", THROTTLED)

    def delay(self):
        if not self.happens("delayed", DELAYED):
            return 0
        return self.random.uniform(0, LONGEST_DELAY)

    def connection_seconds(self):
        """The time after which a connection is cut."""
        return self.random.uniform(*CONNECTION_SECONDS)

    def assert_all_happened(self):
        missing = {"lost", "repeated", "throttled", "delayed", "cut"} - set(+self.counts)
        assert not missing, f"no message or connection was {sorted(missing)}"


class NoFaults:
    """A network that delivers everything."""

    def is_lost(self):
        return False

    def is_repeated(self):
        return False

    def is_throttled(self):
        return False

    def delay(self):
        return 0

    def connection_seconds(self):
        return None


def throttling(payload):
    """The payload of the error response to a request that is throttled."""
    response = {
        "code": "RequestThrottled",
        "message": "Too many requests",
        "timestamp": int(time.time()),
        "clientToken": json.loads(payload).get("clientToken"),
    }
    return json.dumps(response).encode()
