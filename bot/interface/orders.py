"""Orders as commands, forms and messages place them."""

from dataclasses import dataclass

import discord

from bot.domain.content import question
from bot.domain.conversation import Pointer, Turn
from bot.domain.job import JobKind, Order, Place
from bot.domain.model import ModelProfile, Thinking
from bot.services.intake import Taken


@dataclass(frozen=True, slots=True)
class Asking:
    """Say who asks, where, by which interaction or message, and in which language it is read."""

    place: Place
    author_id: int
    source_id: int
    locale: str


def place_of(channel: object, guild_id: int | None) -> Place:
    """Say where something is asked; a thread or direct message may keep its own conversation."""
    channel_id = channel.id if isinstance(channel, discord.abc.Snowflake) else 0
    is_thread = isinstance(channel, discord.Thread | discord.DMChannel)
    return Place(guild_id, channel_id, thread_id=channel_id if is_thread else None)


def picture(
    asking: Asking,
    model: ModelProfile,
    prompt: str,
    taken: Taken,
    *,
    aspect: str | None = None,
    size: str | None = None,
    count: int = 1,
) -> Order:
    """Order pictures from words and pictures: they begin a conversation."""
    return Order(
        kind=JobKind.PICTURE,
        place=asking.place,
        author_id=asking.author_id,
        source_id=asking.source_id,
        locale=asking.locale,
        prompt=prompt,
        model=model.id,
        user=question(taken.pictures, prompt),
        aspect=aspect,
        size=size,
        count=count,
    )


def edit(
    asking: Asking,
    model: ModelProfile,
    prompt: str,
    taken: Taken,
    *,
    turn: Turn,
    part: int | None,
    aspect: str | None = None,
    size: str | None = None,
) -> Order:
    """Order an edit of one part of a turn: as large as that was, if nothing else is said.

    `part` is None where the turn has no picture and is only gone on from.
    """
    kept = turn.size if turn.size in model.sizes else None
    return Order(
        kind=JobKind.PICTURE,
        place=asking.place,
        author_id=asking.author_id,
        source_id=asking.source_id,
        locale=asking.locale,
        prompt=prompt,
        model=model.id,
        user=question(taken.pictures, prompt),
        parent_id=turn.id,
        pointed=Pointer(turn.id, part) if part is not None else None,
        aspect=aspect,
        size=size or kept,
    )


def words(
    asking: Asking,
    model: ModelProfile,
    prompt: str,
    taken: Taken,
    *,
    parent_id: int | None = None,
    thinking: Thinking | None = None,
    quoted: str = "",
) -> Order:
    """Order an answer in words; `quoted` is what the words are about, from another message."""
    return Order(
        kind=JobKind.CHAT,
        place=asking.place,
        author_id=asking.author_id,
        source_id=asking.source_id,
        locale=asking.locale,
        prompt=prompt,
        model=model.id,
        user=question(taken.pictures, "\n\n".join(filter(None, [quoted, prompt]))),
        parent_id=parent_id,
        thinking=thinking,
    )
