"""Who asks for something, where, and by what."""

from dataclasses import dataclass
from typing import TypeAlias

import discord

from bot.domain.job import Place

MessageableChannel: TypeAlias = (
    discord.TextChannel
    | discord.VoiceChannel
    | discord.StageChannel
    | discord.Thread
    | discord.DMChannel
)
"""Where a bot can write messages."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who asks, where, by which interaction or message, and in which language it is read.

    `private`: what comes of it is for whoever asks alone.
    """

    place: Place
    author_id: int
    source_id: int
    locale: str
    private: bool = False


def place_of(channel: object, guild_id: int | None) -> Place:
    """Say where something is asked; a thread or direct message may keep its own conversation."""
    channel_id: int = getattr(channel, "id", 0)
    keeps = isinstance(channel, discord.Thread | discord.DMChannel)
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return Place(guild_id, channel_id, channel_id if keeps else None, parent_id)
