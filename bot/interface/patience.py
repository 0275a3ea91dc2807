"""Discord's short bad moments: what they look like, and waiting until they are over."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import discord

log = logging.getLogger(__name__)

PASSING: Final = (ConnectionError, TimeoutError, discord.DiscordServerError)
"""What says that Discord, or the way to it, broke down for a while."""

PAUSES: Final = (0.5, 2.0, 4.0)
"""Seconds before something is tried again that Discord broke down over."""

T = TypeVar("T")


async def patiently(attempt: Callable[[], Awaitable[T]]) -> T:
    """Try again where Discord broke down, or the connection broke off: perhaps after it was done.

    So it is for what may happen twice: an edit, or a message with a nonce. Each attempt opens its
    files anew.
    """
    for pause in PAUSES:
        try:
            return await attempt()
        except PASSING as error:
            log.warning("Discord broke down, again in %.1f s: %s", pause, type(error).__name__)
            await asyncio.sleep(pause)
    return await attempt()
