"""The service: MiniStack in its own process, and boto3 clients for it."""

import json
import os
import pathlib
import socket
import ssl
import subprocess
import sys
import urllib.request

import boto3
from botocore.config import Config

from waiting import wait_for

HERE = pathlib.Path(__file__).parent
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Service:
    """MiniStack, with its files and its log in a folder."""

    def __init__(self, folder, ports):
        self.folder = folder
        self.port, self.mqtt_port = ports
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self.port),
            "IOT_MTLS_PORT": str(self.mqtt_port),
            "SFTP_ENABLED": "0",
        }
        self.log = folder / "ministack.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-B", HERE / "emulator.py"],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def wait_until_ready(self):
        wait_for("MiniStack to listen", self.is_ready)
        ports = {self.port, self.mqtt_port}
        listening = listening_sockets(self.process.pid)
        assert listening == {("127.0.0.1", port) for port in ports}, listening

    def is_ready(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"MiniStack ended, see {self.log}")
        try:
            state = json.loads(self.get("/_ministack/ready"))["iot_mtls"]
        except OSError:
            return False  # not yet, or not all of it
        if state in ("degraded", "disabled"):
            raise RuntimeError(f"MiniStack has no MQTT, see {self.log}")
        return state == "listening"

    def get(self, path):
        url = f"http://127.0.0.1:{self.port}{path}"
        with DIRECT.open(url, timeout=10) as response:
            return response.read()

    def client(self, name):
        return boto3.client(
            name,
            endpoint_url=f"http://127.0.0.1:{self.port}",
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=Config(connect_timeout=10, read_timeout=30, retries={"total_max_attempts": 2}),
        )

    def register(self, iot, thing):
        """Creates a thing with a certificate; returns what a device needs to connect as this thing."""
        arn = iot.create_thing(thingName=thing)["thingArn"]
        certificate = iot.create_keys_and_certificate(setAsActive=True)
        statement = {"Effect": "Allow", "Action": "iot:*", "Resource": "*"}
        document = {"Version": "2012-10-17", "Statement": [statement]}
        iot.create_policy(policyName="device", policyDocument=json.dumps(document))
        principal = certificate["certificateArn"]
        iot.attach_policy(policyName="device", target=principal)
        iot.attach_thing_principal(thingName=thing, principal=principal)
        chain = self.folder / "device.pem"
        chain.touch(mode=0o600)
        key = certificate["keyPair"]["PrivateKey"]
        chain.write_text(certificate["certificatePem"] + key)
        authority = self.get("/_ministack/iot/ca.pem").decode()
        context = ssl.create_default_context(cadata=authority)
        context.load_cert_chain(chain)
        return arn, context

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(10)


def free_ports(number):
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def listening_sockets(process):
    """The addresses that a process listens on, according to the kernel."""
    mine = set()
    for descriptor in pathlib.Path(f"/proc/{process}/fd").iterdir():
        try:
            mine.add(os.readlink(descriptor))
        except FileNotFoundError:
            pass  # closed meanwhile
    addresses = set()
    for table in ("tcp", "tcp6"):
        rows = pathlib.Path(f"/proc/{process}/net/{table}").read_text().splitlines()[1:]
        for row in rows:
            local, state, inode = (row.split()[column] for column in (1, 3, 9))
            if state == "0A" and f"socket:[{inode}]" in mine:
                host, port = local.split(":")
                host = socket.inet_ntoa(bytes.fromhex(host)[::-1]) if table == "tcp" else host
                addresses.add((host, int(port, 16)))
    return addresses
