import logging
from collections.abc import Iterator
from typing import Final

import discord
from discord.ext import commands

from bot.interface.messages.layouts import Layout, line
from bot.interface.permissions import NAMES, lacking
from bot.interface.texts import Texts
from cogs.help._mentions import CommandMentions

log = logging.getLogger(__name__)

TO_WELCOME: Final = ("view_channel", "send_messages")


class Welcome(commands.Cog):
    """Say hello where the bot was added: what it does, what lacks, and what to try first."""

    def __init__(self, texts: Texts, mentions: CommandMentions) -> None:
        self._texts = texts
        self._mentions = mentions

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Post it where Discord greets members, else where the bot may; else tell the owner."""
        locale = guild.preferred_locale.value
        missing = lacking(guild.me.guild_permissions, *NAMES)
        try:
            for channel in _rooms(guild):
                if await _posted(channel, await self._welcome(locale, missing)):
                    return
            owner = guild.owner or await guild.fetch_member(guild.owner_id or 0)
            await owner.send(view=await self._welcome(locale, missing or TO_WELCOME))
        except (discord.HTTPException, OSError, TimeoutError) as error:
            log.warning("nobody in server %d could be welcomed: %s", guild.id, type(error).__name__)

    async def _welcome(self, locale: str, missing: tuple[str, ...]) -> Layout:
        names = await self._mentions.of(locale)
        said = [self._texts.get("welcome", locale, **names)]
        if missing:
            lack = [self._texts.get(f"permission-{each}", locale) for each in missing]
            listed = self._texts.listed(lack, locale)
            said.append(self._texts.get("welcome-lacks", locale, missing=listed))
        return line("\n".join(said))


def _rooms(guild: discord.Guild) -> Iterator[discord.TextChannel]:
    """Yield the channels where the bot may write, the one first that Discord itself uses."""
    first = guild.system_channel
    for channel in sorted(guild.text_channels, key=lambda each: (each != first, each.position)):
        if not lacking(channel.permissions_for(guild.me), *TO_WELCOME):
            yield channel


async def _posted(channel: discord.TextChannel, body: Layout) -> bool:
    try:
        await channel.send(view=body)
    except discord.Forbidden:
        return False
    return True
