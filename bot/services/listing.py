"""What the relays list: asked at the start and every few hours, so that models go and come.

What is wrong with an address or a key is said in one line with the setting's name, and said anew
only when it changes. Nothing here stops the bot: members' requests are tried all the same.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.domain.counting import counted
from bot.domain.errors import (
    ConnectionBroke,
    KeyRejected,
    ModelUnavailable,
    RelayBalanceUsedUp,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
    ReplyUnreadable,
    RequestRejected,
    WrongAddress,
)
from bot.domain.model import ModelKind
from bot.services.models import Models
from bot.services.ports.clock import Clock

log = logging.getLogger(__name__)

AGAIN: Final = 4 * 3600.0
"""Seconds between two questions to each relay."""


class Lister(Protocol):
    """Tell of the models of one relay."""

    async def models(self) -> list[str]:
        """Return the ids of the models that it serves; raise a RelayError."""
        ...

    async def check(self, model_id: str) -> None:
        """Ask for what costs nothing; raise a RelayError."""
        ...


@dataclass(frozen=True, slots=True)
class ListedRelay:
    """Name a relay, and the settings that hold its address and its key."""

    name: str
    relay: Lister
    url_setting: str
    key_setting: str


class Listing:
    """Ask all relays for their models, and let only those be offered that one of them lists.

    `named` maps the models that the operator named to the setting that does: these stay.
    """

    def __init__(
        self,
        relays: Sequence[ListedRelay],
        models: Models,
        clock: Clock,
        *,
        named: Mapping[str, str],
    ) -> None:
        self._relays = relays
        self._models = models
        self._clock = clock
        self._named = named
        self._said: dict[str, str] = {}

    async def run(self) -> None:
        """Ask as long as this runs."""
        while True:
            await self.ask()
            await self._clock.sleep(AGAIN)

    async def ask(self) -> None:
        """Ask each relay once. Where one can't tell, nothing is known of what is not to be had."""
        lists = await asyncio.gather(*(self._list_of(relay) for relay in self._relays))
        known = [listed for listed in lists if listed is not None]
        if len(known) < len(lists):
            return
        listed = frozenset[str]().union(*known)
        self._models.offer(listed, also=self._named)
        self._tell(listed)

    def _tell(self, listed: frozenset[str]) -> None:
        left_out = ", ".join(self._models.left_out)
        said = f"no relay lists these models, so they are not offered: {left_out}"
        self._say("left out", said if left_out else "")
        for model_id, setting in self._named.items():
            said = f"{setting}: no relay lists the model {model_id}"
            self._say(setting, "" if model_id in listed else said)
        for kind in ModelKind:
            usual, meant = self._models.configured(kind), self._models.find(None, kind)
            said = f"no relay lists {usual.id}: who chooses no {kind} model gets {meant.id}"
            self._say(f"the {kind} model", "" if meant is usual else said)

    def _say(self, about: str, line: str) -> None:
        """Warn of what is wrong, unless that was said already; nothing is wrong without a line."""
        if line and self._said.get(about) != line:
            log.warning("%s", line)
        self._said[about] = line

    async def _list_of(self, each: ListedRelay) -> frozenset[str] | None:
        """Return what a relay lists; None if that says nothing of what it lacks."""
        try:
            listed = frozenset(await each.relay.models())
        except RelayError as error:
            await self._doubt(each, error)
            return None
        self._say(each.name, "")
        log.info("the relay %s lists %s", each.name, counted(len(listed), "model"))
        return listed if self._models.knows_any(listed) else None

    async def _doubt(self, each: ListedRelay, error: RelayError) -> None:
        """Say what is wrong with a relay that gave no list, if anything is."""
        if not isinstance(error, KeyRejected | RelayBalanceUsedUp | RelayUnreachable):
            try:
                await each.relay.check(self._models.find(None, ModelKind.IMAGE).id)
            except RelayError as checked:
                error = checked
            else:
                self._say(each.name, "")
                return
        self._say(each.name, _warning(each, error))


def _warning(each: ListedRelay, error: RelayError) -> str:
    match error:
        case KeyRejected():
            return f"{each.key_setting}: the relay {each.name} does not accept this key"
        case RelayBalanceUsedUp():
            return f"{each.key_setting}: the balance at the relay {each.name} is used up"
        case RelayUnreachable() | RelayTimeout() | ConnectionBroke():
            return f"{each.url_setting}: the relay {each.name} can't be reached: {error.detail}"
        case WrongAddress() | ModelUnavailable() | ReplyUnreadable():
            return (
                f"{each.url_setting}: no list of models and no count of tokens is to be had at this"
                f" address; if members' requests fail too, it is the wrong one: {error.detail}"
            )
        case RequestRejected():
            return ""  # it spoke, and knows no such question
        case _:
            return f"{each.url_setting}: the relay {each.name} could not be asked: {error.detail}"
