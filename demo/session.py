"""`python -m bot demo`: everything on this machine, with no token, no key and no network."""

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final

from demo.page import Page
from demo.process import BotProcess, stop_when_asked
from demo.sheet import save_sheet
from demo.stack import Stack, local_stack
from demo.tour import Tour

STAGED_SECONDS: Final = 0.05
READ_SECONDS: Final = 0.2
"""Seconds between the pieces of an answer in words: for nobody, and for one who reads along."""


async def run(
    *, once: bool, verbose: bool, pictures: Path, host: str, port: int, daily: int, reads: str
) -> int:
    """Run the demo and return its exit status: 0 if every step of the tour got what it should.

    `pictures` is a folder that is there. Unless `once`, a page for a browser is served on `host`
    and `port` (0 takes a free one) until somebody ends it. Each member may have `daily` pictures;
    ben's language is `reads`.
    """
    began = time.monotonic()
    stop_when_asked()
    with tempfile.TemporaryDirectory(prefix="atelier-demo-") as folder:
        async with AsyncExitStack() as held:
            chunk_delay = STAGED_SECONDS if once else READ_SECONDS
            stack = await held.enter_async_context(
                local_stack(
                    Path(folder), chunk_delay=chunk_delay, watched=not once, second_locale=reads
                )
            )
            page = Page(stack.discord, stack.relay, stack.database, host=host, port=port)
            if not once:
                # First of all: a port that is taken is told at once.
                await held.enter_async_context(page)
            settings = {"ATELIER_DAILY_PICTURES": str(daily), "ATELIER_SEARCH": "true"}
            bot = await held.enter_async_context(stack.bot(**settings))
            print(f"Embedded relay    {stack.relay.url}  (paints by rule; it is no AI)")
            print(f"Embedded Discord  {stack.discord.url}")
            if not await started(stack, bot):
                print(f"The bot did not start:\n{bot.log.read_text()}")
                return 1
            print(f"Atelier is ready after {time.monotonic() - began:.1f} s.")
            if not once:
                print(f"\nNow you: {page.url}")
                print(
                    "Open it in a browser, and watch the tour there. It begins now:\n", flush=True
                )
            else:
                print("The tour:\n")
            tour = Tour(stack, bot, pictures, verbose=verbose)
            failures = await tour.play()
            await asyncio.to_thread(save_sheet, pictures / "tour.png", tour.saved)
            unknown = stack.discord.unknown_routes
            if unknown:
                print(f"The bot asked Discord for what it does not have: {unknown}")
            if failures or unknown:
                print(f"\n{failures} steps failed. The bot's log:\n{bot.log.read_text()}")
            else:
                print(f"\nAll of it worked, in {time.monotonic() - began:.1f} s.")
            print(f"The pictures are in {pictures}; tour.png shows them side by side.")
            if not once:
                print(f"Reply to any picture at {page.url}\nCtrl+C ends the demo.", flush=True)
                await asyncio.Event().wait()
            return 1 if failures or unknown else 0


async def started(stack: Stack, bot: BotProcess) -> bool:
    """Tell whether the bot got ready, as soon as it did or ended."""
    ready, ended = asyncio.create_task(stack.ready()), asyncio.create_task(bot.until_ended())
    await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
    ended.cancel()
    if not ready.done():
        ready.cancel()
        return False
    return ready.exception() is None
