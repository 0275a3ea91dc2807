import re
from typing import Final

import discord
from discord import app_commands, ui
from discord.ext import commands

from bot.domain.errors import NotAllowed
from bot.interface.jobs.blocking import Blocking
from bot.interface.lookup import TROUBLE
from bot.interface.markup import Markup
from bot.interface.messages.buttons import Button
from bot.interface.messages.forms import reason_form, reason_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.layouts import line, with_buttons
from bot.interface.permissions import check_moderates
from bot.interface.texts import Texts, localised
from bot.services.guild_book import GuildBook

FORM: Final = r"atl:block:(?P<member>\d{1,19})"
"""Says whom it is about."""

ASK: Final = r"atl:block-author:(?P<member>\d{1,19})"
UNBLOCK: Final = r"atl:unblock:(?P<member>\d{1,19})"


class BlockMenu(commands.Cog):
    """Take the entry of a member's Apps menu that blocks them, or lets them in again."""

    def __init__(self, blocking: Blocking, guild_book: GuildBook, texts: Texts) -> None:
        """Take what is needed; `menu` is what stands in a member's Apps menu."""
        self._blocking = blocking
        self._guild_book = guild_book
        self._texts = texts
        menu = app_commands.ContextMenu(name=localised("block-menu"), callback=self.chosen)
        # What a server lets others see is its own; who may do it is looked at each time.
        menu.default_permissions = discord.Permissions(moderate_members=True)
        self.menu = app_commands.guild_install()(app_commands.guild_only()(menu))

    async def chosen(
        self, interaction: discord.Interaction, member: discord.Member | discord.User
    ) -> None:
        """Ask why a member is to be blocked, or offer to let in who is."""
        guild_id = check_moderates(interaction)
        _check_target(interaction, member)
        if not self._guild_book.blocks(guild_id, member.id):
            await interaction.response.send_modal(self._form(member.id, interaction.locale.value))
            return
        locale = interaction.locale.value
        said = self._texts.get("block-already", locale, member=Markup(member.mention))
        unblock = Button(
            label=self._texts.get("button-unblock", locale), custom_id=f"atl:unblock:{member.id}"
        )
        await interaction.response.send_message(view=with_buttons(said, unblock), ephemeral=True)

    async def ask(self, interaction: discord.Interaction, member_id: int) -> None:
        """Ask the same about who made what was reported."""
        check_moderates(interaction)
        await interaction.response.send_modal(self._form(member_id, interaction.locale.value))

    async def submitted(self, interaction: discord.Interaction, match: re.Match[str]) -> None:
        """Block the member, and tell the moderator."""
        guild_id = check_moderates(interaction)
        member_id = int(match["member"])
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer()
        assert interaction.guild is not None
        try:
            _check_target(interaction, await interaction.guild.fetch_member(member_id))
        except TROUBLE:
            _check_target(interaction, discord.Object(member_id))  # who left can be blocked, too
        await self._blocking.block(
            guild_id, member_id, author_id=interaction.user.id, reason=reason_of(interaction)
        )
        member = Markup(f"<@{member_id}>")
        await answer.show(line(self._texts.get("block-done", answer.locale, member=member)))

    async def unblock(self, interaction: discord.Interaction, member_id: int) -> None:
        """Let the member in again, and say so in place of the question."""
        guild_id = check_moderates(interaction)
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        await self._blocking.unblock(guild_id, member_id, author_id=interaction.user.id)
        member = Markup(f"<@{member_id}>")
        await answer.show(line(self._texts.get("unblock-done", answer.locale, member=member)))

    def _form(self, member_id: int, locale: str) -> ui.Modal:
        return reason_form(
            f"atl:block:{member_id}",
            title=self._texts.get("form-block-title", locale),
            question=self._texts.get("form-block-reason", locale),
            placeholder=self._texts.get("form-block-placeholder", locale),
        )


def _check_target(interaction: discord.Interaction, member: discord.abc.Snowflake) -> None:
    """Raise NotAllowed for whoever asks, and for those who manage the server."""
    if member.id == interaction.user.id:
        raise NotAllowed(key="error-block-self")
    if isinstance(member, discord.Member) and member.guild_permissions.manage_guild:
        raise NotAllowed(key="error-block-manager", member=Markup(member.mention))
