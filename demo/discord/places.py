"""Build servers and channels, and read them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from simcord.backend.models import Overwrite
from simcord.enums import ChannelType, OverwriteType

from demo.discord.changes import Change
from demo.discord.messages import Message
from demo.discord.model import Model


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a server."""

    id: int
    name: str
    colour: int
    """As 0xRRGGBB, 0 for none."""

    @property
    def mention(self) -> str:
        """Return the text that names the role in a message."""
        return f"<@&{self.id}>"


class Channel:
    """A text or voice channel, a thread, or someone's direct messages with the bot."""

    def __init__(self, model: Model, channel_id: int) -> None:
        self.id = channel_id
        self.model = model

    def __repr__(self) -> str:
        return f"<Channel {self.id} {self.name}>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Channel) and other.id == self.id

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def name(self) -> str:
        """Return the name, empty for direct messages."""
        return self.model.get_channel(self.id).name or ""

    @property
    def mention(self) -> str:
        """Return the text that names the channel in a message."""
        return f"<#{self.id}>"

    @property
    def guild_id(self) -> int | None:
        """Return the server's id, ``None`` for direct messages."""
        return self.model.guild_of(self.id)

    @property
    def topic(self) -> str:
        """Return what the channel says that it is for."""
        return self.model.get_channel(self.id).topic or ""

    @property
    def upload_limit(self) -> int:
        """Return how many bytes one file may have here."""
        return self.model.upload_limit(self.id)

    @property
    def parent_id(self) -> int | None:
        """Return the channel that a thread belongs to, ``None`` if this is no thread."""
        return self.model.get_channel(self.id).parent_id if self.is_thread else None

    @property
    def kind(self) -> ChannelType:
        """Return what kind of channel this is."""
        return ChannelType(self.model.get_channel(self.id).type)

    @property
    def category_id(self) -> int | None:
        """Return the category that a channel stands in, ``None`` for none and for threads."""
        return None if self.is_thread else self.model.get_channel(self.id).parent_id

    @property
    def is_thread(self) -> bool:
        """Tell whether this is a thread."""
        return self.model.get_channel(self.id).is_thread

    @property
    def age_restricted(self) -> bool:
        """Tell whether the channel is marked as age-restricted."""
        return self.id in self.model.age_restricted

    @property
    def threads(self) -> list["Channel"]:
        """Return the channel's threads, oldest first."""
        return [Channel(self.model, thread.id) for thread in self.model.threads(self.id)]

    @property
    def messages(self) -> list[Message]:
        """Return the public messages, oldest first."""
        found = map(self.message, self.model.message_ids(self.id))
        return [message for message in found if not message.ephemeral]

    def message(self, message_id: int) -> Message:
        """Return one message; raise ``LookupError`` if there is none of that id."""
        return Message(self.model, self.id, message_id)

    def deny_bot(self, *permissions: str) -> None:
        """Take permissions from the bot here, by discord.py's names."""
        self._deny(self.model.bot_user.id, permissions)

    def deny(self, user_id: int, *permissions: str) -> None:
        """Take permissions from somebody here, by discord.py's names."""
        self._deny(user_id, permissions)

    def hide_from(self, user_id: int) -> None:
        """Let somebody not see the channel."""
        self._deny(user_id, ["view_channel"])

    def show_only_to(self, *roles: Role) -> None:
        """Let nobody see the channel but who has one of these roles, and the bot."""
        assert self.guild_id is not None
        see = discord.Permissions(view_channel=True).value
        overwrites = [
            Overwrite(self.guild_id, OverwriteType.ROLE, deny=see),
            Overwrite(self.model.bot_user.id, OverwriteType.MEMBER, allow=see),
            *(Overwrite(role.id, OverwriteType.ROLE, allow=see) for role in roles),
        ]
        for overwrite in overwrites:
            self.model.set_overwrite(self.id, overwrite)

    def _deny(self, user_id: int, permissions: Iterable[str]) -> None:
        denied = discord.Permissions(**dict.fromkeys(permissions, True))
        self.model.deny(self.id, user_id, denied)

    async def wait_for_message(
        self,
        match: Callable[[Message], object] = lambda _: True,
        *,
        after: Message | None = None,
        within: float = 30.0,
    ) -> Message:
        """Return the oldest public message of the bot that matches, as soon as there is one.

        Only messages newer than ``after`` count, and no notices of Discord's own. Raise
        ``TimeoutError`` after ``within`` seconds.
        """
        oldest = after.id if after is not None else 0
        # What is there is looked at once, and later what changed.
        unseen = set(self.model.message_ids(self.id))

        def concerns(change: Change | None) -> bool:
            if change is None or change.channel_id != self.id:
                return False
            unseen.add(change.message_id)
            return True

        def probe() -> Message | None:
            newer = sorted(message_id for message_id in unseen if message_id > oldest)
            unseen.clear()
            return next(filter(match, self._posts(newer)), None)

        found = await self.model.changes.wait_for(probe, within=within, concerns=concerns)
        assert found is not None
        return found

    def _posts(self, message_ids: Iterable[int]) -> Iterator[Message]:
        """Yield what the bot said to all; a message that is gone by now is left out."""
        for message_id in message_ids:
            if self.model.message(self.id, message_id) is not None:
                message = self.message(message_id)
                if message.from_bot and not message.ephemeral and not message.is_notice:
                    yield message


class Guild:
    """A server."""

    def __init__(self, model: Model, guild_id: int) -> None:
        self.id = guild_id
        self.channels: list[Channel] = []
        self.categories: list[Channel] = []
        self.model = model

    @property
    def name(self) -> str:
        """Return the server's name."""
        return self.model.get_guild(self.id).name

    def create_category(self, name: str) -> Channel:
        """Create a heading for channels, which nobody writes in."""
        category = Channel(
            self.model, self.model.create_channel(self.id, name, type=ChannelType.CATEGORY).id
        )
        self.categories.append(category)
        return category

    def create_text_channel(
        self,
        name: str,
        *,
        topic: str | None = None,
        nsfw: bool = False,
        news: bool = False,
        category: Channel | None = None,
    ) -> Channel:
        """Create a channel, age-restricted if ``nsfw``, for announcements if ``news``."""
        kind = ChannelType.NEWS if news else ChannelType.TEXT
        parent = category.id if category is not None else None
        channel = self._create(name, kind, topic=topic, parent_id=parent)
        if nsfw:
            self.model.age_restricted.add(channel.id)
            self.model.announce_channel_update(channel.id)
        return channel

    def create_voice_channel(self, name: str, *, stage: bool = False) -> Channel:
        """Create a voice channel, or a stage; only its chat is modelled."""
        return self._create(name, ChannelType.STAGE_VOICE if stage else ChannelType.VOICE)

    def create_forum(self, name: str) -> Channel:
        """Create a forum, in which members post threads and nothing else."""
        return self._create(name, ChannelType.FORUM)

    def _create(self, name: str, kind: ChannelType, **about: Any) -> Channel:
        made = self.model.create_channel(self.id, name, type=kind, **about)
        channel = Channel(self.model, made.id)
        self.channels.append(channel)
        return channel

    @property
    def roles(self) -> list[Role]:
        """Return the roles, the highest first, without @everyone and the bot's own."""
        roles = self.model.get_guild(self.id).roles.values()
        return [
            Role(role.id, role.name, role.color)
            for role in sorted(roles, key=lambda role: -role.position)
            if role.id != self.id and not role.managed
        ]

    def create_role(self, name: str, *, colour: int = 0, **permissions: bool) -> Role:
        """Create a role below the others; permissions go by discord.py's names."""
        made = self.model.create_role(
            self.id,
            name,
            permissions=discord.Permissions(**permissions).value,
            color=colour,
            mentionable=True,
        )
        return Role(made.id, made.name, made.color)

    @property
    def bot_role_mention(self) -> str:
        """Return the text that mentions the role that came with the bot."""
        roles = self.model.get_guild(self.id).roles.values()
        return f"<@&{next(role.id for role in roles if role.managed)}>"
