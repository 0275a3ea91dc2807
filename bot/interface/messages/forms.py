"""Forms that survive a restart: what they are about is in their custom id.

Who takes one that is sent is told by `on_submit` (`presses.py` beside this). What its fields say is
read from the payload (Discord docs, Interactions, Modal Submit Data).
"""

import re
from typing import Any, Final, cast

import discord
from discord import ui

from bot.interface.attachments import PICTURE_TYPES
from bot.interface.options import PIXELS, RATIOS
from bot.interface.texts import Texts

FORM_SECONDS: Final = 15 * 60
"""How long discord.py remembers a form that is open."""

MOST_FILES: Final = 3
"""How many pictures a form takes beside the one that it is about, where it is about one."""

FIELD_CHARACTERS: Final = 4_000
"""Discord docs, Components, Text Input: the longest value."""


def paragraph(
    custom_id: str, *, placeholder: str | None = None, value: str = ""
) -> ui.TextInput[Any]:
    """Return a field for words, in which a value may stand already."""
    return ui.TextInput[Any](
        custom_id=custom_id,
        style=discord.TextStyle.paragraph,
        placeholder=placeholder,
        default=value[:FIELD_CHARACTERS] or None,
        max_length=FIELD_CHARACTERS,
    )


REASON_CHARACTERS: Final = 300


def reason_form(custom_id: str, *, title: str, question: str, placeholder: str) -> ui.Modal:
    """Return a form that asks why, in these words; the answer may stay empty."""
    form = ui.Modal(title=title, custom_id=custom_id, timeout=FORM_SECONDS)
    field = ui.TextInput[Any](
        custom_id="reason",
        style=discord.TextStyle.paragraph,
        placeholder=placeholder,
        max_length=REASON_CHARACTERS,
        required=False,
    )
    form.add_item(ui.Label(text=question, component=field))
    return form


def reason_of(interaction: discord.Interaction[Any]) -> str:
    """Return what somebody entered there; empty where they said nothing."""
    return "".join(fields_of(interaction).get("reason", []))


def shape_selects(texts: Texts, locale: str, *, placeholder: str) -> list[ui.Label[Any]]:
    """Return the two fields in which a ratio and a size can be chosen."""
    return [
        ui.Label(
            text=texts.get(f"option-{name}", locale),
            component=ui.Select[Any](
                custom_id=name,
                required=False,
                placeholder=placeholder,
                options=[discord.SelectOption(label=value) for value in values],
            ),
        )
        for name, values in (("aspect", RATIOS), ("size", PIXELS))
    ]


class PictureUpload(ui.FileUpload[Any]):
    """Take files, of which Discord lets through those alone that are called as pictures are."""

    def to_component_dict(self) -> Any:
        """Say which: discord.py 2.7 has no parameter for that."""
        return {**super().to_component_dict(), "file_types": list(PICTURE_TYPES)}


def more_pictures(texts: Texts, locale: str, *, most: int = MOST_FILES) -> ui.Label[Any]:
    """Return the field that takes pictures to work from."""
    files = PictureUpload(custom_id="files", required=False, min_values=0, max_values=most)
    return ui.Label(text=texts.get("form-edit-files", locale), component=files)


def improve_box(texts: Texts, locale: str) -> ui.Label[Any]:
    """Return the field that asks for better words first."""
    box = ui.Checkbox[Any](custom_id="improve")
    return ui.Label(text=texts.get("option-improve", locale), component=box)


def is_checked(fields: dict[str, list[str]], custom_id: str) -> bool:
    """Tell whether a box is checked."""
    return fields.get(custom_id) == [str(True)]


def which_select(pictures: int, texts: Texts, locale: str) -> ui.Label[Any]:
    """Return the field in which one of several pictures is chosen, the first by default."""
    options = [
        discord.SelectOption(
            label=texts.get("form-edit-picture", locale, number=number + 1),
            value=str(number),
            default=number == 0,
        )
        for number in range(pictures)
    ]
    return ui.Label(
        text=texts.get("form-edit-which", locale),
        component=ui.Select[Any](custom_id="which", options=options),
    )


def which_of(fields: dict[str, list[str]]) -> int:
    """Return which picture was chosen in that field, counted from 0."""
    which = "".join(fields.get("which", []))
    return int(which) if re.fullmatch(r"\d{1,2}", which) else 0


def data_of(interaction: discord.Interaction[Any]) -> dict[str, Any]:
    """Return what a submitted form holds, as Discord sends it."""
    return cast("dict[str, Any]", interaction.data or {})


def fields_of(interaction: discord.Interaction[Any]) -> dict[str, list[str]]:
    """Map the custom id of each field of a submitted form to its values.

    A text input has one, and a box one that says whether it is checked.
    """
    fields: dict[str, list[str]] = {}
    for row in data_of(interaction).get("components", []):
        component: dict[str, Any] = row.get("component") or {}
        values = component.get("values")
        fields[str(component.get("custom_id"))] = (
            [str(value) for value in values]
            if values is not None
            else [str(component.get("value") or "")]
        )
    return fields
