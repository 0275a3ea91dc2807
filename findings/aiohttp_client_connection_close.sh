#!/usr/bin/env bash
# aiohttp 3.14.5, client: a request that says `Connection: close` does not close its connection.
#
# RFC 9112, section 9.6: a client that sends the `close` option must not send further requests on
# that connection. aiohttp sends the header that it was given, and then goes by the answer alone:
# where that says keep-alive, the connection goes back to the pool and carries the next request. A
# server that closes it in the meantime, as it was asked to, meets the next POST with a reset, and
# nobody can tell whether it was taken. `TCPConnector(force_close=True)` is what closes it.
#
# Seen: five requests in a row use 1 connection with the header, 5 with force_close.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'aiohttp==3.14.5'
cat >"$work/try.py" <<'PY'
import asyncio

import aiohttp

REQUESTS = 5
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok"


async def connections(*, force_close: bool) -> int:
    """Count the connections that five requests with `Connection: close` arrive on."""
    opened = 0
    asked_to_close = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal opened, asked_to_close
        opened += 1
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                asked_to_close += b"connection: close" in head.lower()
                writer.write(ANSWER)
                await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    connector = aiohttp.TCPConnector(force_close=force_close)
    async with aiohttp.ClientSession(connector=connector) as session:
        for _ in range(REQUESTS):
            async with session.get(url, headers={"Connection": "close"}) as answer:
                await answer.read()
    server.close()
    assert asked_to_close == REQUESTS, asked_to_close
    return opened


async def main() -> None:
    with_header = await connections(force_close=False)
    forced = await connections(force_close=True)
    print(f"aiohttp {aiohttp.__version__}: {REQUESTS} requests that say Connection: close")
    print(f"connections: {with_header} with the header alone, {forced} with force_close=True")
    assert (with_header, forced) == (1, REQUESTS), "this has changed"


asyncio.run(main())
PY
"$work/venv/bin/python" "$work/try.py"
