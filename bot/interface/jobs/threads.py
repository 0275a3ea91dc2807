"""The threads that the bot opens: for a question, and on a picture where a server wants that."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Final

import discord

from bot.domain.conversation import Turn
from bot.domain.errors import NotAllowed
from bot.domain.guild_settings import ThreadPolicy
from bot.domain.job import Job, Shown
from bot.interface.discord_retry import PASSING
from bot.interface.jobs.thread_titles import ThreadTitles
from bot.interface.messages.answers import Answer
from bot.interface.messages.refusals import TITLE_BLOCKED
from bot.interface.messages.threads import lacking_for_thread, thread_policy
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.guild_book import GuildBook

log = logging.getLogger(__name__)

NAME_CHARACTERS: Final = 100
MINUTES: Final = 1_440

INVALID_FORM: Final = 50035
"""Discord docs, JSON Error Codes: here, a name that it does not take."""


async def open_thread(
    above: discord.PartialMessage | discord.TextChannel, name: str, *, neutral: str
) -> discord.Thread:
    """Open a thread with a name, else, where Discord refuses that, with the `neutral` one.

    Raise NotAllowed where it opens none at all.
    """
    for each in (shorten(name, NAME_CHARACTERS), neutral):
        try:
            if isinstance(above, discord.PartialMessage):
                return await above.create_thread(name=each, auto_archive_duration=MINUTES)
            kind = discord.ChannelType.public_thread
            if above.is_news():
                kind = discord.ChannelType.news_thread
            return await above.create_thread(name=each, type=kind, auto_archive_duration=MINUTES)
        except discord.HTTPException as error:
            if isinstance(error, discord.DiscordServerError):
                raise
            log.warning("Discord opened no thread: %s %s", error.status, error.code)
            if error.code not in {INVALID_FORM, TITLE_BLOCKED}:
                break
    raise NotAllowed(key="error-no-thread")


class PictureThreads:
    """Open threads on pictures."""

    def __init__(self, guild_book: GuildBook, texts: Texts, thread_titles: ThreadTitles) -> None:
        self._guild_book = guild_book
        self._texts = texts
        self._thread_titles = thread_titles
        self._naming = set[asyncio.Task[None]]()

    async def begin(self, answer: Answer, job: Job, turn: Turn, shown: Sequence[Shown]) -> None:
        """Open one on a picture, if its server wants that of each; it is shown all the same."""
        settings = self._guild_book.of(job.request.place.guild_id)
        channel = answer.channel
        if (
            thread_policy(settings, answer, job.request) is not ThreadPolicy.ALWAYS
            or not isinstance(channel, discord.TextChannel)
            or lacking_for_thread(channel)
            or not any(each.part is not None for each in shown)
        ):
            return
        try:
            message = channel.get_partial_message(shown[0].message_id)
            await self.open(message, job, turn, answer.locale)
        except (NotAllowed, discord.HTTPException, *PASSING) as error:
            log.warning("job %d has no thread: %s", job.id, type(error).__name__)

    async def open(
        self, message: discord.PartialMessage, job: Job, turn: Turn, locale: str
    ) -> None:
        """Open one on the message that shows a turn of a job; raise NotAllowed where that fails."""
        neutral = self._texts.get("picture-thread", locale)
        thread = await open_thread(message, job.request.prompt, neutral=neutral)
        # A name may take as long as a picture, and nothing waits for it.
        naming = asyncio.create_task(self._thread_titles.give(thread, thread.name, turn))
        self._naming.add(naming)
        naming.add_done_callback(self._naming.discard)
