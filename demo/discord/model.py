"""The modelled Discord: simcord's, with what it leaves out, and what Discord does otherwise."""

import re
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final, cast

import discord
from simcord.backend import Backend, errors, serializers
from simcord.backend.access import channel_accessible
from simcord.backend.command_access import command_access
from simcord.backend.models import Channel, Guild, Interaction, Message, MessageSticker, Overwrite
from simcord.enums import ChannelType, MessageType, OverwriteType
from simcord.interactions import base_payload

from demo.discord.cdn import Cdn, complete_message
from demo.discord.changes import Changes
from demo.discord.wire import COMPONENTS_V2, HAS_THREAD, ActionError, Sticker, copied
from demo.jsons import JSON

MEBIBYTE: Final = 1024 * 1024
# Discord docs, Reference, Uploading Files; boosts: Discord's help centre, Server Boosting.
UPLOAD_LIMITS: Final = {0: 10 * MEBIBYTE, 1: 10 * MEBIBYTE, 2: 50 * MEBIBYTE, 3: 100 * MEBIBYTE}

# Discord docs, Reference, Message Formatting: what stands in code mentions nobody.
_CODE = re.compile(r"(`{1,3}).+?\1", re.DOTALL)
# Discord docs, Resources, Channel, Channel Types; simcord has no such thread.
_ANNOUNCEMENT_THREAD = 10
# Discord docs, Resources, Sticker: formats.
_PNG, _APNG, _LOTTIE = 1, 2, 3
# Discord docs, Interaction Structure, app_permissions, where the bot is no member.
_AS_NO_MEMBER = discord.Permissions(
    attach_files=True, embed_links=True, mention_everyone=True, external_emojis=True
)

# What simcord changes of a message without calling it edited.
_Version = tuple[str | None, int, bool]
_serialized: Callable[..., Any] = serializers.message_payload


class _RealClock:
    """Tell the real time, or an earlier one, where simcord would keep a virtual one."""

    behind = timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) - self.behind


class _Unquoting:
    """Look like a model in which no message finds the one that it replies to."""

    def __init__(self, model: "Model") -> None:
        self.users = model.users
        self.channels = model.channels
        self.messages: dict[int, dict[int, Message]] = {}


@contextmanager
def as_actions() -> Generator[None]:
    """Raise `ActionError` for what simcord refuses."""
    try:
        yield
    except (errors.BackendError, errors.SetupError, ValueError) as error:
        raise ActionError(str(error)) from error


class Model(Backend):
    """People, places, messages, commands and interactions, in real time.

    A message object is made once a version, completed, and then shared by all who ask for it:
    whoever wants to change one copies it first.
    """

    def __init__(self, bot_name: str) -> None:
        self._time = _RealClock()
        super().__init__(clock=cast("Any", self._time))
        self.bot_user.name = bot_name
        self.cdn: Cdn = Cdn(self.is_attached)
        self.changes = Changes()
        self.tiers: dict[int, int] = {}
        self.age_restricted: set[int] = set()
        self.locales: dict[int, str] = {}
        self.user_installs: set[int] = set()
        self.blocked_words: list[str] = []
        # Seconds (Discord docs, Receiving and Responding, Interaction Callback: 3 for the first).
        self.answer_within = 3.0
        self.quotes = True
        self._unquoting = _Unquoting(self)
        self._made: dict[int, tuple[_Version, JSON]] = {}
        self._holders: dict[int, int] = {}
        # simcord's routes and events all ask this function, by its module.
        cast("Any", serializers).message_payload = _message_payload

    def set_back(self, behind: timedelta) -> None:
        """Let what happens from now on have happened so long ago."""
        self._time.behind = behind

    # Places

    def create_guild_without_bot(self, name: str, *, preferred_locale: str) -> Guild:
        """Create a guild that the bot does not hear of: simcord would let it in and announce it."""
        listeners, self.subscribers = self.subscribers, []
        guild = self.create_guild(name, preferred_locale=preferred_locale)
        self.subscribers = listeners
        del guild.members[self.bot_user.id]
        # As everybody may in a new server: simcord is older than that permission.
        guild.roles[guild.id].permissions |= discord.Permissions(use_external_apps=True).value
        return guild

    def install(self, guild_id: int) -> None:
        """Let the bot into a guild that was there before it, and tell it what is there."""
        guild = self.get_guild(guild_id)
        own = [role.id for role in guild.roles.values() if role.managed]
        self.add_member(guild_id, self.bot_user.id, roles=own)
        payload = dict(serializers.guild_create_payload(self, guild))
        # Only what was out of reach before is said to be within it (Discord docs, Guild Create).
        payload.pop("unavailable")
        self.emit("GUILD_CREATE", payload)

    def is_installed(self, guild_id: int) -> bool:
        """Tell whether the bot is a member of a guild."""
        guild = self.guilds.get(guild_id)
        return guild is not None and self.bot_user.id in guild.members

    def guild_of(self, channel_id: int) -> int | None:
        """Return the guild of a channel, ``None`` for direct messages and unknown channels."""
        channel = self.channels.get(channel_id)
        return channel.guild_id if channel is not None else None

    def permissions(self, user_id: int, channel_id: int) -> discord.Permissions:
        """Return a user's effective permissions in a guild's channel or thread."""
        guild_id = self.guild_of(channel_id)
        if guild_id is None:
            return discord.Permissions.none()
        return discord.Permissions(self.compute_permissions(guild_id, user_id, channel_id))

    def deny(self, channel_id: int, user_id: int, permissions: discord.Permissions) -> None:
        """Take permissions from one member in one channel."""
        denied = Overwrite(user_id, OverwriteType.MEMBER, deny=permissions.value)
        self.set_overwrite(channel_id, denied)

    def can_see(self, user_id: int, channel_id: int) -> bool:
        """Tell whether a user can open a channel."""
        return channel_accessible(self, channel_id, user_id)

    def upload_limit(self, channel_id: int) -> int:
        """Return how many bytes one file may have in a channel."""
        return UPLOAD_LIMITS[self.tiers.get(self.guild_of(channel_id) or 0, 0)]

    def threads(self, channel_id: int) -> list[Channel]:
        """Return a channel's threads, oldest first."""
        return [c for c in self.channels.values() if c.is_thread and c.parent_id == channel_id]

    def channel_payload(self, channel_id: int) -> JSON:
        """Return a channel object."""
        return cast("JSON", serializers.channel_payload(self, self.get_channel(channel_id)))

    def member_payload(self, guild_id: int, user_id: int, *, with_user: bool = True) -> JSON:
        """Return a member of a guild, with the user or without."""
        guild = self.get_guild(guild_id)
        member = guild.members[user_id]
        payload = serializers.member_payload(self, guild, member, with_user=with_user)
        return cast("JSON", payload)

    def create_thread(
        self,
        parent_id: int,
        name: str,
        owner_id: int,
        *,
        type: int = ChannelType.PUBLIC_THREAD,  # noqa: A002 (simcord's name)
        message_id: int | None = None,
        **more: Any,
    ) -> Channel:
        """Open a thread; one below no message is, among announcements, of their own kind."""
        if message_id is None and self.get_channel(parent_id).type == ChannelType.NEWS:
            if type != _ANNOUNCEMENT_THREAD:
                raise errors.cannot_execute_on_channel_type()
            type = ChannelType.PUBLIC_THREAD  # noqa: A001 (simcord's name)
        return super().create_thread(
            parent_id, name, owner_id, type=type, message_id=message_id, **more
        )

    def delete_channel(self, channel_id: int) -> None:
        """Delete a channel; its threads go with it, and nothing is told of them."""
        super().delete_channel(channel_id)
        for thread in self.threads(channel_id):
            del self.channels[thread.id]
            self.messages.pop(thread.id, None)
            if thread.guild_id is not None:
                self.get_guild(thread.guild_id).thread_ids.remove(thread.id)

    # Messages

    def message(self, channel_id: int, message_id: int) -> Message | None:
        """Return a message that is still there."""
        return self.messages.get(channel_id, {}).get(message_id)

    def message_ids(self, channel_id: int, *, seen_by: int | None = None) -> list[int]:
        """Return the ids of a channel's messages, oldest first; of those alone that a user sees."""
        messages = sorted(self.messages.get(channel_id, {}).items())
        return [i for i, message in messages if seen_by is None or message.visible_to(seen_by)]

    def post(
        self,
        channel_id: int,
        user_id: int,
        content: str,
        *,
        files: Iterable[JSON] = (),
        components: Sequence[JSON] = (),
        embeds: Sequence[JSON] = (),
        sticker: Sticker | None = None,
        reference: JSON | None = None,
    ) -> int:
        """Post a message and return its id."""
        with as_actions():
            return self.create_message(
                channel_id,
                user_id,
                content,
                attachments=list(files),
                components=list(components),
                embeds=list(embeds),
                stickers=[self._stored(sticker)] if sticker else [],
                flags=COMPONENTS_V2 if components else 0,
                reference=reference,
            ).id

    def _stored(self, sticker: Sticker) -> MessageSticker:
        """Keep what a sticker shows, and return it as a message names it."""
        still = _APNG if b"acTL" in sticker.data else _PNG
        kind = _LOTTIE if sticker.lottie else still
        sticker_id = self.snowflake()
        self.cdn.store_asset(f"stickers/{sticker_id}", sticker.data)
        return MessageSticker(sticker_id, sticker.name, kind, guild_id=0)

    def begin_post(self, thread_id: int, content: str, attachments: list[JSON]) -> None:
        """Post the first message of a member's forum post, and tell of both."""
        thread = self.get_channel(thread_id)
        assert thread.owner_id is not None
        with as_actions():
            first = self.prepare_message(
                thread_id, thread.owner_id, content, attachments=attachments
            )
            first.id = thread_id
            self.commit_message(first, broadcast=False)
            self.announce_thread_create(thread)
            self.announce_message_create(first)

    def make_emoji(self, name: str, data: bytes) -> str:
        """Keep an emoji of some server, and return the text that shows it."""
        emoji_id = self.snowflake()
        self.cdn.store_asset(f"emojis/{emoji_id}", data)
        return f"<{'a' if data.startswith(b'GIF8') else ''}:{name}:{emoji_id}>"

    def give_avatar(self, user_id: int, data: bytes, guild_id: int | None = None) -> None:
        """Give a user an avatar; with a guild, one for that alone."""
        key = f"{'a_' if data.startswith(b'GIF8') else ''}{self.snowflake():032x}"
        if guild_id is None:
            self.users[user_id].avatar = key
            path = f"avatars/{user_id}/{key}"
        else:
            self.get_guild(guild_id).members[user_id].avatar = key
            path = f"guilds/{guild_id}/users/{user_id}/avatars/{key}"
        self.cdn.store_asset(path, data)

    def is_attached(self, channel_id: int, attachment_id: int) -> bool:
        """Tell whether a message of the channel still holds an attachment."""
        messages = self.messages.get(channel_id, {})
        known = messages.get(self._holders.get(attachment_id, 0))
        # The newest first: a file is mostly asked for soon after it came.
        for message in (known, *reversed(messages.values())):
            if message is not None and any(
                attachment["id"] == str(attachment_id) for attachment in message.attachments
            ):
                self._holders[attachment_id] = message.id
                return True
        return False

    def message_payload(self, message: Message, for_user: int | None = None) -> JSON:
        """Return a message object; what it replies to comes with it, but not what that replies to.

        (discord-api-docs, pull request 5095, has such an answer of Discord's.)
        """
        payload = self._made_of(message, for_user)
        reference = payload.get("message_reference")
        if not self.quotes or reference is None or reference.get("type", 0):
            return payload
        channel_id = int(reference.get("channel_id", message.channel_id))
        quoted = self.message(channel_id, int(reference["message_id"]))
        if quoted is None:
            return payload
        return {**payload, "referenced_message": dict(self._made_of(quoted, None))}

    def _made_of(self, message: Message, for_user: int | None) -> JSON:
        if message.reactions or message.poll is not None:
            return self._make(message, for_user)
        version = message.edited_timestamp, message.flags, message.pinned
        known = self._made.get(message.id)
        if known is None or known[0] != version:
            known = self._made[message.id] = version, self._make(message, for_user)
        return known[1]

    def _make(self, message: Message, for_user: int | None) -> JSON:
        payload = copied(_serialized(self._unquoting, message, for_user=for_user))
        if message.type == MessageType.THREAD_STARTER_MESSAGE:
            payload["content"] = ""
        complete_message(payload, self.cdn)
        return payload

    def _mention_state(
        self,
        channel: Any,
        author_id: int,
        content: str,
        policy: Any,
        reply_author_id: int | None,
    ) -> tuple[list[int], list[int], list[int], list[int], bool]:
        """Return whom a message mentions, and whom of them it notifies: code mentions nobody."""
        said = _CODE.sub("", content)
        return super()._mention_state(channel, author_id, said, policy, reply_author_id)

    def create_system_message(
        self, channel_id: int, message_type: MessageType, author_id: int, **about: int | None
    ) -> Message:
        """Post a notice; a thread below a message is no notice but a flag on that message.

        In the thread, the first message points to that one.
        """
        message_id = about.get("referenced_message_id")
        if message_type == MessageType.THREAD_CREATED and message_id is not None:
            started = self.get_message(channel_id, message_id)
            started.flags |= HAS_THREAD
            self.emit("MESSAGE_UPDATE", dict(self.message_payload(started)))
            thread_id = about["target_channel_id"]
            assert thread_id is not None
            message_type = MessageType.THREAD_STARTER_MESSAGE
            about = {"referenced_channel_id": channel_id, "referenced_message_id": message_id}
            channel_id = thread_id
        return super().create_system_message(channel_id, message_type, author_id, **about)

    # Commands and interactions

    def usable_command(self, name: str, kind: int, *, user_id: int, channel_id: int) -> JSON:
        """Return a synced command that the user may use here, else raise ``ActionError``."""
        command = self.find_command(name, self.guild_of(channel_id), type=kind)
        if command is None:
            raise ActionError(f"No command {name!r} has been synced")
        access = command_access(self, command, user_id=user_id, channel_id=channel_id)
        if not access.allowed:
            raise ActionError(f"The command {name!r} is not offered here: {access.reason}")
        return command

    def interaction(self, token: str) -> Interaction | None:
        """Return the interaction that a token belongs to."""
        interaction_id = self.interaction_tokens.get(token)
        return self.interactions[interaction_id] if interaction_id is not None else None

    def open_interaction(
        self, kind: int, channel_id: int, user_id: int, data: JSON
    ) -> tuple[Interaction, JSON]:
        """Create an interaction, and return it with the payload that the bot shall get."""
        guild_id = self.guild_of(channel_id)
        interaction, payload = base_payload(
            self,
            type=kind,
            channel_id=channel_id,
            guild_id=guild_id,
            user_id=user_id,
            data=data,
        )
        interaction.initial_response_deadline = self.iso_after(self.answer_within)
        payload["locale"] = self.locales.get(user_id, "en-US")
        payload["attachment_size_limit"] = self.upload_limit(channel_id)
        # Keys: 0 = installed in the guild (in the bot's DMs "0"), 1 = by the user.
        owners: dict[str, str] = {}
        if guild_id is None or self.is_installed(guild_id):
            owners["0"] = str(guild_id or 0)
        if user_id in self.user_installs:
            owners["1"] = str(user_id)
        payload["authorizing_integration_owners"] = owners
        if guild_id is not None:
            locale = self.get_guild(guild_id).preferred_locale
            payload["guild_locale"] = locale
            payload["guild"] = {"id": str(guild_id), "locale": locale, "features": []}
        if guild_id is None or not self.is_installed(guild_id):
            payload["app_permissions"] = str(_AS_NO_MEMBER.value)
        return interaction, payload


def _message_payload(model: Model, message: Message, *, for_user: int | None = None) -> JSON:
    return model.message_payload(message, for_user)
