"""The form that asks what should change in a picture."""

import re
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import ui

from bot.interface.attachments import emoji_in, uploaded
from bot.interface.messages.forms import (
    FORM_SECONDS,
    data_of,
    fields_of,
    improve_box,
    is_checked,
    more_pictures,
    paragraph,
    shape_selects,
    which_of,
    which_select,
)
from bot.interface.texts import Texts
from bot.services.intake import Upload

FORM: Final = r"atl:edit-(?P<of>form|message):(?P<id>\d{1,19})"


@dataclass(frozen=True, slots=True)
class EditWish:
    """What a member wrote into the edit form: `which` counts the message's pictures from 0.

    It is about a job of the bot, or about a message, whoever wrote that. `improve`: better words
    are to be found first.
    """

    job_id: int | None
    message_id: int | None
    prompt: str
    which: int
    uploads: tuple[Upload, ...]
    aspect: str | None
    size: str | None
    improve: bool = False


def job_form(job_id: int, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Build the form that asks what should change in a picture of a job."""
    return _edit_form(f"atl:edit-form:{job_id}", pictures, texts, locale)


def message_form(message_id: int, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Build the form that asks what should change in a picture of a message."""
    return _edit_form(f"atl:edit-message:{message_id}", pictures, texts, locale)


def _edit_form(custom_id: str, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Ask what should change, and in which picture if there are several.

    A form has five fields at most (Discord docs, Modals): then none is left for better words.
    """
    form = ui.Modal(
        title=texts.get("form-edit-title", locale),
        custom_id=custom_id,
        timeout=FORM_SECONDS,
    )
    prompt = paragraph("prompt", placeholder=texts.get("form-edit-placeholder", locale))
    form.add_item(ui.Label(text=texts.get("form-edit-prompt", locale), component=prompt))
    if pictures > 1:
        form.add_item(which_select(pictures, texts, locale))
    form.add_item(more_pictures(texts, locale))
    for select in shape_selects(
        texts, locale, placeholder=texts.get("form-edit-as-before", locale)
    ):
        form.add_item(select)
    if pictures == 1:
        form.add_item(improve_box(texts, locale))
    return form


def read_edit_form(interaction: discord.Interaction[Any], match: re.Match[str]) -> EditWish:
    """Return what a submitted form says."""
    fields = fields_of(interaction)
    about_job = match["of"] == "form"
    prompt = "".join(fields.get("prompt", []))
    return EditWish(
        job_id=int(match["id"]) if about_job else None,
        message_id=None if about_job else int(match["id"]),
        prompt=prompt,
        which=which_of(fields),
        uploads=(*uploaded(data_of(interaction), fields.get("files", [])), *emoji_in(prompt)),
        aspect=next(iter(fields.get("aspect", [])), None),
        size=next(iter(fields.get("size", [])), None),
        improve=is_checked(fields, "improve"),
    )
