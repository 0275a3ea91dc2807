"""What Discord has to let the bot do, and what of that lacks."""

from typing import Final

import discord

from bot.domain.errors import MissingPermissions

NAMES: Final = (
    "view_channel",
    "send_messages",
    "send_messages_in_threads",
    "create_public_threads",
    "read_message_history",
    "attach_files",
)
"""What may lack, by discord.py's names, in the order in which members read of it."""


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
