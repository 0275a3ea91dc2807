"""The front desk: what buttons and cogs ask of jobs, and of the messages that show them."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import discord

from bot.domain.conversation import Pointer, Turn
from bot.domain.errors import AlreadyShown, Gone, NotAllowed, StillAtWork
from bot.domain.job import UNSHOWN, Job, JobState, Shown
from bot.interface.access import check_owns, check_sees, is_of_here
from bot.interface.buttons import job_of
from bot.interface.errors import kept
from bot.interface.jobs.pending import Unfinished
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.messages.answers import Answer, InteractionAnswer
from bot.interface.messages.files import positions, shown_pictures
from bot.interface.messages.layouts import line
from bot.interface.texts import Texts
from bot.services.admission import Visit
from bot.services.cancellation import Ending
from bot.services.generation import Generation

if TYPE_CHECKING:
    from bot.interface.client import AtelierClient


ENDINGS: Final = {
    Ending.IN_TIME: "cancel-done",
    Ending.STOPPED: "stop-done",
    Ending.TOO_LATE: "cancel-too-late",
}
"""What is said to whoever called a job off."""


class PictureJobs:
    """Take what members want of jobs that are there, and find what their messages show."""

    def __init__(
        self, generation: Generation, runner: JobRunner, texts: Texts, unfinished: Unfinished
    ) -> None:
        self._generation = generation
        self._runner = runner
        self._texts = texts
        self._unfinished = unfinished

    async def redo(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Place an old order again for whoever pressed."""
        await self._again(*await self._pressed(interaction, job_id))

    async def retry(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Show what was made all the same and nobody has seen, else place the order again.

        Raise StillAtWork or AlreadyShown rather than run what is not over, or came meanwhile.
        """
        answer, job = await self._pressed(interaction, job_id)
        state = await self._generation.state(job)
        if state in {JobState.ACCEPTED, JobState.SENT}:
            raise StillAtWork
        if state is JobState.POSTED:
            raise AlreadyShown
        if state not in UNSHOWN:
            await self._again(answer, job)
            return
        if job.called_off or state is JobState.KEPT:
            check_owns(interaction, job)
        await self._hand_over(answer, job)

    async def cancel(self, interaction: "discord.Interaction[AtelierClient]", job_id: int) -> None:
        """Call a job off, or stop it, for its author or a moderator, as far as that can be done."""
        job = await self._generation.job(job_id)
        check_owns(interaction, job)
        said = self._texts.get(
            ENDINGS[await self._generation.call_off(job)], interaction.locale.value
        )
        await interaction.response.send_message(view=line(said), ephemeral=True)

    async def show_kept(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int
    ) -> None:
        """Show what was kept, to its author, or to a moderator where it was asked for.

        Its author may have it anywhere, because the place where it was asked for may be gone; what
        was private, or was asked for elsewhere, is shown to them alone.
        """
        job = await self._generation.job(job_id)
        is_here = is_of_here(interaction, job)
        if job.request.author_id != interaction.user.id:
            check_owns(interaction, job)
        answer = InteractionAnswer(
            interaction, self._texts, private=job.request.private or not is_here
        )
        await answer.defer()
        await self._hand_over(answer, job)

    async def pointed(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int, which: int
    ) -> Pointer:
        """Point to the picture at this place of a job's gallery."""
        job = await self._generation.job(job_id)
        check_sees(interaction, job)
        shown = shown_pictures(await self._generation.turns_of(job.id))
        if which >= len(shown):
            raise Gone
        return Pointer(shown[which].turn.id, shown[which].part)

    async def pictures_in(self, message_id: int) -> list[Shown]:
        """Return the pictures that a message shows, if the bot made them."""
        return [each for each in await self.shown_in(message_id, None) if each.part is not None]

    async def checked(
        self, interaction: "discord.Interaction[AtelierClient]", shown: Shown
    ) -> Pointer:
        """Point to a picture of this channel, or of the caller alone; else raise NotAllowed."""
        turn = await self._generation.turn(shown.turn_id)
        if not shown.channel_id and turn.author_id != interaction.user.id:
            raise NotAllowed(key="error-private")
        if shown.part is None or shown.channel_id not in {0, interaction.channel_id}:
            raise NotAllowed(key="error-elsewhere")
        return Pointer(turn.id, shown.part)

    async def shown_in(self, message_id: int, message: discord.Message | None) -> list[Shown]:
        """Return what a message shows; while it is being made, wait for it.

        `message` is one of the bot's own: it is in Discord before it is written down what it shows,
        and a process may end between the two. Then its buttons tell.
        """
        await self._unfinished.wait(message_id)
        shown = await self._generation.shown_in(message_id)
        job_id = job_of(message) if message and not shown else None
        if job_id is None:
            return shown
        turns = await self._generation.turns_of(job_id)
        return positions(message_id, turns, message.channel.id) if turns and message else []

    async def answered(self, message_id: int) -> None:
        """Return once what a message shows is made and written down; at once for any other."""
        await self._unfinished.wait(message_id)

    async def newest_picture(self, channel_id: int) -> Pointer | None:
        """Return the picture posted last in a channel or thread, or what was gone back to there."""
        await self._unfinished.posted(channel_id)
        return await self._generation.present_picture(channel_id)

    async def turn(self, turn_id: int) -> Turn:
        """Return one turn; raise Gone if it is no longer kept."""
        return await self._generation.turn(turn_id)

    async def _pressed(
        self, interaction: "discord.Interaction[AtelierClient]", job_id: int
    ) -> tuple[InteractionAnswer, Job]:
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer()
        job = await self._generation.job(job_id)
        check_sees(interaction, job)
        return answer, job

    async def _hand_over(self, answer: Answer, job: Job) -> None:
        """Deliver what was made; raise NotShown where Discord does not take it."""
        try:
            await self._runner.hand_over(answer, job)
        except Exception as error:
            raise kept(error) from error

    async def _again(self, answer: Answer, job: Job) -> None:
        origin = answer.origin
        request = replace(
            job.request,
            place=origin.place,
            author_id=origin.author_id,
            source_id=origin.source_id,
            private=origin.private,
            locale=origin.locale,
        )

        async def ask(_: Visit) -> JobRequest:
            return JobRequest(request)

        await self._runner.serve(answer, ask)
