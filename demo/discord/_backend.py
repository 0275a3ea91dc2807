"""Keep every use of simcord behind one door.

simcord models Discord's state, routes and permissions in memory. Here it gets the bot's calls
and the members' actions, and its payloads come out as plain JSON. Only this module and
``_model``, which changes what simcord does, import it.
"""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, cast

import discord
from simcord import http as _routes  # importing it registers simcord's REST routes
from simcord import intents as model_intents
from simcord.backend import serializers
from simcord.backend.access import channel_accessible
from simcord.backend.command_access import command_access
from simcord.backend.errors import BackendError, SetupError
from simcord.backend.models import Message as StoredMessage
from simcord.backend.models import MessageSticker, Overwrite
from simcord.components import validate_modal
from simcord.enums import ChannelType, OverwriteType
from simcord.interactions import base_payload, validate_option_value

from demo.discord._model import Model
from demo.discord.cdn import Cdn
from demo.discord.payloads import Extras, Shaper
from demo.discord.wire import (
    COMPONENTS_V2,
    JSON,
    ActionError,
    ApiError,
    Pings,
    Record,
    Sticker,
    UnknownRouteError,
    Upload,
    copied,
    is_object,
)

# Discord docs, Resources, Sticker: formats.
_PNG, _LOTTIE = 1, 3

_PARITY_GAPS = (_routes.RouteNotImplemented, _routes.UnsupportedField, NotImplementedError)


class _Body(dict[str, Any]):
    """A call's JSON object, of which simcord's log gets no copy: it is emptied anyway."""

    def __deepcopy__(self, _: object) -> "_Body":
        return self


@contextmanager
def _member_action() -> Generator[None]:
    """Turn simcord's refusals into ours."""
    try:
        yield
    except (BackendError, SetupError, ValueError) as error:
        raise ActionError(str(error)) from error


class World:
    """Hold the modelled Discord: people, places, messages, commands, interactions.

    Payloads are complete when they leave it. Message objects are shared: they are copied before
    they are changed.
    """

    def __init__(
        self, *, bot_name: str, extras: Extras, on_event: Callable[[str, JSON], None]
    ) -> None:
        self.cdn = Cdn(self.is_attached)
        self._shaper = Shaper(self.cdn, extras, lambda: self.bot_id)
        self._backend = Model(self.cdn, self._shaper.shape_message)
        self._holders: dict[int, int] = {}
        self._backend.bot_user.name = bot_name
        self._backend.subscribers.append(lambda event, data: on_event(event, dict(data)))

    @property
    def bot_id(self) -> int:
        """Return the bot's user id."""
        return self._backend.bot_user.id

    @property
    def application_id(self) -> int:
        """Return the application's id."""
        return self._backend.application_id

    # REST and gateway

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Any,
        params: JSON,
        uploads: list[Upload],
        reason: str | None,
        content_access: bool,
    ) -> Any:
        """Run one REST call of the bot and return its JSON answer (``None`` for 204).

        Raise ``ApiError`` as Discord would answer, ``UnknownRouteError`` for what simcord does
        not model.
        """
        try:
            answer = _routes.dispatch(
                self._backend,
                method,
                path,
                json=_Body(copied(body)) if is_object(body) else body,
                params=params,
                files=uploads,
                reason=reason,
                message_content_access=content_access,
            )
        except _PARITY_GAPS as error:
            raise UnknownRouteError(method, path, str(error)) from error
        except BackendError as error:
            raise ApiError(error.status, error.code, error.message) from error
        except (KeyError, TypeError, ValueError) as error:
            # simcord's handlers index the body without asking; Discord says "Invalid Form Body".
            raise ApiError(400, 50035, f"Invalid Form Body: {error}") from error
        finally:
            # simcord's own logs keep every body for ever.
            self._backend.http_requests.clear()
            self._backend.transcript.clear()
        self._shaper.shape(answer)
        return answer

    def project(self, event: str, payload: JSON, intents: discord.Intents) -> JSON | None:
        """Return what a bot with these intents gets of an event, or ``None`` for nothing."""
        gate = model_intents.required_intent(event, payload)
        if gate is not None and not getattr(intents, gate):
            return None
        view = dict(payload)
        if event == "GUILD_CREATE":
            model_intents.prune_guild_create(view, intents, self.bot_id)
        if not intents.message_content:
            view = copied(view)
            self._censor(event, view)
        self._shaper.shape(view)
        return view

    def _censor(self, event: str, view: JSON) -> None:
        """Blank what the message content intent would show, where Discord does."""
        if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE"):
            model_intents.censor_message(view, self.bot_id, backend=self._backend)
        elif event == "INTERACTION_CREATE":
            # A pressed button's message and a context menu's target are shown; what those two
            # reply to is not.
            shown = [view["message"]] if "message" in view else []
            resolved = view.get("data", {}).get("resolved", {})
            shown += resolved.get("messages", {}).values()
            for message in shown:
                model_intents.censor_message(
                    message, self.bot_id, backend=self._backend, exempt_root=True
                )

    def privileged_missing(self, declared: discord.Intents, approved: discord.Intents) -> list[str]:
        """Return the privileged intents that the bot asks for without the portal's approval."""
        return model_intents.missing_privileged_intents(declared, approved)

    def guild_ids(self) -> list[int]:
        """Return the guilds that the bot is a member of."""
        return [guild_id for guild_id in self._backend.guilds if self.is_installed(guild_id)]

    def guild_payload(self, guild_id: int) -> JSON:
        """Return a guild's GUILD_CREATE payload."""
        return cast("JSON", serializers.guild_create_payload(self._backend, self._guild(guild_id)))

    def user_payload(self, user_id: int) -> JSON:
        """Return a user object."""
        return cast("JSON", serializers.user_payload(self._backend.users[user_id]))

    def member_payload(self, guild_id: int, user_id: int) -> JSON:
        """Return a member of a guild with the user."""
        guild = self._guild(guild_id)
        member = guild.members[user_id]
        return cast("JSON", serializers.member_payload(self._backend, guild, member))

    def member_payloads(self, guild_id: int) -> list[JSON]:
        """Return all members of a guild with their users."""
        return [self.member_payload(guild_id, user_id) for user_id in self._guild(guild_id).members]

    # People and places

    def create_user(self, name: str, *, bot: bool) -> int:
        """Create a user and return the id."""
        return self._backend.make_user(name, bot=bot).id

    def create_guild(self, name: str, *, preferred_locale: str, installed: bool) -> int:
        """Create a guild, with the bot in it if ``installed``, and return the id."""
        if installed:
            return self._backend.create_guild(name, preferred_locale=preferred_locale).id
        # simcord always lets the bot in and announces it: nobody may hear of that here.
        listeners, self._backend.subscribers = self._backend.subscribers, []
        guild = self._backend.create_guild(name, preferred_locale=preferred_locale)
        self._backend.subscribers = listeners
        del guild.members[self.bot_id]
        return guild.id

    def announce_guild(self, guild_id: int) -> None:
        """Tell that a guild changed."""
        self._backend.edit_guild(guild_id, {})

    def is_installed(self, guild_id: int) -> bool:
        """Tell whether the bot is a member of a guild."""
        guild = self._backend.guilds.get(guild_id)
        return guild is not None and self.bot_id in guild.members

    def add_member(self, guild_id: int, user_id: int, *, permissions: discord.Permissions) -> None:
        """Let a user join a guild, with a role of their own for extra permissions."""
        roles: list[int] = []
        if permissions.value:
            role = self._backend.create_role(
                guild_id, "Moderator", permissions=permissions.value, mentionable=True
            )
            roles.append(role.id)
        self._backend.add_member(guild_id, user_id, roles=roles, announce=True)

    def create_text_channel(
        self, guild_id: int, name: str, topic: str | None, *, news: bool = False
    ) -> int:
        """Create a text channel, or one for announcements, and return the id."""
        kind = ChannelType.NEWS if news else ChannelType.TEXT
        return self._backend.create_channel(guild_id, name, type=kind, topic=topic).id

    def create_forum(self, guild_id: int, name: str) -> int:
        """Create a forum and return the id."""
        return self._backend.create_channel(guild_id, name, type=ChannelType.FORUM).id

    def create_voice_channel(self, guild_id: int, name: str, *, stage: bool) -> int:
        """Create a voice or stage channel and return the id."""
        kind = ChannelType.STAGE_VOICE if stage else ChannelType.VOICE
        return self._backend.create_channel(guild_id, name, type=kind).id

    def create_role(self, guild_id: int, name: str) -> int:
        """Create a role that may be mentioned and return the id."""
        return self._backend.create_role(guild_id, name, mentionable=True).id

    def bot_role(self, guild_id: int) -> int:
        """Return the role that came with the bot."""
        roles = self._guild(guild_id).roles.values()
        return next(role.id for role in roles if role.managed)

    def announce_channel(self, channel_id: int) -> None:
        """Tell that a channel changed."""
        self._backend.announce_channel_update(channel_id)

    def deny(self, channel_id: int, user_id: int, permissions: discord.Permissions) -> None:
        """Take permissions from one member in one channel."""
        self._backend.set_overwrite(
            channel_id, Overwrite(user_id, OverwriteType.MEMBER, deny=permissions.value)
        )

    def dm_channel(self, user_id: int) -> int:
        """Return the id of a user's direct messages with the bot."""
        return self._backend.get_dm_channel(user_id).id

    def create_thread(
        self, channel_id: int, name: str, user_id: int, message_id: int | None
    ) -> int:
        """Create a public thread as a member and return the id."""
        thread = self._backend.create_thread(channel_id, name, user_id, message_id=message_id)
        return thread.id

    def open_post(self, forum_id: int, name: str, user_id: int) -> int:
        """Create a forum's post, of which nobody hears before its first message is there."""
        return self._backend.create_thread(forum_id, name, user_id, broadcast=False).id

    def begin_post(self, thread_id: int, content: str, files: Iterable[JSON]) -> None:
        """Post the first message of a forum's post: it has the thread's id."""
        with _member_action():
            self._backend.begin_post(thread_id, content, list(files))

    def thread_ids(self, channel_id: int) -> list[int]:
        """Return a channel's threads, oldest first."""
        return [
            c.id
            for c in self._backend.channels.values()
            if c.is_thread and c.parent_id == channel_id
        ]

    def channel_payload(self, channel_id: int) -> JSON:
        """Return a channel object."""
        channel = self._backend.get_channel(channel_id)
        return cast("JSON", serializers.channel_payload(self._backend, channel))

    def has_channel(self, channel_id: int) -> bool:
        """Tell whether there is such a channel, thread or DM."""
        return channel_id in self._backend.channels

    def guild_of(self, channel_id: int) -> int | None:
        """Return the guild of a channel, ``None`` for direct messages and unknown channels."""
        channel = self._backend.channels.get(channel_id)
        return channel.guild_id if channel is not None else None

    def permissions(self, user_id: int, channel_id: int) -> discord.Permissions:
        """Return a user's effective permissions in a guild's channel or thread."""
        guild_id = self.guild_of(channel_id)
        if guild_id is None:
            return discord.Permissions.none()
        return discord.Permissions(self._backend.compute_permissions(guild_id, user_id, channel_id))

    def can_see(self, user_id: int, channel_id: int) -> bool:
        """Tell whether a user can open a channel."""
        return channel_accessible(self._backend, channel_id, user_id)

    # Messages

    def new_id(self) -> int:
        """Return a fresh snowflake."""
        return self._backend.snowflake()

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
        """Post a member's message and return its id."""
        with _member_action():
            return self._backend.create_message(
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
        sticker_id = self.new_id()
        self.cdn.store_sticker(sticker_id, sticker.data, moves=sticker.moves)
        kind = _LOTTIE if sticker.moves else _PNG
        return MessageSticker(sticker_id, sticker.name, kind, guild_id=0)

    def edit(self, channel_id: int, message_id: int, content: str) -> None:
        """Change a message's text."""
        with _member_action():
            self._backend.edit_message(channel_id, message_id, {"content": content})

    def delete(self, channel_id: int, message_id: int) -> None:
        """Delete a message."""
        self._backend.delete_message(channel_id, message_id)

    def emit(self, event: str, payload: JSON) -> None:
        """Send an event to whoever listens."""
        self._backend.emit(event, payload)

    def message_ids(self, channel_id: int) -> list[int]:
        """Return the ids of a channel's messages, oldest first."""
        return sorted(self._backend.messages.get(channel_id, ()))

    def has_message(self, channel_id: int, message_id: int) -> bool:
        """Tell whether a message is still there."""
        return self._message(channel_id, message_id) is not None

    def message_payload(self, channel_id: int, message_id: int) -> JSON | None:
        """Return a message object, ``None`` if it is gone."""
        stored = self._message(channel_id, message_id)
        return self._backend.message_payload(stored) if stored is not None else None

    def set_back(self, behind: timedelta) -> None:
        """Let what happens from now on have happened so long ago."""
        self._backend.set_back(behind)

    def leave_out_replied_messages(self) -> None:
        """Let no message object carry what it replies to."""
        self._backend.quotes = False

    def message_visible(self, channel_id: int, message_id: int, user_id: int) -> bool:
        """Tell whether a user sees a message (ephemeral ones belong to one person)."""
        stored = self._message(channel_id, message_id)
        return stored is not None and stored.visible_to(user_id)

    def pings(self, channel_id: int, message_id: int) -> Pings:
        """Return whom a message's present text notifies."""
        stored = self._message(channel_id, message_id)
        if stored is None:
            return Pings()
        return Pings(
            tuple(stored.ping_user_ids), tuple(stored.ping_role_ids), stored.mention_everyone
        )

    def is_attached(self, channel_id: int, attachment_id: int) -> bool:
        """Tell whether a message of the channel still holds an attachment."""
        messages = self._backend.messages.get(channel_id, {})
        known = messages.get(self._holders.get(attachment_id, 0))
        # The newest first: a file is mostly asked for soon after it came.
        for message in (known, *reversed(messages.values())):
            if message is not None and _holds(message, attachment_id):
                self._holders[attachment_id] = message.id
                return True
        return False

    # Commands and interactions

    def find_command(self, name: str, kind: int, *, user_id: int, channel_id: int) -> JSON:
        """Return a synced command that the user may use here, else raise ``ActionError``."""
        command = self._backend.find_command(name, self.guild_of(channel_id), type=kind)
        if command is None:
            message = f"No command {name!r} has been synced"
            raise ActionError(message)
        access = command_access(self._backend, command, user_id=user_id, channel_id=channel_id)
        if not access.allowed:
            message = f"The command {name!r} is not offered here: {access.reason}"
            raise ActionError(message)
        return command

    def commands(self, kind: int, *, user_id: int, channel_id: int) -> list[JSON]:
        """Return the commands that a user is offered in a channel."""
        return self._backend.visible_commands(user_id=user_id, channel_id=channel_id, type=kind)

    def checked_option(self, command: str, option: JSON, value: Any) -> Any:
        """Return a slash option's value if Discord's client would accept it there."""
        with _member_action():
            return validate_option_value(command, option, value)

    def open_interaction(
        self, kind: int, channel_id: int, user_id: int, data: JSON, *, answer_within: float
    ) -> tuple[Record, JSON]:
        """Create an interaction; return its record and the payload that the bot shall get.

        It is gone if no answer came within so many seconds.
        """
        record, payload = base_payload(
            self._backend,
            type=kind,
            channel_id=channel_id,
            guild_id=self.guild_of(channel_id),
            user_id=user_id,
            data=data,
        )
        record.initial_response_deadline = self._backend.iso_after(answer_within)
        return record, payload

    def record(self, token: str) -> Record | None:
        """Return the interaction that a token belongs to."""
        interaction_id = self._backend.interaction_tokens.get(token)
        return self._backend.interactions[interaction_id] if interaction_id is not None else None

    def modal(self, record: Record) -> JSON | None:
        """Return the form that an interaction was answered with, its components numbered."""
        return validate_modal(record.modal) if record.modal is not None else None

    def resolved(self, kind: str, entity_id: int, *, user_id: int, channel_id: int) -> JSON:
        """Return the ``resolved`` entry of a user (with membership) or channel."""
        guild_id = self.guild_of(channel_id)
        entry = str(entity_id)
        if kind == "users":
            found: JSON = {"users": {entry: self.user_payload(entity_id)}}
            if guild_id is not None:
                guild = self._guild(guild_id)
                member = guild.members[entity_id]
                without_user = serializers.member_payload(
                    self._backend, guild, member, with_user=False
                )
                found["members"] = {entry: without_user}
            return found
        channel = self.channel_payload(entity_id)
        channel["permissions"] = str(self.permissions(user_id, entity_id).value)
        return {"channels": {entry: channel}}

    def _guild(self, guild_id: int) -> Any:
        return self._backend.get_guild(guild_id)

    def _message(self, channel_id: int, message_id: int) -> StoredMessage | None:
        return self._backend.messages.get(channel_id, {}).get(message_id)


def _holds(message: StoredMessage, attachment_id: int) -> bool:
    return any(attachment["id"] == str(attachment_id) for attachment in message.attachments)
