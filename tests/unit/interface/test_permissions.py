"""What Discord has to let the bot do, as members read what of that is missing."""

import discord
import pytest

from bot.domain.errors import MissingPermissions
from bot.interface.permissions import check_permissions, is_guest, lacking, to_write

WRITING = ("view_channel", "send_messages", "attach_files")
THREADS = ("view_channel", "send_messages_in_threads", "attach_files")


@pytest.mark.parametrize(
    ("needed", "allowed", "missing"),
    [
        (WRITING, WRITING, ()),
        (WRITING, (), ("view_channel",)),
        (WRITING, ("view_channel", "attach_files"), ("send_messages",)),
        (WRITING, ("view_channel",), ("send_messages",)),
        (WRITING, ("view_channel", "send_messages"), ("attach_files",)),
        (THREADS, ("view_channel",), ("send_messages_in_threads",)),
        (
            ("send_messages", "read_message_history", "attach_files"),
            (),
            ("send_messages", "read_message_history"),
        ),
        (("send_messages",), ("view_channel",), ("send_messages",)),
    ],
)
def test_what_only_goes_along_with_what_is_missing_is_not_named(
    needed: tuple[str, ...], allowed: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    """Who can't see a channel can't do anything there, and who can't write can't attach files."""
    assert lacking(discord.Permissions(**dict.fromkeys(allowed, True)), *needed) == missing


def test_what_is_missing_is_an_error() -> None:
    """It names just that; where all is there, there is none."""
    check_permissions(discord.Permissions(send_messages=True), "send_messages")
    with pytest.raises(MissingPermissions) as caught:
        check_permissions(discord.Permissions(), "send_messages")
    assert caught.value.permissions == ("send_messages",)


@pytest.mark.parametrize(
    ("kind", "needed"),
    [
        (discord.DMChannel, ()),
        (discord.Thread, ("view_channel", "send_messages_in_threads")),
        (discord.TextChannel, ("view_channel", "send_messages")),
    ],
)
def test_it_depends_on_the_place_what_it_takes_to_write(
    kind: type, needed: tuple[str, ...]
) -> None:
    """In direct messages nothing."""
    assert to_write(kind.__new__(kind)) == needed


@pytest.mark.parametrize(
    ("context", "guest"),
    [
        (discord.app_commands.AppCommandContext(dm_channel=True), False),
        (discord.app_commands.AppCommandContext(private_channel=True), True),
        (discord.app_commands.AppCommandContext(), False),
    ],
)
def test_who_brings_the_bot_into_messages_with_others_is_a_guest(
    context: discord.app_commands.AppCommandContext, *, guest: bool
) -> None:
    """In groups and between two others the bot is no member; in its own direct messages it is."""
    interaction = discord.Interaction[discord.Client].__new__(discord.Interaction)
    interaction.guild_id = None
    interaction.context = context
    assert is_guest(interaction) == guest
