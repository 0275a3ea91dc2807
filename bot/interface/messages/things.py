"""The things in a picture as an answer: a picture of their boxes, and a menu of their names."""

from collections.abc import Collection, Sequence
from typing import Any, ClassVar

import discord
from discord import ui

from bot.domain.errors import Gone
from bot.domain.job import Job, Shown
from bot.interface.messages.answers import Answer
from bot.interface.messages.bodies import MessageBody, OutgoingFile
from bot.interface.messages.buttons import Button, Menu, stop_button
from bot.interface.messages.files import ShownPicture
from bot.interface.messages.layouts import (
    SMALL,
    Layout,
    add_searches,
    line,
    media_gallery,
    with_buttons,
)
from bot.interface.messages.posting import PicturePoster
from bot.interface.messages.presenter import JobPresenter, Outcome, Progress, Shows
from bot.interface.messages.sentences import Sentences
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.generation import Generation
from bot.services.guild_book import GuildBook
from bot.services.intake import AcceptedUploads
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.stored import stored_turn
from bot.services.things import Thing, things_in

LABEL_CHARACTERS = 100
"""Discord docs, Components, Select: the label of an option."""


class ThingsPresenter(JobPresenter):
    """Show whoever asked what can be pointed at by its name."""

    every: ClassVar[float] = 2.0

    def __init__(
        self,
        generation: Generation,
        models: Models,
        poster: PicturePoster,
        texts: Texts,
        sentences: Sentences,
        guild_book: GuildBook,
        conversations: Conversations,
        thumbnails: Thumbnails,
    ) -> None:
        super().__init__(generation, models, poster, texts, sentences, guild_book)
        self._conversations = conversations
        self._thumbnails = thumbnails

    def says(self, text: str, *buttons: discord.ui.Item[Any]) -> MessageBody:
        """Lay a sentence out as a layout, which the picture can take the place of."""
        return with_buttons(text, *buttons)

    def end_button(self, job: Job, locale: str) -> Button:
        """Return Stop."""
        return stop_button(job.id, self._texts.get("button-stop", locale))

    def at_work(self, job: Job, progress: Progress, locale: str) -> str:
        """Say where it waits, else who looks."""
        if waiting := progress.waiting(self._texts, locale):
            return SMALL + waiting
        model = self._models.of(job.request).name
        return SMALL + self._texts.get("writing", locale, model=model, since=progress.since)

    async def deliver(
        self,
        answer: Answer,
        job: Job,
        outcome: Outcome,
        accepted: AcceptedUploads,  # noqa: ARG002 (nothing is given along)
        shows: Shows,
    ) -> list[Shown]:
        """Show the things; where none could be read, what else there is to do."""
        (made,) = outcome.made
        things = things_in(made.turn.text)
        if things:
            shown_picture = await pictured(self._conversations, job)
            alt = str(self._texts.get("here-things-alt", answer.locale))
            boxes = [thing.box for thing in things]
            async with self._thumbnails.with_boxes(shown_picture, boxes, (), alt) as file:
                body = things_layout(job.id, things, file, self._texts, answer.locale)
                add_searches(body, shown_picture.turn.grounding.searches)
                message_id = await answer.deliver(body, [file])
        else:
            nothing = self._texts.get("here-no-things", answer.locale)
            message_id = await answer.deliver(line(nothing))
        shows(message_id)
        return [Shown(message_id, 0, made.turn.id, None, answer.public_channel_id)]

    async def fail(
        self,
        answer: Answer,
        progress: Progress,  # noqa: ARG002 (nothing is shown before it is there)
        said: str,
        *buttons: discord.ui.Item[Any],
    ) -> None:
        """Say it, and what else there is to do."""
        others = self._texts.get("here-otherwise", answer.locale)
        await answer.show(self.says(f"{said}\n{SMALL}{others}", *buttons))


async def pictured(conversations: Conversations, job: Job) -> ShownPicture:
    """Return the picture whose things a job was asked for; raise Gone if it is no longer kept."""
    pointed = job.request.pointed
    if pointed is None:
        raise Gone
    turn = await stored_turn(conversations, pointed.turn_id)
    picture = turn.picture(pointed.part)
    if picture is None:
        raise Gone
    return ShownPicture(turn, pointed.part, picture)


def things_layout(
    job_id: int,
    things: Sequence[Thing],
    file: OutgoingFile,
    texts: Texts,
    locale: str,
    *buttons: Button,
    chosen: Collection[int] = (),
) -> Layout:
    """Lay out the picture of the boxes, the menu of the names, and what can be done with some."""
    layout = line(texts.get("here-things-title", locale))
    layout.add_item(media_gallery([file]))
    options = [
        discord.SelectOption(
            label=shorten(f"{number} · {thing.name}", LABEL_CHARACTERS),
            value=str(number - 1),
            default=number - 1 in chosen,
        )
        for number, thing in enumerate(things, 1)
    ]
    menu = Menu(
        custom_id=f"atl:here-thing:{job_id}",
        placeholder=texts.get("here-which-thing", locale),
        max_values=len(options),
        options=options,
    )
    layout.add_item(ui.ActionRow[Any](menu))
    if buttons:
        layout.add_item(ui.ActionRow[Any](*buttons))
    return layout
