"""Look behind the scenes: what went to the relay and back, the jobs, the ledger, the switches."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from demo.discord import ActionError, EmbeddedDiscord
from demo.jsons import JSON, is_array, is_object
from demo.page.database import BotDatabase
from demo.relay import EmbeddedRelay, Fault, RecordedRequest, digest_of, faults

_NEWEST = 40
_GOOD = "good"
FAULTS: Mapping[str, Callable[[], Fault]] = {
    _GOOD: Fault,
    "slow": faults.slow,
    "429": faults.too_many,
    "503": faults.overloaded,
    "refuses": faults.refuse,
    "HTML": faults.bad_gateway,
    "cut": faults.cut,
}
"""What the relay can be switched to, by the words on the switches."""


class Panel:
    """Show what happens behind the page, and make it go wrong on purpose."""

    def __init__(self, discord: EmbeddedDiscord, relay: EmbeddedRelay, database: Path) -> None:
        self._discord = discord
        self._relay = relay
        self._database = BotDatabase(database)
        self._fault = _GOOD

    async def look(self) -> JSON:
        """Return what the panel shows, by name; each request to the relay has its own."""
        requests = list(self._relay.requests)[-_NEWEST:]
        return {
            "fault": self._fault,
            "faults": list(FAULTS),
            "automod": self._discord.model.blocked_words,
            "gateway": {
                "connected": self._discord.gateway.connected,
                "identified": self._discord.gateway.identified,
                "resumed": self._discord.gateway.resumed,
            },
            "requests": [request.number for request in reversed(requests)],
            **{f"request/{request.number}": _summary(request) for request in requests},
            **await self._database.read(),
        }

    def request(self, number: int) -> JSON:
        """Return one request with its answer; raise LookupError if it is no longer known."""
        for request in self._relay.requests:
            if request.number == number:
                return {
                    **_summary(request),
                    "body": _pictured(request.body),
                    "answer": _pictured(request.answer),
                }
        raise LookupError(number)

    def picture(self, digest: str) -> bytes | None:
        """Return a picture that went over the wire, if it is still kept."""
        return self._relay.pictures.find(digest)

    def switch(self, fields: JSON) -> JSON:
        """Turn a switch; raise `ActionError` if there is none of that name."""
        match fields:
            case {"fault": str(name)} if name in FAULTS:
                self._fault = name
                self._relay.fault = FAULTS[name]()
            case {"automod": str(words)}:
                self._discord.block_words(*filter(None, map(str.strip, words.split(","))))
            case {"gateway": "drop"}:
                self._discord.gateway.drop()
            case {"gateway": "forget"}:
                self._discord.gateway.drop(resumable=False)
            case _:
                raise ActionError("There is no such switch")
        return {}


def _summary(request: RecordedRequest) -> JSON:
    return {
        "number": request.number,
        "model": request.model,
        "method": request.method,
        "at": request.received_at.timestamp() * 1000,
        "status": request.status,
        "seconds": round(request.seconds, 2),
        "billed": request.billed,
        "fault": _label(request.fault),
    }


def _label(fault: Fault) -> str | None:
    """Return the word of the switch for a fault, nothing where nothing went wrong."""
    words = (word for word, make in FAULTS.items() if make().name == fault.name)
    return next(words, fault.name) if fault.name else None


def _pictured(value: Any) -> Any:
    """Return a body in which each picture's mark comes with its digest, for a thumbnail."""
    if is_object(value):
        fields = {name: _pictured(item) for name, item in value.items()}
        mark = fields.get("data")
        digest = digest_of(mark) if isinstance(mark, str) else None
        return fields if digest is None else {**fields, "digest": digest}
    if is_array(value):
        return [_pictured(item) for item in value]
    return value
