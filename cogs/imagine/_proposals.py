import re
from datetime import UTC, datetime
from typing import Final

import discord
from discord import ui

from bot.domain.errors import Gone, NotAllowed, StillAtWork
from bot.domain.job import GenerationRequest, JobKind
from bot.interface.jobs.pending import PendingMessages
from bot.interface.jobs.requests import chosen_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.forms import FORM_SECONDS, fields_of, paragraph
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.texts import Texts
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.improvements import OFFERED_FOR, improvement_of
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job

WORDS_FORM: Final = r"atl:words-form:(?P<job>\d{1,19})"


class Proposals:
    """Paint better words, or those that were there, once their author has chosen.

    What waits is in the request of the job that looked for the words, for a day.
    """

    def __init__(
        self,
        generation: Generation,
        jobs: Jobs,
        runner: JobRunner,
        pending: PendingMessages,
        texts: Texts,
    ) -> None:
        self._generation = generation
        self._jobs = jobs
        self._runner = runner
        self._pending = pending
        self._texts = texts

    async def paint(self, interaction: discord.Interaction, job_id: int) -> None:
        """Paint the new words."""
        proposed = await self._proposed(interaction, job_id)
        await self._paint(interaction, job_id, proposed, await self._words(job_id))

    async def paint_mine(self, interaction: discord.Interaction, job_id: int) -> None:
        """Paint the words as their author wrote them."""
        proposed = await self._proposed(interaction, job_id)
        await self._paint(interaction, job_id, proposed, None)

    async def edit(self, interaction: discord.Interaction, job_id: int) -> None:
        """Open the new words in a form."""
        proposed = await self._proposed(interaction, job_id)
        locale = interaction.locale.value
        title, label = (
            ("form-edit-title", "form-edit-prompt")
            if proposed.pointed
            else ("form-imagine-title", "imagine-prompt")
        )
        form = ui.Modal(
            title=self._texts.get(title, locale),
            custom_id=f"atl:words-form:{job_id}",
            timeout=FORM_SECONDS,
        )
        field = paragraph("prompt", value=await self._words(job_id))
        form.add_item(ui.Label(text=self._texts.get(label, locale), component=field))
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Paint the words as they were changed in a form."""
        job_id = int(form["job"])
        proposed = await self._proposed(interaction, job_id)
        words = "".join(fields_of(interaction).get("prompt", []))
        await self._paint(interaction, job_id, proposed, words, typed=True)

    async def _proposed(self, interaction: discord.Interaction, job_id: int) -> GenerationRequest:
        """Return what waits for whoever pressed; raise NotAllowed, or Gone after a day."""
        job = await stored_job(self._jobs, job_id)
        if job.request.author_id != interaction.user.id:
            raise NotAllowed(key="error-private")
        is_old = datetime.now(UTC) - job.created_at > OFFERED_FOR
        if job.request.proposed is None or is_old:
            raise Gone(key="error-proposal-over")
        return job.request.proposed

    async def _words(self, job_id: int) -> str:
        turns = await self._jobs.turns_of(job_id)
        if not turns:
            raise Gone
        return improvement_of(turns[0].text)

    async def _paint(
        self,
        interaction: discord.Interaction,
        job_id: int,
        proposed: GenerationRequest,
        words: str | None,
        *,
        typed: bool = False,
    ) -> None:
        """Paint it for all to see, unless it was asked for in private; one at a time.

        So a button that is pressed twice is paid once. Who is named in words that were `typed` is
        asked only after the first answer, for which Discord waits three seconds.
        """
        answer = InteractionAnswer(
            interaction, self._texts, private=proposed.private, public=not proposed.private
        )

        async def ask(visit: Visit) -> JobRequest:
            await self._generation.take(visit, JobKind.PICTURE, [], most=0, count=proposed.count)
            said = await named(interaction, words) if typed and words else words
            return JobRequest(chosen_request(answer.origin, proposed, said))

        with self._pending.once(job_id) as is_first:
            if not is_first:
                raise StillAtWork
            await self._runner.announce(answer)
            await self._runner.serve(answer, ask)
