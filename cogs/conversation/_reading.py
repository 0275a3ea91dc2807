import re
from dataclasses import dataclass

import discord

from bot.domain.errors import MissingPermissions, WhichPicture
from bot.interface.attachments import opened_on, pictures_of, uploads
from bot.interface.jobs.chats import ChatSettings
from bot.interface.markup import readable
from bot.services.intake import Upload

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s*[:：](?!\d)\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MemberMessage:
    """What a member said to the bot, without its mention, and what they replied to.

    `replied_to_nothing`: it is a reply to a message that is gone. `chosen` is the place, from 0, of
    the picture that they named afterwards. `in_thread`: it is no reply, and what it is taken for
    one to is what the thread was opened on. `chat` is the one that it is part of, where that is
    known by now.
    """

    message: discord.Message
    text: str
    mentions_bot: bool
    to_bot: bool
    replied_id: int | None
    replied: discord.Message | None
    replied_to_nothing: bool
    chosen: int | None
    in_thread: bool = False
    chat: ChatSettings | None = None

    @property
    def files(self) -> list[Upload]:
        """Name what the member attached, else what a forwarded message or a sticker shows."""
        return uploads(self.message.attachments) or pictures_of(
            self.message, links=False, unlikely=True
        )

    @property
    def is_turn(self) -> bool:
        """Tell whether it says something where all is said to the bot; a sticker does not.

        Who mentions the bot and says nothing else waits for an answer all the same.
        """
        message = self.message
        has_more = message.attachments or message.message_snapshots
        return bool(self.text or self.mentions_bot or has_more)


async def read_message(
    message: discord.Message, bot_id: int, *, chosen: int | None = None
) -> MemberMessage:
    """Read a message, and fetch what it is a reply to where Discord did not send that along."""
    mention = _mention_of(message, bot_id)
    # What stands in code mentions nobody, whatever it looks like: Discord decides. So it does of a
    # reply to the bot that notifies it, and has no mention among its words.
    mentions_bot = mention is not None and mention.search(message.content) is not None
    reference = message.reference
    replied_id, replied, gone = None, None, False
    if reference is not None and reference.type is discord.MessageReferenceType.reply:
        replied_id = reference.message_id
        resolved = reference.resolved or await _fetched(message, replied_id, mentions_bot)
        gone = not isinstance(resolved, discord.Message)
        replied = resolved if isinstance(resolved, discord.Message) else None
        if replied and replied.type is discord.MessageType.thread_starter_message:
            replied = await opened_on(message.channel)
            replied_id, gone = message.channel.id, replied is None
    to_bot = replied is not None and replied.author.id == bot_id
    return MemberMessage(
        message,
        words_of(message, without=mention),
        mentions_bot=mentions_bot or (to_bot and mention is not None),
        to_bot=to_bot,
        replied_id=replied_id,
        replied=replied,
        replied_to_nothing=gone,
        chosen=chosen,
    )


def words_of(message: discord.Message, *, without: re.Pattern[str] | None = None) -> str:
    """Return the words of a message and of what it forwards, with names for what they mention."""
    said = [message.content, *(snapshot.content for snapshot in message.message_snapshots)]
    words = "\n".join(filter(None, said))
    words = without.sub("", words) if without else words
    return readable(words, message.guild, message.author, message.mentions).strip()


def _mention_of(message: discord.Message, bot_id: int) -> re.Pattern[str] | None:
    """Return what mentions the bot in a message: itself or its own role; None if nothing does."""
    role = message.guild.self_role if message.guild else None
    ways: list[str] = []
    if any(user.id == bot_id for user in message.mentions):
        ways.append(f"<@!?{bot_id}>")
    if role is not None and role in message.role_mentions:
        ways.append(f"<@&{role.id}>")
    return re.compile("|".join(ways)) if ways else None


def picture_meant(said: MemberMessage, count: int) -> tuple[int, str]:
    """Return which of several pictures is meant, from 0, and the words without its number.

    It is the one that was chosen, or is named by its number: "2: a red sky". Raise WhichPicture.
    """
    if count == 1:
        return 0, said.text
    numbered = _NUMBERED.fullmatch(said.text)
    if numbered and 1 <= int(numbered["number"]) <= count:
        return int(numbered["number"]) - 1, numbered["rest"]
    if said.chosen is not None and said.chosen < count:
        return said.chosen, said.text
    raise WhichPicture(count=count)


async def _fetched(
    message: discord.Message,
    message_id: int | None,
    mentions_bot: bool,  # noqa: FBT001 (one use)
) -> discord.Message | None:
    """Return a message; what is not meant for the bot fails without a word."""
    if message_id is None:
        return None
    try:
        return await message.channel.fetch_message(message_id)
    except discord.NotFound:
        return None
    except discord.Forbidden:
        if mentions_bot:
            raise MissingPermissions(("read_message_history",)) from None
        return None
    except (discord.HTTPException, ConnectionError, TimeoutError):
        if mentions_bot:
            raise
        return None
