from collections.abc import Iterable
from typing import Any, Final

import discord
from discord import ui

from bot.domain.guild_settings import MOST_CHOSEN, Editors, GuildSettings
from bot.domain.model import ModelKind
from bot.interface.messages.buttons import Menu
from bot.interface.setting_words import setting_name
from bot.interface.text_limits import shorten
from bot.interface.texts import Texts
from bot.services.models import Models

OPTION_CHARACTERS: Final = 100
"""Discord docs, Components: what an option is called."""

WRITTEN_IN: Final = (
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
)
"""Channels that messages can be posted in."""

WORKED_IN: Final = (
    *WRITTEN_IN,
    discord.ChannelType.forum,
    discord.ChannelType.media,
    discord.ChannelType.category,
)


class ChannelMenu(ui.ChannelSelect[Any]):
    """Look like a menu of channels, of which discord.py need not remember anything."""

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this."""
        return False


class RoleMenu(ui.RoleSelect[Any]):
    """Look like a menu of roles, of which discord.py need not remember anything."""

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this."""
        return False


class SettingMenus:
    """Make the menus in which a setting is chosen, with what it is now."""

    def __init__(self, models: Models, texts: Texts) -> None:
        self._models = models
        self._texts = texts

    def of(
        self, name: str, guild: discord.Guild, settings: GuildSettings, revision: int, locale: str
    ) -> ui.Item[Any]:
        """Return the menu of a setting, which says what it is called where nothing is chosen."""
        said: dict[str, Any] = {
            "custom_id": f"atl:2:set-{name.replace('_', '-')}:{revision}",
            "placeholder": setting_name(name, self._texts, locale),
            "min_values": 0,
        }
        match name:
            case "channels":
                said |= {"channel_types": [*WORKED_IN], "max_values": MOST_CHOSEN}
                return ChannelMenu(**said, default_values=_channels(guild, settings.channels))
            case "log_channel":
                said |= {"channel_types": [*WRITTEN_IN]}
                chosen = _channels(guild, [settings.log_channel or 0])
                return ChannelMenu(**said, default_values=chosen)
            case "roles":
                roles = [role for role in map(guild.get_role, settings.roles) if role]
                return RoleMenu(**said, max_values=MOST_CHOSEN, default_values=roles)
            case "editors":
                said |= {"min_values": 1}
                return Menu(**said, options=self._editors(settings, locale))
            case "models":
                offered = [*self._offered(ModelKind.IMAGE), *self._offered(ModelKind.CHAT)]
                options = self._options(offered, settings.models)
                return Menu(**said, max_values=len(options), options=options)
            case _:
                kind = ModelKind.IMAGE if name == "image_model" else ModelKind.CHAT
                offered = self._offered(kind)
                allowed = [each for each in offered if each in settings.models] or offered
                usual: str | None = getattr(settings, name)
                return Menu(**said, options=self._options(allowed, [usual] if usual else []))

    def _offered(self, kind: ModelKind) -> list[str]:
        return [model.id for model in self._models.of_kind(kind)]

    def _options(self, offered: Iterable[str], chosen: Iterable[str]) -> list[discord.SelectOption]:
        """Return as many models as a menu has room for, those that are chosen first."""
        return [
            discord.SelectOption(
                label=shorten(self._models.name(model_id), OPTION_CHARACTERS),
                value=model_id,
                default=model_id in chosen,
            )
            for model_id in [*dict.fromkeys((*chosen, *offered))][:MOST_CHOSEN]
        ]

    def _editors(self, settings: GuildSettings, locale: str) -> list[discord.SelectOption]:
        return [
            discord.SelectOption(
                label=self._texts.get(f"editors-{each}", locale),
                value=each.value,
                default=each is settings.editors,
            )
            for each in Editors
        ]


def _channels(guild: discord.Guild, ids: Iterable[int]) -> list[discord.SelectDefaultValue]:
    """Return those that there are still."""
    return [
        discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.channel)
        for each in ids
        if guild.get_channel(each)
    ]
