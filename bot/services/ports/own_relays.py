"""Servers' own relays: what is kept of them, and what hides their keys."""

from typing import Protocol

from bot.domain.own_relay import OwnRelay


class OwnRelayRows(Protocol):
    """Keep servers' own relays. Each method is one transaction."""

    async def all_own_relays(self) -> list[OwnRelay]:
        """Return all of them."""
        ...

    async def put_own_relay(self, own: OwnRelay) -> None:
        """Write what a server's own relay is, in place of what it was."""
        ...

    async def seal_anew(self, guild_id: int, before: str, after: str) -> None:
        """Write a key that was sealed anew, unless another one was entered meanwhile."""
        ...

    async def drop_own_relay(self, guild_id: int) -> bool:
        """Delete a server's own relay; False where it has none."""
        ...


class Seal(Protocol):
    """Hide keys from whoever reads the database."""

    def seal(self, text: str) -> str:
        """Return a text as only the operator's secret opens it."""
        ...

    def opened(self, sealed: str) -> str | None:
        """Return the text; None where the secret does not open it."""
        ...

    def sealed_anew(self, sealed: str) -> str | None:
        """Return it sealed with the first secret; None where it is, or can't be opened."""
        ...
