"""Which secrets the settings send over a network where whoever listens can read them."""

import ipaddress
from collections.abc import Iterator
from urllib.parse import urlsplit

from config.problems import variable
from config.settings import Settings


def exposures(settings: Settings) -> Iterator[str]:
    """Give a line for each address of another host that is spoken to without encryption."""
    for relay in settings.relays_in_order:
        if _is_in_the_clear(relay.url):
            yield _line(relay.setting("url"), "key", relay.url)
    if settings.discord_url and _is_in_the_clear(settings.discord_url):
        yield _line(variable("discord_url"), "bot's token", settings.discord_url)


def _line(setting: str, secret: str, url: str) -> str:
    return (
        f"{setting}: the {secret} travels to {urlsplit(url).hostname} in the clear, for whoever is"
        " on the way to read. Use an https:// address, if there is one"
    )


def _is_in_the_clear(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "http" and not _is_here(parts.hostname or "")


def _is_here(host: str) -> bool:
    """Tell whether a host is this one, by its name alone: RFC 6761, 6.3, and loopback addresses."""
    name = host.rstrip(".")
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified
