"""Work that goes on beside all else, from when it is entered until it is left."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def in_background(run: Callable[[], Coroutine[Any, Any, None]]) -> AsyncGenerator[None]:
    """Let this run as long as it is held; at the end it is cancelled, and waited for."""
    task = asyncio.create_task(run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])
