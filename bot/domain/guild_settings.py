"""What a server decides for itself: where, who, what, how much, and how it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from bot.domain.request import Safety
from bot.domain.tariff import MICROS

MOST_ALLOWANCE: Final = 100_000
"""The most pictures, or answers, that a day can have."""

LONGEST_COOLDOWN: Final = 24 * 3600
"""Seconds."""

LONGEST_PERSONA: Final = 2_000
"""Characters."""

LARGEST_BUDGET: Final = 1_000_000 * MICROS
"""Millionths of a US dollar a month."""

LONGEST_RETENTION: Final = 36_500
"""Days."""

MOST_CHOSEN: Final = 25
"""Discord docs, Components, Selects: how many can be chosen at once."""


class Feature(StrEnum):
    """Name what a server can switch off."""

    CHAT = "chat"
    SEARCH = "search"
    PERSON = "person"
    FILES = "files"


class ThreadPolicy(StrEnum):
    """Say whether a picture that is asked for in a channel becomes a thread."""

    NEVER = "never"
    ALWAYS = "always"
    ASK = "ask"


class Editors(StrEnum):
    """Say who may make a new version of somebody's picture by a button or a reply."""

    EVERYONE = "everyone"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """Hold what a server decided; each default is what holds where it decided nothing.

    Where: `channels` (also categories, and the threads of either; none: everywhere), `threads`,
    `age_restricted_only`. Who: `roles` (none: everyone), and `editors`. What: `models` (none: all),
    the defaults `image_model`, `chat_model`, `aspect` and `size`, `safety`, and what is `off`.
    How much a member may have on a day: `daily_pictures`, `daily_messages`, and `more` pictures by
    the id of a role; None leaves it to the operator. `cooldown` is in seconds between what one
    member asks for. `budget` is in millionths of a US dollar a month. `dearer` lets a dearer model
    stand in. Days and months are those of `time_zone`.
    How: `spoilers` hides each picture until it is clicked, `show_cost` tells what one cost,
    `persona` is what chats are told to be, `locale` the language of what all read; `log_channel`
    is where changes are told, with `log_prompts` also what was asked for, and `reports` shows
    members a button for what should not stay. What was made is forgotten after `retention_days`.
    """

    channels: tuple[int, ...] = ()
    threads: ThreadPolicy = ThreadPolicy.NEVER
    age_restricted_only: bool = False
    roles: tuple[int, ...] = ()
    editors: Editors = Editors.EVERYONE
    models: tuple[str, ...] = ()
    image_model: str | None = None
    chat_model: str | None = None
    aspect: str | None = None
    size: str | None = None
    safety: Safety | None = None
    off: tuple[Feature, ...] = ()
    daily_pictures: int | None = None
    daily_messages: int | None = None
    more: Mapping[int, int] = field(default_factory=dict[int, int])
    cooldown: int = 0
    budget: int | None = None
    dearer: bool = False
    time_zone: str = "UTC"
    spoilers: bool = False
    show_cost: bool = False
    persona: str = ""
    locale: str | None = None
    retention_days: int | None = None
    log_channel: int | None = None
    log_prompts: bool = False
    reports: bool = False

    def has(self, feature: Feature) -> bool:
        """Tell whether members may use this."""
        return feature not in self.off


NAMES: Final = tuple(each.name for each in fields(GuildSettings))
"""All settings, in the order in which they are listed."""

NO_SETTINGS: Final = GuildSettings()
"""What holds in direct messages, and where the bot is no member."""


@dataclass(frozen=True, slots=True)
class Versioned:
    """Hold a server's settings, and how often they were changed."""

    settings: GuildSettings = NO_SETTINGS
    revision: int = 0


@dataclass(frozen=True, slots=True)
class SettingChange:
    """Say that a member changed one setting of a server, from what to what."""

    guild_id: int
    revision: int
    name: str
    before: Any
    after: Any
    author_id: int
    at: datetime
