"""Names in place of the numbers by which Discord's markup names people, roles, places and emoji."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

import discord

_MARKUP: Final = re.compile(
    r"<(?:(?P<kind>@&|@!?|\#)(?P<id>\d{1,20})|a?(?P<emoji>:\w{2,32}:)\d{1,20}"
    r"|(?P<command>/[^:<>]{1,100}):\d{1,20})>"
)
"""Discord docs, Reference, Message Formatting."""

MOST_LOOKED_UP: Final = 5
"""How many members of one text are asked for at Discord; the others have no name."""

NOBODY: Final = "unknown"


def readable(text: str, guild: discord.Guild | None, users: Iterable[discord.abc.User] = ()) -> str:
    """Return the text as clients show it: it names everything, and mentions nobody.

    Members are not cached, so who may be named in it is to be given.
    """
    names = {user.id: user.display_name for user in users}

    def of_id(kind: str, number: int) -> str:
        if kind == "#":
            channel = guild.get_channel_or_thread(number) if guild else None
            return f"#{channel.name if channel else NOBODY}"
        if kind == "@&":
            role = guild.get_role(number) if guild else None
            return f"@{role.name if role else NOBODY}"
        return f"@{names.get(number, NOBODY)}"

    return _MARKUP.sub(_replaced_by(of_id), text)


async def named(interaction: discord.Interaction[Any], text: str) -> str:
    """Return what somebody typed into an option or a form as clients show it."""
    guild = interaction.guild
    known: list[discord.abc.User] = [interaction.user]
    if interaction.client.user:
        known.append(interaction.client.user)
    ids = {int(found["id"]) for found in _MARKUP.finditer(text) if found["kind"] in {"@", "@!"}}
    for user_id in sorted(ids - {user.id for user in known})[:MOST_LOOKED_UP]:
        try:
            if guild is not None:
                known.append(await guild.fetch_member(user_id))
        except (discord.HTTPException, OSError, TimeoutError):
            continue
    return readable(text, guild, known)


def _replaced_by(of_id: Callable[[str, int], str]) -> Callable[[re.Match[str]], str]:
    def replaced(found: re.Match[str]) -> str:
        return found["emoji"] or found["command"] or of_id(found["kind"], int(found["id"]))

    return replaced
