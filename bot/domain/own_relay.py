"""A server's own relay: where it is, how it takes its key, and what may be entered."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from bot.domain.errors import OwnRelayRefused

LONGEST_ADDRESS: Final = 200
LONGEST_KEY: Final = 500

_HOST: Final = re.compile(
    r"(?=.{1,253}$)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*|\[[0-9A-Fa-f:.]+\]"
)
"""A name whose parts are as long as RFC 1035 lets them be, or an address of IPv6."""

_KEY: Final = re.compile(rf"[!-~]{{1,{LONGEST_KEY}}}")
_HTTPS: Final = 443
_FIRST_USUAL_PORT: Final = 1024
"""Below it are the ports of other services, which nobody is to knock at through the bot."""


class AuthStyle(StrEnum):
    """Name how a relay takes its key; never in the address, which ends up in logs."""

    BEARER = "bearer"
    API_KEY = "x-goog-api-key"


@dataclass(frozen=True, slots=True)
class RelayKey:
    """Hold what it takes to ask a relay. The key never shows in its repr."""

    address: str
    key: str = field(repr=False)
    auth: AuthStyle


@dataclass(frozen=True, slots=True)
class OwnRelay:
    """Hold a server's own relay as it is kept: the key sealed, and who entered it and when."""

    guild_id: int
    address: str
    sealed: str = field(repr=False)
    auth: AuthStyle
    set_by: int
    at: datetime

    @property
    def host(self) -> str:
        """Return what is shown of the address."""
        return urlsplit(self.address).netloc


def entered(
    address: str,
    key: str,
    auth: AuthStyle,
    *,
    as_relay: Callable[[str], str],
    private: Collection[str] = (),
) -> RelayKey:
    """Return what somebody entered, whom the operator does not know; raise OwnRelayRefused.

    `as_relay` returns the address of a relay without what does not belong to it, or raises
    ValueError. Only https is spoken to such a relay, and at no port of another service; `private`
    are origins that are allowed as they are. Which address its host has is checked when it is
    dialled.
    """
    try:
        said = as_relay(address.strip())
    except ValueError:
        raise OwnRelayRefused from None
    parts = urlsplit(said)
    port = parts.port or _HTTPS
    is_public = (
        parts.scheme == "https"
        and (port == _HTTPS or port >= _FIRST_USUAL_PORT)
        and said.isascii()
        and _HOST.fullmatch(parts.netloc.removesuffix(f":{parts.port}"))
    )
    is_named = f"{parts.scheme}://{parts.netloc}" in private
    if not (is_public or is_named) or len(said) > LONGEST_ADDRESS:
        raise OwnRelayRefused
    if not _KEY.fullmatch(key.strip()):
        raise OwnRelayRefused(key="service-key-refused")
    return RelayKey(said, key.strip(), auth)
