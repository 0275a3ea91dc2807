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


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what a relay lists, or what it failed with; neither where it answers and lists none."""

    listed: frozenset[str] | None = None
    error: RelayError | None = None


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
        answer = await answer_of(each, self._models.find(None, ModelKind.IMAGE).id)
        self._say(each.name, what_is_wrong(each, answer.error) if answer.error else "")
        if answer.listed is None:
            return None
        log.info("the relay %s lists %s", each.name, counted(len(answer.listed), "model"))
        return answer.listed if self._models.knows_any(answer.listed) else None


async def answer_of(each: ListedRelay, model_id: str) -> Answer:
    """Ask a relay for its list; one that has none, whether it answers for a model, for nothing."""
    try:
        return Answer(frozenset(await each.relay.models()))
    except (KeyRejected, RelayBalanceUsedUp, RelayUnreachable) as error:
        return Answer(error=error)
    except RelayError:
        pass
    try:
        await each.relay.check(model_id)
    except RelayError as error:
        return Answer(error=error)
    return Answer()


def what_is_wrong(each: ListedRelay, error: RelayError) -> str:
    """Say in a line with the setting's name what is wrong with a relay, nothing if it is not."""
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
