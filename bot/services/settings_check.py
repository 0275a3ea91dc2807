"""What each setting of a server takes: from a form, a menu or a file, checked in one place."""

import asyncio
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Final, Protocol, cast
from zoneinfo import available_timezones

from bot.domain.errors import InvalidSetting
from bot.domain.guild_settings import (
    LARGEST_BUDGET,
    LONGEST_COOLDOWN,
    LONGEST_PERSONA,
    LONGEST_RETENTION,
    MOST_ALLOWANCE,
    MOST_CHOSEN,
    NAMES,
    NO_SETTINGS,
    Editors,
    Feature,
    ThreadPolicy,
)
from bot.domain.model import ModelKind
from bot.domain.request import Safety
from bot.domain.tariff import MICROS
from bot.services.models import Models

_CENT: Final = MICROS // 100
"""Millionths of a US dollar."""

_DOLLARS: Final = re.compile(r"\$?\s?(?P<whole>\d{1,7})(?:[.,](?P<cents>\d{1,2}))?")
_NUMBER: Final = re.compile(r"\d{1,19}")

SWITCHES: Final = frozenset(
    {"age_restricted_only", "dearer", "spoilers", "show_cost", "log_prompts", "reports"}
)
NUMBERS: Final[Mapping[str, tuple[int, int]]] = {
    "daily_pictures": (0, MOST_ALLOWANCE),
    "daily_messages": (0, MOST_ALLOWANCE),
    "cooldown": (0, LONGEST_COOLDOWN),
    "retention_days": (1, LONGEST_RETENTION),
}
"""The least and the most that each takes."""

CHOICES: Final[Mapping[str, type[StrEnum]]] = {
    "threads": ThreadPolicy,
    "editors": Editors,
    "safety": Safety,
}


class Server(Protocol):
    """What there is in a server to choose from, by ids."""

    def has_channel(self, channel_id: int) -> bool:
        """Tell whether there is such a channel or category."""
        ...

    def takes_posts(self, channel_id: int) -> bool:
        """Tell whether the bot can post in this channel."""
        ...

    def has_role(self, role_id: int) -> bool:
        """Tell whether there is such a role."""
        ...


class SettingsCheck:
    """Turn what somebody entered into what is kept.

    Text is taken for numbers, ids and choices as well, for a form has nothing else. None, and what
    is empty, stand for what holds where a server decided nothing.
    """

    def __init__(self, models: Models, locales: Collection[str]) -> None:
        self._models = models
        self._locales = locales

    async def read(
        self, entered: Mapping[str, Any], server: Server
    ) -> tuple[dict[str, Any], list[InvalidSetting]]:
        """Return settings as they are kept, by name; and of each that is wrong what it takes."""
        await asyncio.to_thread(_time_zones)
        values: dict[str, Any] = {}
        wrong: list[InvalidSetting] = []
        for name, given in entered.items():
            try:
                values[name] = self._value(name, given, server)
            except InvalidSetting as error:
                wrong.append(error)
        return values, wrong

    def allowed(self, name: str) -> list[str]:  # noqa: PLR0911 (one for each setting)
        """List what a setting can be, where it can be nothing else."""
        match name:
            case "threads" | "editors" | "safety":
                return [each.value for each in CHOICES[name]]
            case "off":
                return [each.value for each in Feature]
            case "models":
                return [each for kind in ModelKind for each in self._models.known(kind)]
            case "image_model":
                return self._models.known(ModelKind.IMAGE)
            case "chat_model":
                return self._models.known(ModelKind.CHAT)
            case "aspect":
                models = self._models.of_kind(ModelKind.IMAGE)
                return [*dict.fromkeys(each for model in models for each in model.aspects)]
            case "size":
                models = self._models.of_kind(ModelKind.IMAGE)
                return [*dict.fromkeys(each for model in models for each in model.sizes)]
            case "locale":
                return list(self._locales)
            case _:
                return []

    def _value(self, name: str, given: Any, server: Server) -> Any:  # noqa: C901, PLR0911, PLR0912
        if name not in NAMES:
            raise InvalidSetting(key="error-setting-unknown", value=name)
        if given is None or given in ("", [], {}):
            return getattr(NO_SETTINGS, name)
        if name in SWITCHES:
            return _switch(name, given)
        if name in NUMBERS:
            return _number(name, given, *NUMBERS[name])
        allowed = self.allowed(name)
        match name:
            case "channels":
                return _ids(name, given, server.has_channel, "error-setting-channels")
            case "roles":
                return _ids(name, given, server.has_role, "error-setting-roles")
            case "more":
                return _more(name, given, server)
            case "log_channel":
                return _log_channel(name, given, server)
            case "models":
                models = (_one_of(name, each, allowed) for each in _several(name, given))
                return tuple(dict.fromkeys(models))
            case "off":
                features = (_one_of(name, each, allowed) for each in _several(name, given))
                return tuple(map(Feature, dict.fromkeys(features)))
            case "budget":
                return _micros(name, given)
            case "time_zone":
                return _time_zone(name, given)
            case "persona":
                return _words(name, given)
            case _:
                chosen = _one_of(name, given, allowed)
                return CHOICES[name](chosen) if name in CHOICES else chosen


def dollars(micros: int) -> str:
    """Write an amount of money as it can be entered, to the cent."""
    cents = micros // _CENT
    return f"{cents // 100}.{cents % 100:02}"


def _switch(name: str, given: Any) -> bool:
    if not isinstance(given, bool):
        raise InvalidSetting(key="error-setting-switch", setting=name)
    return given


def _number(name: str, given: Any, least: int, most: int) -> int:
    said = _plain(given)
    if not _NUMBER.fullmatch(said) or not least <= int(said) <= most:
        raise InvalidSetting(key="error-setting-number", setting=name, least=least, most=most)
    return int(said)


def _micros(name: str, given: Any) -> int:
    said = _DOLLARS.fullmatch(_plain(given))
    micros = said and _CENT * int(said["whole"] + (said["cents"] or "").ljust(2, "0"))
    if micros is None or micros > LARGEST_BUDGET:
        most = LARGEST_BUDGET // (100 * _CENT)
        raise InvalidSetting(key="error-setting-money", setting=name, most=most)
    return micros


def _words(name: str, given: Any) -> str:
    said = given.strip() if isinstance(given, str) else None
    if said is None or len(said) > LONGEST_PERSONA:
        raise InvalidSetting(key="error-setting-words", setting=name, most=LONGEST_PERSONA)
    return said


def _time_zone(name: str, given: Any) -> str:
    """Return a zone of the IANA database, however its letters are written."""
    found = _time_zones().get(_plain(given).replace(" ", "_").casefold())
    if found is None:
        raise InvalidSetting(key="error-setting-time-zone", setting=name, value=str(given))
    return found


@cache
def _time_zones() -> Mapping[str, str]:
    """Return all zones by their names in small letters; once, for that opens some 600 files."""
    return {zone.casefold(): zone for zone in available_timezones()}


def _one_of(name: str, given: Any, allowed: Sequence[str]) -> str:
    if given not in allowed:
        listed = ", ".join(allowed)
        raise InvalidSetting(
            key="error-setting-choice", setting=name, value=str(given), allowed=listed
        )
    return given


def _log_channel(name: str, given: Any, server: Server) -> int:
    channel_id = _id(name, given, server.has_channel, "error-setting-channels")
    if not server.takes_posts(channel_id):
        raise InvalidSetting(key="error-setting-closed", setting=name, channels=channel_id)
    return channel_id


def _more(name: str, given: Any, server: Server) -> dict[int, int]:
    if not isinstance(given, Mapping):
        raise InvalidSetting(key="error-setting-list", setting=name)
    counts = cast("Mapping[Any, Any]", given)
    return {
        _id(name, role, server.has_role, "error-setting-roles"): _number(
            name, counts[role], 1, MOST_ALLOWANCE
        )
        for role in _several(name, list(counts))
    }


def _id(name: str, given: Any, exists: Callable[[int], bool], key: str) -> int:
    said = _plain(given)
    if not _NUMBER.fullmatch(said) or not exists(int(said)):
        raise InvalidSetting(key=key, setting=name, value=str(given))
    return int(said)


def _ids(name: str, given: Any, exists: Callable[[int], bool], key: str) -> tuple[int, ...]:
    ids = (_id(name, each, exists, key) for each in _several(name, given))
    return tuple(dict.fromkeys(ids))


def _several(name: str, given: Any) -> list[Any]:
    """Return several things, as many as can be chosen at once."""
    if not isinstance(given, list):
        raise InvalidSetting(key="error-setting-list", setting=name)
    several = cast("list[Any]", given)
    if len(several) > MOST_CHOSEN:
        raise InvalidSetting(key="error-setting-many", setting=name, most=MOST_CHOSEN)
    return several


def _plain(given: Any) -> str:
    """Return a number or text as it would be typed in plain digits."""
    return unicodedata.normalize("NFKC", str(given)).strip()
