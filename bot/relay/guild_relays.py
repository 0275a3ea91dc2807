"""Which relays are asked for a server: its own where it has one, else the operator's, never both.

Whoever runs a server pays for its own relay, and the operator for theirs.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final

from bot.domain.content import Part
from bot.domain.conversation import TurnPath
from bot.domain.errors import (
    KeyRejected,
    RelayBalanceUsedUp,
    RelayError,
    RelayUnreachable,
    WrongAddress,
)
from bot.domain.model import ModelProfile
from bot.domain.own_relay import RelayKey
from bot.domain.request import Fit, GenerationOptions, Reply
from bot.relay.route import Answering, NamedRelay, RelayRoute

KEPT: Final = 100
"""How many servers' relays are remembered, with what is known of their failures."""

_SENTENCES: Final[dict[type[RelayError], str]] = {
    KeyRejected: "error-own-relay-key",
    RelayBalanceUsedUp: "error-own-relay-balance",
    RelayUnreachable: "error-own-relay-unreachable",
    WrongAddress: "error-own-relay-address",
}
"""What is said where not the operator, but who manages the server can do something about it."""

FindKey = Callable[[int | None], RelayKey | None]
"""Returns what it takes to ask a server's own relay; None where it has none. Raises KeyRejected."""


class GuildRelays:
    """Ask the relay of the server that `options.guild_id` names, or else the operator's.

    `key_of` tells what a server has at the moment, and `open_relay` makes what asks a relay.
    """

    def __init__(
        self,
        operators: Answering,
        key_of: FindKey,
        open_relay: Callable[[RelayKey], Answering],
        *,
        kept: int = KEPT,
    ) -> None:
        self._operators = operators
        self._key_of = key_of
        self._open_relay = open_relay
        self._most = kept
        self._routes = OrderedDict[int, tuple[RelayKey, RelayRoute]]()

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes, of any relay."""
        return self._operators.fit(model, path, asked, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask one model to answer to this; raise a RelayError.

        What a server was to pay for itself is never the operator's, though its relay is removed.
        """
        guild_id = options.guild_id
        key = self._key_of(guild_id)
        if guild_id is None or key is None:
            self._routes.pop(guild_id or 0, None)
            if options.pays_itself:
                raise _removed()
            return await self._operators.generate(model, path, asked, options)
        try:
            return await self._route(guild_id, key).generate(model, path, asked, options)
        except RelayError as error:
            if error.message_key == error.key:
                error.message_key = _SENTENCES.get(type(error), error.key)
            raise

    def _route(self, guild_id: int, key: RelayKey) -> RelayRoute:
        """Return the way to a server's relay: a new one where what it has was changed."""
        known = self._routes.pop(guild_id, None)
        if known is None or known[0] != key:
            relay = _PresentRelay(guild_id, self._key_of, self._open_relay)
            known = key, RelayRoute([NamedRelay(f"of server {guild_id}", relay)])
        self._routes[guild_id] = known
        if len(self._routes) > self._most:
            self._routes.popitem(last=False)
        return known[1]


def _removed() -> KeyRejected:
    return KeyRejected("the server's own relay was removed", key="error-own-relay-removed")


class _PresentRelay:
    """Ask the relay that a server has now: it may change while a request waits to be repeated."""

    def __init__(
        self, guild_id: int, key_of: FindKey, open_relay: Callable[[RelayKey], Answering]
    ) -> None:
        self._guild_id = guild_id
        self._key_of = key_of
        self._open_relay = open_relay
        self._opened: tuple[RelayKey, Answering] | None = None

    def fit(
        self, model: ModelProfile, path: TurnPath, asked: Sequence[Part], *, budget: int
    ) -> Fit:
        """Tell how much of this fits into one request of `budget` bytes."""
        return self._present().fit(model, path, asked, budget=budget)

    async def generate(
        self,
        model: ModelProfile,
        path: TurnPath,
        asked: Sequence[Part],
        options: GenerationOptions,
    ) -> Reply:
        """Ask it; raise KeyRejected where the server has none any more."""
        return await self._present().generate(model, path, asked, options)

    def _present(self) -> Answering:
        key = self._key_of(self._guild_id)
        if key is None:
            raise _removed()
        if self._opened is None or self._opened[0] != key:
            self._opened = key, self._open_relay(key)
        return self._opened[1]
