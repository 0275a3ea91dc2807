from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.job import JobKind
from bot.domain.model import ModelKind, Thinking
from bot.interface.attachments import emoji_in, uploads
from bot.interface.jobs.avatars import AvatarReferences
from bot.interface.jobs.references import CollectedReferences
from bot.interface.jobs.requests import improvement_request, picture_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.options import offered, picture_options
from bot.interface.permissions import server_of
from bot.interface.texts import Texts, localised
from bot.services.access import wanted
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.models import Models


class Imagine(commands.Cog):
    """Take `/imagine`."""

    def __init__(
        self,
        generation: Generation,
        references: CollectedReferences,
        avatars: AvatarReferences,
        models: Models,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        self._generation = generation
        self._references = references
        self._avatars = avatars
        self._models = models
        self._runner = runner
        self._texts = texts

    @app_commands.command(
        name=localised("imagine-name"), description=localised("imagine-description")
    )
    @picture_options(
        prompt="imagine-prompt",
        image="option-reference",
        person="option-person",
        count="option-count",
        search="option-search",
        private="option-private",
        improve="option-improve",
    )
    async def imagine(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
        self,
        interaction: discord.Interaction,
        prompt: app_commands.Range[str, 1, 4000],
        image: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        person: discord.Member | discord.User | None = None,
        aspect: str | None = None,
        size: str | None = None,
        model: str | None = None,
        count: app_commands.Range[int, 1, 4] = 1,
        thinking: app_commands.Choice[str] | None = None,
        search: bool = False,  # noqa: FBT001, FBT002 (Discord calls it by its name)
        private: bool = False,  # noqa: FBT001, FBT002 (Discord calls it by its name)
        improve: bool = False,  # noqa: FBT001, FBT002 (Discord calls it by its name)
    ) -> None:
        """Make pictures from words; with references, compose from them.

        `person` is whose avatar goes along. With `improve`, better words come first, to be chosen
        by the caller alone.
        """
        answer = InteractionAnswer(interaction, self._texts, private=private or improve)
        await self._runner.announce(answer)
        files = uploads([image, image2, image3, image4])
        emoji = emoji_in(prompt)
        features = wanted(search=search, person=person is not None)

        async def ask(visit: Visit) -> JobRequest:
            models = self._models.at(answer.origin.place.guild_id)
            profile = models.find(model, ModelKind.IMAGE)
            if improve:
                # Nothing is fetched where the day has no room for the words.
                await self._generation.take(visit, JobKind.CHAT, [], most=0, is_held=False)
            if person:
                # Nobody is asked for theirs where the day has no room for the pictures.
                await self._generation.take(
                    visit, JobKind.PICTURE, [], most=0, count=count, features=features
                )
            avatars = [await self._avatars.of(interaction, person)] if person else []
            accepted = await self._references.take(
                interaction,
                visit,
                [*avatars, *files, *emoji],
                most=profile.max_references,
                needed=len(avatars),
                optional=not files,
                count=count,
                features=features,
            )
            said = await named(interaction, prompt)
            request = picture_request(
                answer.origin,
                profile,
                said,
                accepted,
                aspect=aspect,
                size=size,
                count=count,
                thinking=Thinking(thinking.value) if thinking else None,
                search=search,
            )
            request = replace(request, person_id=person.id if person else None)
            if improve:
                writer = models.find(None, ModelKind.CHAT)
                proposed = replace(request, private=private)
                request = improvement_request(answer.origin, writer, proposed)
            return JobRequest(request, accepted)

        await self._runner.serve(answer, ask)

    @imagine.autocomplete("model")
    async def offer_models(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the image models whose name holds what was typed."""
        return offered(self._models.at(server_of(interaction)), ModelKind.IMAGE, typed)
