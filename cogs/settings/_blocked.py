from collections.abc import Iterable
from typing import Any

import discord

from bot.domain.guild_settings import MOST_CHOSEN
from bot.interface.jobs.blocking import Blocking
from bot.interface.markup import Markup
from bot.interface.messages.forms import data_of
from bot.interface.messages.interaction_answer import InteractionAnswer
from bot.interface.messages.presses import LARGEST, chosen_in
from bot.interface.permissions import managed
from bot.interface.texts import Texts
from cogs.settings._pages import SettingPages
from cogs.settings._topics import BLOCKED


class BlockedMembers:
    """Block members of a server and let them in again, from the page that lists them."""

    def __init__(self, blocking: Blocking, pages: SettingPages, texts: Texts) -> None:
        self._blocking = blocking
        self._pages = pages
        self._texts = texts

    async def turn_page(self, interaction: discord.Interaction, number: int) -> None:
        """Show another page of the list, as it is by now."""
        guild = managed(interaction)
        answer = await self._in_place(interaction)
        await answer.show(self._pages.page(BLOCKED, guild, answer.locale, number=number))

    async def block(self, interaction: discord.Interaction) -> None:
        """Block whoever was chosen, but for whoever chooses and those who manage the server."""
        guild = managed(interaction)
        answer = await self._in_place(interaction)
        managers = _managers(interaction)
        blocked: list[int] = []
        notes: list[Markup] = []
        for member in _ids(chosen_in(interaction)):
            if member == interaction.user.id:
                notes.append(self._texts.get("error-block-self", answer.locale))
            elif member in managers:
                named = Markup(f"<@{member}>")
                notes.append(self._texts.get("error-block-manager", answer.locale, member=named))
            elif await self._blocking.block(guild.id, member, author_id=interaction.user.id):
                blocked.append(member)
        notes += self._said("settings-blocked-now", blocked, answer.locale)
        await answer.show(self._pages.page(BLOCKED, guild, answer.locale, notes=notes))

    async def unblock(self, interaction: discord.Interaction, number: int) -> None:
        """Let whoever was chosen in again."""
        guild = managed(interaction)
        answer = await self._in_place(interaction)
        unblocked = [
            member
            for member in _ids(chosen_in(interaction))
            if await self._blocking.unblock(guild.id, member, author_id=interaction.user.id)
        ]
        notes = self._said("settings-unblocked", unblocked, answer.locale)
        page = self._pages.page(BLOCKED, guild, answer.locale, notes=notes, number=number)
        await answer.show(page)

    async def _in_place(self, interaction: discord.Interaction) -> InteractionAnswer:
        answer = InteractionAnswer(interaction, self._texts, private=True)
        await answer.defer(in_place=True)
        return answer

    def _said(self, key: str, members: list[int], locale: str) -> list[Markup]:
        if not members:
            return []
        named = self._texts.listed([Markup(f"<@{member}>") for member in members], locale)
        return [self._texts.get(key, locale, members=named)]


def _ids(chosen: Iterable[str]) -> list[int]:
    """Return the ids that were chosen, whatever else was sent."""
    return [int(each) for each in chosen if each.isdecimal() and int(each) <= LARGEST][:MOST_CHOSEN]


def _managers(interaction: discord.Interaction[Any]) -> set[int]:
    """Return who of those that were chosen may manage the server, as Discord says with them."""
    resolved: dict[str, Any] = data_of(interaction).get("resolved", {})
    return {
        int(member_id)
        for member_id, member in resolved.get("members", {}).items()
        if discord.Permissions(int(member.get("permissions", 0))).manage_guild
    }
