"""Act as a member: write, reply, run commands, press, choose, fill in forms."""

import copy
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import discord
from simcord.components import walk_components
from simcord.interactions import nest_options

from demo.discord.cdn import clean_filename
from demo.discord.entries import Entry, File, declared_options
from demo.discord.interactions import Choice, Interaction
from demo.discord.messages import Message
from demo.discord.model import Model, as_actions
from demo.discord.places import Channel, Guild, Role
from demo.discord.wire import ActionError, Sticker, media_of
from demo.jsons import JSON

_COMMAND, _COMPONENT, _AUTOCOMPLETE, _MODAL_SUBMIT = 2, 3, 4, 5
_CHAT_INPUT, _USER_MENU, _MESSAGE_MENU = 1, 2, 3
_BUTTON = 2
_GUILD_INSTALL, _USER_INSTALL = 0, 1
_MAX_FILES = 10
_LONGEST_NAME = 100
_FORWARD = 1


class Member:
    """A person with a Discord client."""

    def __init__(self, model: Model, user_id: int) -> None:
        self.id = user_id
        self._model = model

    def __repr__(self) -> str:
        return f"<Member {self.id} {self.name}>"

    @property
    def name(self) -> str:
        """Return the user name."""
        return self._model.users[self.id].name

    @property
    def is_bot(self) -> bool:
        """Tell whether this is somebody else's bot."""
        return self._model.users[self.id].bot

    @property
    def mention(self) -> str:
        """Return the text that names the member in a message."""
        return f"<@{self.id}>"

    @property
    def locale(self) -> str:
        """Return the language of the member's client."""
        return self._model.locales.get(self.id, "en-US")

    def wear(self, avatar: bytes, *, guild_id: int | None = None) -> None:
        """Put on an avatar, everywhere or in one server alone; a GIF moves."""
        self._model.give_avatar(self.id, avatar, guild_id)

    def roles(self, guild: Guild) -> list[Role]:
        """Return the roles that are held in a server, the highest first."""
        member = self._model.get_guild(guild.id).members.get(self.id)
        held = set(member.role_ids) if member is not None else set[int]()
        return [role for role in guild.roles if role.id in held]

    def owns(self, guild: Guild) -> bool:
        """Tell whether a server belongs to this person."""
        return self._model.get_guild(guild.id).owner_id == self.id

    @property
    def dm(self) -> Channel:
        """Return the member's direct messages with the bot."""
        return Channel(self._model, self._model.get_dm_channel(self.id).id)

    def can_see(self, channel: Channel) -> bool:
        """Tell whether the client would show the channel."""
        return self._model.can_see(self.id, channel.id)

    def may(self, channel: Channel, permission: str) -> bool:
        """Tell whether a permission, by discord.py's name, is held here (in a DM: all are)."""
        if channel.guild_id is None:
            return self.can_see(channel)
        return getattr(self._model.permissions(self.id, channel.id), permission)

    def sees(self, channel: Channel, *, newest: int = sys.maxsize) -> list[Message]:
        """Return a channel's newest messages with the ephemeral ones that are for this member."""
        if not self.can_see(channel):
            return []
        ids = self._model.message_ids(channel.id, seen_by=self.id)
        return [channel.message(message_id) for message_id in ids[-newest:]]

    def latest(self, channel: Channel) -> int | None:
        """Return the id of the newest message that this member sees."""
        ids = self._model.message_ids(channel.id, seen_by=self.id)
        return ids[-1] if ids else None

    def commands(self, channel: Channel) -> list[JSON]:
        """Return the slash commands that the client would offer here."""
        return self._offered(channel, _CHAT_INPUT)

    def menus(self, channel: Channel) -> list[JSON]:
        """Return the commands that a message's Apps menu would offer here."""
        return self._offered(channel, _MESSAGE_MENU)

    def user_menus(self, channel: Channel) -> list[JSON]:
        """Return the commands that a person's Apps menu would offer here."""
        return self._offered(channel, _USER_MENU)

    def _offered(self, channel: Channel, kind: int) -> list[JSON]:
        offered = self._model.visible_commands(user_id=self.id, channel_id=channel.id, type=kind)
        return [command for command in offered if self._has_installed(command, channel)]

    # Messages

    async def send(
        self,
        channel: Channel,
        content: str = "",
        *,
        files: Sequence[File] = (),
        reply_to: Message | None = None,
        components: Sequence[JSON] = (),
        embeds: Sequence[JSON] = (),
        sticker: Sticker | None = None,
    ) -> Message:
        """Post a message, as a reply if ``reply_to`` is given (which mentions its author).

        Only bots post ``components``, in which ``attachment://`` names one of the files. Discord
        makes ``embeds`` of links, and bots post them.
        """
        self._require(channel, "send_messages_in_threads" if channel.is_thread else "send_messages")
        limit = self._model.upload_limit(channel.id)
        if files:
            self._require(channel, "attach_files")
        if len(files) > _MAX_FILES or any(len(data) > limit for _, data in files):
            raise ActionError(f"At most {_MAX_FILES} files of {limit} bytes each")
        # One that is being deleted at this moment can still be answered.
        if reply_to is not None and not reply_to.deleted:
            self._require_visible(reply_to)
        if not (content.strip() or files or components or embeds or sticker):
            raise ActionError("An empty message cannot be sent")
        attachments = self._stored(channel.id, files)
        reference = _reference(reply_to) if reply_to is not None else None
        urls = {f"attachment://{file['filename']}": file["url"] for file in attachments}
        message_id = self._model.post(
            channel.id,
            self.id,
            content,
            files=attachments,
            components=[_with_media(component, urls) for component in components],
            embeds=embeds,
            sticker=sticker,
            reference=reference,
        )
        return Message(self._model, channel.id, message_id)

    async def forward(self, channel: Channel, message: Message) -> Message:
        """Post what another message says and shows, without its author."""
        self._require_visible(message)
        self._require(channel, "send_messages")
        reference = _reference(message) | {"type": _FORWARD}
        message_id = self._model.post(channel.id, self.id, "", reference=reference)
        return Message(self._model, channel.id, message_id)

    async def edit(self, message: Message, content: str) -> None:
        """Change the text of an own message."""
        if message.author_id != self.id:
            raise ActionError("Only its author can edit a message")
        with as_actions():
            self._model.edit_message(message.channel_id, message.id, {"content": content})

    async def delete(self, message: Message) -> None:
        """Delete an own message, or as a moderator anybody's."""
        if message.author_id != self.id:
            self._require(Channel(self._model, message.channel_id), "manage_messages")
        self._model.delete_message(message.channel_id, message.id)
        self._model.changes.notify()

    async def typing(self, channel: Channel) -> None:
        """Let the others see that this member is writing."""
        payload: JSON = {
            "channel_id": str(channel.id),
            "user_id": str(self.id),
            "timestamp": int(time.time()),
        }
        if channel.guild_id is not None:
            payload["guild_id"] = str(channel.guild_id)
            payload["member"] = self._model.member_payload(channel.guild_id, self.id)
        self._model.emit("TYPING_START", payload)

    async def start_thread(
        self, channel: Channel, name: str, *, message: Message | None = None
    ) -> Channel:
        """Open a public thread, below a message if one is given."""
        self._require(channel, "create_public_threads")
        if channel.guild_id is None or channel.is_thread:
            raise ActionError("Threads are only opened in a server's channels")
        if not 1 <= len(name.strip()) <= _LONGEST_NAME:
            raise ActionError(f"A thread's name has 1 to {_LONGEST_NAME} characters")
        message_id = message.id if message is not None else None
        thread = self._model.create_thread(channel.id, name, self.id, message_id=message_id)
        return Channel(self._model, thread.id)

    async def rename(self, thread: Channel, name: str) -> None:
        """Give a thread another name, as a moderator."""
        self._require(thread, "manage_threads")
        self._model.edit_channel(thread.id, {"name": name})

    async def post(
        self, forum: Channel, name: str, content: str, *, files: Sequence[File] = ()
    ) -> Channel:
        """Open a post of a forum with its first message."""
        self._require(forum, "send_messages")
        # Nobody hears of it before its first message is there.
        thread = self._model.create_thread(forum.id, name, self.id, broadcast=False)
        self._model.begin_post(thread.id, content, self._stored(thread.id, files))
        return Channel(self._model, thread.id)

    def _stored(self, channel_id: int, files: Sequence[File]) -> list[JSON]:
        return self._model.store_attachments(
            channel_id, [(clean_filename(name), data) for name, data in files]
        )

    # Interactions

    async def slash(self, channel: Channel, name: str, /, **options: Any) -> Interaction:
        """Run a slash command; subcommands follow the name after spaces."""
        root, *path = name.split()
        command = self._find(channel, root, _CHAT_INPUT)
        entry = Entry(self._model, user_id=self.id, channel_id=channel.id)
        data = _invocation(command)
        data["options"] = entry.options(command, path, options)
        return self._open(_COMMAND, channel.id, data | entry.resolved_part, name=name)

    async def autocomplete(
        self, channel: Channel, name: str, option: str, text: str, /, **filled: str | float
    ) -> list[Choice]:
        """Type into an option and return what the bot suggests within 3 seconds."""
        root, *path = name.split()
        command = self._find(channel, root, _CHAT_INPUT)
        declared = declared_options(command, path)
        if not declared.get(option, {}).get("autocomplete"):
            raise ActionError(f"/{name} suggests nothing for {option!r}")
        values: list[JSON] = [
            {"name": key, "type": declared[key]["type"], "value": value}
            for key, value in filled.items()
        ]
        values.append(
            {"name": option, "type": declared[option]["type"], "value": text, "focused": True}
        )
        data = _invocation(command)
        data["options"] = nest_options(command, path, values)
        interaction = self._open(_AUTOCOMPLETE, channel.id, data)
        return list((await interaction.response()).choices)

    async def context_menu(self, channel: Channel, name: str, target: Message) -> Interaction:
        """Run a command of a message's Apps menu."""
        command = self._find(channel, name, _MESSAGE_MENU)
        self._require_visible(target)
        data = _invocation(command)
        data["target_id"] = str(target.id)
        data["resolved"] = {"messages": {str(target.id): target.payload}}
        return self._open(_COMMAND, channel.id, data)

    async def user_menu(self, channel: Channel, name: str, target: "Member") -> Interaction:
        """Run a command of a person's Apps menu."""
        command = self._find(channel, name, _USER_MENU)
        entry = Entry(self._model, user_id=self.id, channel_id=channel.id)
        data = _invocation(command)
        data["target_id"] = entry.person(target)
        return self._open(_COMMAND, channel.id, data | entry.resolved_part)

    async def press(
        self, message: Message, custom_id: str | None = None, *, label: str | None = None
    ) -> Interaction:
        """Press the first button with this custom id or label."""
        self._require_visible(message)
        for button in message.buttons:
            if button.custom_id is not None and (
                button.custom_id == custom_id or (label is not None and button.label == label)
            ):
                if button.disabled:
                    raise ActionError("The button is disabled")
                data: JSON = {"custom_id": button.custom_id, "component_type": _BUTTON}
                return self._open(_COMPONENT, message.channel_id, data, source=message)
        wanted = custom_id if label is None else label
        raise ActionError(f"No button {wanted!r} among {[b.label for b in message.buttons]}")

    async def select(self, message: Message, custom_id: str, values: Iterable[Any]) -> Interaction:
        """Choose values in a select menu."""
        self._require_visible(message)
        for select in message.selects:
            if select.custom_id == custom_id and not select.disabled:
                entry = Entry(self._model, user_id=self.id, channel_id=message.channel_id)
                data: JSON = {
                    "custom_id": custom_id,
                    "component_type": select.payload["type"],
                    "values": entry.selection(select.payload, values),
                }
                data |= entry.resolved_part
                return self._open(_COMPONENT, message.channel_id, data, source=message)
        raise ActionError(f"No open menu {custom_id!r}")

    async def submit(self, interaction: Interaction, values: Mapping[str, Any]) -> Interaction:
        """Send the form that an interaction opened; fields go by label or custom id.

        Texts are strings, uploads ``(name, bytes)`` or a list of them, selects lists of values.
        What is left out keeps what stood there.
        """
        modal = interaction.modal
        if modal is None or interaction.submitted or interaction.user_id != self.id:
            raise ActionError("This member has no such form open")
        entry = Entry(self._model, user_id=self.id, channel_id=interaction.channel_id)
        data: JSON = {
            "custom_id": modal.custom_id,
            "components": entry.form(modal, values),
        }
        data |= entry.resolved_part
        interaction.submitted = True
        source = interaction.source
        return self._open(_MODAL_SUBMIT, interaction.channel_id, data, source=source)

    def _open(
        self,
        kind: int,
        channel_id: int,
        data: JSON,
        *,
        source: Message | None = None,
        name: str | None = None,
    ) -> Interaction:
        if not self._model.can_see(self.id, channel_id):
            raise ActionError("The member cannot see this channel")
        opened, payload = self._model.open_interaction(kind, channel_id, self.id, data)
        if name is not None:
            # With its subcommands, as a client shows it above the answer.
            opened.command_name = name
        if source is not None:
            opened.source_message_id = source.id
            payload["message"] = source.payload
        interaction = Interaction(self._model, opened)
        self._model.emit("INTERACTION_CREATE", payload)
        return interaction

    def _find(self, channel: Channel, name: str, kind: int) -> JSON:
        command = self._model.usable_command(name, kind, user_id=self.id, channel_id=channel.id)
        if not self._has_installed(command, channel):
            raise ActionError(f"{name!r} is installed neither here nor by {self.name}")
        return command

    def _has_installed(self, command: JSON, channel: Channel) -> bool:
        kinds = command.get("integration_types") or [_GUILD_INSTALL]
        here = channel.guild_id is None or self._model.is_installed(channel.guild_id)
        own = self.id in self._model.user_installs
        return (here and _GUILD_INSTALL in kinds) or (own and _USER_INSTALL in kinds)

    def _require(self, channel: Channel, *permissions: str) -> None:
        if not self._model.can_see(self.id, channel.id):
            raise ActionError("The member cannot see this channel")
        if channel.guild_id is None:
            return
        held = self._model.permissions(self.id, channel.id)
        needed = discord.Permissions(**dict.fromkeys(permissions, True))
        if not held >= needed:
            raise ActionError(f"{self.name} lacks one of {permissions} in {channel.name}")

    def _require_visible(self, message: Message) -> None:
        stored = self._model.message(message.channel_id, message.id)
        if stored is None or not stored.visible_to(self.id):
            raise ActionError("The member does not see this message")


def _reference(message: Message) -> JSON:
    return {"channel_id": str(message.channel_id), "message_id": str(message.id)}


def _with_media(component: JSON, urls: Mapping[str, str]) -> JSON:
    """Return a component in which the names of files have become their addresses."""
    written = copy.deepcopy(component)
    for node in walk_components(written):
        for media, _ in media_of(node):
            media["url"] = urls.get(media["url"], media["url"])
    return written


def _invocation(command: JSON) -> JSON:
    data: JSON = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data
