"""Servers' own relays: entered by who manages a server, who then pays for what its members make."""

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from bot.domain.counting import counted
from bot.domain.errors import (
    ConnectionBroke,
    KeyRejected,
    OwnRelayRefused,
    RelayBalanceUsedUp,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
)
from bot.domain.own_relay import AuthStyle, OwnRelay, RelayKey, entered
from bot.services.listing import AGAIN, Answer, ListedRelay, Lister, answer_of
from bot.services.ports.clock import Clock
from bot.services.ports.own_relays import OwnRelayRows, Seal

log = logging.getLogger(__name__)

TRIED_FOR: Final = 20.0
"""Seconds that a relay has to answer before it is kept."""


class OwnRelays:
    """Hold the relays of all servers that have one of their own, in memory.

    Every request asks for them. Without a `seal` none is taken, and those that are kept can't be
    used: their servers' requests fail, for the operator is not to pay for them. `open_relay` makes
    what asks a relay; `as_relay` cleans an address, or raises ValueError. `known` are the ids of
    the models that may be listed, the first of them to ask for where nothing is. `private` are
    origins that are allowed though they are private.
    """

    def __init__(
        self,
        rows: OwnRelayRows,
        seal: Seal | None,
        clock: Clock,
        open_relay: Callable[[RelayKey], Lister],
        *,
        as_relay: Callable[[str], str],
        known: Sequence[str],
        private: Collection[str] = (),
    ) -> None:
        self._rows = rows
        self._seal = seal
        self._as_relay = as_relay
        self._known = known
        self._clock = clock
        self._open_relay = open_relay
        self._private = private
        self._own: dict[int, OwnRelay] = {}
        self._listed: dict[int, frozenset[str]] = {}

    @property
    def are_offered(self) -> bool:
        """Tell whether the operator lets servers have relays of their own."""
        return self._seal is not None

    async def load(self) -> None:
        """Read what is kept, and seal anew what an older secret sealed."""
        for own in await self._rows.all_own_relays():
            sealed = self._seal.sealed_anew(own.sealed) if self._seal else None
            if sealed is not None:
                await self._rows.seal_anew(own.guild_id, own.sealed, sealed)
                log.info("server %d: the key of its relay is sealed anew", own.guild_id)
            self._own[own.guild_id] = replace(own, sealed=sealed or own.sealed)
        if locked := [own for own in self._own.values() if self._key(own) is None]:
            log.warning(
                "ATELIER_SECRET_KEY does not open the keys of servers' own relays: %s can't ask"
                " for anything until it does, or they enter their key again",
                counted(len(locked), "server"),
            )

    def has_own_relay(self, guild_id: int | None) -> bool:
        """Tell whether a server pays for what its members make, whether its key opens or not."""
        return guild_id in self._own

    def of(self, guild_id: int) -> OwnRelay | None:
        """Return a server's own relay as it is kept."""
        return self._own.get(guild_id)

    def key_of(self, guild_id: int | None) -> RelayKey | None:
        """Return what it takes to ask a server's own relay; None where it has none.

        Raise KeyRejected where the operator's secret does not open its key.
        """
        own = self._own.get(guild_id) if guild_id is not None else None
        if own is None:
            return None
        key = self._key(own)
        if key is None:
            raise KeyRejected("a sealed key that does not open", key="error-own-relay-locked")
        return key

    def _key(self, own: OwnRelay) -> RelayKey | None:
        text = self._seal.opened(own.sealed) if self._seal else None
        return None if text is None else RelayKey(own.address, text, own.auth)

    def listed(self, guild_id: int | None) -> Collection[str] | None:
        """Return the models that a server's own relay has, all where it does not say.

        None where the server has no relay of its own: then it has those of the operator's.
        """
        if guild_id not in self._own:
            return None
        return self._listed.get(guild_id, self._known)

    async def enter(
        self, guild_id: int, address: str, key: str, auth: AuthStyle, *, author_id: int
    ) -> OwnRelay:
        """Keep a relay as a server's own, once it has answered what costs nothing.

        Raise OwnRelayRefused where it is none, or does not take the key.
        """
        if self._seal is None:
            raise OwnRelayRefused(key="service-not-offered")
        tried = entered(address, key, auth, as_relay=self._as_relay, private=self._private)
        answer = await self._tried(tried)
        if answer.error is not None:
            log.info("server %d: a relay was not kept: %s", guild_id, type(answer.error).__name__)
            raise OwnRelayRefused(key=_reason(answer.error))
        sealed = self._seal.seal(tried.key)
        now = self._clock.now()
        own = OwnRelay(guild_id, tried.address, sealed, auth, author_id, now)
        await self._rows.put_own_relay(own)
        self._own[guild_id] = own
        self._note(guild_id, answer)
        log.info("server %d has a relay of its own", guild_id)
        return own

    async def remove(self, guild_id: int) -> bool:
        """Forget a server's own relay; False where it has none."""
        was_there = await self._rows.drop_own_relay(guild_id)
        self._own.pop(guild_id, None)
        self._listed.pop(guild_id, None)
        return was_there

    async def run(self) -> None:
        """Ask each of them for its models, one after the other, as long as this runs."""
        while True:
            await self.ask_all()
            await self._clock.sleep(AGAIN)

    async def ask_all(self) -> None:
        """Ask each once; where one can't tell, what is known of it stays."""
        for own in list(self._own.values()):
            key = self._key(own)
            if key is None:
                continue
            answer = await self._tried(key)
            if self._own.get(own.guild_id) is own and answer.error is None:
                self._note(own.guild_id, answer)

    async def _tried(self, key: RelayKey) -> Answer:
        relay = ListedRelay("of a server", self._open_relay(key), "", "")
        try:
            async with asyncio.timeout(TRIED_FOR):
                return await answer_of(relay, self._known[0])
        except TimeoutError:
            return Answer(error=RelayTimeout("no answer in time"))

    def _note(self, guild_id: int, answer: Answer) -> None:
        """Keep what a relay lists of what is known; a list of none of it says nothing."""
        listed = (answer.listed or frozenset()).intersection(self._known)
        if listed:
            self._listed[guild_id] = listed
        else:
            self._listed.pop(guild_id, None)


def _reason(error: RelayError) -> str:
    """Say in which words a relay is refused: not which of several ways there is no way to it."""
    match error:
        case KeyRejected():
            return "service-key-refused"
        case RelayBalanceUsedUp():
            return "service-balance"
        case RelayUnreachable() | RelayTimeout() | ConnectionBroke():
            return "service-unreachable"
        case _:
            return "service-refused"
