"""What was left behind is brought to its end, without paying for anything twice.

An earlier process leaves jobs behind, and so does a time in which Discord took no answers, even to
this process. Accepted and not sent: it is made now. Sent and not answered: it may have been billed,
so it is never sent again by itself; its author is told, and has a button. Made and not posted: it
is posted, unless a message that Discord has already shows it.
"""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import discord

from bot.domain.errors import AlreadyShown, Interrupted, NotAllowed, Restarting, StorageFailed
from bot.domain.job import Job, JobKind, JobState, Unfinished
from bot.interface.answers import Answer, ChannelAnswer, Room
from bot.interface.buttons import job_of
from bot.interface.desk import Desk
from bot.interface.patience import PASSING
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

AGAIN: Final = timedelta(seconds=30)
"""How often it is looked for jobs that nobody is at work on, and how long they lie there before."""


class Recovery:
    """Look after the jobs that nobody is at work on."""

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
        """End what an earlier process left, then look again and again for what lies about."""
        await self._finish_all(client, left)
        if left:
            log.info("looked after %d jobs of an earlier process", len(left))
        while True:
            await asyncio.sleep(AGAIN.total_seconds())
            await self.look_again(client, idle=AGAIN)

    async def look_again(self, client: "AtelierClient", *, idle: timedelta) -> None:
        """End the jobs that nobody has touched for so long."""
        try:
            left = await self._studio.left_behind(idle=idle)
        except StorageFailed as error:
            log.warning("unfinished jobs could not be read: %s", error.detail)
        else:
            await self._finish_all(client, left)

    async def _finish_all(self, client: "AtelierClient", left: list[Unfinished]) -> None:
        """Bring every job to its end, side by side; one that fails holds up no other."""

        async def finish(each: Unfinished) -> None:
            try:
                await self._patiently(client, each)
            except Restarting:
                log.info("job %d is left to the next start", each.job.id)
            except PASSING:
                log.warning("job %d is looked after again later", each.job.id)
            except Exception as error:
                log.exception("job %d could not be brought to its end", each.job.id)
                await self._give_up(each, error)

        await asyncio.gather(*(finish(each) for each in left))

    async def _give_up(self, left: Unfinished, error: Exception) -> None:
        """End a job that nothing can be done for: what it made is kept, the rest is given back."""
        with suppress(StorageFailed):
            if left.state is JobState.ACCEPTED:
                await self._studio.abandon(left.job, error)
                return
            await self._studio.give_back(left.job)
            if left.state is JobState.MADE:
                await self._studio.keep(left.job)

    async def _patiently(self, client: "AtelierClient", left: Unfinished) -> None:
        """Bring one job to its end, again after a pause where Discord had no time for it."""
        for pause in PAUSES:
            try:
                await self._finish(client, left)
            except PASSING as error:
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
        if left.state is JobState.MADE:
            await self._studio.give_back(job)
        server = self._desk if job.order.kind is JobKind.PICTURE else self._talk
        if left.state is JobState.ACCEPTED:
            await server.resume(answer, job)
        elif left.state is JobState.SENT:
            await self._tell_of(answer, job)
            await self._studio.give_back(job)
        elif job.called_off:
            await self._keep(answer, job)
        else:
            await self._hand_over(server, answer, job, found)

    async def _keep(self, answer: Answer, job: Job) -> None:
        try:
            await self._desk.keep(answer, job)
        except PASSING:
            raise
        except (discord.HTTPException, NotAllowed) as error:
            await self._door.report(error, answer, job_id=job.id)

    async def _tell_of(self, answer: Answer, job: Job) -> None:
        """Tell that a job may have been billed; raise only where that can be done later."""
        try:
            await self._door.tell(Interrupted(), answer, job_id=job.id)
        except PASSING:
            raise
        except discord.HTTPException as error:
            log.warning("job %d: its author can't be told: %s", job.id, error.code)

    async def _hand_over(
        self, server: Desk | Talk, answer: Answer, job: Job, found: discord.Message | None
    ) -> None:
        try:
            await server.hand_over(answer, job, found)
        except AlreadyShown:
            log.info("job %d: somebody's button was faster", job.id)
        except PASSING:
            raise  # Discord has no time for an error line either
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            # Another time would end the same; its author has a button, and is asked again.
            await self._studio.keep(job)
            await self._door.report(error, answer, job_id=job.id)

    async def _answer_to(
        self, client: "AtelierClient", job: Job
    ) -> tuple[Answer, discord.Message | None]:
        """Return where a job is answered, and what Discord has of its answer already."""
        author = await client.fetch_user(job.order.author_id)
        channel = None if job.order.private else await _room(client, job)
        found = await _find(channel, job, by=client.user) if channel else None
        if channel is None or not found or job_of(found) != job.id:
            directly = await author.create_dm()
            shown = await _find(directly, job, by=client.user)
            if channel is None or (shown and job_of(shown) == job.id):
                return ChannelAnswer(directly, self._texts, author=author), shown
        # A message that has plain words can't become a layout.
        is_layout = found is not None and not found.content
        message = channel.get_partial_message(found.id) if found and is_layout else None
        answer = ChannelAnswer(channel, self._texts, author=author, message=message, late=True)
        return answer, found


async def _room(client: "AtelierClient", job: Job) -> Room | None:
    """Return the channel where a job was asked; None where it is gone or out of sight."""
    channel_id = job.order.place.channel_id
    try:
        channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        return None
    return channel if isinstance(channel, Room) else None


async def _find(channel: Room, job: Job, *, by: discord.abc.User | None) -> discord.Message | None:
    """Find the message that shows a job, else the answer that the bot began.

    That names the message or interaction that asked, or the job by a button.
    """
    begun: discord.Message | None = None
    try:
        async for message in channel.history(
            after=discord.Object(job.order.source_id), limit=LOOKED_AT, oldest_first=True
        ):
            named = {
                message.reference.message_id if message.reference else None,
                message.interaction_metadata.id if message.interaction_metadata else None,
            }
            if message.author != by:
                continue
            if job_of(message) == job.id:
                return message
            if job.order.source_id in named or job_of(message, shown=False) == job.id:
                begun = begun or message
    except discord.Forbidden:
        log.warning("job %d: the channel's history may not be read", job.id)
    return begun
