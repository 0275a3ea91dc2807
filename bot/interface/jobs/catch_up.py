"""What was said while the bot was not listening is heard when it is back.

Discord tells again what was missed in a session that is resumed, and nothing of what was said
before one that begins: after a restart, or where the session was lost. So it is looked back, where
something of the bot's own is as young as an hour, a page a place. Whatever was dealt with before
is left alone; the rest is told to whoever listens, as if Discord told it now.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

import discord

from bot.domain.counting import counted
from bot.domain.errors import StorageFailed
from bot.interface.discord_retry import retrying
from bot.interface.lookup import TROUBLE
from bot.interface.messages.answers import MessageableChannel
from bot.interface.permissions import lacking
from bot.services.missed_messages import Gap, MissedMessages
from bot.services.ports.members import Heard

log = logging.getLogger(__name__)

LIVELY: Final = timedelta(hours=1)
"""How young something of the bot's own must be in a place that is looked into."""

ANSWERED: Final = timedelta(minutes=10)
"""How old a message may be that is answered all the same."""

LOOK_UPS: Final = 50
"""How many questions Discord is asked at most."""

PAUSE: Final = 0.5
"""Seconds between two places: Discord allows 50 requests a second for all that is done."""

PAGE: Final = 100
"""Discord docs, Get Channel Messages: how many it tells of at once."""


class CatchUp:
    """Look for what was missed."""

    def __init__(self, missed_messages: MissedMessages, past: Heard) -> None:
        self._missed_messages = missed_messages
        self._past = past
        self._ready = asyncio.Event()

    def begin(self) -> None:
        """Look now: channels are known. What is looked for at the moment begins anew."""
        self._ready.set()

    async def run(self, client: discord.Client) -> None:
        """Look whenever something may have been missed, as long as this runs."""
        while True:
            await self._ready.wait()
            self._ready.clear()
            if (gap := self._missed_messages.gap) is None:
                continue
            try:
                found = await self._look(client, gap)
            except StorageFailed as error:
                log.warning("what was said meanwhile can't be looked for: %s", error.detail)
            except Exception:
                log.exception("what was said meanwhile could not be looked for")
            else:
                if found:
                    log.info("said meanwhile, and heard now: %s", counted(found, "message"))
            self._missed_messages.caught_up(gap)

    async def _look(self, client: discord.Client, gap: Gap) -> int:
        """Look into one place after the other; return how many messages were told."""
        now = discord.utils.utcnow()
        since = max(gap.since, discord.utils.time_snowflake(now - ANSWERED))
        left, found = LOOK_UPS, 0
        for channel_id in await self._past.lively(now - LIVELY, most=LOOK_UPS):
            # A channel that discord.py does not know is asked for, too.
            left -= 1 if client.get_channel(channel_id) else 2
            if left < 0 or self._missed_messages.gap is not gap:
                break
            try:
                page = await retrying(partial(_page, client, channel_id, since))
            except TROUBLE as error:
                log.warning("channel %d can't be looked back at: %s", channel_id, _reason(error))
                page = []
            for message in await self._missed(page, by=client.user):
                client.dispatch("message", message)
                found += 1
            await asyncio.sleep(PAUSE)
        return found

    async def _missed(
        self, page: Sequence[discord.Message], *, by: discord.abc.User | None
    ) -> list[discord.Message]:
        """Leave out what asked for a job, or was replied to: it was dealt with before."""
        ours = [each.reference for each in page if each.author == by]
        answered = {reference.message_id for reference in ours if reference}
        said = [each for each in page if not each.author.bot and each.id not in answered]
        asked = await self._past.asked_among([each.id for each in said]) if said else set[int]()
        return [each for each in said if each.id not in asked]


async def _page(client: discord.Client, channel_id: int, since: int) -> list[discord.Message]:
    """Return the newest messages of a channel that are newer than this, oldest first.

    All that came after one of them is among them, its answer too. Where the bot may not read what
    was said there is none.
    """
    channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    if not isinstance(channel, MessageableChannel):
        return []
    if channel.guild is not None:
        allowed = channel.permissions_for(channel.guild.me)
        if lacking(allowed, "view_channel", "read_message_history"):
            return []
    newest = channel.history(limit=PAGE, after=discord.Object(since), oldest_first=False)
    return [message async for message in newest][::-1]


def _reason(error: Exception) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{error.status} {error.code}"
    return type(error).__name__
