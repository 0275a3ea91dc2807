"""Who asks for something, and where the answer appears: one message, edited from then on."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, TypeAlias

import discord

from bot.domain.access import Asker
from bot.domain.errors import MissingPermissions
from bot.domain.job import JobKind, Place
from bot.interface.messages.bodies import Files, MessageBody

UPLOAD_FLOOR: Final = 10 * 1024 * 1024
"""Bytes that every place takes: discord.py's default, Discord docs, Reference, Uploading Files."""

MessageableChannel: TypeAlias = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.Thread
    | discord.DMChannel
)
"""Where a bot can write messages."""

Say: TypeAlias = Callable[[str], MessageBody]
"""Says something in a language."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who asks, where, by which interaction or message, and in which language it is read.

    `asker` is what a server's rules go by. `private`: what comes of it is for whoever asks alone.
    `author_name` is what they are called here.
    """

    place: Place
    author_id: int
    source_id: int
    locale: str
    asker: Asker
    private: bool = False
    author_name: str = ""


def asker_of(channel: object, guild: discord.Guild | None, author: discord.abc.User) -> Asker:
    """Say who asks where; a `guild` is one whose member the bot is."""
    channel_id: int = getattr(channel, "id", 0)
    if guild is None:
        return Asker(None, (channel_id,), author.id)
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    above = guild.get_channel(parent_id or channel_id)
    around = (channel_id, parent_id, above.category_id if above else None)
    roles = author.roles if isinstance(author, discord.Member) else None
    return Asker(
        guild.id,
        tuple(each for each in around if each is not None),
        author.id,
        None if roles is None else frozenset(role.id for role in roles),
        is_age_restricted=bool(getattr(above, "nsfw", False)),
    )


def place_of(channel: object, guild_id: int | None) -> Place:
    """Say where something is asked; a thread or direct message may keep its own conversation."""
    channel_id: int = getattr(channel, "id", 0)
    keeps = isinstance(channel, discord.Thread | discord.DMChannel)
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return Place(guild_id, channel_id, channel_id if keeps else None, parent_id)


class Answer(ABC):
    """Show things to whoever asked; `locale` is the language of those who read it.

    `own_locale` is that of the author alone. `guild_id` is the server in whose address its messages
    are, also where the bot is no member. `upload_limit` is how many bytes a file may have, as
    Discord itself says where it `says_limit`, else as discord.py does.
    """

    locale: str
    own_locale: str
    upload_limit: int
    says_limit: ClassVar[bool] = False
    guild_id: int | None
    author: discord.User | discord.Member
    origin: Origin

    @property
    def public_channel_id(self) -> int:
        """Return the channel whose messages show this; 0 where it is in no channel's sight."""
        return 0 if self.origin.private else self.origin.place.channel_id

    def check(self, kind: JobKind) -> None:
        """Raise MissingPermissions where Discord would refuse such an answer, before it is paid."""
        if missing := self.lacking(kind):
            raise MissingPermissions(missing)

    @abstractmethod
    def lacking(self, kind: JobKind) -> tuple[str, ...]:
        """Return which permissions lack for such an answer, by discord.py's names."""

    @property
    @abstractmethod
    def channel(self) -> object:
        """Return where it stands, as discord.py knows it."""

    @property
    @abstractmethod
    def author_moderates(self) -> bool:
        """Tell whether the author may manage what others write here."""

    @abstractmethod
    async def show(self, body: MessageBody, files: Files = ()) -> int:
        """Post this, or put it in place of what was shown before; return the message's id.

        Where a message can't be changed into this, it becomes a message of its own.
        """

    @abstractmethod
    async def deliver(self, body: MessageBody, files: Files = ()) -> int:
        """Show what was asked for, and tell its author where an edit alone would not be noticed."""

    @abstractmethod
    async def add(self, body: MessageBody, files: Files = ()) -> int:
        """Post this as a message of its own, behind what is shown; return its id."""

    @abstractmethod
    def below(self, message_id: int) -> "Answer":
        """Return an answer of its own, as a reply to a message that this one has posted."""

    @abstractmethod
    async def fail(self, say: Say, *, alone: bool = False) -> None:
        """Show why there is no answer, in the language of those who read it there.

        `alone`: it concerns nobody but the author. So it is told to them alone where Discord has a
        way to do so, and goes after a while where it has none.
        """

    @abstractmethod
    async def whisper(self, body: MessageBody) -> None:
        """Tell the author alone, beside the answer; nothing where Discord has no way to do so."""
