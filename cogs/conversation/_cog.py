from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TypeAlias

import discord
from discord.ext import commands

from bot.domain.errors import Gone, NotAllowed
from bot.interface.attachments import message_here
from bot.interface.jobs.catch_up import CatchUp
from bot.interface.jobs.chats import Chats
from bot.interface.jobs.pending import PendingMessages
from bot.interface.jobs.runner import JobRequest, JobRunner
from bot.interface.markup import Markup
from bot.interface.messages.answers import Answer
from bot.interface.messages.channel_answer import ChannelAnswer
from bot.interface.messages.errors import ErrorReporter
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.texts import Texts
from bot.services.admission import Visit
from bot.services.locales import Locales
from bot.services.missed_messages import MissedMessages
from cogs.conversation._pick import picked
from cogs.conversation._reading import MemberMessage, read_message
from cogs.conversation._requests import MessageRequests

ChatChannel: TypeAlias = discord.Thread | discord.DMChannel
"""Where all that is written may be meant for the bot."""


class Conversation(commands.Cog):
    """Read messages: a reply to a picture edits it, a chat goes on, a mention is answered."""

    def __init__(  # noqa: PLR0913 (what it depends on)
        self,
        client: discord.Client,
        requests: MessageRequests,
        runner: JobRunner,
        texts: Texts,
        *,
        error_reporter: ErrorReporter,
        locales: Locales,
        chats: Chats,
        pending: PendingMessages,
        missed_messages: MissedMessages,
        catch_up: CatchUp,
    ) -> None:
        self._client = client
        self._requests = requests
        self._runner = runner
        self._texts = texts
        self._error_reporter = error_reporter
        self._locales = locales
        self._chats = chats
        self._pending = pending
        self._missed_messages = missed_messages
        self._catch_up = catch_up

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Hear what was said while nobody listened: channels are known."""
        self._catch_up.begin()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Act on what is meant for the bot, and on nothing else."""
        with self._missed_messages.of(message.id) as dealt_with:
            # What stands for the message above a thread is no system message to discord.py.
            is_starter = message.type is discord.MessageType.thread_starter_message
            if not (message.author.bot or message.is_system() or is_starter):
                await self._hear(message, dealt_with)

    async def _hear(self, message: discord.Message, dealt_with: Callable[[], None]) -> None:
        """Act on what a member wrote, if it is meant for the bot; `dealt_with` once it is a job."""
        async with AsyncExitStack() as arriving:
            await self._arrive(arriving, message)
            alone = isinstance(message.channel, discord.DMChannel)
            answer = ChannelAnswer(
                message.channel,
                self._texts,
                author=message.author,
                own_locale=await self._locales.of(message.author.id) if alone else None,
                to=message,
            )
            try:
                await self._act(arriving, message, answer, on_accepted=dealt_with)
            except Exception as error:  # noqa: BLE001 (the reporter knows every kind)
                await self._error_reporter.report(error, answer)

    async def pick(self, interaction: discord.Interaction, message_id: int, number: int) -> None:
        """Act on a message whose author has now said which of several pictures is meant."""
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer(in_place=True)
        message = await message_here(interaction, message_id)
        _check_asked(interaction.user, message)
        # The answer is found again by the message that asked, to which what was pressed is a reply.
        answer.origin = replace(answer.origin, source_id=message.id)
        with self._pending.once(message_id) as is_first:
            if not is_first:
                return  # the first press's answer takes the place of the question
            async with AsyncExitStack() as arriving:
                await self._arrive(arriving, message)
                await self._act(arriving, message, answer, chosen=number)

    async def _arrive(self, arriving: AsyncExitStack, message: discord.Message) -> None:
        """Let the messages of a thread come in the order in which they were written.

        Also where it takes longer to know what one is about.
        """
        if isinstance(message.channel, ChatChannel):
            await arriving.enter_async_context(self._chats.turn(message.channel.id))

    async def _act(
        self,
        arriving: AsyncExitStack,
        message: discord.Message,
        answer: Answer,
        *,
        chosen: int | None = None,
        on_accepted: Callable[[], None] | None = None,
    ) -> None:
        """Serve what is meant for the bot; who writes in a thread stands there before all others.

        Others are let arrive once they stand behind it. What is heard twice, as it comes and as it
        is looked for, is served once.
        """
        assert self._client.user is not None
        said = await read_message(message, self._client.user.id, chosen=chosen)
        if said.to_bot and said.replied and (pick := picked(said.replied, said.text)):
            said = await self._picked_by(message, *pick)
        meant = await self._requests.meant(said)
        if meant is None:
            return
        if chosen is None and not self._missed_messages.take(message.id):
            return

        async def ask(visit: Visit) -> JobRequest | None:
            await arriving.aclose()
            return await self._requests.of(visit, meant, answer)

        await self._runner.serve(answer, ask, on_accepted=on_accepted)

    async def _picked_by(
        self, message: discord.Message, message_id: int, number: int
    ) -> MemberMessage:
        """Return what somebody asked who says a number in place of pressing it."""
        assert self._client.user is not None
        try:
            original = await message.channel.fetch_message(message_id)
        except discord.NotFound:
            raise Gone from None
        _check_asked(message.author, original)
        return await read_message(original, self._client.user.id, chosen=number)


def _check_asked(user: discord.abc.User, original: discord.Message) -> None:
    """Raise NotAllowed where somebody else is asked which picture they meant."""
    if original.author.id != user.id:
        raise NotAllowed(key="error-asked-another", member=Markup(original.author.mention))
