import re
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.conversation import Pointer
from bot.domain.errors import EmptyPrompt, Gone, NotAllowed, NothingToEdit
from bot.domain.job import JobKind
from bot.domain.model import ModelKind, Thinking
from bot.interface.attachments import (
    emoji_in,
    meant_by,
    message_here,
    opened_on,
    pictures_of,
    uploads,
)
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.references import CollectedReferences
from bot.interface.jobs.requests import edit_request, improvement_request, picture_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.answers import Origin
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.options import anywhere, offered, picture_options
from bot.interface.permissions import is_guest, server_of
from bot.interface.texts import Texts, localised
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import Upload
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.stored import stored_turn
from cogs.edit._forms import EditWish, message_form, read_edit_form


class Edit(commands.Cog):
    """Take `/edit`, **Edit picture** in a message's Apps menu, and submitted edit forms."""

    def __init__(
        self,
        generation: Generation,
        conversations: Conversations,
        models: Models,
        posted_pictures: PostedPictures,
        references: CollectedReferences,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        """Take what is needed; `menu` is what stands in a message's Apps menu."""
        self._generation = generation
        self._conversations = conversations
        self._models = models
        self._posted_pictures = posted_pictures
        self._references = references
        self._runner = runner
        self._texts = texts
        self.menu = anywhere(
            app_commands.ContextMenu(name=localised("edit-menu"), callback=self.edit_menu)
        )

    @app_commands.command(name=localised("edit-name"), description=localised("edit-description"))
    @picture_options(prompt="edit-prompt", image="edit-image")
    async def edit(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, 4000],
        image: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        aspect: str | None = None,
        size: str | None = None,
        model: str | None = None,
        thinking: app_commands.Choice[str] | None = None,
    ) -> None:
        """Edit the given picture, else the newest one of this channel; the others go along."""
        answer = InteractionAnswer(interaction, self._texts)
        await self._runner.announce(answer)
        files = [*uploads([image, image2, image3, image4]), *emoji_in(prompt)]

        async def ask(visit: Visit) -> JobRequest:
            profile = self._models.at(answer.origin.place.guild_id).find(model, ModelKind.IMAGE)
            said = await named(interaction, prompt)
            level = Thinking(thinking.value) if thinking else None
            newest, meant = None, files[:1] if image else []
            if not image:
                newest, meant = await self._newest(interaction)
            if newest is None:
                if not meant:
                    raise NothingToEdit
                accepted = await self._references.take(
                    interaction,
                    visit,
                    files if image else [*meant, *files],
                    most=profile.max_references,
                    needed=1,
                )
                request = picture_request(
                    answer.origin,
                    profile,
                    said,
                    accepted,
                    aspect=aspect,
                    size=size,
                    thinking=level,
                )
                return JobRequest(request, accepted)
            turn = await stored_turn(self._conversations, newest.turn_id)
            accepted = await self._references.take(
                interaction, visit, files, most=profile.room_beside_one, optional=True
            )
            request = edit_request(
                answer.origin,
                profile,
                said,
                accepted,
                turn=turn,
                part=newest.part,
                aspect=aspect,
                size=size,
                thinking=level,
            )
            return JobRequest(request, accepted)

        await self._runner.serve(answer, ask)

    @edit.autocomplete("model")
    async def offer_models(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the image models whose name holds what was typed."""
        return offered(self._models.at(server_of(interaction)), ModelKind.IMAGE, typed)

    async def _newest(
        self, interaction: discord.Interaction
    ) -> tuple[Pointer | None, list[Upload]]:
        """Return the newest picture here, else the one that this thread was opened on.

        That may be one that the bot did not make.
        """
        channel = interaction.channel
        newest = await self._posted_pictures.newest_picture(interaction.channel_id or 0)
        if newest is not None or not isinstance(channel, discord.Thread):
            return newest, []
        if above := await self._posted_pictures.above(channel):
            return above[0], []
        opened = await opened_on(channel, needed=True)
        return None, pictures_of(opened)[:1] if opened else []

    async def edit_menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Ask in a form what should change in a picture of any message.

        When the form comes back, the message is looked for once more: a guest sees its own alone.
        """
        if is_guest(interaction) and message.author.id != interaction.application_id:
            raise NotAllowed(key="error-guest-picture")
        message = await meant_by(message)
        pictures = pictures_of(message)
        if not pictures:
            raise NothingToEdit
        await interaction.response.send_modal(
            message_form(message.id, len(pictures), self._texts, interaction.locale.value)
        )

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Edit the picture that a form is about."""
        wish = read_edit_form(interaction, form)
        is_above = wish.message_id == interaction.channel_id
        above = await self._posted_pictures.above(interaction.channel) if is_above else []
        shown = await self._posted_pictures.pictures_in(wish.message_id) if wish.message_id else []
        # What no channel shows was made for one member alone.
        private = any(not each.channel_id for each in shown)
        origin = InteractionAnswer(interaction, self._texts, private=private).origin
        answer = InteractionAnswer(interaction, self._texts, private=private or wish.improve)
        await self._runner.announce(answer)

        async def ask(visit: Visit) -> JobRequest:
            if not wish.improve:
                return await edited(visit)
            await self._generation.take(visit, JobKind.CHAT, [], most=0, is_held=False)
            asked = await edited(visit)
            writer = self._models.at(origin.place.guild_id).find(None, ModelKind.CHAT)
            return replace(asked, request=improvement_request(answer.origin, writer, asked.request))

        async def edited(visit: Visit) -> JobRequest:
            if not wish.prompt.strip():
                raise EmptyPrompt
            said = replace(wish, prompt=await named(interaction, wish.prompt))
            if wish.job_id is not None:
                pointer = await self._posted_pictures.pointed(interaction, wish.job_id, wish.which)
            elif wish.which < len(above):
                pointer = above[wish.which]
            elif wish.which < len(shown):
                pointer = await self._posted_pictures.checked(interaction, shown[wish.which])
            else:
                return await self._upload_edited(visit, interaction, origin, said)
            return await self._picture_edited(visit, pointer, origin, said)

        await self._runner.serve(answer, ask)

    async def _picture_edited(
        self, visit: Visit, pointer: Pointer, origin: Origin, wish: EditWish
    ) -> JobRequest:
        """Ask for the edit of a picture that the bot made."""
        turn = await stored_turn(self._conversations, pointer.turn_id)
        models = self._models.at(origin.place.guild_id)
        profile = models.recall(turn.model, ModelKind.IMAGE)
        accepted = await self._generation.take(
            visit, JobKind.PICTURE, wish.uploads, most=profile.room_beside_one, optional=True
        )
        request = edit_request(
            origin,
            profile,
            wish.prompt,
            accepted,
            turn=turn,
            part=pointer.part,
            aspect=wish.aspect,
            size=wish.size,
        )
        return JobRequest(request, accepted)

    async def _upload_edited(
        self,
        visit: Visit,
        interaction: discord.Interaction,
        origin: Origin,
        wish: EditWish,
    ) -> JobRequest:
        """Ask for the edit of a picture that the bot did not make, or does not know any more."""
        pictures = pictures_of(await message_here(interaction, wish.message_id or 0))
        meant = pictures[wish.which : wish.which + 1]
        if not meant:
            raise Gone
        profile = self._models.at(origin.place.guild_id).find(None, ModelKind.IMAGE)
        accepted = await self._generation.take(
            visit,
            JobKind.PICTURE,
            [*meant, *wish.uploads],
            most=profile.max_references,
            needed=1,
        )
        request = picture_request(
            origin, profile, wish.prompt, accepted, aspect=wish.aspect, size=wish.size
        )
        return JobRequest(request, accepted)
