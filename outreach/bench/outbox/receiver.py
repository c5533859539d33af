"""Answers every request with 204, and counts: `python -m … 127.0.0.1 127.0.0.2 …`.

Prints its port, then on every line it is given how many requests it has answered so far.
"""

from __future__ import annotations

import asyncio
import sys


class Answering(asyncio.Protocol):
    """As little as a receiver can do: reads a whole request, answers it, keeps the connection."""

    answered = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport, self.waiting = transport, b""

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while (end := self.waiting.find(b"\r\n\r\n")) >= 0:
            head = self.waiting[:end].lower()
            length = head.partition(b"content-length:")[2].split(b"\r\n", 1)[0]
            whole = end + 4 + int(length or 0)
            if len(self.waiting) < whole:
                return
            self.waiting = self.waiting[whole:]
            Answering.answered += 1
            self.transport.write(b"HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n")


async def serve(hosts: list[str]) -> None:
    """Listen on all of these addresses at the same port, until stdin ends."""
    loop = asyncio.get_running_loop()
    first = await loop.create_server(Answering, hosts[0], 0)
    port = first.sockets[0].getsockname()[1]
    for host in hosts[1:]:
        await loop.create_server(Answering, host, port)
    print(port, flush=True)
    while await loop.run_in_executor(None, sys.stdin.readline):
        print(Answering.answered, flush=True)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1:]))
