"""What a server's settings are called, and what they are set to, in words."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.domain.tariff import MICROS
from bot.interface.markup import Markup, escaped
from bot.interface.text_limits import shorten
from bot.interface.texts import VALUE_CHARACTERS, Texts

_UNSET: Final[Mapping[str, str]] = {
    "channels": "value-everywhere",
    "roles": "value-everyone",
    "models": "value-all",
    "off": "value-nothing",
    "more": "value-nothing",
    "cooldown": "value-nothing",
    "persona": "value-nothing",
    "log_channel": "value-nothing",
    "budget": "value-unlimited",
}
"""What stands for no value; of all other settings, that it is as usual."""


def setting_name(name: str, texts: Texts, locale: str) -> Markup:
    """Return what a setting is called."""
    return texts.get(f"setting-{name}", locale)


def money(micros: int, texts: Texts, locale: str) -> Markup:
    """Return so many millionths of a US dollar as an amount, to the cent."""
    return texts.get("money", locale, dollars=micros / MICROS)


def setting_value(name: str, value: Any, texts: Texts, locale: str) -> Markup:
    """Return what a setting is set to; of what this version can't read, what is written there."""
    if isinstance(value, bool):
        return texts.get("value-on" if value else "value-off", locale)
    if value is None or value in ((), "", {}) or (name, value) == ("cooldown", 0):
        return texts.get(_UNSET.get(name, "value-usual"), locale)
    say = _SAID.get(name, _as_written)
    try:
        return say(value, texts, locale)
    except (LookupError, TypeError, ValueError, AttributeError):
        return _as_written(value, texts, locale)


def _as_written(value: Any, _texts: Texts, _locale: str) -> Markup:
    return escaped(shorten(str(value), VALUE_CHARACTERS))


def _channels(value: Any, texts: Texts, locale: str) -> Markup:
    return texts.listed([Markup(f"<#{int(each)}>") for each in value], locale)


def _roles(value: Any, texts: Texts, locale: str) -> Markup:
    return texts.listed([Markup(f"<@&{int(each)}>") for each in value], locale)


def _more(value: Any, texts: Texts, locale: str) -> Markup:
    given = [Markup(f"<@&{int(role)}>: {int(count)}") for role, count in value.items()]
    return texts.listed(given, locale)


def _features(value: Any, texts: Texts, locale: str) -> Markup:
    return texts.listed([texts.get(f"feature-{each}", locale) for each in value], locale)


_SAID: Final[Mapping[str, Callable[[Any, Texts, str], Markup]]] = {
    "channels": _channels,
    "log_channel": lambda value, texts, locale: _channels([value], texts, locale),
    "roles": _roles,
    "more": _more,
    "off": _features,
    "threads": lambda value, texts, locale: texts.get(f"threads-{value}", locale),
    "editors": lambda value, texts, locale: texts.get(f"editors-{value}", locale),
    "safety": lambda value, texts, locale: texts.get(f"safety-{value}", locale),
    "models": lambda value, texts, locale: texts.listed(map(str, value), locale),
    "cooldown": lambda value, texts, locale: texts.get("value-seconds", locale, count=int(value)),
    "retention_days": lambda value, texts, locale: texts.get(
        "value-days", locale, count=int(value)
    ),
    "budget": lambda value, texts, locale: money(int(value), texts, locale),
    "locale": lambda value, texts, _: texts.get("language-name", value),
}
"""How what is set is said; all else, as it is written."""
