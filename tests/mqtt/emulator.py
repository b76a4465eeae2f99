"""Runs MiniStack on the loopback interface only.

BIND_HOST changes the address of its HTTP port only; its MQTT listener always binds 0.0.0.0. That address is
replaced with 127.0.0.1 here, and any other bind is refused before the system call.
"""

import asyncio
import errno
import ipaddress
import socket
import sys


def refuse_other_interfaces(event, arguments):
    if event != "socket.bind":
        return
    bound, address = arguments
    if bound.family not in (socket.AF_INET, socket.AF_INET6):
        return
    host = "127.0.0.1" if address[0] == "localhost" else address[0]
    # "" means every interface, and is not an address.
    if not host or not ipaddress.ip_address(host).is_loopback:
        raise PermissionError(errno.EACCES, f"{address!r} is not on the loopback interface")


def main():
    sys.addaudithook(refuse_other_interfaces)
    create_server = asyncio.BaseEventLoop.create_server

    async def create_loopback_server(self, factory, host=None, port=None, **options):
        host = "127.0.0.1" if host == "0.0.0.0" else host
        return await create_server(self, factory, host, port, **options)

    asyncio.BaseEventLoop.create_server = create_loopback_server

    from ministack.app import main as ministack

    ministack()


main()
