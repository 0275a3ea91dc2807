from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.domain.grounding import joined
from bot.interface.messages.bodies import PlainText, content_of
from bot.interface.messages.buttons import search_buttons
from bot.interface.messages.files import MOST_PICTURES, Delivery, ShownPicture, originals
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import IN_A_ROW, Layout, line
from bot.interface.permissions import check_sees
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.ports.jobs import Jobs
from cogs.details._pressed import opened


class OriginalsButton:
    """Hand out the files of pictures as they came.

    `public_url` is where the operator serves the folder of blobs, if they do.
    """

    def __init__(
        self,
        admission: Admission,
        jobs: Jobs,
        delivery: Delivery,
        texts: Texts,
        *,
        public_url: str | None,
    ) -> None:
        self._admission = admission
        self._jobs = jobs
        self._delivery = delivery
        self._texts = texts
        self._public_url = public_url

    async def pressed(self, interaction: discord.Interaction, job_id: int) -> None:
        """Hand them out: as links, else as files or parts of files."""
        async with self._admission.look(author_id=interaction.user.id):
            answer, _, turns = await opened(
                interaction, job_id, self._jobs, self._texts, check_sees
            )
            shown = originals(turns)
            if self._public_url is not None:
                await answer.show(self._links(self._public_url, shown, answer.locale))
            else:
                await self._hand_out(interaction, answer, shown)

    async def _hand_out(
        self,
        interaction: discord.Interaction,
        answer: InteractionAnswer,
        shown: Sequence[ShownPicture],
    ) -> None:
        searches = joined(each.turn.grounding for each in shown).searches
        body = PlainText("", (*search_buttons(searches),))
        async with self._delivery.originals(shown, upload_limit=answer.upload_limit) as files:
            for first in range(0, len(files), MOST_PICTURES):
                opened = [file.open() for file in files[first : first + MOST_PICTURES]]
                await interaction.followup.send(**content_of(body), files=opened, ephemeral=True)
            if len(files) > len(shown):
                await interaction.followup.send(
                    self._texts.get("details-parts", answer.locale), ephemeral=True
                )

    def _links(self, public_url: str, shown: Sequence[ShownPicture], locale: str) -> Layout:
        layout = line(self._texts.get("details-links", locale))
        buttons = [
            ui.Button[Any](
                label=shown_picture.filename,
                url=f"{public_url}/{self._delivery.address(shown_picture)}",
            )
            for shown_picture in shown
        ]
        for first in range(0, len(buttons), IN_A_ROW):
            layout.add_item(ui.ActionRow[Any](*buttons[first : first + IN_A_ROW]))
        return layout
