from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

import discord

from bot.domain.model import ModelKind
from bot.domain.style import Style
from bot.interface.attachments import emoji_in
from bot.interface.jobs.references import CollectedReferences
from bot.interface.jobs.requests import styled_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.services.admission import Visit
from bot.services.intake import Upload
from bot.services.models import Models

Find: TypeAlias = Callable[[], Awaitable[Style]]
"""Finds the style that is meant; raises a RequestError."""


class StylePainter:
    """Paint in a style, as `/imagine` paints."""

    def __init__(self, references: CollectedReferences, models: Models, runner: JobRunner) -> None:
        self._references = references
        self._models = models
        self._runner = runner

    async def paint(
        self,
        interaction: discord.Interaction,
        answer: InteractionAnswer,
        find: Find,
        prompt: str,
        files: Sequence[Upload],
        *,
        count: int = 1,
    ) -> None:
        """Make what somebody asks for; what they give themselves goes before what is kept."""
        await self._runner.announce(answer)

        async def ask(visit: Visit) -> JobRequest:
            style = await find()
            models = self._models.at(answer.origin.place.guild_id)
            is_barred = style.model is not None and models.bars(style.model, ModelKind.IMAGE)
            profile = models.find(None if is_barred else style.model, ModelKind.IMAGE)
            accepted = await self._references.take(
                interaction,
                visit,
                [*files, *emoji_in(prompt)],
                most=profile.max_references,
                optional=not files,
                count=count,
                style=style.pictures,
            )
            said = await named(interaction, prompt)
            request = styled_request(answer.origin, profile, said, accepted, style, count=count)
            # The answer then says that another model was asked than the style wants.
            request = replace(request, model=style.model or profile.id)
            return JobRequest(request, accepted)

        await self._runner.serve(answer, ask)
