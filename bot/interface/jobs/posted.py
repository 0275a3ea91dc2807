"""Which pictures the messages show that the bot has posted."""

import discord

from bot.domain.conversation import Pointer
from bot.domain.errors import Gone, NotAllowed
from bot.domain.job import Job, Shown
from bot.interface.attachments import message_here, pictures_of
from bot.interface.jobs.pending import PendingMessages
from bot.interface.messages.buttons import job_of
from bot.interface.messages.files import ShownPicture, positions, shown_pictures
from bot.interface.permissions import check_sees
from bot.services.intake import Upload
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.ports.messages import Messages
from bot.services.stored import stored_job, stored_turn
from bot.services.versions import present_picture


class PostedPictures:
    """Find the pictures that members point to."""

    def __init__(
        self,
        jobs: Jobs,
        conversations: Conversations,
        messages: Messages,
        pending: PendingMessages,
    ) -> None:
        self._jobs = jobs
        self._conversations = conversations
        self._messages = messages
        self._pending = pending

    async def of_job(
        self, interaction: discord.Interaction, job_id: int
    ) -> tuple[Job, list[ShownPicture]]:
        """Return a job and its gallery; raise NotAllowed where somebody may not see it."""
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        return job, shown_pictures(await self._jobs.turns_of(job.id))

    async def pointed(self, interaction: discord.Interaction, job_id: int, which: int) -> Pointer:
        """Point to the picture at this place of a job's gallery."""
        _, shown = await self.of_job(interaction, job_id)
        if which >= len(shown):
            raise Gone
        return Pointer(shown[which].turn.id, shown[which].part)

    async def pictures_in(self, message_id: int) -> list[Shown]:
        """Return the pictures that a message shows, if the bot made them."""
        return [each for each in await self.shown_in(message_id, None) if each.part is not None]

    async def above(self, channel: object) -> list[Pointer]:
        """Return the pictures of the bot on which a thread was opened: all see them there."""
        if not isinstance(channel, discord.Thread):
            return []
        return [
            Pointer(shown.turn_id, shown.part)
            for shown in await self.pictures_in(channel.id)
            if shown.part is not None and shown.channel_id == channel.parent_id
        ]

    async def seen_in(
        self, interaction: discord.Interaction, message: discord.Message | int
    ) -> list[Pointer | Upload]:
        """Return the pictures of a message that whoever started this sees here.

        What the bot made is pointed to, any other picture is named. A message of which only the id
        is given is fetched if it is needed: raise Gone or MissingPermissions where it can't be.
        """
        message_id = message if isinstance(message, int) else message.id
        channel = interaction.channel
        if isinstance(channel, discord.Thread) and message_id == channel.id:
            made = await self.above(channel)
        else:
            shown = await self.pictures_in(message_id)
            made = [await self.checked(interaction, each) for each in shown]
        if made:
            return [*made]
        if isinstance(message, int):
            message = await message_here(interaction, message)
        return [*pictures_of(message)]

    async def checked(self, interaction: discord.Interaction, shown: Shown) -> Pointer:
        """Point to a picture of this channel, or of the caller alone; else raise NotAllowed."""
        turn = await stored_turn(self._conversations, shown.turn_id)
        if not shown.channel_id and turn.author_id != interaction.user.id:
            raise NotAllowed(key="error-private")
        if shown.part is None or shown.channel_id not in {0, interaction.channel_id}:
            raise NotAllowed(key="error-elsewhere")
        return Pointer(turn.id, shown.part)

    async def shown_in(self, message_id: int, message: discord.Message | None) -> list[Shown]:
        """Return what a message shows; while it is being made, wait for it.

        `message` is one of the bot's own: it is in Discord before it is written down what it shows,
        and a process may end between the two. Then its buttons tell.
        """
        await self._pending.wait(message_id)
        shown = await self._messages.shown_in(message_id)
        job_id = job_of(message) if message and not shown else None
        if job_id is None:
            return shown
        turns = await self._jobs.turns_of(job_id)
        return positions(message_id, turns, message.channel.id) if turns and message else []

    async def newest_picture(self, channel_id: int) -> Pointer | None:
        """Return the picture posted last in a channel or thread, or what was gone back to there."""
        await self._pending.posted(channel_id)
        return await present_picture(self._conversations, self._messages, channel_id)
