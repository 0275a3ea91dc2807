from collections.abc import AsyncGenerator, Collection
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import ui

from bot.domain.area import Grid, bits_of
from bot.domain.errors import Gone
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.files import ShownPicture, shown_pictures
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, add_searches, line, media_gallery
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job
from cogs.area._buttons import (
    ask_button,
    cells_menu,
    mask_button,
    names_button,
    values_of,
    which_menu,
)


class AreaPicker:
    """Show a picture with a numbered grid over it, to whoever points at a part and nobody else.

    What was chosen stands in the message itself, so nothing has to be remembered.
    """

    def __init__(
        self, admission: Admission, jobs: Jobs, thumbnails: Thumbnails, texts: Texts
    ) -> None:
        self._admission = admission
        self._jobs = jobs
        self._thumbnails = thumbnails
        self._texts = texts

    async def show(self, interaction: discord.Interaction, job_id: int, pictures: int) -> None:
        """Show the grid over the first of a job's pictures."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        async with self._page(interaction, job_id, 0, pictures, ()) as (layout, file):
            await answer.show(layout, [file])

    async def choose_picture(
        self, interaction: discord.Interaction, job_id: int, pictures: int
    ) -> None:
        """Show the grid over another picture of the same job."""
        await interaction.response.defer()
        which = next(iter(values_of(interaction)), 0)
        await self._show_again(interaction, job_id, which, pictures, ())

    async def choose_cells(
        self, interaction: discord.Interaction, job_id: int, which: int, pictures: int
    ) -> None:
        """Mark the cells that were chosen, and offer to go on with them."""
        await interaction.response.defer()
        await self._show_again(interaction, job_id, which, pictures, values_of(interaction))

    async def _show_again(
        self,
        interaction: discord.Interaction,
        job_id: int,
        which: int,
        pictures: int,
        chosen: Collection[int],
    ) -> None:
        async with self._page(interaction, job_id, which, pictures, chosen) as (layout, file):
            await interaction.edit_original_response(view=layout, attachments=[file.open()])

    @asynccontextmanager
    async def _page(
        self,
        interaction: discord.Interaction,
        job_id: int,
        which: int,
        pictures: int,
        chosen: Collection[int],
    ) -> AsyncGenerator[tuple[Layout, OutgoingFile]]:
        """Yield what the message looks like; raise Gone or NotAllowed for what is not to be seen.

        No model is asked, and no allowance used.
        """
        async with self._admission.look(author_id=interaction.user.id):
            shown = await self._shown(interaction, job_id, which)
            grid = Grid.over(shown.picture.width, shown.picture.height)
            # As many as the menu takes; anybody can send more.
            chosen = [cell for cell in chosen if cell < grid.count][: grid.count - 1]
            locale = interaction.locale.value
            alt = self._texts.get("here-alt", locale, columns=grid.columns, rows=grid.rows)
            boxes = grid.all_boxes
            async with self._thumbnails.with_boxes(shown, boxes, chosen, str(alt)) as file:
                layout = line(self._texts.get("here-title", locale))
                layout.add_item(media_gallery([file]))
                places = self._places(grid, locale)
                hint = self._texts.get("here-cells", locale)
                cells = cells_menu(job_id, which, pictures, places, chosen, hint)
                layout.add_item(ui.ActionRow[Any](cells))
                if pictures > 1:
                    pictured = [
                        self._texts.get("form-edit-picture", locale, number=number + 1)
                        for number in range(pictures)
                    ]
                    hint = self._texts.get("form-edit-which", locale)
                    layout.add_item(ui.ActionRow[Any](which_menu(job_id, which, pictured, hint)))
                mask = mask_button(job_id, which, self._texts.get("here-mask", locale))
                names = names_button(job_id, which, self._texts.get("here-names", locale))
                buttons = [names, mask]
                if chosen:
                    label = self._texts.get("form-edit-prompt", locale)
                    buttons.insert(0, ask_button(job_id, which, bits_of(chosen), label))
                layout.add_item(ui.ActionRow[Any](*buttons))
                add_searches(layout, shown.turn.grounding.searches)
                yield layout, file

    async def _shown(
        self, interaction: discord.Interaction, job_id: int, which: int
    ) -> ShownPicture:
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        shown = shown_pictures(await self._jobs.turns_of(job_id))
        if which >= len(shown):
            raise Gone
        return shown[which]

    def _places(self, grid: Grid, locale: str) -> list[str]:
        """Say where each cell is, for who can't see the picture."""
        return [
            self._texts.get("here-place", locale, row=row + 1, column=column + 1)
            for row in range(grid.rows)
            for column in range(grid.columns)
        ]
