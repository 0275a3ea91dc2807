"""Discord's markup: names in place of the numbers in it, and words of others that become none.

Markup names people, roles, places and emoji by their numbers, which models can't read. What
somebody wrote, a file's name or a relay's word would become a link, a mention or a heading that the
bot itself seems to have made. Discord shows what stands behind a backslash as it is, unless that is
a letter, a digit or white space (Discord docs, Reference, Message Formatting).
"""

import contextlib
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

import discord

from bot.domain.job import Shown

_MARKUP: Final = re.compile(
    r"<(?:(?P<kind>@&|@!?|\#)(?P<id>\d{1,20})|a?(?P<emoji>:\w{2,32}:)\d{1,20}"
    r"|(?P<command>/[^:<>]{1,100}):\d{1,20}|t:(?P<time>-?\d{1,13})(?::[a-zA-Z])?"
    r"|id:(?P<page>[a-z-]{1,20})(?::\d{1,20})?)>"
    r"|<?https://(?:\w+\.)?discord(?:app)?\.com/channels/(?:@me|\d{1,20})/(?P<place>\d{1,20})"
    r"(?:/\d{1,20})?>?"
)
"""Discord docs, Reference, Message Formatting; and addresses that clients show as a channel."""

MOST_LOOKED_UP: Final = 5
"""How many members of one text are asked for at Discord; the others have no name."""

NOBODY: Final = "unknown"

_ANYWHERE: Final = re.compile(r"[\\*_~`|\[\]<@#/]|(?<!\d):(?!\s)|:(?!\s|\d\d?(?![\w:+-]))")
"""What begins or ends markup wherever it stands.

A slash and a colon make addresses, of which some need no scheme (`discord.gg/…`), and the names of
emoji, of which some are numbers; the colon of a ratio or a time is none of that. What only ends a
mention or a link's address means nothing without its beginning.
"""

_AT_THE_START: Final = re.compile(r"^([^\S\n]*+\d*+)(?=[->.])", re.MULTILINE)
"""What makes a line a quote, small, or an item of a list."""

_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of the words behind them, too."""


class Markup(str):
    """Text that is to be read as Discord's markup: the bot's own, or escaped already."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Return markup that shows this very text; at most twice as many characters."""
    if isinstance(text, Markup):
        return text
    lines = _UNSEEN.sub("", "\n".join(text.splitlines()))
    return Markup(_AT_THE_START.sub(r"\1\\", _ANYWHERE.sub(r"\\\g<0>", lines)))


def address_of(shown: Shown, guild_id: int | None) -> str:
    """Return the address that jumps to a message."""
    place = "@me" if guild_id is None else guild_id
    return f"https://discord.com/channels/{place}/{shown.channel_id}/{shown.message_id}"


def readable(
    text: str,
    guild: discord.Guild | None,
    author: discord.abc.User,
    users: Iterable[discord.abc.User] = (),
) -> str:
    """Return the text as clients show it: it names everything, and mentions nobody.

    Members are not cached, so who may be named in it is to be given. A channel that its author
    can't see has no name; where that is no member, neither has one that not everybody sees.
    """
    names = {user.id: user.display_name for user in users}

    def channel(number: int) -> str:
        found = guild.get_channel_or_thread(number) if guild else None
        if guild is None or found is None:
            return f"#{NOBODY}"
        reader = author if isinstance(author, discord.Member) else guild.default_role
        return f"#{found.name if found.permissions_for(reader).view_channel else NOBODY}"

    def of_id(kind: str, number: int) -> str:
        if kind == "#":
            return channel(number)
        if kind == "@&":
            role = guild.get_role(number) if guild else None
            return f"@{role.name.removeprefix('@') if role else NOBODY}"
        return f"@{names.get(number, NOBODY)}"

    def replaced(found: re.Match[str]) -> str:
        if found["kind"]:
            return of_id(found["kind"], int(found["id"]))
        if found["place"]:
            return channel(int(found["place"]))
        if found["time"]:
            return _moment(int(found["time"])) or found[0]
        return found["emoji"] or found["command"] or f"#{found['page']}"

    return _MARKUP.sub(replaced, text)


def _moment(seconds: int) -> str:
    """Return a moment for readers of whom nobody knows where they live; nothing for none."""
    try:
        return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"
    except (OverflowError, ValueError, OSError):
        return ""


async def named(interaction: discord.Interaction[Any], text: str) -> str:
    """Return what somebody typed into an option or a form as clients show it."""
    guild = interaction.guild
    known: list[discord.abc.User] = [interaction.user]
    if interaction.client.user:
        known.append(interaction.client.user)
    ids = {int(found["id"]) for found in _MARKUP.finditer(text) if found["kind"] in {"@", "@!"}}
    unknown = sorted(ids - {user.id for user in known})[:MOST_LOOKED_UP]
    found = [await _found(interaction, user_id) for user_id in unknown]
    known += [user for user in found if user]
    return readable(text, guild, interaction.user, known)


async def _found(
    interaction: discord.Interaction[Any], user_id: int
) -> discord.Member | discord.User | None:
    """Ask for somebody as this server knows them, else as everybody does."""
    try:
        if interaction.guild is not None:
            with contextlib.suppress(discord.NotFound, discord.Forbidden):
                return await interaction.guild.fetch_member(user_id)
        return await interaction.client.fetch_user(user_id)
    except (discord.HTTPException, OSError, TimeoutError):
        return None
