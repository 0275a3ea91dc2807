from typing import Any, Final

import discord
from discord import ui

from bot.domain.grounding import joined
from bot.domain.references import MOST
from bot.interface.jobs.references import CollectedReferences
from bot.interface.messages.bodies import OutgoingFile
from bot.interface.messages.buttons import Button
from bot.interface.messages.files import ShownPicture
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import Layout, add_searches, line, with_buttons
from bot.interface.messages.thumbnails import Thumbnails
from bot.interface.texts import Texts
from bot.services.intake import Upload

SEE: Final = "atl:collected:see"
CLEAR: Final = "atl:collected:clear"
"""Whose pictures these are about is whoever presses."""


class CollectedView:
    """Say how many pictures wait for a member, show them, and let them go."""

    def __init__(
        self, references: CollectedReferences, thumbnails: Thumbnails, texts: Texts
    ) -> None:
        self._references = references
        self._thumbnails = thumbnails
        self._texts = texts

    async def notice(
        self, interaction: discord.Interaction, locale: str, left_out: int = 0
    ) -> Layout:
        """Say how many wait, and how many found no room."""
        count = len(await self._references.waiting(interaction.user.id))
        said = [self._texts.get("collected-waiting", locale, count=count)]
        if left_out:
            said.append(self._texts.get("collected-full", locale, count=left_out, limit=MOST))
        see = Button(label=self._texts.get("button-see", locale), custom_id=SEE)
        return with_buttons("\n".join(said), see, self._clear_button(locale))

    async def see(self, interaction: discord.Interaction) -> None:
        """Show what waits, small."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        waiting = await self._references.waiting(interaction.user.id)
        found = await self._references.found(interaction, waiting)
        if not found:
            await answer.show(line(self._texts.get("collected-none", answer.locale)))
            return
        made = [each for each in found if isinstance(each, ShownPicture)]
        async with self._thumbnails.files(made) as made_files:
            files = dict(zip([(each.turn.id, each.part) for each in made], made_files, strict=True))
            items = [_item(each, files) for each in found]
            said = self._texts.get("collected-waiting", answer.locale, count=len(found))
            layout = line(said)
            layout.add_item(ui.MediaGallery[Any](*filter(None, items)))
            layout.add_item(ui.ActionRow[Any](self._clear_button(answer.locale)))
            add_searches(layout, joined(each.turn.grounding for each in made).searches)
            await answer.show(layout, [file for file in files.values() if file])

    async def clear(self, interaction: discord.Interaction) -> None:
        """Let none of them wait any longer, and say so in place of how many do."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._references.clear(interaction.user.id)
        await answer.show(line(self._texts.get("collected-none", answer.locale)))

    def _clear_button(self, locale: str) -> Button:
        return Button(label=self._texts.get("button-clear", locale), custom_id=CLEAR)


def _item(
    found: ShownPicture | Upload, files: dict[tuple[int, int], OutgoingFile | None]
) -> discord.MediaGalleryItem | None:
    """Lay one picture out: what is Discord's by its own address, what is stored as a file."""
    if isinstance(found, Upload):
        return discord.MediaGalleryItem(found.url, spoiler=found.spoiler)
    file = files[found.turn.id, found.part]
    if file is None:
        return None
    return discord.MediaGalleryItem(
        f"attachment://{file.filename}", description=file.description, spoiler=file.spoiler
    )
