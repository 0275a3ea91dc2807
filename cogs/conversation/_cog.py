import re
from collections.abc import Sequence
from dataclasses import dataclass

import discord
from discord.ext import commands

from bot.domain.errors import EmptyPrompt, WhichPicture
from bot.domain.job import Shown
from bot.domain.model import ModelKind
from bot.interface.answers import ChannelAnswer
from bot.interface.client import AtelierClient
from bot.interface.orders import edit, picture, words
from bot.interface.pointing import pictures_of, uploads
from bot.services.admission import Lines
from bot.services.intake import Upload

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s*[:：](?!\d)\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Said:
    """Hold what a member said to the bot, without its mention, and where the answer goes."""

    message: discord.Message
    text: str
    mentions_bot: bool
    answer: ChannelAnswer

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
            await self._bot.door.report(error, self._answer_to(message))

    def _answer_to(self, message: discord.Message) -> ChannelAnswer:
        return ChannelAnswer(message.channel, self._bot.texts, author=message.author, to=message)

    async def _read(self, message: discord.Message) -> None:
        assert self._bot.user is not None
        mention = re.compile(rf"<@!?{self._bot.user.id}>")
        said = _Said(
            message,
            mention.sub("", message.content).strip(),
            mention.search(message.content) is not None,
            self._answer_to(message),
        )
        replied_id, replied = _replied(message)
        ours = replied if replied and replied.author.id == self._bot.user.id else None
        shown = await self._bot.desk.shown_in(replied_id, ours) if replied_id else []
        if shown:
            await self._go_on(said, shown)
        elif replied and (said.mentions_bot or ours) and pictures_of(replied):
            await self._edit_uploads(said, pictures_of(replied), said.files)
        elif not await self._talk_in_kept(said) and said.mentions_bot:
            if said.files:
                await self._edit_uploads(said, said.files, [])
            else:
                await self._talk(said, quoted=replied.content if replied else "")

    async def _go_on(self, said: _Said, shown: Sequence[Shown]) -> None:
        """Continue from the turn of the message that was replied to."""
        turn = await self._bot.desk.turn(shown[0].turn_id)
        if all(each.part is None for each in shown) and self._bot.models.talks(turn.model):
            await self._talk(said, parent_id=turn.id)
            return
        meant, text = _choose(shown, said.text)
        if not text and not said.files:
            raise EmptyPrompt
        turn = await self._bot.desk.turn(meant.turn_id)
        profile = self._bot.models.recall(turn.model, ModelKind.IMAGE)
        taken = await self._bot.intake.take(said.files, most=profile.max_references)
        order = edit(said.answer.asking, profile, text, taken, turn=turn, part=meant.part)
        await self._bot.desk.serve(said.answer, order, taken=taken)

    async def _edit_uploads(
        self, said: _Said, meant: Sequence[Upload], others: Sequence[Upload]
    ) -> None:
        """Edit pictures that the bot did not make: they begin a conversation."""
        if not said.text:
            raise EmptyPrompt
        profile = self._bot.models.find(None, ModelKind.IMAGE)
        taken = await self._bot.intake.take(
            [*meant, *others], most=profile.max_references, needed=1
        )
        order = picture(said.answer.asking, profile, said.text, taken)
        await self._bot.desk.serve(said.answer, order, taken=taken)

    async def _talk_in_kept(self, said: _Said) -> bool:
        """Take the next turn of a kept thread; a direct message is one from its first word.

        Messages are taken in the order in which they came, also where one takes longer to read.
        One that has neither words nor files, such as a sticker, is nobody's turn.
        """
        channel = said.message.channel
        if not isinstance(channel, discord.Thread | discord.DMChannel):
            return False
        async with self._threads.turn(channel.id):
            if isinstance(channel, discord.Thread) and not await self._bot.talk.is_kept(channel.id):
                return False
            if said.text or said.files:
                await self._talk(said)
        return True

    async def _talk(self, said: _Said, *, parent_id: int | None = None, quoted: str = "") -> None:
        profile, thinking = await self._bot.talk.manner(said.message.channel.id)
        taken = await self._bot.intake.take(
            said.files, most=profile.max_references, optional=bool(said.text)
        )
        order = words(
            said.answer.asking,
            profile,
            said.text,
            taken,
            parent_id=parent_id,
            thinking=thinking,
            quoted=quoted,
        )
        await self._bot.talk.serve(said.answer, order, taken=taken)


def _replied(message: discord.Message) -> tuple[int | None, discord.Message | None]:
    """Return the id of the message replied to, and itself, which Discord sends if it is there."""
    reference = message.reference
    if reference is None or reference.type is not discord.MessageReferenceType.reply:
        return None, None
    resolved = reference.resolved
    return reference.message_id, resolved if isinstance(resolved, discord.Message) else None


def _choose(shown: Sequence[Shown], text: str) -> tuple[Shown, str]:
    """Return the picture that is meant; of several it is named by its number: "2: a red sky"."""
    if len(shown) == 1:
        return shown[0], text
    numbered = _NUMBERED.fullmatch(text)
    if numbered and 1 <= int(numbered["number"]) <= len(shown):
        return shown[int(numbered["number"]) - 1], numbered["rest"]
    raise WhichPicture(count=len(shown))
