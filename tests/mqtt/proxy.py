"""A proxy from plain TCP to the device's TLS connection, which MiniStack requires for MQTT.

It reads and writes whole packets, so that it can lose, repeat and delay messages, throttle requests and cut connections.
"""

import asyncio
import concurrent.futures
import threading

import packet
from faults import throttling


class Proxy:
    """Listens on its own loopback port, in its own thread."""

    def __init__(self, port, context, faults):
        self.upstream, self.context, self.faults = port, context, faults
        self.devices, self.writers = set(), set()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.server = self.call(asyncio.start_server(self.serve, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]

    def call(self, work, seconds=30):
        future = asyncio.run_coroutine_threadsafe(work, self.loop)
        try:
            return future.result(seconds)
        except concurrent.futures.TimeoutError:
            raise TimeoutError(f"waited {seconds} s for the proxy: {work.__qualname__}") from None

    async def serve(self, device_reader, device_writer):
        self.devices.add(device_writer)
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", self.upstream, ssl=self.context, server_hostname="localhost"
            )
            self.writers.add(writer)
            ways = {
                asyncio.ensure_future(self.requests(device_reader, writer, device_writer)),
                asyncio.ensure_future(self.messages(reader, device_writer, writer)),
            }
            ended, pending = await asyncio.wait(
                ways,
                timeout=self.faults.connection_seconds(),
                return_when=asyncio.FIRST_COMPLETED,
            )
            if len(pending) == len(ways):
                self.faults.counts["cut"] += 1
            for way in pending:
                way.cancel()
            self.writers.discard(writer)
            writer.transport.abort()
            for way in ended:
                way.result()
        finally:
            self.devices.discard(device_writer)
            device_writer.transport.abort()

    async def requests(self, reader, writer, device_writer):
        """Passes the packets of the device to the service."""
        async for received in packets(reader):
            if received.kind == packet.PUBLISH:
                await asyncio.sleep(self.faults.delay())
                if self.faults.is_throttled():
                    device_writer.write(received.acknowledgement or b"")
                    response = throttling(received.payload)
                    device_writer.write(packet.publish(f"{received.topic}/rejected", response))
                    continue
            writer.write(received.wire)
            await drain(writer)

    async def messages(self, reader, writer, service_writer):
        """Passes the packets of the service to the device."""
        async for received in packets(reader):
            if received.kind == packet.PUBLISH:
                await asyncio.sleep(self.faults.delay())
                if self.faults.is_lost():
                    # Without an acknowledgement, the service would send it again.
                    service_writer.write(received.acknowledgement or b"")
                    continue
                if self.faults.is_repeated():
                    writer.write(received.wire)
            writer.write(received.wire)
            await drain(writer)

    def cut(self):
        """Drops every connection; the port stays open."""

        async def drop():
            connections = self.devices | self.writers
            for writer in connections:
                writer.transport.abort()
            return len(connections)

        return self.call(drop())

    def publish(self, topic, payload):
        """Publishes to the device as the service would."""

        async def write():
            for writer in self.devices:
                writer.write(packet.publish(topic, payload))
            return len(self.devices)

        return self.call(write())

    def stop(self):
        async def close():
            self.server.close()
            for writer in self.devices | self.writers:
                writer.transport.abort()
            # Each ends when its connection does.
            if connections := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(connections, timeout=10)

        self.call(close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)


async def packets(reader):
    """The packets of a stream until it ends or is cut."""
    while True:
        try:
            received = await packet.read(reader)
        except (OSError, asyncio.IncompleteReadError):
            return
        yield received


async def drain(writer):
    try:
        await writer.drain()
    except OSError:
        pass  # the other side closed the connection, and reading ends
