import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import discord
from discord import ui

from bot.interface.messages.buttons import ATL
from bot.interface.messages.forms import FORM_SECONDS, fields_of, which_of, which_select
from bot.interface.texts import Texts

FORM: Final = rf"{ATL}(?P<verb>vary|aspect|upscale)-form:(?P<job>\d{{1,19}})"


class Verb(StrEnum):
    """Name what is done with a picture, as custom ids do."""

    VARY = "vary"
    ASPECT = "aspect"
    UPSCALE = "upscale"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a member wants done with a picture of a job; `which` counts them from 0."""

    verb: Verb
    job_id: int
    which: int = 0
    ratio: str = ""


def wish_form(
    verb: Verb, job_id: int, pictures: int, texts: Texts, locale: str, ratios: Sequence[str] = ()
) -> ui.Modal:
    """Ask which of several pictures is meant, and for a ratio where there is one to choose."""
    form = ui.Modal(
        title=texts.get(f"button-{verb}", locale),
        custom_id=f"atl:2:{verb}-form:{job_id}",
        timeout=FORM_SECONDS,
    )
    if pictures > 1:
        form.add_item(which_select(pictures, texts, locale))
    if ratios:
        offered = [discord.SelectOption(label=ratio) for ratio in ratios]
        ratio = ui.Select[Any](custom_id="ratio", options=offered)
        form.add_item(ui.Label(text=texts.get("option-aspect", locale), component=ratio))
    return form


def read_wish(interaction: discord.Interaction[Any], match: re.Match[str]) -> Wish:
    """Return what a submitted form says."""
    fields = fields_of(interaction)
    return Wish(
        Verb(match["verb"]),
        int(match["job"]),
        which=which_of(fields),
        ratio="".join(fields.get("ratio", [])),
    )
