"""What goes wrong at the relay and at Discord, by chance and by a seed."""

import json
from dataclasses import dataclass
from random import Random
from typing import Any

from demo.discord import EmbeddedDiscord
from demo.relay import faults
from demo.relay.faults import Fault
from demo.relay.record import RecordedRequest

FAIR = "fair"


def _busy(status: int, name: str, seconds: float) -> faults.Fault:
    """Return the answer of a model that has no room, and says when it will."""
    delay = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": f"{seconds}s"}
    error = {"code": status, "status": name, "message": "Try again.", "details": [delay]}
    return faults.http(status, json.dumps({"error": error}))


@dataclass(frozen=True, slots=True)
class Kind:
    """Name a way in which the relay answers, and how often it does, in a hundred."""

    name: str
    often: int
    fault: Fault
    may_cost: bool = False


KINDS = (
    Kind(FAIR, 76, Fault()),
    Kind("429", 5, _busy(429, "RESOURCE_EXHAUSTED", 0.3)),
    Kind("503", 5, _busy(503, "UNAVAILABLE", 0.2)),
    Kind("refusal", 3, faults.refuse()),
    Kind("text only", 3, faults.text_only(), may_cost=True),
    Kind("HTML 502", 3, faults.bad_gateway(), may_cost=True),
    Kind("cut", 4, faults.cut(), may_cost=True),
    Kind("hang", 1, faults.hang(), may_cost=True),
)


def fault(chance: Random) -> Fault:
    """Draw how the relay takes a request."""
    (kind,) = chance.choices(KINDS, [kind.often for kind in KINDS])
    return kind.fault


def kind_of(request: RecordedRequest) -> Kind:
    """Return how the relay took a request."""
    return next((kind for kind in KINDS if kind.fault is request.fault), KINDS[0])


_ROUTES = (
    ("PATCH", "/webhooks/*"),
    ("POST", "/channels/*/messages"),
    ("PATCH", "/channels/*/messages/*"),
)
_MISFORTUNES: tuple[dict[str, Any], ...] = (
    {"status": 429, "retry_after": 0.3},
    {"status": 429, "retry_after": 3.0},
    {"status": 500},
    {"status": 502, "applied": True},
    {"status": 500, "applied": True},
    {"status": 503},
    {"status": 503, "applied": True},
    {"cut": True},
    {"cut": True, "applied": True},
)
_ONE_IN_FAILS = 5
_ONE_IN_DROPS = 40


def disturb(discord: EmbeddedDiscord, chance: Random) -> str | None:
    """Let something go wrong at Discord now and then, and say what."""
    if not chance.randrange(_ONE_IN_DROPS):
        resumable = bool(chance.randrange(2))
        discord.gateway.drop(resumable=resumable)
        return "gateway drop" if resumable else "gateway drop for good"
    if chance.randrange(_ONE_IN_FAILS):
        return None
    method, path = chance.choice(_ROUTES)
    fault = chance.choice(_MISFORTUNES)
    discord.faults.add(method, path, **fault)
    what = fault.get("status", "cut off")
    return f"Discord {what}{', but done' if fault.get('applied') else ''}"
