import math
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

import discord
from discord import ui

from bot.domain.guild_settings import MOST_CHOSEN, NO_SETTINGS, GuildSettings
from bot.interface.markup import Markup
from bot.interface.messages.buttons import Button, Menu
from bot.interface.messages.layouts import SMALL, Layout
from bot.interface.messages.log_channel import LogChannel
from bot.interface.messages.own_relays import own_relay_part
from bot.interface.setting_words import setting_name, setting_value
from bot.interface.texts import Texts
from bot.services.access import Access
from bot.services.guild_book import GuildBook
from bot.services.models import Models
from bot.services.own_relays import OwnRelays
from cogs.settings._menus import SettingMenus
from cogs.settings._topics import BLOCKED, MENUS, OVERVIEW, SERVICE, TOPICS

MOST_NAMED: Final = 5
"""How many channels, roles or models the overview names of each setting."""

EMOJI: Final = {
    OVERVIEW: "⚙️",
    "where": "📍",
    "who": "👥",
    "models": "🧠",
    "much": "📊",
    "shown": "🖼️",
    "features": "🧩",
    "records": "📒",
    SERVICE: "🔌",
    BLOCKED: "🚫",
}


class UserMenu(ui.UserSelect[Any]):
    """Look like a menu of members, of which discord.py need not remember anything."""

    def is_dispatchable(self) -> bool:
        """Tell discord.py not to remember this."""
        return False


class SettingPages:
    """Lay out the pages of the panel, from what is in memory alone."""

    def __init__(
        self,
        book: GuildBook,
        menus: SettingMenus,
        models: Models,
        own_relays: OwnRelays,
        access: Access,
        log_channel: LogChannel,
        texts: Texts,
    ) -> None:
        self._book = book
        self._access = access
        self._own_relays = own_relays
        self._log_channel = log_channel
        self._menus = menus
        self._models = models
        self._texts = texts

    def page(
        self,
        topic: str,
        guild: discord.Guild,
        locale: str,
        *,
        notes: Sequence[str] = (),
        number: int = 0,
    ) -> Layout:
        """Return a page with what holds now, below what is to be noted; the number is of a list."""
        if topic == OVERVIEW:
            layout = self._overview(guild, locale)
        elif topic == BLOCKED:
            layout = self._blocked(guild, number, locale)
        elif topic == SERVICE:
            layout = self._service(guild, locale)
        else:
            layout = self._topic(topic, guild, locale)
        layout.add_item(ui.ActionRow[Any](self._topics(topic, locale)))
        return Layout(*(ui.TextDisplay[Any](note) for note in notes), *layout.children)

    def changed(self, names: Iterable[str], locale: str) -> Markup:
        """Say which settings were changed."""
        said = self._texts.listed(
            (setting_name(each, self._texts, locale) for each in names), locale
        )
        return self._texts.get("settings-changed", locale, settings=said)

    def told(self, name: str, value: Any, locale: str, *, most: int = MOST_CHOSEN) -> Markup:
        """Say what a setting is set to; of more than `most` things, how many more they are."""
        value, left = _first(value, most)
        if name == "models":
            value = tuple(map(self._models.name, value))
        elif name in {"image_model", "chat_model"} and value is not None:
            value = self._models.name(value)
        said = setting_value(name, value, self._texts, locale)
        return self._texts.get("settings-and-more", locale, said=said, count=left) if left else said

    def _overview(self, guild: discord.Guild, locale: str) -> Layout:
        settings = self._book.of(guild.id)
        lines = [f"## {EMOJI[OVERVIEW]} {self._texts.get('settings-title', locale)}"]
        lines.append(SMALL + self._texts.get("settings-hint", locale))
        for topic, names in TOPICS.items():
            said = [self._line(name, settings, locale, most=MOST_NAMED) for name in names]
            lines += [f"### {self._heading(topic, locale)}", " · ".join(said)]
        count = len(self._book.blocked(guild.id))
        lines += [
            f"### {self._heading(BLOCKED, locale)}",
            self._texts.get("settings-blocked", locale, count=count),
        ]
        return Layout(ui.TextDisplay[Any]("\n".join(lines)))

    def _topic(self, topic: str, guild: discord.Guild, locale: str) -> Layout:
        versioned = self._book.versioned(guild.id)
        settings, revision = versioned.settings, versioned.revision
        lines = [f"## {self._heading(topic, locale)}"]
        for name in TOPICS[topic]:
            lines.append(self._line(name, settings, locale))
            lines.append(SMALL + self._texts.get(f"about-{name}", locale))
        if problem := self._problem(topic, guild, settings, locale):
            lines.append(f"⚠️ {problem}")
        layout = Layout(ui.TextDisplay[Any]("\n".join(lines)))
        for name in TOPICS[topic]:
            if name in MENUS:
                menu = self._menus.of(name, guild, settings, revision, locale)
                layout.add_item(ui.ActionRow[Any](menu))
        key = "button-settings-more" if topic == "who" else "button-settings-change"
        change = Button(
            label=self._texts.get(key, locale),
            emoji="✏️",
            style=discord.ButtonStyle.primary,
            custom_id=f"atl:2:set-form-{topic}:{revision}",
        )
        layout.add_item(ui.ActionRow[Any](change))
        return layout

    def _problem(
        self, topic: str, guild: discord.Guild, settings: GuildSettings, locale: str
    ) -> str:
        """Say why what a page has does not hold as it stands; nothing where it does."""
        if topic == "records":
            if settings.log_channel is None and (settings.log_prompts or settings.reports):
                return self._texts.get("log-needed", locale)
            return self._log_channel.warning(guild, locale)
        pictures, answers = self._access.most_a_day(guild.id)
        is_capped = {
            "much": (settings.daily_pictures or 0) > pictures
            or (settings.daily_messages or 0) > answers,
            "who": any(count > pictures for count in settings.more.values()),
        }
        if not is_capped.get(topic):
            return ""
        return self._texts.get("settings-capped", locale, pictures=pictures, answers=answers)

    def _line(
        self, name: str, settings: GuildSettings, locale: str, *, most: int = MOST_CHOSEN
    ) -> str:
        value = getattr(settings, name)
        said = self.told(name, value, locale, most=most)
        is_usual = value == getattr(NO_SETTINGS, name)
        told = said if is_usual else f"**{said}**"
        return f"{setting_name(name, self._texts, locale)}: {told}"

    def _blocked(self, guild: discord.Guild, number: int, locale: str) -> Layout:
        blocked = self._book.blocked(guild.id)
        pages = max(math.ceil(len(blocked) / MOST_CHOSEN), 1)
        number = min(number, pages - 1)
        first = number * MOST_CHOSEN
        shown = blocked[first:][:MOST_CHOSEN]
        said = self._texts.get("settings-blocked", locale, count=len(blocked))
        lines = [f"## {self._heading(BLOCKED, locale)}", said]
        lines += [f"{first + place}. <@{member}>" for place, member in enumerate(shown, 1)]
        layout = Layout(ui.TextDisplay[Any]("\n".join(lines)))
        block = UserMenu(
            custom_id="atl:2:set-block",
            placeholder=self._texts.get("settings-block", locale),
            max_values=MOST_CHOSEN,
        )
        layout.add_item(ui.ActionRow[Any](block))
        if shown:
            # Nobody's name is known here: the list above shows it beside the number.
            options = [
                discord.SelectOption(
                    label=str(first + place), description=str(member), value=str(member)
                )
                for place, member in enumerate(shown, 1)
            ]
            unblock = Menu(
                custom_id=f"atl:2:set-unblock:{number}",
                placeholder=self._texts.get("settings-unblock", locale),
                options=options,
                max_values=len(options),
            )
            layout.add_item(ui.ActionRow[Any](unblock))
        turns = [("button-previous", number - 1), ("button-next", number + 1)]
        buttons = [
            Button(label=self._texts.get(key, locale), custom_id=f"atl:2:set-blocked:{to}")
            for key, to in turns
            if 0 <= to < pages
        ]
        if buttons:
            layout.add_item(ui.ActionRow[Any](*buttons))
        return layout

    def _service(self, guild: discord.Guild, locale: str) -> Layout:
        heading = ui.TextDisplay[Any](f"## {self._heading(SERVICE, locale)}")
        return Layout(heading, *own_relay_part(self._own_relays, guild.id, self._texts, locale))

    def _topics(self, shown: str, locale: str) -> Menu:
        options = [
            discord.SelectOption(
                label=self._texts.get(f"topic-{topic}", locale),
                value=topic,
                emoji=emoji,
                default=topic == shown,
            )
            for topic, emoji in EMOJI.items()
        ]
        return Menu(
            custom_id="atl:2:set-topic",
            placeholder=self._texts.get("settings-choose", locale),
            options=options,
        )

    def _heading(self, topic: str, locale: str) -> str:
        return f"{EMOJI[topic]} {self._texts.get(f'topic-{topic}', locale)}"


def _first(value: Any, most: int) -> tuple[Any, int]:
    """Return the first so many of several things, and how many more there are."""
    if isinstance(value, dict):
        items = list(cast("dict[Any, Any]", value).items())
        return dict(items[:most]), max(len(items) - most, 0)
    if isinstance(value, tuple):
        things = cast("tuple[Any, ...]", value)
        return things[:most], max(len(things) - most, 0)
    return value, 0
