import re
from typing import Final

import discord
from discord import ui

from bot.domain.errors import Gone
from bot.domain.job import JobKind
from bot.domain.model import ModelKind
from bot.interface.attachments import emoji_in
from bot.interface.jobs.requests import improvement_request, picture_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.buttons import EXAMPLES
from bot.interface.messages.forms import (
    FORM_SECONDS,
    fields_of,
    improve_box,
    is_checked,
    paragraph,
    shape_selects,
)
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.admission import Visit
from bot.services.descriptions import description_of
from bot.services.generation import Generation
from bot.services.models import Models
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job

FORM: Final = "atl:imagine-form"
"""All that the form asks for stands in its fields."""


class ImagineForm:
    """Open a prompt in a form, that of a description or an example, and paint what is sent."""

    def __init__(
        self,
        generation: Generation,
        jobs: Jobs,
        models: Models,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        self._generation = generation
        self._jobs = jobs
        self._models = models
        self._runner = runner
        self._texts = texts

    async def open(self, interaction: discord.Interaction, job_id: int) -> None:
        """Show the form, with the prompt as it is stored, to whoever may see the description."""
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        turns = await self._jobs.turns_of(job_id)
        if not turns:
            raise Gone
        prompt = description_of(turns[0].text).to_paint
        await interaction.response.send_modal(self._form(prompt, interaction.locale.value))

    async def open_example(self, interaction: discord.Interaction, number: int) -> None:
        """Show the form with one of the prompts that `/help` gives as examples."""
        if number >= len(EXAMPLES):
            raise Gone
        locale = interaction.locale.value
        prompt = self._texts.get(EXAMPLES[number], locale)
        await interaction.response.send_modal(self._form(prompt, locale))

    def _form(self, prompt: str, locale: str) -> ui.Modal:
        form = ui.Modal(
            title=self._texts.get("form-imagine-title", locale),
            custom_id=FORM,
            timeout=FORM_SECONDS,
        )
        field = paragraph("prompt", value=prompt)
        form.add_item(ui.Label(text=self._texts.get("imagine-prompt", locale), component=field))
        usual = self._texts.get("form-imagine-usual", locale)
        for select in shape_selects(self._texts, locale, placeholder=usual):
            form.add_item(select)
        form.add_item(improve_box(self._texts, locale))
        return form

    async def submitted(self, interaction: discord.Interaction, _form: re.Match[str]) -> None:
        """Paint what a form says, or look for better words first."""
        fields = fields_of(interaction)
        improve = is_checked(fields, "improve")
        prompt = "".join(fields.get("prompt", []))
        origin = InteractionAnswer(interaction, self._texts).origin
        answer = InteractionAnswer(interaction, self._texts, private=improve)
        await self._runner.announce(answer)

        async def ask(visit: Visit) -> JobRequest:
            kind = JobKind.CHAT if improve else JobKind.PICTURE
            models = self._models.at(answer.origin.place.guild_id)
            model = models.find(None, ModelKind.IMAGE)
            accepted = await self._generation.take(
                visit, kind, emoji_in(prompt), most=model.max_references, optional=True
            )
            request = picture_request(
                origin,
                model,
                await named(interaction, prompt),
                accepted,
                aspect=next(iter(fields.get("aspect", [])), None),
                size=next(iter(fields.get("size", [])), None),
            )
            if improve:
                writer = models.find(None, ModelKind.CHAT)
                request = improvement_request(answer.origin, writer, request)
            return JobRequest(request, accepted)

        await self._runner.serve(answer, ask)
