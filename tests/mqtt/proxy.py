"""A proxy from plain TCP to the device's TLS connection: MiniStack has no MQTT without TLS."""

import asyncio
import threading


class Proxy:
    """Listens on its own loopback port, in its own thread."""

    def __init__(self, port, context):
        self.upstream, self.context = port, context
        self.devices, self.writers = set(), set()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.server = self.call(asyncio.start_server(self.serve, "127.0.0.1", 0))
        self.port = self.server.sockets[0].getsockname()[1]

    def call(self, work):
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(30)

    async def serve(self, device_reader, device_writer):
        self.devices.add(device_writer)
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", self.upstream, ssl=self.context, server_hostname="localhost"
            )
            self.writers.add(writer)
            ways = {
                asyncio.ensure_future(forward(device_reader, writer)),
                asyncio.ensure_future(forward(reader, device_writer)),
            }
            _, pending = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            for way in pending:
                way.cancel()
            self.writers.discard(writer)
            writer.transport.abort()
        finally:
            self.devices.discard(device_writer)
            device_writer.transport.abort()

    def cut(self):
        """Drops every connection; the port stays open."""

        async def drop():
            connections = self.devices | self.writers
            for writer in connections:
                writer.transport.abort()
            return len(connections)

        return self.call(drop())

    def publish(self, topic, payload):
        """Publishes to the device as the service would; the caller ensures that the service sends nothing."""

        async def write():
            for writer in self.devices:
                writer.write(publish_packet(topic.encode(), payload))
            return len(self.devices)

        return self.call(write())

    def stop(self):
        async def close():
            self.server.close()

        self.call(close())
        self.cut()
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)


async def forward(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass  # the other side closed the connection


def publish_packet(topic, payload):
    """An MQTT 3.1.1 PUBLISH, at most once."""
    body = len(topic).to_bytes(2, "big") + topic + payload
    length, rest = bytearray(), len(body)
    while rest > 127:
        length.append(rest & 127 | 128)
        rest >>= 7
    length.append(rest)
    return b"\x30" + bytes(length) + body
