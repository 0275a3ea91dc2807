"""Who may press and see what, and what Discord lets the bot do.

Checked on every press, for anybody can send any custom id from anywhere; and by the permissions of
whoever presses, never by the bot's.
"""

from typing import Any, Final

import discord

from bot.domain.errors import MissingPermissions, NotAllowed
from bot.domain.job import Job, Shown
from bot.domain.version import Node
from bot.interface.markup import Markup, address_of

NAMES: Final = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "create_public_threads",
    "read_message_history",
    "attach_files",
)
"""What the bot may lack, by discord.py's names, in the order in which members read of it."""

INVITED: Final = discord.Permissions(**dict.fromkeys((*NAMES, "embed_links"), True))
"""What the bot asks for when it is invited."""


def is_guest(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether somebody brought the bot along to where it is no member.

    That is a server, a group, or the direct messages of two others. There it hears nothing but
    interactions, and can post nothing but its answers to them.
    """
    if interaction.guild_id is None:
        return interaction.context.private_channel
    return not interaction.is_guild_integration()


def server_of(interaction: discord.Interaction[Any]) -> int | None:
    """Return the server where something is asked; None where there is none, or only as a guest."""
    return None if is_guest(interaction) else interaction.guild_id


def manages_server(interaction: discord.Interaction[Any]) -> bool:
    """Tell whether whoever asks may change what the whole server has.

    Manage Messages will not do for that: it can be given for a single channel.
    """
    return interaction.permissions.manage_guild


def managed(interaction: discord.Interaction[Any]) -> discord.Guild:
    """Return the server where something is asked; raise NotAllowed for whoever may not manage it.

    Commands are hidden from others by Discord, and a server can show them to anybody; what was
    pressed may be anything.
    """
    guild = interaction.guild
    if guild is None or is_guest(interaction):
        raise NotAllowed(key="error-settings-server")
    if not manages_server(interaction):
        raise NotAllowed(key="error-settings-manager")
    return guild


def check_moderates(interaction: discord.Interaction[Any]) -> int:
    """Return the server where something is asked; raise NotAllowed but for its moderators.

    They may manage it, or put members in time-out: both hold for all of its channels.
    """
    guild_id = server_of(interaction)
    allowed = interaction.permissions
    if guild_id is None or not (allowed.manage_guild or allowed.moderate_members):
        raise NotAllowed(key="error-moderators")
    return guild_id


def is_of_here(interaction: discord.Interaction, job: Job) -> bool:
    """Tell whether a job was asked where something was pressed."""
    return job.request.place.channel_id == interaction.channel_id


def check_sees(interaction: discord.Interaction, job: Job) -> None:
    """Raise NotAllowed for a job of another place, or one for somebody else alone.

    What could not be shown where it was asked, its author has in direct messages, or had it shown
    to them alone elsewhere.
    """
    is_author = job.request.author_id == interaction.user.id
    pressed_on = interaction.message
    is_alone = interaction.guild_id is None or (pressed_on and pressed_on.flags.ephemeral)
    if not (is_author and is_alone) and not is_of_here(interaction, job):
        raise NotAllowed(key="error-elsewhere")
    if job.request.private and not is_author:
        raise NotAllowed(key="error-private")


def is_owner(interaction: discord.Interaction, job: Job) -> bool:
    """Tell whether whoever started this is a job's author, or a moderator here."""
    is_author = job.request.author_id == interaction.user.id
    return is_author or interaction.permissions.manage_messages


def check_owns(interaction: discord.Interaction, job: Job) -> None:
    """Raise NotAllowed for anybody but a job's author and the moderators of its place."""
    check_sees(interaction, job)
    if not is_owner(interaction, job):
        owner = Markup(f"<@{job.request.author_id}>")
        raise NotAllowed(key="error-not-yours", member=owner)


async def may_view(interaction: discord.Interaction[Any], channel_id: int) -> bool:
    """Tell whether whoever started this sees what is said in a channel, of whatever server.

    Asked are their own permissions. Direct messages are seen by whom they are with. Raise
    MissingPermissions where the bot can't look there itself.
    """
    if channel_id == interaction.channel_id:
        return True
    client = interaction.client
    try:
        channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
        if not isinstance(channel, discord.abc.GuildChannel | discord.Thread):
            return isinstance(channel, discord.DMChannel) and channel.recipient == interaction.user
        member = interaction.user
        if channel.guild.id != interaction.guild_id or not isinstance(member, discord.Member):
            member = await channel.guild.fetch_member(member.id)
        allowed = channel.permissions_for(member)
        if isinstance(channel, discord.Thread) and channel.is_private():
            # Who moderates sees it, and so do its members, whom Discord has to be asked for.
            return allowed.manage_threads or bool(await channel.fetch_member(member.id))
    except discord.NotFound:
        return False
    except discord.Forbidden:
        raise MissingPermissions(("view_channel",)) from None
    return allowed.view_channel and allowed.read_message_history


class Viewer:
    """Whoever started an interaction, and what they may see."""

    def __init__(self, interaction: discord.Interaction[Any]) -> None:
        channel = interaction.channel
        above = channel.parent_id if isinstance(channel, discord.Thread) else None
        self._here = {interaction.channel_id, above}
        self._guild = interaction.guild
        self._member = interaction.user

    def sees(self, node: Node, shown: Shown) -> bool:
        """Tell whether they may see what a message shows; what is private, only its author may."""
        if not shown.channel_id:
            return node.author_id == self._member.id
        return self.is_here(shown) or self._may_view(shown.channel_id)

    def sees_any(self, node: Node | None) -> bool:
        """Tell whether they may see anything that shows a turn."""
        return node is not None and any(self.sees(node, shown) for shown in node.shown)

    def is_here(self, shown: Shown) -> bool:
        """Tell whether everybody here sees it: in this channel, or in the one above this thread."""
        return shown.channel_id in self._here

    def link(self, shown: Shown) -> str:
        """Return the address that jumps to a message."""
        return address_of(shown, self._guild.id if self._guild else None)

    def _may_view(self, channel_id: int) -> bool:
        """Tell whether they may view another channel of this server, and read what was said there.

        A private thread is seen by its members, whom the bot does not know, and by moderators.
        """
        channel = self._guild.get_channel_or_thread(channel_id) if self._guild else None
        if channel is None or not isinstance(self._member, discord.Member):
            return False
        allowed = channel.permissions_for(self._member)
        if isinstance(channel, discord.Thread) and channel.is_private():
            return allowed.manage_threads
        return allowed.view_channel and allowed.read_message_history


def lacking(allowed: discord.Permissions, *needed: str) -> tuple[str, ...]:
    """Return which of the needed permissions are not there.

    discord.py takes away what goes with another one: who can't see a channel can't do anything, and
    who can't write can't attach files. What goes with what lacks may be there in itself.
    """
    missing = [name for name in NAMES if name in needed and not getattr(allowed, name)]
    if "view_channel" in missing:
        return ("view_channel",)
    writes = not {"send_messages", "send_messages_in_threads"} & set(missing)
    return tuple(name for name in missing if writes or name != "attach_files")


def check_permissions(allowed: discord.Permissions, *needed: str) -> None:
    """Raise MissingPermissions where one of the needed permissions is not there."""
    if missing := lacking(allowed, *needed):
        raise MissingPermissions(missing)


def to_write(channel: object) -> tuple[str, ...]:
    """Return what it takes to post in a channel or thread; in direct messages nothing lacks."""
    if isinstance(channel, discord.DMChannel):
        return ()
    is_thread = isinstance(channel, discord.Thread)
    return ("view_channel", "send_messages_in_threads" if is_thread else "send_messages")
