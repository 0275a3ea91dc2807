"""Take a post of the bot away, with all that is kept of it."""

from collections.abc import Sequence

import discord

from bot.domain.deletion import Deleted, Deletion
from bot.domain.errors import Gone, NotAllowed
from bot.domain.job import POINTS, Shown
from bot.interface.jobs.posted import PostedPictures
from bot.interface.lookup import UNKNOWN_MESSAGE
from bot.interface.markup import Markup
from bot.interface.messages.log_channel import LogChannel
from bot.interface.permissions import server_of
from bot.services.deletion_queue import DeletionQueue
from bot.services.ports.conversations import Conversations
from bot.services.ports.messages import Messages
from bot.services.stored import stored_turn


class Removal:
    """Delete posts, for the author of what they show and for the moderators of their channel."""

    def __init__(
        self,
        posted_pictures: PostedPictures,
        messages: Messages,
        conversations: Conversations,
        deletions: DeletionQueue,
        log_channel: LogChannel,
    ) -> None:
        self._posted_pictures = posted_pictures
        self._messages = messages
        self._conversations = conversations
        self._deletions = deletions
        self._log_channel = log_channel

    async def check(
        self, interaction: discord.Interaction, message_id: int
    ) -> tuple[Sequence[Shown], int]:
        """Return what a message shows that the caller may delete, and who asked for it.

        Raise NotAllowed where they may not, and Gone where it shows nothing.
        """
        shown, author_id = await self._shown_in(message_id)
        channel_id = shown[0].channel_id
        if channel_id not in {0, interaction.channel_id}:
            raise NotAllowed(key="error-elsewhere")
        if author_id != interaction.user.id:
            if not channel_id:
                raise NotAllowed(key="error-private")
            if not interaction.permissions.manage_messages:
                raise NotAllowed(key="error-not-yours", member=Markup(f"<@{author_id}>"))
        return shown, author_id

    async def remove(self, interaction: discord.Interaction, message_id: int) -> None:
        """Delete a post, of a long answer all of its messages, and let what they show be forgotten.

        A message that only one member sees can't be deleted by the bot: they dismiss it. One that
        only points to what they show is somebody else's answer, and stays.
        """
        shown, author_id = await self.check(interaction, message_id)
        await self._remove(interaction, message_id, shown, author_id)

    async def remove_reported(
        self, interaction: discord.Interaction, channel_id: int, message_id: int
    ) -> None:
        """Do the same from another channel of the server, by the permissions in the post's own."""
        guild, member = interaction.guild, interaction.user
        channel = guild.get_channel_or_thread(channel_id) if guild else None
        shown, author_id = await self._shown_in(message_id)
        if channel is None or shown[0].channel_id != channel_id:
            raise Gone(key="error-nothing-to-delete")
        is_member = isinstance(member, discord.Member)
        if not is_member or not channel.permissions_for(member).manage_messages:
            raise NotAllowed(key="error-not-yours", member=Markup(f"<@{author_id}>"))
        await self._remove(interaction, message_id, shown, author_id)

    async def _shown_in(self, message_id: int) -> tuple[Sequence[Shown], int]:
        """Return what a message shows, and who asked for it; raise Gone where that is nothing."""
        shown = await self._posted_pictures.shown_in(message_id, None)
        shown = [each for each in shown if each.position != POINTS]
        if not shown:
            raise Gone(key="error-nothing-to-delete")
        return shown, (await stored_turn(self._conversations, shown[0].turn_id)).author_id

    async def _remove(
        self,
        interaction: discord.Interaction,
        message_id: int,
        shown: Sequence[Shown],
        author_id: int,
    ) -> None:
        channel_id = shown[0].channel_id
        pages = {message_id}
        for turn_id in {each.turn_id for each in shown}:
            everywhere = await self._messages.shown_of(turn_id)
            pages |= {
                each.message_id
                for each in everywhere
                if each.channel_id == channel_id and each.position != POINTS
            }
        if channel_id:
            channel = interaction.client.get_partial_messageable(channel_id)
            for page in sorted(pages):
                await _delete(channel.get_partial_message(page))
        self._deletions.add(Deletion(Deleted.MESSAGE, page) for page in pages)
        guild_id = server_of(interaction)
        if guild_id is not None and author_id != interaction.user.id:
            self._log_channel.deleted(guild_id, interaction.user.id, author_id, channel_id)


async def _delete(message: discord.PartialMessage) -> None:
    """Delete a message that may be gone already; any other trouble is for the caller to hear of."""
    try:
        await message.delete()
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
