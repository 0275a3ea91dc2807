import discord

from bot.domain.errors import Gone, NotAllowed
from bot.interface.jobs.threads import PictureThreads
from bot.interface.markup import Markup
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.messages.threads import HANGING
from bot.interface.permissions import check_owns, check_permissions
from bot.interface.texts import Texts
from bot.services.access import Access
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job


class ThreadButton:
    """Open a thread on a picture, in which it is gone on with."""

    def __init__(self, access: Access, jobs: Jobs, threads: PictureThreads, texts: Texts) -> None:
        self._access = access
        self._jobs = jobs
        self._threads = threads
        self._texts = texts

    async def pressed(self, interaction: discord.Interaction, job_id: int) -> None:
        """Open it for the picture's author or a moderator; one that is open already is named."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        self._access.enter(answer.origin.asker)
        await answer.defer()
        job = await stored_job(self._jobs, job_id)
        check_owns(interaction, job)
        channel, post = interaction.channel, interaction.message
        turns = await self._jobs.turns_of(job_id)
        if post is None or not turns:
            raise Gone
        if not isinstance(channel, discord.TextChannel) or post.flags.ephemeral:
            raise NotAllowed(key="error-no-threads-here")
        check_permissions(interaction.app_permissions, *HANGING)
        if channel.get_thread(post.id) is None:
            public = InteractionAnswer(interaction, self._texts, public=True).locale
            await self._threads.open(channel.get_partial_message(post.id), job, turns[0], public)
        thread = Markup(f"<#{post.id}>")
        await answer.show(line(self._texts.get("thread-open", answer.locale, thread=thread)))
