import asyncio
import logging
from functools import partial
from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.domain.errors import StorageFailed
from bot.domain.model import ModelKind, Thinking
from bot.domain.style import NAME_CHARACTERS, WORDS_CHARACTERS, Style, key_of
from bot.interface.attachments import uploads
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.options import (
    AUTO,
    FURTHER_PICTURES,
    MOST_CHOICES,
    anywhere,
    described_options,
    offered,
    picture_options,
)
from bot.interface.permissions import manages_server, server_of
from bot.interface.texts import Texts, localised
from bot.services.models import Models
from bot.services.styles import StyleBook
from cogs.styles._deleting import StyleDeletion
from cogs.styles._list import StyleList
from cogs.styles._painter import StylePainter
from cogs.styles._saving import StyleSaving, check_may_save

log = logging.getLogger(__name__)

OFFERED_WITHIN: Final = 2.0
"""Seconds. Discord waits for three, and whoever types can do without."""

SERVER: Final = "server"
OWNERS: Final = [
    app_commands.Choice(name=localised("style-for-me"), value="me"),
    app_commands.Choice(name=localised("style-for-server"), value=SERVER),
]

Name = app_commands.Range[str, 1, NAME_CHARACTERS]


@anywhere
class StyleCommands(
    commands.GroupCog,
    group_name=localised("style-name"),
    group_description=localised("style-description"),
):
    """Take `/style save`, `use`, `list` and `delete`."""

    def __init__(
        self,
        book: StyleBook,
        models: Models,
        saving: StyleSaving,
        painter: StylePainter,
        listed: StyleList,
        deletion: StyleDeletion,
        texts: Texts,
    ) -> None:
        self._book = book
        self._models = models
        self._saving = saving
        self._painter = painter
        self._listed = listed
        self._deletion = deletion
        self._texts = texts

    @app_commands.command(
        name=localised("style-save-name"), description=localised("style-save-description")
    )
    @picture_options(
        name="style-called",
        words="style-words",
        image="style-image",
        owner="style-owner",
    )
    @app_commands.choices(owner=OWNERS)
    async def save(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
        self,
        interaction: discord.Interaction,
        name: Name,
        words: app_commands.Range[str, 1, WORDS_CHARACTERS] | None = None,
        image: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        aspect: str | None = None,
        size: str | None = None,
        model: str | None = None,
        thinking: app_commands.Choice[str] | None = None,
        owner: str | None = None,
    ) -> None:
        """Keep a look under a name; one of the same name and owner makes room for it."""
        style = Style(
            author_id=interaction.user.id,
            guild_id=check_may_save(interaction, for_server=owner == SERVER),
            name=" ".join(name.split()),
            words=(words or "").strip(),
            aspect=None if aspect == AUTO else aspect,
            size=size,
            model=model,
            thinking=Thinking(thinking.value) if thinking else None,
        )
        await self._saving.save(interaction, style, uploads([image, image2, image3, image4]))

    @app_commands.command(
        name=localised("style-use-name"), description=localised("style-use-description")
    )
    @described_options(
        name="style-which",
        prompt="imagine-prompt",
        image="option-reference",
        **FURTHER_PICTURES,
        count="option-count",
        private="option-private",
    )
    async def use(  # noqa: PLR0913, PLR0917 (a command's options are its parameters)
        self,
        interaction: discord.Interaction,
        name: Name,
        prompt: app_commands.Range[str, 1, 4000],
        image: discord.Attachment | None = None,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
        image4: discord.Attachment | None = None,
        count: app_commands.Range[int, 1, 4] = 1,
        private: bool = False,  # noqa: FBT001, FBT002 (Discord calls it by its name)
    ) -> None:
        """Paint in a style."""
        await self._painter.paint(
            interaction,
            InteractionAnswer(interaction, self._texts, private=private),
            partial(self._book.called, name, interaction.user.id, server_of(interaction)),
            prompt,
            uploads([image, image2, image3, image4]),
            count=count,
        )

    @app_commands.command(
        name=localised("style-list-name"), description=localised("style-list-description")
    )
    async def list_all(self, interaction: discord.Interaction) -> None:
        """Show what there is to paint with here, to whoever asks alone."""
        await self._listed.show(interaction)

    @app_commands.command(
        name=localised("style-delete-name"), description=localised("style-delete-description")
    )
    @described_options(name="style-which")
    async def delete(self, interaction: discord.Interaction, name: Name) -> None:
        """Ask whether a style is to be deleted."""
        await self._deletion.ask_about(interaction, name)

    @save.autocomplete("model")
    async def offer_models(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer the image models whose name holds what was typed."""
        return offered(self._models.at(server_of(interaction)), ModelKind.IMAGE, typed)

    @use.autocomplete("name")
    async def offer_usable(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer what a member can paint with."""
        return await self._offered(interaction, typed)

    @delete.autocomplete("name")
    async def offer_deletable(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Offer what a member may delete."""
        return await self._offered(interaction, typed, own=not manages_server(interaction))

    async def _offered(
        self, interaction: discord.Interaction, typed: str, *, own: bool = False
    ) -> list[app_commands.Choice[str]]:
        """Offer the styles whose name holds what was typed: of two with one name, the first."""
        guild_id = None if own else server_of(interaction)
        try:
            styles = await asyncio.wait_for(
                self._book.all_for(interaction.user.id, guild_id), OFFERED_WITHIN
            )
        except (StorageFailed, TimeoutError) as error:
            log.warning("no styles could be offered: %s", type(error).__name__)
            return []
        wanted = key_of(typed)
        names: dict[str, str] = {}
        for style in styles:
            if wanted in style.key:
                names.setdefault(style.key, style.name)
        found = [app_commands.Choice(name=name, value=name) for name in names.values()]
        return found[:MOST_CHOICES]
