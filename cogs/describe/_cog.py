from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.conversation import Pointer
from bot.domain.errors import Gone, NoPicture, UnusablePicture
from bot.domain.job import JobKind
from bot.domain.model import ModelKind
from bot.interface.attachments import meant_by, uploads
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.requests import description_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.options import anywhere, option_names
from bot.interface.permissions import is_guest
from bot.interface.texts import Texts, localised
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import AcceptedUploads, Upload
from bot.services.models import Models
from cogs.describe._which import which


class Describe(commands.Cog):
    """Take `/describe`, and **Describe picture** in a message's Apps menu."""

    def __init__(
        self,
        generation: Generation,
        models: Models,
        posted_pictures: PostedPictures,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        """Take what is needed; `menu` is what stands in a message's Apps menu."""
        self._generation = generation
        self._models = models
        self._posted_pictures = posted_pictures
        self._runner = runner
        self._texts = texts
        self.menu = anywhere(
            app_commands.ContextMenu(name=localised("describe-menu"), callback=self.describe_menu)
        )

    @app_commands.command(
        name=localised("describe-name"), description=localised("describe-description")
    )
    @app_commands.describe(image=localised("describe-image"), private=localised("option-private"))
    @app_commands.rename(**option_names("image", "private"))
    @anywhere
    async def describe(
        self,
        interaction: discord.Interaction,
        image: discord.Attachment,
        private: bool = False,  # noqa: FBT001, FBT002 (Discord calls it by its name)
    ) -> None:
        """Describe the given picture, and say what would paint it."""
        answer = InteractionAnswer(interaction, self._texts, private=private)
        await self._runner.announce(answer)
        (picture,) = uploads([image])
        await self._describe(answer, picture)

    async def describe_menu(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Describe the picture of any message, to whoever asks alone; of several, ask which.

        When that is answered, the message is looked for once more: what others wrote, a guest can't
        have looked at then, and gets the first picture described.
        """
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await self._runner.announce(answer)
        message = await meant_by(message)
        pictures = await self._posted_pictures.seen_in(interaction, message)
        if not pictures:
            raise NoPicture
        first = pictures[0]
        if len(pictures) > 1 and is_guest(interaction) and isinstance(first, Upload):
            await self._describe(answer, first, first_of=len(pictures))
            return
        if len(pictures) > 1:
            await answer.show(which(message.id, len(pictures), self._texts, answer.locale))
            return
        await self._describe(answer, first)

    async def chosen(self, interaction: discord.Interaction, message_id: int, number: int) -> None:
        """Describe the picture that was chosen, to whoever chose; the others can still be."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await self._runner.announce(answer)
        pictures = await self._posted_pictures.seen_in(interaction, message_id)
        if number >= len(pictures):
            raise Gone
        await self._describe(answer, pictures[number])

    async def _describe(
        self, answer: InteractionAnswer, picture: Pointer | Upload, *, first_of: int = 0
    ) -> None:
        """Describe a picture; if it is the first of so many, for want of a choice, say so."""

        async def ask(visit: Visit) -> JobRequest:
            accepted = await self._taken(visit, picture)
            if first_of:
                others = UnusablePicture(key="error-guest-first", count=first_of)
                accepted = replace(accepted, skipped=(*accepted.skipped, others))
            request = description_request(
                answer.origin,
                self._models.at(answer.origin.place.guild_id).find(None, ModelKind.CHAT),
                accepted,
                pointed=picture if isinstance(picture, Pointer) else None,
                called=str(self._texts.get("describe-menu", answer.locale)),
                locale=answer.own_locale,
            )
            return JobRequest(request, accepted)

        await self._runner.serve(answer, ask)

    async def _taken(self, visit: Visit, picture: Pointer | Upload) -> AcceptedUploads:
        """Fetch a picture, unless the bot made it: that is stored, and only pointed to."""
        files = [picture] if isinstance(picture, Upload) else []
        return await self._generation.take(
            visit, JobKind.CHAT, files, most=1, needed=len(files), is_held=False
        )
