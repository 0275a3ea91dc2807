"""Orders as commands, forms and messages place them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import discord

from bot.domain.content import Part, question
from bot.domain.conversation import Pointer, Turn
from bot.domain.job import JobKind, Order, Place
from bot.domain.model import ModelProfile, Thinking, nearest_aspect
from bot.domain.picture import Picture
from bot.interface.split import shorten
from bot.services.intake import Taken

AUTO: Final = "auto"
"""The ratio that members choose to leave it to the pictures."""

CALLED_CHARACTERS: Final = 1_000
"""What an order is called whose words stand in a file alone, at most."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Say who asks, where, by which interaction or message, and in which language it is read.

    `private`: what comes of it is for whoever asks alone.
    """

    place: Place
    author_id: int
    source_id: int
    locale: str
    private: bool = False

    def order(
        self, kind: JobKind, model: ModelProfile, prompt: str, user: tuple[Part, ...]
    ) -> Order:
        """Return an order with nothing but what every order has."""
        return Order(
            kind=kind,
            place=self.place,
            author_id=self.author_id,
            source_id=self.source_id,
            private=self.private,
            locale=self.locale,
            prompt=prompt,
            model=model.id,
            user=user,
        )


def place_of(channel: object, guild_id: int | None) -> Place:
    """Say where something is asked; a thread or direct message may keep its own conversation."""
    channel_id: int = getattr(channel, "id", 0)
    keeps = isinstance(channel, discord.Thread | discord.DMChannel)
    parent_id = channel.parent_id if isinstance(channel, discord.Thread) else None
    return Place(guild_id, channel_id, channel_id if keeps else None, parent_id)


def picture(
    asking: Asking,
    model: ModelProfile,
    prompt: str,
    taken: Taken,
    *,
    aspect: str | None = None,
    size: str | None = None,
    count: int = 1,
    thinking: Thinking | None = None,
) -> Order:
    """Order pictures from words and pictures: they begin a conversation."""
    prompt, said = _said(prompt, taken)
    order = asking.order(JobKind.PICTURE, model, prompt, question(taken.pictures, said))
    aspect = _aspect(aspect, model, taken.pictures)
    return replace(order, aspect=aspect, size=size, count=count, thinking=thinking)


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
    meant = turn.picture(part) if part is not None else None
    pictures = (meant, *taken.pictures) if meant else taken.pictures
    return replace(
        picture(asking, model, prompt, taken, size=size or kept),
        aspect=_aspect(aspect, model, pictures),
        parent_id=turn.id,
        pointed=Pointer(turn.id, part) if part is not None else None,
    )


def _aspect(chosen: str | None, model: ModelProfile, pictures: Sequence[Picture]) -> str | None:
    """Return the ratio to ask for where nobody chose one.

    Of one picture the model keeps the ratio itself. Of several it may take any one's, so it is told
    that of the first, which is the one that is edited.
    """
    if chosen not in {None, AUTO}:
        return chosen
    return nearest_aspect(model.aspects, pictures[0]) if len(pictures) > 1 else None


def _said(prompt: str, taken: Taken) -> tuple[str, str]:
    """Return what an order is called, and all that is said in it, with the words of text files."""
    said = "\n\n".join(filter(None, [prompt, taken.words]))
    return prompt or shorten(said, CALLED_CHARACTERS), said


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
    prompt, said = _said(prompt, taken)
    user = question(taken.pictures, "\n\n".join(filter(None, [quoted, said])))
    order = asking.order(JobKind.CHAT, model, prompt, user)
    return replace(order, parent_id=parent_id, thinking=thinking)
