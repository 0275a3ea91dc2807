import re
from functools import partial
from typing import Final

import discord
from discord import ui

from bot.interface.attachments import uploaded
from bot.interface.markup import Markup
from bot.interface.messages.buttons import ATL
from bot.interface.messages.forms import (
    FORM_SECONDS,
    data_of,
    fields_of,
    more_pictures,
    paragraph,
)
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.permissions import server_of
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.styles import StyleBook
from cogs.styles._painter import StylePainter

USE: Final = rf"{ATL}style-use:(?P<style>\d{{1,19}})"
FORM: Final = r"atl:style-form:(?P<style>\d{1,19})"

MOST_FILES: Final = 4
TITLE_CHARACTERS: Final = 45
"""Discord docs, Components: the title of a form."""


class StyleForm:
    """Ask what to paint in a style, and paint what is sent."""

    def __init__(self, book: StyleBook, painter: StylePainter, texts: Texts) -> None:
        self._book = book
        self._painter = painter
        self._texts = texts

    async def open(self, interaction: discord.Interaction, style_id: int) -> None:
        """Show the form to whoever may paint in the style."""
        style = await self._book.get(style_id, interaction.user.id, server_of(interaction))
        locale = interaction.locale.value
        title = self._texts.get("form-style-title", locale, name=Markup(style.name))
        form = ui.Modal(
            title=shorten(title, TITLE_CHARACTERS),
            custom_id=f"atl:style-form:{style.id}",
            timeout=FORM_SECONDS,
        )
        prompt = paragraph("prompt")
        form.add_item(ui.Label(text=self._texts.get("imagine-prompt", locale), component=prompt))
        form.add_item(more_pictures(self._texts, locale, most=MOST_FILES))
        await interaction.response.send_modal(form)

    async def submitted(self, interaction: discord.Interaction, form: re.Match[str]) -> None:
        """Paint it for all to see, though it was opened from what one member sees alone."""
        fields = fields_of(interaction)
        style_id = int(form["style"])
        await self._painter.paint(
            interaction,
            InteractionAnswer(interaction, self._texts, public=True),
            partial(self._book.get, style_id, interaction.user.id, server_of(interaction)),
            "".join(fields.get("prompt", [])),
            uploaded(data_of(interaction), fields.get("files", [])),
        )
