"""How long an exchange may take: between two signs of life, in all, and until nobody wants it."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager


@asynccontextmanager
async def deadline(
    *, begin: float, total: float, stop: asyncio.Event
) -> AsyncGenerator[Callable[[float], None]]:
    """Raise TimeoutError inside after too long, or when `stop` is set; yield what tells of life.

    The first sign of life may take `begin` seconds, the next one as many as are told with each, and
    all `total`, by the time of the event loop.
    """
    loop = asyncio.get_running_loop()
    end = loop.time() + total
    async with asyncio.timeout_at(min(loop.time() + begin, end)) as timeout:

        def alive(idle: float) -> None:
            if not stop.is_set():
                timeout.reschedule(min(loop.time() + idle, end))

        async def end_when_stopped() -> None:
            await stop.wait()
            timeout.reschedule(loop.time())

        stopping = asyncio.create_task(end_when_stopped())
        try:
            yield alive
        finally:
            stopping.cancel()
