import sys
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from typing import TypeAlias

import discord
from discord.ext import commands

from bot.domain.errors import EmptyPrompt, Gone, NotAllowed, WhichPicture
from bot.domain.job import JobKind, Shown
from bot.domain.model import ModelKind
from bot.interface.attachments import message_here, opened_on, pictures_of, texts_of
from bot.interface.client import AtelierClient
from bot.interface.escaping import Markup
from bot.interface.jobs.requests import Origin, edit, picture, words
from bot.interface.jobs.runner import JobRequest
from bot.interface.messages.answers import Answer, ChannelAnswer, InteractionAnswer
from bot.services.admission import Lines, Visit
from bot.services.intake import Claim, Upload
from cogs.conversation._pick import picked, picker
from cogs.conversation._said import Said, heard, spoken, which

Kept: TypeAlias = discord.Thread | discord.DMChannel
"""Where all that is written may be meant for the bot."""


class Conversation(commands.Cog):
    """Read messages: a reply to a picture edits it, a kept thread goes on, a mention is answered.

    The picture that is meant is the one replied to; what is attached to the reply itself are
    references for it. Without a reply, what is attached is meant.
    """

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot
        # Who stands here is let in, or refused, one after the other: no end of the line is needed.
        self._arriving = Lines(longest=sys.maxsize)
        self._picked = set[int]()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Act on what is meant for the bot, and on nothing else."""
        with self._bot.missed_messages.of(message.id) as dealt_with:
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
                self._bot.texts,
                author=message.author,
                own_locale=await self._bot.locales.of(message.author.id) if alone else None,
                to=message,
            )
            try:
                await self._act(arriving, message, answer, accepted=dealt_with)
            except Exception as error:  # noqa: BLE001 (the door knows every kind)
                await self._bot.error_reporter.report(error, answer)

    async def pick(
        self, interaction: discord.Interaction[AtelierClient], message_id: int, number: int
    ) -> None:
        """Act on a message whose author has now said which of several pictures is meant."""
        answer = InteractionAnswer(interaction, self._bot.texts)
        await answer.defer(in_place=True)
        message = await message_here(interaction, message_id)
        _check_asked(interaction.user, message)
        if message_id in self._picked:
            return  # a second press: the first one's answer takes the place of the question
        self._picked.add(message_id)
        # The answer is found again by the message that asked, to which what was pressed is a reply.
        answer.origin = replace(answer.origin, source_id=message.id)
        try:
            async with AsyncExitStack() as arriving:
                await self._arrive(arriving, message)
                await self._act(arriving, message, answer, chosen=number)
        finally:
            self._picked.discard(message_id)

    async def _arrive(self, arriving: AsyncExitStack, message: discord.Message) -> None:
        """Let the messages of a thread come in the order in which they were written.

        Also where it takes longer to know what one is about.
        """
        if isinstance(message.channel, Kept):
            await arriving.enter_async_context(self._arriving.turn(message.channel.id))

    async def _act(
        self,
        arriving: AsyncExitStack,
        message: discord.Message,
        answer: Answer,
        *,
        chosen: int | None = None,
        accepted: Callable[[], None] | None = None,
    ) -> None:
        """Serve what is meant for the bot; who writes in a thread stands there before all others.

        Others are let arrive once they stand behind it. What is heard twice, as it comes and as it
        is looked for, is served once.
        """
        assert self._bot.user is not None
        said = await heard(message, self._bot.user.id, chosen=chosen)
        if said.to_bot and said.replied and (pick := picked(said.replied, said.text)):
            said = await self._picked_by(message, *pick)
        if not await self._is_meant(said):
            return
        if chosen is None and not self._bot.missed_messages.take(message.id):
            return

        async def ask(visit: Visit) -> JobRequest | None:
            await arriving.aclose()
            return await self._ordered(visit, said, answer)

        await self._bot.runner.serve(answer, ask, accepted=accepted)

    async def _picked_by(self, message: discord.Message, message_id: int, number: int) -> Said:
        """Return what somebody asked who says a number in place of pressing it."""
        assert self._bot.user is not None
        try:
            origin = await message.channel.fetch_message(message_id)
        except discord.NotFound:
            raise Gone from None
        _check_asked(message.author, origin)
        return await heard(origin, self._bot.user.id, chosen=number)

    async def _is_meant(self, said: Said) -> bool:
        """Tell whether something is meant for the bot, as far as that can be told at once."""
        if said.mentions_bot or said.to_bot or said.chosen is not None or await self._keeps(said):
            return True
        if said.replied is not None or said.replied_id is None:
            return False
        # It may be known what a message showed that nobody can look at any more.
        return bool(await self._bot.generation.shown_in(said.replied_id))

    async def _ordered(self, visit: Visit, said: Said, answer: Answer) -> JobRequest | None:
        """Return what a message orders; ask back where several pictures can be meant."""
        try:
            return await self._order(visit, said, answer.origin)
        except WhichPicture as error:
            count = int(error.values["count"])
            await answer.show(picker(said.message.id, count, self._bot.texts, answer.locale))
            return None

    async def _order(self, visit: Visit, said: Said, origin: Origin) -> JobRequest | None:
        """Find out what a message is about; one that is about nothing orders nothing.

        In a kept thread all is a turn that has words or files, which a sticker has not; a direct
        message is one from its first word.
        """
        said = await self._in_its_thread(said)
        if shown := await self._shown(said):
            return await self._gone_on(visit, said, origin, shown)
        for_us = said.mentions_bot or said.to_bot
        is_kept = await self._keeps(said)
        pictures: list[Upload] = []
        if said.replied and (for_us or is_kept):
            pictures = await self._bot.generation.pictures_among(
                visit, pictures_of(said.replied, links=said.mentions_bot, unlikely=True)
            )
        if pictures:
            index, text = which(said, len(pictures))
            meant = [pictures[index]]
            return await self._uploads_edited(
                visit, replace(said, text=text), origin, meant, said.files
            )
        if said.replied_to_nothing and (for_us or said.chosen is not None):
            raise Gone
        if is_kept:
            return await self._talked(visit, said, origin) if said.is_turn else None
        if not said.mentions_bot:
            return None
        seen = await self._bot.generation.pictures_among(visit, said.files)
        if seen or any(file.claim is not Claim.WORDS for file in said.files):
            # What may be the picture comes before what is none, and that before words.
            places = {file.url for file in seen}
            others = [file for file in said.files if file.url not in places]
            files = [*seen, *sorted(others, key=lambda file: file.claim is Claim.WORDS)]
            return await self._uploads_edited(visit, said, origin, files, [])
        quoted = spoken(said.replied) if said.replied else ""
        return await self._talked(visit, said, origin, quoted=quoted)

    async def _in_its_thread(self, said: Said) -> Said:
        """Take a mention in a thread that was opened on a picture for a reply to that."""
        is_alone = said.mentions_bot and said.replied_id is None and not said.files
        if not is_alone or await self._keeps(said):
            return said
        opened = await opened_on(said.message.channel)
        # A link above is what a thread is about, and no wish to change its preview.
        if opened is None or not pictures_of(opened, links=False):
            return said
        to_bot = opened.author == self._bot.user
        return replace(said, replied_id=opened.id, replied=opened, to_bot=to_bot, in_thread=True)

    async def _shown(self, said: Said) -> list[Shown]:
        """Return what the message that was replied to shows, if it is one of this channel."""
        if said.replied_id is None:
            return []
        channel = said.message.channel
        if said.in_thread and (newest := await self._bot.picture_jobs.newest_picture(channel.id)):
            return [Shown(said.message.id, 0, newest.turn_id, newest.part, channel.id)]
        ours = said.replied if said.to_bot else None
        shown = await self._bot.picture_jobs.shown_in(said.replied_id, ours)
        # A reply can only point into its own channel, and to what a thread was opened on; what says
        # otherwise was not seen by a member.
        here = {channel.id}
        if isinstance(channel, discord.Thread) and said.replied_id == channel.id:
            here.add(channel.parent_id)
        return [each for each in shown if each.channel_id in here]

    async def _gone_on(
        self, visit: Visit, said: Said, origin: Origin, shown: Sequence[Shown]
    ) -> JobRequest:
        """Continue from the turn of the message that was replied to."""
        turn = await self._bot.picture_jobs.turn(shown[0].turn_id)
        if all(each.part is None for each in shown) and self._bot.models.talks(turn.model):
            return await self._talked(visit, said, origin, parent_id=turn.id)
        index, text = which(said, len(shown))
        if not text and not said.files:
            raise EmptyPrompt
        meant = shown[index]
        turn = await self._bot.picture_jobs.turn(meant.turn_id)
        profile = self._bot.models.recall(turn.model, ModelKind.IMAGE)
        taken = await self._bot.generation.take(
            visit,
            JobKind.PICTURE,
            said.files,
            most=profile.room_beside_one,
            optional=bool(text),
        )
        return JobRequest(edit(origin, profile, text, taken, turn=turn, part=meant.part), taken)

    async def _uploads_edited(
        self,
        visit: Visit,
        said: Said,
        origin: Origin,
        meant: Sequence[Upload],
        others: Sequence[Upload],
    ) -> JobRequest:
        """Edit pictures that the bot did not make: they begin a conversation."""
        if not said.text and all(file.claim is not Claim.WORDS for file in (*meant, *others)):
            raise EmptyPrompt
        profile = self._bot.models.find(None, ModelKind.IMAGE)
        taken = await self._bot.generation.take(
            visit, JobKind.PICTURE, [*meant, *others], most=profile.max_references, needed=1
        )
        return JobRequest(picture(origin, profile, said.text, taken), taken)

    async def _keeps(self, said: Said) -> bool:
        """Tell whether all that is written here is meant for the bot."""
        channel = said.message.channel
        if isinstance(channel, discord.Thread):
            return await self._bot.talk.is_kept(channel.id)
        return isinstance(channel, discord.DMChannel)

    async def _talked(
        self,
        visit: Visit,
        said: Said,
        origin: Origin,
        *,
        parent_id: int | None = None,
        quoted: str = "",
    ) -> JobRequest:
        """Talk, about what is attached and quoted."""
        profile, thinking = await self._bot.talk.manner(said.message.channel.id)
        # What is replied to is quoted, and so are its text files.
        texts = texts_of(said.replied) if said.replied and parent_id is None else []
        taken = await self._bot.generation.take(
            visit,
            JobKind.CHAT,
            [*texts, *said.files],
            most=profile.max_references,
            optional=bool(said.text),
        )
        request = words(
            origin,
            profile,
            said.text,
            taken,
            parent_id=parent_id,
            thinking=thinking,
            quoted=quoted,
        )
        return JobRequest(request, taken)


def _check_asked(user: discord.abc.User, origin: discord.Message) -> None:
    """Raise NotAllowed where somebody else is asked which picture they meant."""
    if origin.author.id != user.id:
        raise NotAllowed(key="error-asked-another", member=Markup(origin.author.mention))
