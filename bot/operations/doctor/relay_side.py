"""What the relays say: asked for their lists of models, which costs nothing."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from bot.domain.counting import counted
from bot.domain.errors import (
    ConnectionBroke,
    KeyRejected,
    RelayBalanceUsedUp,
    RelayError,
    RelayTimeout,
    RelayUnreachable,
)
from bot.operations.doctor.findings import Finding, fails, looked, ok, skipped, warns
from bot.services.listing import ListedRelay, answer_of, what_is_wrong

MOST_NAMED: Final = 3
"""How many models are proposed in the place of one that is not listed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Name a model that is configured, and the setting that does; without it, `is_needed`."""

    about: str
    model_id: str
    setting: str
    is_needed: bool


async def relay_findings(relays: Sequence[ListedRelay], wanted: Sequence[Wanted]) -> list[Finding]:
    """Return what was found of each relay, then of each model."""
    lists: dict[str, frozenset[str]] = {}

    async def ask(each: ListedRelay) -> Finding:
        answer = await answer_of(each, wanted[0].model_id)
        if answer.listed is not None:
            lists[each.name] = answer.listed
        return _relay(each, answer.listed, answer.error)

    found = await asyncio.gather(
        *(looked(f"relay {each.name}", lambda each=each: ask(each)) for each in relays)
    )
    return [*found, *(_model(each, lists, len(relays)) for each in wanted)]


def _relay(each: ListedRelay, listed: frozenset[str] | None, error: RelayError | None) -> Finding:
    about = f"relay {each.name}"
    if listed is not None:
        return ok(about, f"takes the key, and lists {counted(len(listed), 'model')}")
    said = what_is_wrong(each, error) if error else ""
    if error is None or not said:
        return ok(about, "answers, and lists no models")
    return fails(about, said, _cure(error))


def _cure(error: RelayError) -> str:
    match error:
        case KeyRejected():
            return "Copy it from the relay again; for Google itself, it is sent as x-goog-api-key"
        case RelayBalanceUsedUp():
            return "Pay it up"
        case RelayUnreachable() | RelayTimeout() | ConnectionBroke():
            return "See whether this machine reaches it: the address, a firewall, a proxy, DNS"
        case _:
            return "Set it to the relay's address, without anything of an endpoint"


def _model(each: Wanted, lists: Mapping[str, frozenset[str]], relays: int) -> Finding:
    listed = frozenset[str]().union(*lists.values())
    if each.model_id in listed:
        return ok(each.about, f"{each.model_id} is listed")
    if len(lists) < relays or not listed:
        return skipped(each.about, "needs the lists of all relays")
    near = get_close_matches(each.model_id, sorted(listed), n=MOST_NAMED, cutoff=0.3)
    said = f"{each.setting}: no relay lists {each.model_id}"
    cure = f"Set it to one that is listed: {', '.join(map(_shown, near or sorted(listed)))}"
    return fails(each.about, said, cure) if each.is_needed else warns(each.about, said, cure)


def _shown(model_id: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in model_id)[:80]
