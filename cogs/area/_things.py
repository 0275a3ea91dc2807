import discord

from bot.domain.area import bits_of
from bot.domain.errors import Gone
from bot.domain.job import Job, JobKind
from bot.domain.model import ModelKind
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.requests import things_request
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.messages.files import ShownPicture
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import add_searches
from bot.interface.messages.things import pictured, things_layout
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.admission import Admission, Visit
from bot.services.generation import Generation
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job
from bot.services.things import Thing, things_in
from cogs.area._buttons import things_button, values_of


class NamedThings:
    """Ask a chat model what is in a picture, and let some of these things be chosen by name.

    What it said is stored with its job, and read anew whenever something is chosen of it.
    """

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        admission: Admission,
        generation: Generation,
        jobs: Jobs,
        conversations: Conversations,
        models: Models,
        posted_pictures: PostedPictures,
        runner: JobRunner,
        thumbnails: Thumbnails,
        texts: Texts,
    ) -> None:
        self._admission = admission
        self._generation = generation
        self._jobs = jobs
        self._conversations = conversations
        self._models = models
        self._posted_pictures = posted_pictures
        self._runner = runner
        self._thumbnails = thumbnails
        self._texts = texts

    async def ask(self, interaction: discord.Interaction, job_id: int, which: int) -> None:
        """Ask for the names; it is an answer in words, and counts as one."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await self._runner.announce(answer)

        async def ask(visit: Visit) -> JobRequest:
            pointer = await self._posted_pictures.pointed(interaction, job_id, which)
            await self._generation.take(visit, JobKind.CHAT, [], most=0, is_held=False)
            request = things_request(
                answer.origin,
                self._models.at(answer.origin.place.guild_id).find(None, ModelKind.CHAT),
                pointer,
                called=str(self._texts.get("here-names", answer.locale)),
            )
            return JobRequest(request)

        await self._runner.serve(answer, ask)

    async def choose(self, interaction: discord.Interaction, job_id: int) -> None:
        """Mark what was chosen, and offer to go on with it."""
        await interaction.response.defer()
        async with self._admission.look(author_id=interaction.user.id):
            job = await stored_job(self._jobs, job_id)
            check_sees(interaction, job)
            things, shown = await self.of(job)
            chosen = [number for number in values_of(interaction) if number < len(things)]
            if not chosen:
                raise Gone
            locale = interaction.locale.value
            alt = str(self._texts.get("here-things-alt", locale))
            boxes = [thing.box for thing in things]
            label = self._texts.get("form-edit-prompt", locale)
            button = things_button(job_id, bits_of(chosen), label)
            async with self._thumbnails.with_boxes(shown, boxes, chosen, alt) as file:
                layout = things_layout(
                    job_id, things, file, self._texts, locale, button, chosen=chosen
                )
                add_searches(layout, shown.turn.grounding.searches)
                await interaction.edit_original_response(view=layout, attachments=[file.open()])

    async def of(self, job: Job) -> tuple[list[Thing], ShownPicture]:
        """Return what was named, and in which picture; raise Gone if it is no longer kept."""
        turns = await self._jobs.turns_of(job.id)
        if not turns:
            raise Gone
        return things_in(turns[0].text), await pictured(self._conversations, job)
