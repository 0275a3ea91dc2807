from collections.abc import Sequence

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.conversation import Pointer
from bot.domain.errors import Gone, NoPicture
from bot.interface.attachments import meant_by
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.references import CollectedReferences
from bot.interface.messages.files import shown_pictures
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts, localised
from bot.services.intake import Upload
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job
from cogs.references._view import CollectedView


class UseAsReference(commands.Cog):
    """Take **Use as reference** in a message's Apps menu, and the button of that name."""

    def __init__(
        self,
        jobs: Jobs,
        posted_pictures: PostedPictures,
        references: CollectedReferences,
        view: CollectedView,
        texts: Texts,
    ) -> None:
        """Take what is needed; `menu` is what stands in a message's Apps menu."""
        self._jobs = jobs
        self._posted_pictures = posted_pictures
        self._references = references
        self._view = view
        self._texts = texts
        self.menu = app_commands.ContextMenu(
            name=localised("collect-menu"), callback=self.collect_menu
        )

    async def collect_menu(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Collect all pictures of any message."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        message = await meant_by(message)
        pictures = await self._posted_pictures.seen_in(interaction, message)
        if not pictures:
            raise NoPicture
        await self._collect(interaction, answer, pictures, message.channel.id, message.id)

    async def collect_made(self, interaction: discord.Interaction, job_id: int) -> None:
        """Collect the pictures of a job."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        shown = shown_pictures(await self._jobs.turns_of(job_id))
        if not shown or interaction.message is None:
            raise Gone
        pictures = [Pointer(each.turn.id, each.part) for each in shown]
        channel_id = interaction.channel_id or 0
        await self._collect(interaction, answer, pictures, channel_id, interaction.message.id)

    async def _collect(
        self,
        interaction: discord.Interaction,
        answer: InteractionAnswer,
        pictures: Sequence[Pointer | Upload],
        channel_id: int,
        message_id: int,
    ) -> None:
        left_out = await self._references.collect(
            interaction, pictures, channel_id=channel_id, message_id=message_id
        )
        await answer.show(await self._view.notice(interaction, answer.locale, left_out))
