"""The form that asks what should change in a picture."""

import re
from dataclasses import dataclass
from typing import Any, Final, cast

import discord
from discord import ui

from bot.interface.attachments import uploaded
from bot.interface.messages.forms import FORM_SECONDS, fields_of, paragraph, shape_selects
from bot.interface.texts import Texts
from bot.services.intake import Upload

MOST_FILES: Final = 3
_EDIT = re.compile(r"atl:edit-(?P<of>form|message):(?P<id>\d{1,19})")


@dataclass(frozen=True, slots=True)
class EditWish:
    """What a member wrote into the edit form: `which` counts the message's pictures from 0.

    It is about a job of the bot, or about a message, whoever wrote that.
    """

    job_id: int | None
    message_id: int | None
    prompt: str
    which: int
    uploads: tuple[Upload, ...]
    aspect: str | None
    size: str | None


def job_form(job_id: int, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Build the form that asks what should change in a picture of a job."""
    return _edit_form(f"atl:edit-form:{job_id}", pictures, texts, locale)


def message_form(message_id: int, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Build the form that asks what should change in a picture of a message."""
    return _edit_form(f"atl:edit-message:{message_id}", pictures, texts, locale)


def _edit_form(custom_id: str, pictures: int, texts: Texts, locale: str) -> ui.Modal:
    """Ask what should change, and in which picture if there are several."""
    form = ui.Modal(
        title=texts.get("form-edit-title", locale),
        custom_id=custom_id,
        timeout=FORM_SECONDS,
    )
    prompt = paragraph("prompt", placeholder=texts.get("form-edit-placeholder", locale))
    form.add_item(ui.Label(text=texts.get("form-edit-prompt", locale), component=prompt))
    if pictures > 1:
        which = ui.Select[Any](
            custom_id="which",
            options=[
                discord.SelectOption(
                    label=texts.get("form-edit-picture", locale, number=number + 1),
                    value=str(number),
                    default=number == 0,
                )
                for number in range(pictures)
            ],
        )
        form.add_item(ui.Label(text=texts.get("form-edit-which", locale), component=which))
    files = ui.FileUpload[Any](
        custom_id="files", required=False, min_values=0, max_values=MOST_FILES
    )
    form.add_item(ui.Label(text=texts.get("form-edit-files", locale), component=files))
    for select in shape_selects(
        texts, locale, placeholder=texts.get("form-edit-as-before", locale)
    ):
        form.add_item(select)
    return form


def read_edit_form(interaction: discord.Interaction[Any]) -> EditWish | None:
    """Return what an edit form says; None if the interaction is no submitted edit form."""
    data = cast("dict[str, Any]", interaction.data or {})
    match = _EDIT.fullmatch(str(data.get("custom_id", "")))
    if interaction.type is not discord.InteractionType.modal_submit or match is None:
        return None
    fields = fields_of(data)
    about_job = match["of"] == "form"
    which = "".join(fields.get("which", []))
    return EditWish(
        job_id=int(match["id"]) if about_job else None,
        message_id=None if about_job else int(match["id"]),
        prompt="".join(fields.get("prompt", [])),
        which=int(which) if which.isdecimal() else 0,
        uploads=uploaded(data, fields.get("files", [])),
        aspect=next(iter(fields.get("aspect", [])), None),
        size=next(iter(fields.get("size", [])), None),
    )
