"""What an earlier process left behind is brought to its end, without paying for anything twice.

Accepted and not sent: it is made now. Sent and not answered: it may have been billed, so it is
never sent again by itself; its author is told, and has a button. Made and not posted: it is posted,
unless a message that Discord has already shows it.
"""

import asyncio
import logging
from typing import TYPE_CHECKING

import discord

from bot.domain.errors import Interrupted, Restarting
from bot.domain.job import Job, JobKind, JobState, Unfinished
from bot.interface.answers import Answer, ChannelAnswer, Room
from bot.interface.buttons import job_of
from bot.interface.desk import Desk
from bot.interface.reporting import Door
from bot.interface.talk import Talk
from bot.interface.texts import Texts
from bot.services.studio import Studio

if TYPE_CHECKING:
    from bot.interface.client import AtelierClient

log = logging.getLogger(__name__)

PAUSES = (1, 5, 20)
"""Seconds after which a job is looked after again when Discord had no time for it."""

LOOKED_AT = 200
"""How many messages after the one that asked are searched for its answer."""


class Recovery:
    """Look after the jobs of a process that is gone."""

    def __init__(self, studio: Studio, desk: Desk, talk: Talk, texts: Texts, door: Door) -> None:
        self._studio = studio
        self._desk = desk
        self._talk = talk
        self._texts = texts
        self._door = door

    async def left_behind(self) -> list[Unfinished]:
        """Return what is to be looked after; asked before this process takes jobs of its own."""
        return await self._studio.left_behind()

    async def run(self, client: "AtelierClient", left: list[Unfinished]) -> None:
        """Bring every job to its end, side by side; one that fails holds up no other."""

        async def finish(each: Unfinished) -> None:
            try:
                await self._patiently(client, each)
            except Restarting:
                log.info("job %d is left to the next start", each.job.id)
            except Exception:
                log.exception("job %d of an earlier process could not be ended", each.job.id)

        await asyncio.gather(*(finish(each) for each in left))
        if left:
            log.info("looked after %d jobs of an earlier process", len(left))

    async def _patiently(self, client: "AtelierClient", left: Unfinished) -> None:
        """Bring one job to its end, again after a pause where Discord had no time for it."""
        for pause in PAUSES:
            try:
                await self._finish(client, left)
            except (OSError, discord.DiscordServerError) as error:
                log.warning("job %d: again in %d s: %s", left.job.id, pause, type(error).__name__)
                await asyncio.sleep(pause)
            else:
                return
        await self._finish(client, left)

    async def _finish(self, client: "AtelierClient", left: Unfinished) -> None:
        job = left.job
        if await self._studio.state(job) is not left.state:
            return  # somebody's button was faster
        answer, found = await self._answer_to(client, job)
        if left.state is not JobState.ACCEPTED:
            await self._studio.give_back(job)
        server = self._desk if job.order.kind is JobKind.PICTURE else self._talk
        if left.state is JobState.ACCEPTED:
            await server.resume(answer, job)
        elif left.state is JobState.SENT:
            await self._door.report(Interrupted(), answer, job_id=job.id)
        else:
            try:
                await server.hand_over(answer, job, found)
            except Exception as error:  # noqa: BLE001 (the door knows every kind)
                await self._door.report(error, answer, job_id=job.id)

    async def _answer_to(
        self, client: "AtelierClient", job: Job
    ) -> tuple[Answer, discord.Message | None]:
        """Return where a job is answered, and what Discord has of its answer already."""
        author = await client.fetch_user(job.order.author_id)
        channel_id = job.order.place.channel_id
        try:
            channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
        except (discord.NotFound, discord.Forbidden):
            channel = None
        if not isinstance(channel, Room):
            return ChannelAnswer(await author.create_dm(), self._texts, author=author), None
        found = await _find(channel, job, by=client.user)
        # A message that has plain words can't become a layout.
        is_layout = found is not None and not found.content
        message = channel.get_partial_message(found.id) if found and is_layout else None
        answer = ChannelAnswer(channel, self._texts, author=author, message=message, late=True)
        return answer, found


async def _find(channel: Room, job: Job, *, by: discord.abc.User | None) -> discord.Message | None:
    """Find the answer that the bot began: it names the message or interaction that asked."""
    try:
        async for message in channel.history(
            after=discord.Object(job.order.source_id), limit=LOOKED_AT, oldest_first=True
        ):
            named = {
                message.reference.message_id if message.reference else None,
                message.interaction_metadata.id if message.interaction_metadata else None,
            }
            if message.author == by and (job.order.source_id in named or job_of(message) == job.id):
                return message
    except discord.Forbidden:
        log.warning("job %d: the channel's history may not be read", job.id)
    return None
