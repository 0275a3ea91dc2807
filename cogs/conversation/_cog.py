import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import discord
from discord.ext import commands

from bot.domain.content import question
from bot.domain.conversation import Pointer
from bot.domain.errors import EmptyPrompt, Gone, WhichPicture
from bot.domain.job import JobKind, Order, Place, Shown
from bot.domain.model import ModelKind
from bot.interface.answers import ChannelAnswer
from bot.interface.buttons import job_of
from bot.interface.client import AtelierClient
from bot.interface.pointing import pictures_of, uploads
from bot.services.admission import Lines
from bot.services.intake import Upload

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s*[:：]\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold what a member said to the bot, without its mention, and where the answer goes."""

    message: discord.Message
    text: str
    answer: ChannelAnswer

    @property
    def place(self) -> Place:
        guild = self.message.guild
        return Place(guild.id if guild else None, self.message.channel.id)

    @property
    def files(self) -> list[Upload]:
        """Name what the member attached, else what a forwarded message shows."""
        return uploads(self.message.attachments) or pictures_of(self.message)


class Conversation(commands.Cog):
    """Read messages: a reply to a picture edits it, a kept thread goes on, a mention is answered.

    The picture that is meant is the one replied to; what is attached to the reply itself are
    references for it. Without a reply, what is attached is meant.
    """

    def __init__(self, bot: AtelierClient) -> None:
        self._bot = bot
        self._threads = Lines()

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Act on what is meant for the bot, and on nothing else."""
        if message.author.bot or message.is_system():
            return
        try:
            await self._read(message)
        except Exception as error:  # noqa: BLE001 (the door knows every kind)
            await self._bot.door.report(error, ChannelAnswer(message.channel, to=message))

    async def _read(self, message: discord.Message) -> None:
        assert self._bot.user is not None
        me = self._bot.user.id
        mention = re.compile(rf"<@!?{me}>")
        mentioned = mention.search(message.content) is not None
        said = _Said(
            message,
            mention.sub("", message.content).strip(),
            ChannelAnswer(message.channel, to=message),
        )
        replied_id = _replied_id(message)
        replied = _replied(message)
        shown = await self._shown_in(replied_id) if replied_id else []
        if not shown and replied and replied.author.id == me:
            shown = await self._shown_by_job(replied)
        if shown:
            await self._go_on(said, shown)
            return
        if replied and (mentioned or replied.author.id == me):
            pictures = pictures_of(replied)
            if pictures:
                await self._edit_uploads(said, [*pictures, *said.files])
                return
        if await self._talk_in_kept(said):
            return
        if mentioned and said.files:
            await self._edit_uploads(said, said.files)
        elif mentioned:
            await self._talk(said, said.place, None)

    async def _go_on(self, said: _Said, shown: Sequence[Shown]) -> None:
        """Continue from the turn of the message that was replied to."""
        turn = await self._bot.store.turn(shown[0].turn_id)
        if turn is None:
            raise Gone
        if all(each.part is None for each in shown) and self._bot.models.talks(turn.model):
            await self._talk(said, said.place, turn.id)
            return
        meant, text = _choose(shown, said.text)
        if not text and not said.files:
            raise EmptyPrompt
        profile = self._bot.models.recall(turn.model, ModelKind.IMAGE)
        taken = await self._bot.intake.take(said.files, most=profile.max_references)
        order = Order(
            kind=JobKind.PICTURE,
            place=said.place,
            author_id=said.message.author.id,
            prompt=text,
            model=profile.id,
            user=question(taken.pictures, text),
            parent_id=meant.turn_id,
            pointed=Pointer(meant.turn_id, meant.part) if meant.part is not None else None,
            size=turn.size if turn.size in profile.sizes else None,
            locale=said.answer.locale,
        )
        await self._bot.desk.serve(said.answer, order, taken=taken)

    async def _shown_in(self, message_id: int) -> list[Shown]:
        """Return what a message shows; while it is being made, wait for it."""
        await self._bot.desk.answered(message_id)
        return await self._bot.store.shown_in(message_id)

    async def _shown_by_job(self, message: discord.Message) -> list[Shown]:
        """Return what an answer of the bot shows by the job of its buttons.

        A message is in Discord before it is written down what it shows, and a process may end
        between the two.
        """
        job_id = job_of(message)
        if job_id is None:
            return []
        exhibits = await self._bot.desk.exhibits_of(job_id)
        return [
            Shown(message.id, position, each.turn.id, each.part, message.channel.id)
            for position, each in enumerate(exhibits)
        ]

    async def _edit_uploads(self, said: _Said, files: Sequence[Upload]) -> None:
        """Edit pictures that the bot did not make: they begin a conversation."""
        if not said.text:
            raise EmptyPrompt
        profile = self._bot.models.find(None, ModelKind.IMAGE)
        taken = await self._bot.intake.take(files, most=profile.max_references)
        order = Order(
            kind=JobKind.PICTURE,
            place=said.place,
            author_id=said.message.author.id,
            prompt=said.text,
            model=profile.id,
            user=question(taken.pictures, said.text),
            locale=said.answer.locale,
        )
        await self._bot.desk.serve(said.answer, order, taken=taken)

    async def _talk_in_kept(self, said: _Said) -> bool:
        """Take the next turn of a kept thread; a direct message is one from its first word.

        Messages are taken in the order in which they came, also where one takes longer to read.
        """
        channel = said.message.channel
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            return False
        place = replace(said.place, thread_id=channel.id)
        async with self._threads.turn(channel.id):
            if isinstance(channel, discord.Thread) and not await self._bot.talk.is_kept(place):
                return False
            await self._talk(said, place, None)
        return True

    async def _talk(self, said: _Said, place: Place, parent_id: int | None) -> None:
        profile, thinking = await self._bot.talk.manner(place)
        taken = await self._bot.intake.take(said.files, most=profile.max_references)
        order = Order(
            kind=JobKind.CHAT,
            place=place,
            author_id=said.message.author.id,
            prompt=said.text,
            model=profile.id,
            user=question(taken.pictures, said.text),
            parent_id=parent_id,
            thinking=thinking,
            locale=said.answer.locale,
        )
        await self._bot.talk.serve(said.answer, order, taken=taken)


def _replied_id(message: discord.Message) -> int | None:
    reference = message.reference
    if reference is None or reference.type is not discord.MessageReferenceType.reply:
        return None
    return reference.message_id


def _replied(message: discord.Message) -> discord.Message | None:
    """Return the message that was replied to, which Discord sends along unless it is gone."""
    resolved = message.reference.resolved if _replied_id(message) and message.reference else None
    return resolved if isinstance(resolved, discord.Message) else None


def _choose(shown: Sequence[Shown], text: str) -> tuple[Shown, str]:
    """Return the picture that is meant; of several it is named by its number: "2: a red sky"."""
    if len(shown) == 1:
        return shown[0], text
    numbered = _NUMBERED.fullmatch(text)
    if numbered and 1 <= int(numbered["number"]) <= len(shown):
        return shown[int(numbered["number"]) - 1], numbered["rest"]
    raise WhichPicture(count=len(shown))
