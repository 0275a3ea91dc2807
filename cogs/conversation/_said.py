import re
from dataclasses import dataclass

import discord

from bot.domain.errors import MissingPermissions, WhichPicture
from bot.interface.pointing import pictures_of, texts_of, uploads
from bot.services.intake import Upload

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s*[:：](?!\d)\s*(?P<rest>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """Hold what a member said to the bot, without its mention, and what they replied to.

    `replied_to_nothing`: it is a reply to a message that is gone. `chosen` is the place, from 0, of
    the picture that they named afterwards.
    """

    message: discord.Message
    text: str
    mentions_bot: bool
    to_bot: bool
    replied_id: int | None
    replied: discord.Message | None
    replied_to_nothing: bool
    chosen: int | None

    @property
    def files(self) -> list[Upload]:
        """Name what the member attached, else what a forwarded message or a sticker shows."""
        forwarded = [*pictures_of(self.message, links=False), *texts_of(self.message)]
        return uploads(self.message.attachments) or forwarded

    @property
    def is_turn(self) -> bool:
        """Tell whether it says something where all is said to the bot; a sticker does not."""
        message = self.message
        return bool(self.text or message.attachments or message.message_snapshots)


async def heard(message: discord.Message, bot_id: int, *, chosen: int | None = None) -> Said:
    """Read a message, and fetch what it is a reply to where Discord did not send that along."""
    mention = re.compile(rf"<@!?{bot_id}>")
    mentions_bot = mention.search(message.content) is not None
    reference = message.reference
    replied_id, replied, gone = None, None, False
    if reference is not None and reference.type is discord.MessageReferenceType.reply:
        replied_id = reference.message_id
        resolved = reference.resolved or await _fetched(message, replied_id, mentions_bot)
        gone = not isinstance(resolved, discord.Message)
        replied = resolved if isinstance(resolved, discord.Message) else None
    return Said(
        message,
        mention.sub("", message.content).strip(),
        mentions_bot=mentions_bot,
        to_bot=replied is not None and replied.author.id == bot_id,
        replied_id=replied_id,
        replied=replied,
        replied_to_nothing=gone,
        chosen=chosen,
    )


def which(said: Said, count: int) -> tuple[int, str]:
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
