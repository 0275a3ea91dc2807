"""The settings of a server as a file that people read and change: TOML, and back."""

import asyncio
import tomllib
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final, cast

import tomli_w

from bot.domain.errors import InvalidSetting
from bot.domain.guild_settings import NAMES, GuildSettings
from bot.services.settings_check import dollars

FILENAME: Final = "settings.toml"

Remarks = Callable[[str], Iterable[str]]
"""Says in lines what a setting means, by its name."""


def written(settings: GuildSettings, remarks: Remarks) -> str:
    """Write all settings, each below its remarks; what is not decided is an empty text.

    A table ends only where another begins, so the one of roles comes last.
    """
    names = [*(name for name in NAMES if name != "more"), "more"]
    return "\n".join(_entry(name, getattr(settings, name), remarks(name)) for name in names)


async def read(text: str) -> dict[str, Any]:
    """Return what a file says of each setting that it names, unchecked; raise InvalidSetting."""
    try:
        return await asyncio.to_thread(_loaded, text)
    except (ValueError, RecursionError):
        raise InvalidSetting(key="error-settings-file") from None


def _loaded(text: str) -> dict[str, Any]:
    values = tomllib.loads(text, parse_float=Decimal)
    repr(values)  # raises ValueError for a number that is longer than any that can be told of
    return values


def _entry(name: str, value: Any, remarks: Iterable[str]) -> str:
    comments = "".join(f"# {_plain(each)}\n" for each in remarks)
    return comments + tomli_w.dumps({name: _said(name, value)})


def _said(name: str, value: Any) -> Any:
    if value is None:
        return ""
    if name == "budget":
        return Decimal(dollars(value))
    if name == "more":
        return {str(role_id): count for role_id, count in value.items()}
    return list(cast("tuple[Any, ...]", value)) if isinstance(value, tuple) else value


def _plain(words: str) -> str:
    """Return words as one line, in which nothing ends a comment or can't be seen."""
    return "".join(each for each in " ".join(words.split()) if each.isprintable())
