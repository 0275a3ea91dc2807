import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import discord
from discord import ui

from bot.domain.area import bits_of
from bot.interface.attachments import emoji_in, uploaded
from bot.interface.messages.forms import (
    FORM_SECONDS,
    PictureUpload,
    data_of,
    fields_of,
    improve_box,
    is_checked,
    more_pictures,
    paragraph,
)
from bot.interface.texts import Texts
from bot.services.intake import Upload

FORM: Final = (
    r"atl:here-form:(?P<job>\d{1,19}):(?P<which>\d{1,2}):"
    r"(?P<how>cells|things|thing|mask)-(?P<chosen>\d{1,8})"
)
"""All that a form is about: which picture, and which part of it."""


class Pointing(StrEnum):
    """Name how a part was pointed at."""

    CELLS = "cells"
    THINGS = "things"
    MASK = "mask"


@dataclass(frozen=True, slots=True)
class AreaWish:
    """What a member wrote into the form: `which` counts the job's pictures from 0.

    What was `chosen`, cells or things, are bits of a number. A mask, where one was asked for, is
    the first of `masks`. `improve`: better words are to be found first.
    """

    job_id: int
    which: int
    how: Pointing
    chosen: int
    masks: tuple[Upload, ...]
    prompt: str
    uploads: tuple[Upload, ...]
    improve: bool


class AreaForms:
    """Ask what should change in a part of a picture."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    async def ask(
        self, interaction: discord.Interaction, job_id: int, which: int, cells: int
    ) -> None:
        """Open the form about cells; it is the first answer, so nothing is read before it."""
        await interaction.response.send_modal(
            self._form(f"{job_id}:{which}:cells-{cells}", interaction.locale.value)
        )

    async def ask_about_things(
        self, interaction: discord.Interaction, job_id: int, things: int
    ) -> None:
        """Open the form about what a model named."""
        await interaction.response.send_modal(
            self._form(f"{job_id}:0:things-{things}", interaction.locale.value)
        )

    async def ask_about_thing(
        self, interaction: discord.Interaction, job_id: int, number: int
    ) -> None:
        """Open the form about one of these."""
        await self.ask_about_things(interaction, job_id, bits_of([number]))

    async def ask_for_mask(self, interaction: discord.Interaction, job_id: int, which: int) -> None:
        """Open the form that takes a mask."""
        locale = interaction.locale.value
        form = self._form(f"{job_id}:{which}:mask-0", locale)
        mask = PictureUpload(custom_id="mask", min_values=1, max_values=1)
        label = ui.Label(
            text=self._texts.get("here-mask-file", locale),
            description=self._texts.get("here-mask-how", locale),
            component=mask,
        )
        form.add_item(label)
        await interaction.response.send_modal(form)

    def _form(self, about: str, locale: str) -> ui.Modal:
        form = ui.Modal(
            title=self._texts.get("here-form", locale),
            custom_id=f"atl:here-form:{about}",
            timeout=FORM_SECONDS,
        )
        prompt = paragraph("prompt", placeholder=self._texts.get("here-placeholder", locale))
        form.add_item(ui.Label(text=self._texts.get("form-edit-prompt", locale), component=prompt))
        form.add_item(more_pictures(self._texts, locale))
        form.add_item(improve_box(self._texts, locale))
        return form


def read_area_form(interaction: discord.Interaction[Any], match: re.Match[str]) -> AreaWish:
    """Return what a submitted form says."""
    data = data_of(interaction)
    fields = fields_of(interaction)
    prompt = "".join(fields.get("prompt", []))
    which, how, chosen = int(match["which"]), match["how"], int(match["chosen"])
    if how == "thing":  # a form that was open when the bot learned of several
        which, how, chosen = 0, Pointing.THINGS, bits_of([which])
    return AreaWish(
        job_id=int(match["job"]),
        which=which,
        how=Pointing(how),
        chosen=chosen,
        masks=uploaded(data, fields.get("mask", [])),
        prompt=prompt,
        uploads=(*uploaded(data, fields.get("files", [])), *emoji_in(prompt)),
        improve=is_checked(fields, "improve"),
    )
