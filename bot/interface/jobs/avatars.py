"""Somebody's avatar as a reference: taken where they allow it, else asked for."""

import logging
from typing import Final, TypeAlias

import discord

from bot.domain.errors import NotAllowed
from bot.interface.markup import Markup
from bot.interface.messages.consents import question
from bot.interface.messages.sentences import DISCORD_FAILS
from bot.interface.permissions import is_guest
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.avatars import Avatars
from bot.services.intake import Upload
from bot.services.locales import Locales

log = logging.getLogger(__name__)

PIXELS: Final = 1024
"""The longest side of an avatar that is asked for: more than a model needs of a face."""

NAME_CHARACTERS: Final = 40

Person: TypeAlias = discord.Member | discord.User


class AvatarReferences:
    """Take avatars along, and ask whose they are."""

    def __init__(self, avatars: Avatars, locales: Locales, texts: Texts) -> None:
        self._avatars = avatars
        self._locales = locales
        self._texts = texts

    async def of(self, interaction: discord.Interaction, person: Person) -> Upload:
        """Return somebody's avatar as this server sees it; raise NotAllowed without their consent.

        Who has not decided is asked, in a direct message. Of one that moves it is the first frame.
        """
        member = Markup(person.mention)
        if person.bot:
            raise NotAllowed(key="error-person-bot", member=member)
        is_self = person.id == interaction.user.id
        guild = None if is_guest(interaction) else interaction.guild
        if not is_self and (guild is None or not isinstance(person, discord.Member)):
            raise NotAllowed(key="error-person-elsewhere", member=member)
        own = isinstance(person, discord.Member) and person.guild_avatar
        avatar = own or person.avatar
        if avatar is None:
            raise NotAllowed(key="error-person-no-avatar", member=member)
        if guild is not None and not is_self:
            await self._check(interaction, guild, person)
        url = avatar.replace(format="png", size=PIXELS).url
        return Upload(url, f"@{person.display_name}", 0)

    async def _check(
        self, interaction: discord.Interaction, guild: discord.Guild, person: Person
    ) -> None:
        member = Markup(person.mention)
        allows = await self._avatars.allows(person.id, guild.id)
        if allows is False:
            raise NotAllowed(key="error-person-refused", member=member)
        if allows is None:
            asker = interaction.user
            if await self._avatars.wants_to_ask(person.id, guild.id, asker_id=asker.id):
                await self._ask(interaction, guild, person)
            raise NotAllowed(key="error-person-asked", member=member)

    async def _ask(
        self, interaction: discord.Interaction, guild: discord.Guild, person: Person
    ) -> None:
        """Ask somebody directly; raise NotAllowed where they take no message of the bot."""
        usual = self._texts.public(guild.id, (interaction.guild_locale or interaction.locale).value)
        locale = await self._locales.of(person.id) or usual
        asker = shorten(interaction.user.display_name, NAME_CHARACTERS)
        try:
            await person.send(view=question(self._texts, locale, guild, asker))
        except DISCORD_FAILS as error:
            await self._avatars.could_not_ask(person.id, guild.id)
            if not isinstance(error, discord.Forbidden):
                raise
            log.info("somebody takes no question about their avatar: %d", error.code)
            member = Markup(person.mention)
            raise NotAllowed(key="error-person-closed", member=member) from None
