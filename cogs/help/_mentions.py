import logging
from typing import Any, Final

import discord
from discord import app_commands

from bot.interface.markup import Markup
from bot.interface.texts import Texts

log = logging.getLogger(__name__)

MENTIONED: Final = (
    ("imagine",), ("edit",), ("describe",), ("style", "save"), ("chat",),
    ("history",), ("undo",), ("avatar",), ("models",), ("help",),
)  # fmt: skip
"""The commands that sentences name, with what stands below one behind it."""


class CommandMentions:
    """Name commands so that a press on the name types them."""

    def __init__(self, tree: app_commands.CommandTree[Any], texts: Texts) -> None:
        self._tree = tree
        self._texts = texts
        self._ids: dict[str, int] = {}

    async def of(self, locale: str) -> dict[str, Markup]:
        """Return what each command is called in a sentence: in this language where none is known.

        Their ids are asked for once. Discord gave them out when it was told the commands, which
        may have been long before this process began.
        """
        if not self._ids:
            try:
                self._ids = {each.name: each.id for each in await self._tree.fetch_commands()}
            except (discord.HTTPException, OSError, TimeoutError) as error:
                log.warning("the ids of the commands are not known: %s", type(error).__name__)
        return {path[0]: self._name(path, locale) for path in MENTIONED}

    def _name(self, path: tuple[str, ...], locale: str) -> Markup:
        """Discord docs, Reference, Message Formatting: slash command."""
        if path[0] in self._ids:
            return Markup(f"</{' '.join(path)}:{self._ids[path[0]]}>")
        ways = ["-".join(path[:end]) for end in range(1, len(path) + 1)]
        names = " ".join(self._texts.get(f"{way}-name", locale) for way in ways)
        return Markup(f"`/{names}`")
