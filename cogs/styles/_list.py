import math
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

import discord
from discord import ui

from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.buttons import ATL, Button
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, line, with_thumbnail
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.styles import StyleBook
from cogs.styles._view import ON_A_PAGE, StyleView

PAGE: Final = rf"{ATL}style-page:(?P<page>\d{{1,3}})"


class StyleList:
    """List what a member may paint with where they are: for them alone, page by page."""

    def __init__(
        self, book: StyleBook, view: StyleView, admission: Admission, texts: Texts
    ) -> None:
        self._book = book
        self._view = view
        self._admission = admission
        self._texts = texts

    async def show(self, interaction: discord.Interaction) -> None:
        """Show the first page."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        await self._show(interaction, answer, 0)

    async def turn_page(self, interaction: discord.Interaction, page: int) -> None:
        """Show another page in place of this one, as it is by now."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._show(interaction, answer, page)

    async def _show(
        self, interaction: discord.Interaction, answer: InteractionAnswer, page: int
    ) -> None:
        async with (
            self._admission.look(author_id=interaction.user.id),
            self._page(interaction, page, answer.locale) as (layout, files),
        ):
            await answer.show(layout, files)

    @asynccontextmanager
    async def _page(
        self, interaction: discord.Interaction, page: int, locale: str
    ) -> AsyncGenerator[tuple[Layout, list[OutgoingFile]]]:
        """Yield a page, the last one if there are no longer so many, with its files."""
        styles = await self._book.all_for(interaction.user.id, server_of(interaction))
        if not styles:
            yield line(self._texts.get("style-none", locale)), []
            return
        pages = math.ceil(len(styles) / ON_A_PAGE)
        page = min(page, pages - 1)
        listed = styles[page * ON_A_PAGE :][:ON_A_PAGE]
        title = self._texts.get(
            "style-title", locale, count=len(styles), page=page + 1, pages=pages
        )
        layout = line(title)
        async with self._view.previews(listed, locale) as previews:
            for style, preview in zip(listed, previews, strict=True):
                layout.add_item(with_thumbnail(self._view.told(style, locale), preview))
                buttons = [self._view.use_button(style, locale)]
                if style.guild_id is None or manages_server(interaction):
                    buttons.append(self._view.delete_button(style, locale))
                layout.add_item(ui.ActionRow[Any](*buttons))
            if pages > 1:
                layout.add_item(ui.ActionRow[Any](*self._turns(page, pages, locale)))
            yield layout, [preview for preview in previews if preview]

    def _turns(self, page: int, pages: int, locale: str) -> list[Button]:
        turns = [("button-previous", page - 1), ("button-next", page + 1)]
        return [
            Button(label=self._texts.get(key, locale), custom_id=f"atl:2:style-page:{to}")
            for key, to in turns
            if 0 <= to < pages
        ]
