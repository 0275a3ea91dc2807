from collections.abc import Sequence
from dataclasses import replace

import discord
from discord.ext import commands

from bot.domain.errors import EmptyPrompt, Gone, NotAllowed, WhichPicture
from bot.domain.job import Shown
from bot.domain.model import ModelKind
from bot.interface.answers import Answer, ChannelAnswer, InteractionAnswer
from bot.interface.client import AtelierClient
from bot.interface.orders import edit, picture, words
from bot.interface.pointing import message_here, pictures_of
from bot.services.admission import Lines
from bot.services.intake import Upload
from cogs.conversation._pick import picker
from cogs.conversation._said import Said, heard, which


class Conversation(commands.Cog):
    """Read messages: a reply to a picture edits it, a kept thread goes on, a mention is answered.

    The picture that is meant is the one replied to; what is attached to the reply itself are
    references for it. Without a reply, what is attached is meant.
    """

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot
        self._threads = Lines()
        self._picked = set[int]()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Act on what is meant for the bot, and on nothing else."""
        if message.author.bot or message.is_system():
            return
        answer = ChannelAnswer(message.channel, self._bot.texts, author=message.author, to=message)
        try:
            await self._act(message, answer)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._bot.door.report(error, answer)

    async def pick(
        self, interaction: discord.Interaction[AtelierClient], message_id: int, number: int
    ) -> None:
        """Act on a message whose author has now said which of several pictures is meant."""
        answer = InteractionAnswer(interaction, self._bot.texts)
        await answer.defer(in_place=True)
        message = await message_here(interaction, message_id)
        if message.author != interaction.user:
            raise NotAllowed
        if message_id in self._picked:
            return  # a second press: the first one's answer takes the place of the question
        self._picked.add(message_id)
        # The answer is found again by the message that asked, to which what was pressed is a reply.
        answer.asking = replace(answer.asking, source_id=message.id)
        try:
            await self._act(message, answer, chosen=number)
        finally:
            self._picked.discard(message_id)

    async def _act(
        self, message: discord.Message, answer: Answer, *, chosen: int | None = None
    ) -> None:
        assert self._bot.user is not None
        said = await heard(message, self._bot.user.id, chosen=chosen)
        try:
            await self._answer(said, answer)
        except WhichPicture as error:
            count = int(error.values["count"])
            await answer.show(picker(message.id, count, self._bot.texts, answer.locale))

    async def _answer(self, said: Said, answer: Answer) -> None:
        shown = await self._shown(said)
        for_us = said.mentions_bot or said.to_bot
        if shown:
            await self._go_on(said, answer, shown)
        elif said.replied and pictures_of(said.replied) and (for_us or await self._keeps(said)):
            pictures = pictures_of(said.replied)
            index, text = which(said, len(pictures))
            await self._edit_uploads(
                replace(said, text=text), answer, [pictures[index]], said.files
            )
        elif said.replied_to_nothing and (for_us or said.chosen is not None):
            raise Gone
        elif not await self._talk_in_kept(said, answer) and said.mentions_bot:
            if said.files:
                await self._edit_uploads(said, answer, said.files, [])
            else:
                await self._talk(said, answer, quoted=said.replied.content if said.replied else "")

    async def _shown(self, said: Said) -> list[Shown]:
        """Return what the message that was replied to shows, if it is one of this channel."""
        if said.replied_id is None:
            return []
        ours = said.replied if said.to_bot else None
        shown = await self._bot.desk.shown_in(said.replied_id, ours)
        # A reply can only point into its own channel; what says otherwise was not seen by a member.
        return [each for each in shown if each.channel_id == said.message.channel.id]

    async def _go_on(self, said: Said, answer: Answer, shown: Sequence[Shown]) -> None:
        """Continue from the turn of the message that was replied to."""
        turn = await self._bot.desk.turn(shown[0].turn_id)
        if all(each.part is None for each in shown) and self._bot.models.talks(turn.model):
            await self._talk(said, answer, parent_id=turn.id)
            return
        index, text = which(said, len(shown))
        if not text and not said.files:
            raise EmptyPrompt
        meant = shown[index]
        turn = await self._bot.desk.turn(meant.turn_id)
        profile = self._bot.models.recall(turn.model, ModelKind.IMAGE)
        taken = await self._bot.intake.take(said.files, most=profile.room_beside_one)
        order = edit(answer.asking, profile, text, taken, turn=turn, part=meant.part)
        await self._bot.serving.serve(answer, order, taken=taken)

    async def _edit_uploads(
        self, said: Said, answer: Answer, meant: Sequence[Upload], others: Sequence[Upload]
    ) -> None:
        """Edit pictures that the bot did not make: they begin a conversation."""
        if not said.text:
            raise EmptyPrompt
        profile = self._bot.models.find(None, ModelKind.IMAGE)
        taken = await self._bot.intake.take(
            [*meant, *others], most=profile.max_references, needed=1
        )
        order = picture(answer.asking, profile, said.text, taken)
        await self._bot.serving.serve(answer, order, taken=taken)

    async def _keeps(self, said: Said) -> bool:
        """Tell whether all that is written here is meant for the bot."""
        channel = said.message.channel
        if isinstance(channel, discord.Thread):
            return await self._bot.talk.is_kept(channel.id)
        return isinstance(channel, discord.DMChannel)

    async def _talk_in_kept(self, said: Said, answer: Answer) -> bool:
        """Take the next turn of a kept thread; a direct message is one from its first word.

        Messages are taken in the order in which they came, also where one takes longer to read.
        One that has neither words nor files, such as a sticker, is nobody's turn.
        """
        channel = said.message.channel
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            return False
        async with self._threads.turn(channel.id):
            if not await self._keeps(said):
                return False
            if said.text or said.files:
                await self._talk(said, answer)
        return True

    async def _talk(
        self, said: Said, answer: Answer, *, parent_id: int | None = None, quoted: str = ""
    ) -> None:
        profile, thinking = await self._bot.talk.manner(said.message.channel.id)
        taken = await self._bot.intake.take(
            said.files, most=profile.max_references, optional=bool(said.text)
        )
        order = words(
            answer.asking,
            profile,
            said.text,
            taken,
            parent_id=parent_id,
            thinking=thinking,
            quoted=quoted,
        )
        await self._bot.serving.serve(answer, order, taken=taken)
