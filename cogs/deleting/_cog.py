from typing import Final

import discord
from discord import app_commands
from discord.ext import commands

from bot.interface.attachments import meant_by
from bot.interface.jobs.removal import Removal
from bot.interface.messages.buttons import Button
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line, with_buttons
from bot.interface.texts import Texts, localised

CONFIRM: Final = r"atl:confirm:(?P<message>\d{1,19})"
"""Says that a message is to be deleted for good."""


class Delete(commands.Cog):
    """Take **Delete** in a message's Apps menu, and the button of that name."""

    def __init__(self, removal: Removal, texts: Texts) -> None:
        """Take what is needed; `menu` is what stands in a message's Apps menu."""
        self._removal = removal
        self._texts = texts
        self.menu = app_commands.ContextMenu(
            name=localised("delete-menu"), callback=self.delete_menu
        )

    async def delete_menu(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Ask whether a post is to be deleted."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        await self._ask(interaction, answer, (await meant_by(message)).id)

    async def ask(self, interaction: discord.Interaction, message_id: int) -> None:
        """Ask the same where the button was pressed."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        await self._ask(interaction, answer, message_id)

    async def confirmed(self, interaction: discord.Interaction, message_id: int) -> None:
        """Delete it, and say so in place of the question."""
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._removal.remove(interaction, message_id)
        await answer.show(line(self._texts.get("delete-done", answer.locale)))

    async def _ask(
        self, interaction: discord.Interaction, answer: InteractionAnswer, message_id: int
    ) -> None:
        shown, _ = await self._removal.check(interaction, message_id)
        is_private = not shown[0].channel_id
        said = self._texts.get("delete-ask-private" if is_private else "delete-ask", answer.locale)
        confirm = Button(
            label=self._texts.get("button-delete", answer.locale),
            style=discord.ButtonStyle.danger,
            custom_id=f"atl:confirm:{message_id}",
        )
        await answer.show(with_buttons(said, confirm))
