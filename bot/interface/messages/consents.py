"""What somebody is asked about their avatar, and what they decided."""

from typing import Final

import discord

from bot.interface.messages.buttons import Button
from bot.interface.messages.layouts import Layout, with_buttons
from bot.interface.texts import Texts

CONSENT: Final = r"atl:avatar:(?P<guild>\d{1,20}):(?P<allows>[01])"
"""Says for which server; whose avatar it is about is whoever presses."""


def question(texts: Texts, locale: str, guild: discord.Guild, asker: str) -> Layout:
    """Ask somebody whether the members of a server may use their avatar; `asker` is a name."""
    said = texts.get("avatar-question", locale, member=asker, server=guild.name)
    return with_buttons(said, *_buttons(texts, locale, guild.id, None))


def decided(texts: Texts, locale: str, guild: discord.Guild, *, allows: bool | None) -> Layout:
    """Say what somebody decided for a server, with what they can press to change that."""
    key = {True: "avatar-allowed", False: "avatar-refused", None: "avatar-undecided"}[allows]
    said = texts.get(key, locale, server=guild.name)
    return with_buttons(said, *_buttons(texts, locale, guild.id, allows))


def take_back(texts: Texts, locale: str, guild_id: int) -> Button:
    """Return the button that takes back what somebody allowed in a server."""
    return Button(label=texts.get("button-take-back", locale), custom_id=f"atl:avatar:{guild_id}:0")


def _buttons(texts: Texts, locale: str, guild_id: int, allows: bool | None) -> list[Button]:  # noqa: FBT001 (one use)
    allow = Button(
        label=texts.get("button-allow", locale),
        style=discord.ButtonStyle.primary,
        custom_id=f"atl:avatar:{guild_id}:1",
    )
    key = "button-take-back" if allows else "button-refuse"
    refuse = Button(label=texts.get(key, locale), custom_id=f"atl:avatar:{guild_id}:0")
    return {True: [refuse], False: [allow], None: [allow, refuse]}[allows]
