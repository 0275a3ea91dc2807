from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.domain.conversation import Turn
from bot.domain.errors import Gone
from bot.domain.job import Job
from bot.interface.markup import Markup, escaped
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.buttons import original_button
from bot.interface.messages.files import (
    MIB,
    MOST_PICTURES,
    Delivery,
    ShownPicture,
    hidden,
    originals,
    shown_pictures,
)
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import IN_A_ROW, TEXT_CHARACTERS, Layout, line, media_gallery
from bot.interface.messages.posting import PicturePoster
from bot.interface.permissions import check_sees
from bot.interface.text_limits import shorten, truncate
from bot.interface.texts import Texts
from bot.services.admission import Admission
from bot.services.models import Models
from bot.services.ports.conversations import Conversations
from bot.services.ports.jobs import Jobs
from bot.services.stored import stored_job
from bot.services.versions import PATH_TURNS

PROMPT_CHARACTERS: Final = 300
ANCESTOR_CHARACTERS: Final = 80
MOST_ANCESTORS: Final = 10


class DetailsView:
    """Show what a gallery has no room for, to whoever asks and to nobody else.

    `public_url` is where the operator serves the folder of blobs, if they do.
    """

    def __init__(
        self,
        admission: Admission,
        jobs: Jobs,
        conversations: Conversations,
        models: Models,
        delivery: Delivery,
        poster: PicturePoster,
        texts: Texts,
        *,
        public_url: str | None,
    ) -> None:
        self._admission = admission
        self._jobs = jobs
        self._conversations = conversations
        self._models = models
        self._delivery = delivery
        self._poster = poster
        self._texts = texts
        self._public_url = public_url

    async def show(self, interaction: discord.Interaction, job_id: int) -> None:
        """Tell how the pictures of a job were made, and show its drafts."""
        async with self._admission.look(author_id=interaction.user.id):
            await self._show(*await self._turns(interaction, job_id))

    async def _show(self, answer: InteractionAnswer, job: Job, turns: list[Turn]) -> None:
        first, *_ = turns
        path = await self._conversations.path(first.id, limit=PATH_TURNS)
        drafts = hidden(turns)[:MOST_PICTURES]
        is_composed = any(each.picture.is_composed for each in shown_pictures(turns))
        text = "\n".join(
            [
                f"**{self._asked(first, PROMPT_CHARACTERS, answer.locale)}**",
                *(
                    self._facts(shown_picture, answer.locale)
                    for shown_picture in shown_pictures(turns)
                ),
                *self._ancestors(path[:-1], answer.locale),
            ]
        )
        label = self._texts.get("button-original", answer.locale)

        async def show(files: list[OutgoingFile], _: int) -> None:
            heading = self._texts.get(
                "details-own" if is_composed else "details-drafts", answer.locale, count=len(files)
            )
            layout = line(truncate(text, TEXT_CHARACTERS - len(heading)))
            if files:
                layout.add_item(ui.TextDisplay[Any](heading))
                layout.add_item(media_gallery(files))
            layout.add_item(ui.ActionRow[Any](original_button(job.id, label)))
            await answer.show(layout, files)

        await self._poster.post(answer, drafts, show)

    async def originals(self, interaction: discord.Interaction, job_id: int) -> None:
        """Hand out the files of a job as they came: as links, else as files or parts of files."""
        async with self._admission.look(author_id=interaction.user.id):
            answer, _, turns = await self._turns(interaction, job_id)
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
        async with self._delivery.originals(shown, upload_limit=answer.upload_limit) as files:
            for first in range(0, len(files), MOST_PICTURES):
                opened = [file.open() for file in files[first : first + MOST_PICTURES]]
                await interaction.followup.send(files=opened, ephemeral=True)
            if len(files) > len(shown):
                await interaction.followup.send(
                    self._texts.get("details-parts", answer.locale), ephemeral=True
                )

    async def _turns(
        self, interaction: discord.Interaction, job_id: int
    ) -> tuple[InteractionAnswer, Job, list[Turn]]:
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        job = await stored_job(self._jobs, job_id)
        check_sees(interaction, job)
        turns = await self._jobs.turns_of(job_id)
        if not turns:
            raise Gone
        return answer, job, turns

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

    def _facts(self, shown_picture: ShownPicture, locale: str) -> str:
        picture, turn = shown_picture.picture, shown_picture.turn
        return self._texts.get(
            "details-facts",
            locale,
            model=self._models.name(turn.model),
            size=f"{picture.width}×{picture.height}",
            kind=picture.extension.upper(),
            megabytes=round(picture.blob.size / MIB, 1),
            member=Markup(f"<@{turn.author_id}>"),
            made=Markup(f"<t:{int(turn.created_at.timestamp())}:f>"),
        )

    def _asked(self, turn: Turn, characters: int, locale: str) -> Markup:
        """Return what was asked for, as plain words."""
        words = escaped(shorten(turn.prompt, characters))
        return words or self._texts.get("version-wordless", locale)

    def _ancestors(self, path: Sequence[Turn], locale: str) -> list[str]:
        """List what came before, from the first wish on; of a long way its end."""
        if not path:
            return []
        first = max(len(path) - MOST_ANCESTORS, 0)
        return [
            self._texts.get("details-before", locale),
            *(
                f"{number}. {self._asked(turn, ANCESTOR_CHARACTERS, locale)}"
                for number, turn in enumerate(path[first:], first + 1)
            ),
        ]
