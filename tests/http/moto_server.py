"""A moto server on loopback, and a boto3 client for it."""

import contextlib
import logging

import boto3
from botocore.config import Config
from moto.server import ThreadedMotoServer

REGION = "eu-west-1"


@contextlib.contextmanager
def server():
    """The address of a server that stops at the end of the block."""
    # A log line for each request would hide the output of the scripts.
    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    running = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    running.start()
    try:
        host, port = running.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        running.stop()


def client(address):
    """A client with fake credentials, without retries and with short timeouts."""
    return boto3.client(
        "iot",
        region_name=REGION,
        endpoint_url=address,
        aws_access_key_id="testing",
        aws_secret_access_key="testing",
        config=Config(retries={"total_max_attempts": 1}, connect_timeout=5, read_timeout=30),
    )
