"""Run a server aside: on a thread with an event loop of its own."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any


@asynccontextmanager
async def aside(server: AbstractAsyncContextManager[object]) -> AsyncGenerator[None]:
    """Enter and leave a server on another thread: what happens on this one does not hold it up."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def there(work: Coroutine[Any, Any, object]) -> None:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, loop))

    try:
        await there(server.__aenter__())
        try:
            yield
        finally:
            await there(server.__aexit__(None, None, None))
            await there(_end_the_rest())
    finally:
        loop.call_soon_threadsafe(loop.stop)
        await asyncio.to_thread(thread.join)
        loop.close()


async def _end_the_rest() -> None:
    """Cancel what the server left running, such as an answer that never comes."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.get_running_loop().shutdown_default_executor()
