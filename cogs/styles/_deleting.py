from typing import Final

import discord

from bot.domain.errors import NotAllowed
from bot.domain.style import Style
from bot.interface.messages.buttons import ATL, Button
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts
from bot.services.styles import StyleBook
from cogs.styles._view import StyleView

_STYLE: Final = r"(?P<style>\d{1,19})"
DELETE: Final = rf"{ATL}style-delete:{_STYLE}"
CONFIRM: Final = rf"{ATL}style-confirm:{_STYLE}"


class StyleDeletion:
    """Delete a style, once whoever may do so has confirmed it."""

    def __init__(self, book: StyleBook, view: StyleView, texts: Texts) -> None:
        self._book = book
        self._view = view
        self._texts = texts

    async def ask_about(self, interaction: discord.Interaction, name: str) -> None:
        """Ask whether the style of this name is to be deleted."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        style = await self._book.called(name, interaction.user.id, server_of(interaction))
        await self._ask(interaction, answer, style)

    async def ask(self, interaction: discord.Interaction, style_id: int) -> None:
        """Ask the same where the button was pressed."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        style = await self._book.get(style_id, interaction.user.id, server_of(interaction))
        await self._ask(interaction, answer, style)

    async def confirmed(self, interaction: discord.Interaction, style_id: int) -> None:
        """Delete it, and say so in place of the question."""
        answer = InteractionAnswer(interaction, self._texts)
        await answer.defer(in_place=True)
        style = await self._book.get(style_id, interaction.user.id, server_of(interaction))
        _check_may_delete(interaction, style)
        await self._book.delete(style)
        await answer.show(line(self._texts.get("style-deleted", answer.locale, name=style.name)))

    async def _ask(
        self, interaction: discord.Interaction, answer: InteractionAnswer, style: Style
    ) -> None:
        _check_may_delete(interaction, style)
        locale = answer.locale
        confirm = Button(
            label=self._texts.get("button-delete", locale),
            style=discord.ButtonStyle.danger,
            custom_id=f"atl:2:style-confirm:{style.id}",
        )
        said = self._texts.get("style-delete-ask", locale)
        async with self._view.card(said, style, locale, confirm) as (layout, files):
            await answer.show(layout, files)


def _check_may_delete(interaction: discord.Interaction, style: Style) -> None:
    """Raise NotAllowed for a server's style where somebody may not change what a server has."""
    if style.guild_id is not None and not manages_server(interaction):
        raise NotAllowed(key="error-style-server")
