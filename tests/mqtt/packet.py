"""Packets of MQTT 3.1.1."""

PUBLISH, PUBACK = 3, 4


class Packet:
    """A packet as it is on the wire, and the parts of a PUBLISH."""

    def __init__(self, kind, flags, body, wire):
        self.kind, self.wire = kind, wire
        self.topic = self.payload = self.acknowledgement = None
        if kind == PUBLISH:
            length = int.from_bytes(body[:2], "big")
            self.topic = body[2 : 2 + length].decode()
            rest = body[2 + length :]
            if flags & 0b110:
                self.acknowledgement = bytes([PUBACK << 4, 2]) + rest[:2]
                rest = rest[2:]
            self.payload = rest


async def read(reader):
    """The next packet of a stream."""
    wire = bytearray(await reader.readexactly(1))
    length = shift = 0
    while True:
        wire += await reader.readexactly(1)
        length |= (wire[-1] & 127) << shift
        shift += 7
        if wire[-1] < 128:
            break
    body = await reader.readexactly(length)
    return Packet(wire[0] >> 4, wire[0] & 15, body, bytes(wire) + body)


def publish(topic, payload):
    """A PUBLISH that is delivered at most once."""
    topic = topic.encode()
    body = len(topic).to_bytes(2, "big") + topic + payload
    length, rest = bytearray(), len(body)
    while rest > 127:
        length.append(rest & 127 | 128)
        rest >>= 7
    length.append(rest)
    return bytes([PUBLISH << 4]) + bytes(length) + body
