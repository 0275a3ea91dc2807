#!/usr/bin/env bash
# aiohttp 3.14.5, client: half a gzip body counts as a whole one where its Content-Length is right.
#
# RFC 1952, section 2.3: a member ends with a checksum and a length, which tell that it is whole.
# aiohttp unpacks what comes, and does not ask at the end whether the packing ended: what a gateway
# cut short, or packed and flushed without finishing, is delivered without an error.
#
# Seen: of 102,400 bytes packed, half of the packed bytes are read as 51,7xx bytes, status 200.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'aiohttp==3.14.5'
cat >"$work/try.py" <<'PY'
import asyncio
import gzip
import random

import aiohttp

WHOLE = random.Random(1).randbytes(102_400)


async def main() -> None:
    packed = gzip.compress(WHOLE)
    half = packed[: len(packed) // 2]
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(half)}\r\n\r\n"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(head.encode() + half)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        body = await answer.read()
    server.close()
    print(f"aiohttp {aiohttp.__version__}: {len(body)} of {len(WHOLE)} bytes, and no error")
    assert 0 < len(body) < len(WHOLE), "this has changed"


asyncio.run(main())
PY
"$work/venv/bin/python" "$work/try.py"
