import re

import discord

from bot.domain.area import Area, Grid, cells_of
from bot.domain.conversation import Pointer
from bot.domain.errors import EmptyPrompt, Gone
from bot.domain.job import Job, JobKind
from bot.domain.model import ModelKind
from bot.domain.picture import Picture
from bot.interface.jobs.posted import PostedPictures
from bot.interface.jobs.requests import edit_request, improvement_request, only_in
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import named
from bot.interface.messages.answers import place_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import check_sees, is_of_here
from bot.interface.texts import Texts
from bot.services.admission import Visit
from bot.services.generation import Generation
from bot.services.intake import Intake
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job, stored_turn
from bot.services.versions import Versions
from cogs.area._forms import AreaWish, Pointing, read_area_form
from cogs.area._things import NamedThings


class OnlyHere:
    """Change the part of a picture that a form is about."""

    def __init__(  # noqa: PLR0913, PLR0917 (what it depends on)
        self,
        generation: Generation,
        intake: Intake,
        jobs: Jobs,
        conversations: Conversations,
        models: Models,
        versions: Versions,
        posted_pictures: PostedPictures,
        things: NamedThings,
        runner: JobRunner,
        texts: Texts,
    ) -> None:
        self._generation = generation
        self._intake = intake
        self._jobs = jobs
        self._conversations = conversations
        self._models = models
        self._versions = versions
        self._posted_pictures = posted_pictures
        self._things = things
        self._runner = runner
        self._texts = texts

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Change the part; the answer is for all who see the picture, not for the caller alone."""
        wish = read_area_form(interaction, form)
        job = await stored_job(self._jobs, wish.job_id)
        private = await self._is_private(interaction, wish, job)
        origin = InteractionAnswer(interaction, self._texts, private=private, public=True).origin
        answer = InteractionAnswer(
            interaction, self._texts, private=private or wish.improve, public=True
        )
        await self._runner.announce(answer)

        async def ask(visit: Visit) -> JobRequest:
            if not wish.prompt.strip():
                raise EmptyPrompt
            pointer = await self._pointed(interaction, wish, job)
            turn = await stored_turn(self._conversations, pointer.turn_id)
            picture = turn.picture(pointer.part)
            if picture is None:
                raise Gone
            if wish.improve:
                await self._generation.take(visit, JobKind.CHAT, [], most=0, is_held=False)
            models = self._models.at(origin.place.guild_id)
            profile = models.recall(turn.model, ModelKind.IMAGE)
            accepted = await self._generation.take(
                visit,
                JobKind.PICTURE,
                wish.uploads,
                most=max(0, profile.room_beside_one - len(wish.masks)),
                optional=True,
            )
            request = edit_request(
                origin,
                profile,
                await named(interaction, wish.prompt),
                accepted,
                turn=turn,
                part=pointer.part,
            )
            area = await self._area(visit, wish, job, picture)
            if wish.improve:
                writer = models.find(None, ModelKind.CHAT)
                return JobRequest(
                    improvement_request(answer.origin, writer, request, area), accepted
                )
            return JobRequest(only_in(area, request), accepted)

        await self._runner.serve(answer, ask)

    async def _is_private(self, interaction: discord.Interaction, wish: AreaWish, job: Job) -> bool:
        """Tell whether the picture is for its author alone, and so what is made of it."""
        if wish.how is Pointing.THINGS:
            # What was named is for whoever asked; the picture is for all who see it here.
            place = place_of(interaction.channel, interaction.guild_id)
            return await self._versions.origin(job.request, place) is None
        return job.request.private or not is_of_here(interaction, job)

    async def _pointed(self, interaction: discord.Interaction, wish: AreaWish, job: Job) -> Pointer:
        """Return which picture is meant; raise Gone or NotAllowed."""
        if wish.how is not Pointing.THINGS:
            return await self._posted_pictures.pointed(interaction, wish.job_id, wish.which)
        check_sees(interaction, job)
        if job.request.pointed is None:
            raise Gone
        return job.request.pointed

    async def _area(self, visit: Visit, wish: AreaWish, job: Job, picture: Picture) -> Area:
        """Return which part is meant; raise UnusablePicture for a mask that is none."""
        if wish.how is Pointing.CELLS:
            grid = Grid.over(picture.width, picture.height)
            boxes = grid.boxes(cells_of(wish.chosen))
            if not boxes:
                raise Gone
            return Area(boxes)
        if wish.how is Pointing.THINGS:
            things, _ = await self._things.of(job)
            chosen = [things[at] for at in cells_of(wish.chosen) if at < len(things)]
            if not chosen:
                raise Gone
            boxes = tuple(thing.box for thing in chosen)
            return Area(boxes, name="\n".join(thing.name for thing in chosen))
        if not wish.masks:
            raise Gone
        return Area(mask=await self._intake.take_mask(visit, wish.masks[0], picture))
